/**
 * How far promises go together: the correlation of the normal scores of outcomes within a group, each under a forecast
 * that has not seen its province, with a jackknife error over groups.
 */
import type { PastCommitment } from '../../dataset/dataset.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { forecastOf } from './forecast.js'
import { fitDelivery, pledgeOf } from './model.js'
import type { Weighting } from './weights.js'

export interface GroupCorrelation {
  readonly correlation: number
  readonly standardError: number
  readonly groups: number
}

/** Scores of rows with a known end, with mean 0 and variance 1. */
export function normalScores(
  rows: readonly PastCommitment[],
  weighting: Weighting,
): ReadonlyMap<PastCommitment, number> {
  const scores = new Map<PastCommitment, number>()
  for (const province of new Set(rows.map((row) => row.province))) {
    const model = fitDelivery(
      rows.filter((row) => row.province !== province),
      weighting,
    )
    for (const row of rows) {
      if (row.province !== province || row.met === undefined) continue
      const { cumulative } = forecastOf(model, pledgeOf(row))
      // halfway across the step of those that are met to the letter
      const share = (cumulative(row.ratio!) + cumulative(row.ratio! - 1e-9)) / 2
      scores.set(row, normalQuantile(Math.min(0.999, Math.max(0.001, share))))
    }
  }
  const values = [...scores.values()]
  const mean = sum(values) / values.length
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length)
  return new Map([...scores].map(([row, score]) => [row, (score - mean) / deviation]))
}

/** Mean product of two scores of a group that may be paired; a group weighs as its rows less one. */
export function correlationWithin(
  scores: ReadonlyMap<PastCommitment, number>,
  groupOf: (row: PastCommitment) => string,
  mayPair: (one: PastCommitment, other: PastCommitment) => boolean,
): GroupCorrelation {
  const groups = new Map<string, PastCommitment[]>()
  for (const row of scores.keys()) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row])
  const parts = [...groups.values()].flatMap((rows) => {
    const products = rows.flatMap((one, at) =>
      rows
        .slice(0, at)
        .filter((other) => mayPair(one, other))
        .map((other) => scores.get(one)! * scores.get(other)!),
    )
    if (products.length === 0) return []
    return [{ top: (sum(products) / products.length) * (rows.length - 1), weight: rows.length - 1 }]
  })
  const [top, weight] = [sum(parts.map((part) => part.top)), sum(parts.map((part) => part.weight))]
  const without = parts.map((part) => (top - part.top) / (weight - part.weight))
  const mean = sum(without) / without.length
  const spread = sum(without.map((value) => (value - mean) ** 2))
  return {
    correlation: top / weight,
    standardError: Math.sqrt(((without.length - 1) / without.length) * spread),
    groups: parts.length,
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
