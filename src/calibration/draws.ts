/**
 * Draws of the posterior as columns that a scenario's uncertainties take: rows stay together, so that a slow return
 * goes with the slow exit that the same decade implies.
 *
 * Of levels by city a column has what all cities share, weighed by villagers at the later census, and a column for each
 * city what it deviates by from that: both together are the level that the row has of the city, relative to the fitted one.
 */
import { exp, log } from '../math/exponential.js'
import { cohortAt, RURAL } from '../vocabulary/dimensions.js'
import type { Decade } from './decade.js'
import { paceOf, returningShares } from './decade-rates.js'
import type { Fit } from './fit.js'
import { type Levels, levelsOf } from './unknowns.js'

/** How far a draw lies from the fitted level of a city, on the scale of the fit. */
function deviation({ levels, fitted }: ColumnInputs, name: string, log_: boolean, city: number): number {
  const [own, middle] = [levels(name)[city], fitted(name)[city]]
  return log_ ? log(own / middle) : own - middle
}

function sharedDeviation(inputs: ColumnInputs, name: string, log_: boolean): number {
  let sum = 0
  inputs.weights.forEach((weight, city) => {
    sum += weight * deviation(inputs, name, log_, city)
  })
  return sum
}

/** Of the fitted level of every city. */
const shared =
  (name: string, log_: boolean): Column =>
  (inputs) => {
    const sum = sharedDeviation(inputs, name, log_)
    return log_ ? exp(sum) : sum
  }

interface ColumnInputs {
  readonly levels: Levels
  readonly fitted: Levels
  readonly weights: Float64Array
  readonly steps: number
  /** Whether cities have a level of their own of this name, which values.csv then holds as fitted. */
  readonly byCity: (name: string) => boolean
}
type Column = (inputs: ColumnInputs) => number

const relative =
  (name: string): Column =>
  ({ levels, fitted }) =>
    levels(name)[0] / fitted(name)[0]

/** Column of the part of the gain in urban share that fell into the last years of the time, as a draw has it. */
export const LATE_SHARE = 'late_share'

/** Columns by name: levels relative to the fitted ones, but for shares and the two paces. */
const COLUMNS: Readonly<Record<string, Column>> = {
  exit_level: shared('rural_exit', true),
  end_pace: ({ levels, steps }) => paceOf(steps, levels('pace_slope')[0])[steps - 1],
  outside_level: shared('pull_of_outside', false),
  return_pace: relative('return_home'),
  town_pace: relative('city_to_city'),
  outside_return_level: relative('return_from_outside'),
  returning_village: ({ levels }) => returningShares(levels)[0],
  returning_reclassified: ({ levels }) => returningShares(levels)[1],
  returning_registered: ({ levels }) => returningShares(levels)[2],
  arrivals_pace: (inputs) =>
    inputs.byCity('arrivals') ? shared('arrivals', true)(inputs) : inputs.levels('arrivals')[0],
  conversion_level: relative('conversion'),
  reclassification_level: (inputs) =>
    (inputs.byCity('reclassification') ? shared('reclassification', true) : relative('reclassification'))(
      inputs,
    ),
}

/**
 * What cities deviate by, by the name before their code: the level, its scale, whether a shared column stands beside it, and
 * steps in one, to which it is rounded: half of what is known and less, since a report carries every number.
 */
const OWN = [
  ['exit_own', 'rural_exit', true, true, 100],
  ['outside_own', 'pull_of_outside', false, true, 5],
  ['attraction_own', 'attraction', false, false, 20],
] as const

/** Names of the columns: those of COLUMNS, LATE_SHARE where that is among the data, and what each city deviates by. */
export function columnNames({ data, decade }: Fit): string[] {
  const late = data.some(({ kind }) => kind === 'late_gain') ? [LATE_SHARE] : []
  const own = OWN.flatMap(([column]) => decade.cities.map(({ code }) => `${column}_${code}`))
  return [...Object.keys(COLUMNS), ...late, ...own]
}

/** What cities deviate by, in the order of `columnNames`. */
function ownOf(inputs: ColumnInputs): number[] {
  return OWN.flatMap(([, name, log_, beside, steps]) => {
    const sum = beside ? sharedDeviation(inputs, name, log_) : 0
    return Array.from(inputs.weights, (_, city) => {
      // where nobody lives in a village nothing speaks of leaving it: without this its prior alone would stop futures of all
      if (name === 'rural_exit' && inputs.weights[city] === 0) return 1
      const own = deviation(inputs, name, log_, city) - sum
      return Math.round(steps * (log_ ? exp(own) : own)) / steps
    })
  })
}

/** Rows of draws in the order of `columnNames`. */
export function drawsOf(fit: Fit, seed: number, draws: number): number[][] {
  const { decade, entries, priors, levels: fitted } = fit
  const weights = villagersOf(decade)
  const byCity = (name: string) => hasByCity(fit, name)
  const late = fit.data.findIndex(({ kind }) => kind === 'late_gain')
  return Array.from({ length: draws }, (_, draw) => {
    const z = fit.draw(seed, draw)
    const levels = levelsOf(entries, z, decade.dims.cities, priors)
    const inputs = { levels, fitted, weights, steps: decade.schedules.length, byCity }
    const columns = Object.values(COLUMNS).map((column) => column(inputs))
    return [...columns, ...(late < 0 ? [] : [expectedAt(fit, late, z)]), ...ownOf(inputs)]
  })
}

/** Whether a level was fitted city by city; else the region has one of it. */
export const hasByCity = ({ priors }: Fit, level: string): boolean =>
  priors.some(({ name, city }) => name === level && city > 0)

/** What z says a datum is, by the derivatives at the minimum: as normal as the draws themselves. */
function expectedAt({ data, minimum }: Fit, datum: number, z: Float64Array): number {
  const { value, sd } = data[datum]
  const from = datum * z.length
  let residual = minimum.residuals[datum]
  for (let k = 0; k < z.length; k++) residual += minimum.slopes[from + k] * (z[k] - minimum.z[k])
  return value + sd * residual
}

/** Share of each city in the villagers of the later census. */
function villagersOf({ dims, after }: Decade): Float64Array {
  const weights = new Float64Array(dims.cities)
  let all = 0
  const from = cohortAt(dims, RURAL, 0, 0)
  for (let cell = from; cell < from + dims.sexes * dims.ages * dims.cities; cell++) {
    weights[cell % dims.cities] += after.people[cell]
    all += after.people[cell]
  }
  return weights.map((villagers) => villagers / all)
}
