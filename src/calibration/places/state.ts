/** Where the search for the levels of places stands, and what it seeks. */
import { log } from '../../math/exponential.js'
import { UNKNOWNS } from '../unknowns.js'
import { NOT_LIVED } from '../within.js'
import type { Measure } from './measure.js'
import { type Deviations, type OfEach, type OwnOfPlace, ofEach, type PlacesWithin } from './model.js'
import type { Slopes } from './slopes.js'
import type { StepProblem } from './step.js'

export interface SearchState {
  readonly deviations: Deviations
  readonly counted: Float64Array
  /** Of kinds, and the standard deviation of places about the mean of their kind and city. */
  readonly means: OfEach<Float64Array>
  readonly spreads: OfEach<number>
}

/**
 * Prior standard deviation of a kind's mean, and the spread that the search begins with: what cities differ by about the region, and for
 * villages that become towns a third to three times its pace. The pull of outside, which nothing counted tells from the attraction of
 * other places, has half of what cities differ by, and is not learnt.
 */
export const PRIOR_SD = ofEach((level) => {
  if (level === 'pull_of_outside') return 0.35
  return level === 'reclassification' ? 1 : UNKNOWNS.find(({ name }) => name === level)!.city
})

/** Farthest that a place may lie from the mean, and longest step, in spreads. */
const [FARTHEST, LONGEST] = [3, 1]

/** At the levels of the cities; where more would leave the village than can, at the highest level. */
export function beginning(places: PlacesWithin, measure: Measure): SearchState {
  const deviations = ofEach(() => new Float64Array(places.cityOf.length))
  deviations.rural_exit.set(highestOf(places).map((most) => Math.min(0, most)))
  const [counted] = measure([deviations])
  if (!counted) throw new RangeError(NOT_LIVED)
  const kinds = 1 + Math.max(...places.kindOf)
  return { deviations, counted, means: ofEach(() => new Float64Array(kinds)), spreads: PRIOR_SD }
}

/** Highest deviation of leaving the village by place. */
const highestOf = ({ levels, mostExit }: PlacesWithin) =>
  levels('rural_exit').map((level) => log(mostExit / level))

/** freedom: degrees of freedom of the places' errors. */
export function problemAt(
  places: PlacesWithin,
  slopes: Slopes,
  { deviations, counted, means, spreads }: SearchState,
  freedom: number,
): StepProblem {
  const filled = (value: number) => new Float64Array(slopes.unknowns).fill(value)
  const [scales, z, least, most] = [filled(0), filled(0), filled(-FARTHEST), filled(FARTHEST)]
  const highest = highestOf(places)
  eachUnknown(slopes, (level, place, at) => {
    const mean = means[level][places.kindOf[place]]
    scales[at] = spreads[level]
    z[at] = (deviations[level][place] - mean) / spreads[level]
    if (level === 'rural_exit') most[at] = Math.min(FARTHEST, (highest[place] - mean) / spreads[level])
  })
  const [weights, residuals] = [new Float64Array(slopes.rows), new Float64Array(slopes.rows)]
  for (const { counts, firstRow } of slopes.blocks)
    counts.forEach(({ measure, value, sd, ofCity }, row) => {
      const residual = (counted[measure] - value) / sd
      // all of a place's people may live in town for once, without odds
      if (!Number.isFinite(residual)) return
      const root = ofCity ? 1 : Math.sqrt((freedom + 1) / (freedom + residual ** 2))
      weights[firstRow + row] = root / sd
      residuals[firstRow + row] = root * residual
    })
  return { slopes, scales, weights, residuals, z, least, most }
}

/** Visit every unknown in its order. */
export function eachUnknown(
  { blocks, levels }: Slopes,
  visit: (level: OwnOfPlace, place: number, at: number) => void,
): void {
  for (const { places, firstUnknown } of blocks)
    places.forEach((place, k) => {
      levels.forEach((level, index) => {
        visit(level, place, firstUnknown + k * levels.length + index)
      })
    })
}

/** Twice the negative logarithm of what is sought: Student's errors of places, normal ones of cities, and the priors. */
export function lossOf({ slopes, residuals, weights, z }: StepProblem, freedom: number): number {
  let sum = z.reduce((all, one) => all + one * one, 0)
  for (const { counts, firstRow } of slopes.blocks)
    counts.forEach(({ sd, ofCity }, row) => {
      const at = firstRow + row
      if (weights[at] === 0) return
      const residual = residuals[at] / (weights[at] * sd)
      sum += ofCity ? residual ** 2 : (freedom + 1) * log(1 + residual ** 2 / freedom)
    })
  return sum
}

/** Deviations after a step, of which no city takes more than the longest. */
export function stepped(
  { cityOf }: PlacesWithin,
  { slopes, z, scales, least, most }: StepProblem,
  step: Float64Array,
  deviations: Deviations,
): Deviations {
  const longest = new Float64Array(1 + Math.max(...cityOf))
  eachUnknown(slopes, (_, place, at) => {
    longest[cityOf[place]] = Math.max(longest[cityOf[place]], Math.abs(step[at]))
  })
  const out = ofEach((level) => deviations[level].slice())
  eachUnknown(slopes, (level, place, at) => {
    const by = Math.min(1, LONGEST / longest[cityOf[place]])
    const to = Math.max(least[at], Math.min(most[at], z[at] + by * step[at]))
    out[level][place] += (to - z[at]) * scales[at]
  })
  return out
}
