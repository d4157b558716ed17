/**
 * The first target's odds under the last policy, had a datum of the calibration been read otherwise.
 *
 * A fit is normal (docs/method.md, M12), and a datum enters it by what a draw says of it alone; so each draw weighs as much as
 * the other reading finds it likelier than the one it was fitted with. Rows of draws that many futures share are one witness:
 * what is effective are rows, and the interval is that of a mean of clusters (Kish 1965).
 */
import { normalQuantile } from '../../math/normal-quantile.js'
import { paretoSmoothed } from '../../math/pareto-smoothing.js'
import type { TargetPlan } from '../../plan/plan.js'
import type { OutcomeReader } from '../../results/outcome-reader.js'
import type { RunHeader } from '../../results/run-header.js'
import { reached } from '../attainment.js'
import { findColumn } from '../read-columns.js'
import type { ReadingOdds, Summary, WeighedOdds } from '../summary.js'
import { MOST_KHAT } from './observed-futures.js'

/** Fewest effective rows of draws with which odds are stated: known to about 14 points either way at worst. */
const LEAST_ROWS = 50
const Z95 = normalQuantile(0.975)

type Given = NonNullable<RunHeader['readings']>

/** Undefined where the run has no readings or no target, or draws that are of no row. */
export async function oddsByReading(header: RunHeader, reader: OutcomeReader): Promise<Summary['readings']> {
  const { readings, targets, policies } = header
  const [target] = targets
  if (!readings || !target || target.unmoved || reader.draws === 0) return undefined
  const policy = policies.length - 1
  const outcome = findColumn(header, target.indicator, 0, target.year)!.name
  const [inputs, values] = await reader.read(policy, [`input@${readings.input}`, outcome])
  const places = new Map(readings.rows.map(([value], row) => [value, row]))
  const rows = Int32Array.from(inputs, (value) => places.get(value) ?? -1)
  if (rows.includes(-1)) return undefined
  const { name } = policies[policy]
  return {
    target: target.id,
    policy: name,
    choices: readings.choices.map((choice) => oddsOfReading(readings, choice, { target, rows, values })),
  }
}

interface Futures {
  readonly target: TargetPlan
  /** Of every draw: the row it is of, and the outcome. */
  readonly rows: Int32Array
  readonly values: Float64Array
}

function oddsOfReading(
  { choices: [used], rows: said }: Given,
  choice: Given['choices'][number],
  { target, rows, values }: Futures,
): ReadingOdds {
  const off = (row: number, { value, error }: typeof used) => ((said[row][1] - value) / error) ** 2
  const drawn = [...new Set(rows)]
  const logs = Float64Array.from(drawn, (row) => (off(row, used) - off(row, choice)) / 2)
  const smoothed = paretoSmoothed(logs)
  // all rows alike have no tail
  const khat = choice === used ? Number.NEGATIVE_INFINITY : smoothed.khat
  const ofRow = new Map(drawn.map((row, k) => [row, smoothed.weights[k]]))
  const raw = Float64Array.from(rows, (row) => ofRow.get(row)!)
  const all = raw.reduce((sum, one) => sum + one, 0)
  const weights = raw.map((one) => one / all)
  const effectiveRows = 1 / sumOfSquares(sumsByRow(rows, weights))
  const { name, title, because, value, error } = choice
  const about = { name, title, because, value, error, effectiveRows, khat }
  if (khat > MOST_KHAT || effectiveRows < LEAST_ROWS) return about
  const oddsOf = (aim: TargetPlan) => weighedOdds(rows, weights, (draw) => reached(aim, values[draw]))
  return {
    ...about,
    lenient: oddsOf(target),
    strict: oddsOf({ ...target, tolerance: 0 }),
    ...weighedRange(values, weights),
  }
}

/** Share of the weight that hits, with the interval that rows as clusters give it. */
function weighedOdds(rows: Int32Array, weights: Float64Array, hits: (draw: number) => boolean): WeighedOdds {
  const hit = Float64Array.from(weights, (weight, draw) => (hits(draw) ? weight : 0))
  const share = hit.reduce((sum, one) => sum + one, 0)
  const away = hit.map((one, draw) => one - share * weights[draw])
  const error = Z95 * Math.sqrt(sumOfSquares(sumsByRow(rows, away)))
  return { share, low: Math.max(0, share - error), high: Math.min(1, share + error) }
}

function sumsByRow(rows: Int32Array, values: Float64Array): Float64Array {
  const sums = new Float64Array(rows.reduce((most, row) => Math.max(most, row), 0) + 1)
  rows.forEach((row, draw) => {
    sums[row] += values[draw]
  })
  return sums
}

const sumOfSquares = (values: Float64Array) => values.reduce((sum, one) => sum + one * one, 0)

/** Median and 80 % range of the outcomes that are numbers, by weight. */
function weighedRange(values: Float64Array, weights: Float64Array): Pick<ReadingOdds, 'median' | 'range80'> {
  const order = [...values.keys()].filter((draw) => !Number.isNaN(values[draw]))
  if (order.length === 0) return {}
  order.sort((one, other) => values[one] - values[other] || one - other)
  const all = order.reduce((sum, draw) => sum + weights[draw], 0)
  const at = (share: number) => {
    let sum = 0
    const found = order.find((draw) => {
      sum += weights[draw]
      return sum >= share * all
    })
    return values[found ?? order.at(-1)!]
  }
  return { median: at(0.5), range80: [at(0.1), at(0.9)] }
}
