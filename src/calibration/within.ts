/**
 * Levels of places within cities: of counties between two censuses, once the cities themselves have been fitted.
 *
 *   level of a place ~ normal (level of its city + mean of its kind, spread)     on the scale on which it is normal
 *   what is counted of it ~ Student (what is projected, sd), 4 degrees of freedom
 *
 * What the counts of a place do not say, its city says (partial pooling). How far places deviate is not assumed but
 * estimated from those fitted (empirical Bayes; Dempster, Laird and Rubin 1977). Errors have long tails, since some
 * boundaries moved (Lange, Little and Taylor 1989). Levels that the region has one of, and schedules, stay as fitted to
 * the cities. See docs/method.md, M12.
 */
import { exp, log } from '../math/exponential.js'
import { layoutOf, measuresOf } from './counts.js'
import type { Decade } from './decade.js'
import { createDecadeProjection } from './decade-projection.js'
import { requireCities } from './error-model.js'
import { type ByLevel, byLevel, OWN_LEVELS, type OwnLevel, type PlaceDatum } from './own-levels.js'
import { type Levels, UNKNOWNS } from './unknowns.js'
import { type CityBlock, createBlock, solveBlock } from './within-block.js'

export interface Within {
  /** Of the places. */
  readonly decade: Decade
  /** Index of each place's city, and of its kind (such as district or county), from 0. */
  readonly cityOf: readonly number[]
  readonly kindOf: readonly number[]
  /** Levels that each place would have from its city. */
  readonly levels: Levels
}

export interface WithinFit {
  readonly within: Within
  /** Places whose counts were used. */
  readonly places: readonly number[]
  /** By place: how far its level stands from that of its city, and the standard deviation of what is not known of it. */
  readonly deviations: ByLevel<Float64Array>
  readonly unknown: ByLevel<Float64Array>
  /** By kind. */
  readonly means: ByLevel<Float64Array>
  /** Standard deviation of places about the mean of their kind and city. */
  readonly spreads: ByLevel<number>
  readonly levels: Levels
  /** Longest step of the last round, in spreads. */
  readonly moved: number
}

/**
 * The errors of what is counted of a place, on the scale of its measure: a hundredth of the people and half a point of
 * urban share stand for boundaries that moved a little. Migrants and people away are shared out from their cities'
 * (docs/data.md, Counties) and say less than those of a city. Judgements.
 */
export const PLACE_ERRORS = { people: 0.01, townspeople: 0.02, migrants: 0.2, away: 0.4 } as const

/**
 * Levels whose spread and means of kinds are learnt. The pull of outside is not: what is counted hardly tells it from the
 * attraction of other places, so that it stays about its city's, with half of what cities differ by (judgement).
 */
const LEARNT = ['rural_exit', 'attraction'] as const
const PULL_SPREAD = 0.35
/** Prior standard deviation of a kind's mean, and the spread that the search begins with: that of cities about the region. */
const CITY_SD = byLevel((level) => unknownOf(level).city)
/** So many places does the prior of a spread count for. */
const PRIOR_PLACES = 20
/** Degrees of freedom of the errors; in the first rounds they are nearly normal, so that what lies far off is drawn near. */
const FREEDOM = { first: 100, later: 4, from: 6 }
/** Rounds of the search, and in which of them derivatives are taken anew. */
const ROUNDS = 24
const FRESH = [0, 3, 7, 14]

export interface WithinRounds {
  readonly rounds?: number
  readonly fresh?: readonly number[]
  /** Told before every round how many are done, and how many there are. */
  readonly onRound?: (done: number, most: number) => void
}

function unknownOf(level: OwnLevel) {
  return UNKNOWNS.find(({ name }) => name === level)!
}

/**
 * Fit the places of a decade, or some of them; the others have the mean of their kind. Every round projects the decade
 * once and moves the places of each city together, by a Gauss-Newton step. Throws RangeError where levels give rates
 * out of their bounds, and CitywardError for a place that there is not.
 */
export function fitWithin(
  within: Within,
  places?: readonly number[],
  { rounds = ROUNDS, fresh = FRESH, onRound }: WithinRounds = {},
): WithinFit {
  const { decade, cityOf, kindOf } = within
  requireCities('fitWithin', decade, { cities: places })
  const fitted = places ?? cityOf.map((_, place) => place)
  const kinds = 1 + Math.max(...kindOf)
  const deviations = byLevel(() => new Float64Array(cityOf.length))
  const unknown = byLevel(() => new Float64Array(cityOf.length))
  const means = byLevel(() => new Float64Array(kinds))
  const spreads: Record<OwnLevel, number> = { ...CITY_SD, pull_of_outside: PULL_SPREAD }
  const measure = createMeasure(within)
  const data = dataOf(decade, fitted)
  const cities = [...new Set(fitted.map((place) => cityOf[place]))]
  const blocks = cities.map((city) =>
    createBlock(
      fitted.filter((place) => cityOf[place] === city),
      data,
    ),
  )
  let moved = 0
  /** Where rates were within their bounds last. */
  const good = byLevel((level) => deviations[level].slice())
  for (let round = 0; round < rounds; round++) {
    onRound?.(round, rounds)
    const counted = measureNear(measure, deviations, good)
    if (fresh.includes(round)) takeSlopes(blocks, deviations, counted, measure)
    moved = 0
    for (const block of blocks) {
      const about = { means, spreads, kindOf }
      const freedom = round < FREEDOM.from ? FREEDOM.first : FREEDOM.later
      moved = Math.max(moved, solveBlock(block, counted, { ...about, freedom }, deviations, unknown))
    }
    pool({ fitted, kindOf }, deviations, unknown, means, spreads)
    for (const level of OWN_LEVELS)
      kindOf.forEach((kind, place) => {
        if (!fitted.includes(place)) deviations[level][place] = means[level][kind]
      })
  }
  const levels = levelsWithin(within, deviations)
  return { within, places: fitted, deviations, unknown, means, spreads, levels, moved }
}

/** The levels of the places at these deviations from their cities. */
export function levelsWithin({ levels }: Pick<Within, 'levels'>, deviations: ByLevel<Float64Array>): Levels {
  const own = byLevel((level) => {
    const { scale } = unknownOf(level)
    const by = deviations[level]
    return levels(level).map((value, place) =>
      scale === 'log' ? exp(log(value) + by[place]) : value + by[place],
    )
  })
  return (name) => own[name as OwnLevel] ?? levels(name)
}

/** Measures as projected; undefined where rates are out of their bounds. */
type Measure = (deviations: ByLevel<Float64Array>) => Float64Array | undefined

function createMeasure(within: Within): Measure {
  const { decade } = within
  const project = createDecadeProjection(decade)
  return (deviations) => {
    const projection = project(levelsWithin(within, deviations))
    return projection && measuresOf(decade, projection.people, projection.away)
  }
}

/** Said where even the levels of the cities are out of the bounds of their places. */
export const NOT_LIVED = 'the levels of the cities give their places rates that cannot be lived'
/** Halvings of a step before giving up. */
const HALVINGS = 8

/** Measures at these deviations, or on the way to them from where rates were within their bounds; both are written. */
function measureNear(
  measure: Measure,
  deviations: ByLevel<Float64Array>,
  good: ByLevel<Float64Array>,
): Float64Array {
  for (let halving = 0; halving <= HALVINGS; halving++) {
    const counted = measure(deviations)
    if (counted) {
      for (const level of OWN_LEVELS) good[level].set(deviations[level])
      return counted
    }
    for (const level of OWN_LEVELS)
      deviations[level].forEach((by, place) => {
        deviations[level][place] = (by + good[level][place]) / 2
      })
  }
  throw new RangeError(NOT_LIVED)
}

function dataOf(decade: Decade, places: readonly number[]): PlaceDatum[] {
  const layout = layoutOf(decade.dims)
  const counted = measuresOf(decade, decade.after.people, decade.after.away)
  return places.flatMap((place) =>
    (Object.keys(PLACE_ERRORS) as (keyof typeof PLACE_ERRORS)[]).flatMap((kind) => {
      const measure = layout[kind] + place
      const value = counted[measure]
      // a place without villagers has no odds, and one without migrants no logarithm
      return Number.isFinite(value) ? [{ place, measure, value, sd: PLACE_ERRORS[kind] }] : []
    }),
  )
}

/** Step of the differences: small beside a curve, large beside rounding. */
const NUDGE = 1e-4

/**
 * Derivatives by differences. One place of every city is moved at a time: what a place moves in other cities is little,
 * and is left out of the direction of a step, not of what is projected.
 */
function takeSlopes(
  blocks: readonly CityBlock[],
  deviations: ByLevel<Float64Array>,
  still: Float64Array,
  measure: Measure,
): void {
  const turns = Math.max(...blocks.map(({ places }) => places.length))
  OWN_LEVELS.forEach((level, own) => {
    for (let turn = 0; turn < turns; turn++) {
      const nudged = { ...deviations, [level]: deviations[level].slice() }
      for (const { places } of blocks) if (turn < places.length) nudged[level][places[turn]] += NUDGE
      // where rates are at their bounds the slopes stay as they were
      const there = measure(nudged)
      if (!there) continue
      for (const { places, data, slopes } of blocks) {
        if (turn >= places.length) continue
        const column = turn * OWN_LEVELS.length + own
        data.forEach((datum, row) => {
          slopes[row * places.length * OWN_LEVELS.length + column] =
            (there[datum.measure] - still[datum.measure]) / NUDGE
        })
      }
    }
  })
}

/** Means of kinds, drawn towards their city's level, and spreads: what was found of places and what stays unknown. */
function pool(
  { fitted, kindOf }: { readonly fitted: readonly number[]; readonly kindOf: readonly number[] },
  deviations: ByLevel<Float64Array>,
  unknown: ByLevel<Float64Array>,
  means: ByLevel<Float64Array>,
  spreads: Record<OwnLevel, number>,
): void {
  for (const level of LEARNT) {
    means[level].forEach((_, kind) => {
      const own = fitted.filter((place) => kindOf[place] === kind)
      const sum = own.reduce((all, place) => all + deviations[level][place], 0)
      means[level][kind] = sum / (own.length + (spreads[level] / CITY_SD[level]) ** 2)
    })
    const squares = fitted.map(
      (place) => (deviations[level][place] - means[level][kindOf[place]]) ** 2 + unknown[level][place] ** 2,
    )
    const prior = PRIOR_PLACES * CITY_SD[level] ** 2
    const sum = squares.reduce((all, one) => all + one, prior)
    spreads[level] = Math.sqrt(sum / (fitted.length + PRIOR_PLACES))
  }
}
