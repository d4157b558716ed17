/**
 * Levels of smaller places, such as counties, between two censuses, once the larger ones they lie in have been fitted.
 *
 *   level of a place ~ normal (level of its city + mean of its kind, spread)     on the scale on which it is normal
 *   what is counted of it ~ Student (what is projected, sd), 4 degrees of freedom
 *   people of a city ~ normal (what is projected of its places together, sd)
 *
 * Spreads and means of kinds are learnt from the places (empirical Bayes; Dempster, Laird and Rubin 1977). All places move together, by
 * Gauss-Newton steps that are damped until they go down (Levenberg 1944, Marquardt 1963). See docs/method.md, M12.
 */
import type { Levels } from '../unknowns.js'
import { countsByCity, createMeasure, levelsAt } from './measure.js'
import { FREEDOM, type OfEach, ofEach, type PlacesWithin } from './model.js'
import { createSlopes, pairsOf, type Slopes, takeSlopes } from './slopes.js'
import { beginning, eachUnknown, lossOf, PRIOR_SD, problemAt, type SearchState, stepped } from './state.js'
import { jointStep, unknownOf } from './step.js'

export interface PlacesFit {
  readonly levels: Levels
  /** Standard deviation of places about the mean of their kind and city. */
  readonly spreads: OfEach<number>
  /** Steps that were tried, and whether the last two gained next to nothing. */
  readonly rounds: number
  readonly settled: boolean
}

export interface SearchOptions {
  /** Steps that are tried before the search gives up, and steps taken after which slopes are computed anew. */
  readonly rounds: number
  readonly renew: number
  /** How often slopes may be computed, the first time with it: each takes as long as many steps. */
  readonly slopes: number
  /** Told how many projections are done, one or two side by side, and how many there may be. */
  readonly onRound?: (done: number, most: number) => void
}

/** So many places does the prior of a spread count for. */
const PRIOR_PLACES = 20
/**
 * At first errors are nearly normal, so that what lies far off is drawn near; until a step gains less than this part of the sum, or so many
 * were tried.
 */
const NEARLY_NORMAL = { freedom: 100, gain: 0.02, rounds: 24 }
const DAMPING = { first: 1e-2, least: 1e-4, down: 0.3, up: 4 }
/** What is gained by a step, as twice a log likelihood, that is too little to go on for. */
const LITTLE = 1
/** A step that is damped by more gains little because it is short. */
const HEAVY = 1

/** Throws RangeError where rates are out of their bounds at the levels of the cities. */
export function fitPlaces(places: PlacesWithin, search: SearchOptions): PlacesFit {
  const { rounds: most, renew } = search
  const measure = createMeasure(places)
  const slopes = createSlopes(places, countsByCity(places))
  let state = beginning(places, measure)
  let freedom: number = NEARLY_NORMAL.freedom
  let damping = DAMPING.first
  const took = createProgressOf(
    search,
    [true, !places.commonOnce].map((withCommon) => pairsOf(slopes, withCommon)),
  )
  let [stale, taken] = [renew, 0]
  let [small, refused, rounds] = [0, 0, 0]
  for (; rounds < most && small < 2; rounds++) {
    took()
    if (taken < search.slopes && (stale >= renew || (refused > 1 && stale > 0))) {
      const withCommon = taken++ === 0 || !places.commonOnce
      takeSlopes(slopes, places, { ...state, measure, withCommon, onPair: took })
      stale = 0
    }
    const problem = problemAt(places, slopes, state, freedom)
    const deviations = stepped(places, problem, jointStep(problem, damping), state.deviations)
    const [counted] = measure([deviations])
    const there = counted && { ...state, deviations, counted }
    const gain = there
      ? lossOf(problem, freedom) - lossOf(problemAt(places, slopes, there, freedom), freedom)
      : Number.NaN
    if (!(there && gain >= 0)) {
      damping *= DAMPING.up
      refused++
      continue
    }
    state = learnt(places, slopes, unknownOf(problem), there)
    small = freedom === FREEDOM && gain < LITTLE && damping < HEAVY ? small + 1 : 0
    if (gain < NEARLY_NORMAL.gain * lossOf(problem, freedom) || rounds >= NEARLY_NORMAL.rounds)
      freedom = FREEDOM
    damping = Math.max(DAMPING.least, damping * DAMPING.down)
    stale++
    refused = 0
  }
  const { deviations, spreads } = state
  return { levels: levelsAt(places, deviations), spreads, rounds, settled: small === 2 }
}

/** Counts projections, of which there are so many pairs for slopes the first time and later. */
function createProgressOf(
  { rounds, renew, slopes, onRound }: SearchOptions,
  [first, later]: readonly number[],
) {
  const turns = Math.min(slopes, Math.ceil(rounds / renew))
  const all = rounds + first + (turns - 1) * later
  let done = 0
  return () => onRound?.(Math.min(done++, all), all)
}

/**
 * Means of kinds, drawn towards their city's level, and spreads: what was found of places and what stays unknown of them. Villages
 * become towns at the region's pace in the mean, which ages and kinds of townspeople spoke for.
 */
function learnt(
  { kindOf, learnt: from }: PlacesWithin,
  slopes: Slopes,
  unknown: Float64Array,
  state: SearchState,
): SearchState {
  const { deviations } = state
  const rest = ofEach(() => new Float64Array(kindOf.length))
  eachUnknown(slopes, (level, place, at) => {
    rest[level][place] = unknown[at] * state.spreads[level]
  })
  const means = ofEach((level) =>
    state.means[level].map((mean, kind) => {
      if (level === 'pull_of_outside' || level === 'reclassification') return mean
      const alike = from.filter((place) => kindOf[place] === kind)
      const sum = alike.reduce((all, place) => all + deviations[level][place], 0)
      return sum / (alike.length + (state.spreads[level] / PRIOR_SD[level]) ** 2)
    }),
  )
  const spreads = ofEach((level) => {
    if (level === 'pull_of_outside') return PRIOR_SD[level]
    const sum = from.reduce(
      (all, place) =>
        all + (deviations[level][place] - means[level][kindOf[place]]) ** 2 + rest[level][place] ** 2,
      PRIOR_PLACES * PRIOR_SD[level] ** 2,
    )
    return Math.sqrt(sum / (from.length + PRIOR_PLACES))
  })
  return { ...state, means, spreads }
}
