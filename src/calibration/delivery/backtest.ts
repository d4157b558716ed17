/**
 * How the delivery model would have done: promises of a family, or of a province, forecast by a fit that has seen
 * none of them, beside the share of all others that were met and beside a coin.
 */
import type { PastCommitment } from '../../dataset/dataset.js'
import { log } from '../../math/exponential.js'
import { forecastOf, ratioAt } from './forecast.js'
import { fitDelivery, pledgeOf } from './model.js'
import type { Weighting } from './weights.js'

/** A past promise as it would have been forecast. */
export interface HeldOutPromise {
  readonly row: PastCommitment
  readonly odds: number
  /** Share of the promises met among those that were not held out. */
  readonly baseRate: number
  /** 80 % band of outcome over target. */
  readonly band: readonly [number, number]
}

export type HeldOutBy = 'family' | 'province'

/** Rows whose end is known, each forecast without its family or province. */
export function heldOutPromises(
  rows: readonly PastCommitment[],
  by: HeldOutBy,
  weighting: Weighting,
): HeldOutPromise[] {
  const groups = [...new Set(rows.map((row) => row[by]))]
  return groups.flatMap((group) => {
    const own = rows.filter((row) => row[by] === group && row.met !== undefined)
    if (own.length === 0) return []
    const others = rows.filter((row) => row[by] !== group)
    const model = fitDelivery(others, weighting)
    const decided = others.filter(({ met }) => met !== undefined)
    const baseRate = decided.filter(({ met }) => met).length / decided.length
    return own.map((row): HeldOutPromise => {
      const forecast = forecastOf(model, pledgeOf(row))
      return { row, odds: forecast.odds, baseRate, band: [ratioAt(forecast, 0.1), ratioAt(forecast, 0.9)] }
    })
  })
}

/** Forecasts against what came, of one way to give odds. */
export interface OddsScore {
  readonly method: 'model' | 'base rate' | 'coin'
  /** Mean square of odds less outcome. */
  readonly brier: number
  /** Mean of -ln(odds given to what came). */
  readonly logScore: number
}

export function oddsScores(promises: readonly HeldOutPromise[]): OddsScore[] {
  const score = (method: OddsScore['method'], oddsOf: (one: HeldOutPromise) => number): OddsScore => {
    const errors = promises.map((one) => oddsOf(one) - Number(one.row.met))
    const missed = errors.map((error) => -log(1 - Math.abs(error)))
    return { method, brier: mean(errors.map((error) => error * error)), logScore: mean(missed) }
  }
  return [
    score('model', ({ odds }) => odds),
    score('base rate', ({ baseRate }) => baseRate),
    score('coin', () => 0.5),
  ]
}

/** A bin of odds: how many promises, the mean of their odds, and the share that was met. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly promises: number
  readonly odds: number
  readonly met: number
}

const BIN_EDGES = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]

export function reliabilityOf(promises: readonly HeldOutPromise[]): ReliabilityBin[] {
  return BIN_EDGES.slice(1).flatMap((to, at) => {
    const from = BIN_EDGES[at]
    const own = promises.filter(({ odds }) => odds >= from && (odds < to || to === 1))
    if (own.length === 0) return []
    const met = mean(own.map(({ row }) => Number(row.met)))
    return [{ from, to, promises: own.length, odds: mean(own.map(({ odds }) => odds)), met }]
  })
}

/** Share of the outcomes within the 80 % bands: of all, and of those whose final number is known. */
export function coverageOf(promises: readonly HeldOutPromise[]): { all: number; final: number } {
  const share = (some: readonly HeldOutPromise[]) =>
    mean(some.map(({ row, band: [low, high] }) => Number(row.ratio! >= low && row.ratio! <= high)))
  return { all: share(promises), final: share(promises.filter(({ row }) => row.status === 'final')) }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
