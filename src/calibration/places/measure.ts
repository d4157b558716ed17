/** What is counted of places, and of all places of a city together, as projected and as the later census has it. */
import { exp, log } from '../../math/exponential.js'
import { layoutOf, measuresOf } from '../counts.js'
import { createDecadeProjections } from '../decade-projection.js'
import { type Levels, UNKNOWNS } from '../unknowns.js'
import { CITY_ERROR, COUNT_ERRORS, type Deviations, type OwnOfPlace, type PlacesWithin } from './model.js'

/** Measures as projected at one or two sets of deviations; undefined where rates are out of their bounds. */
export type Measure = (all: readonly Deviations[]) => readonly (Float64Array | undefined)[]

/** What the later census says of a place, or of its city: where it stands among the measures, its value and its error. */
export interface Count {
  readonly measure: number
  readonly value: number
  readonly sd: number
  /** Of a city: its error is normal and not Student's. */
  readonly ofCity: boolean
}

export function createMeasure(places: PlacesWithin): Measure {
  const project = createDecadeProjections(places.decade, { sharesAfter: [], withJoin: false })
  return (all) =>
    project(all.map((deviations) => levelsAt(places, deviations))).map(
      (projection) => projection && measuresIn(places, projection.people, projection.away),
    )
}

/** The levels of the places at these deviations from their cities. */
export function levelsAt({ levels, own }: PlacesWithin, deviations: Deviations): Levels {
  const known = new Map<string, Float64Array>(
    own.map((level) => {
      const by = deviations[level]
      const at =
        scaleOf(level) === 'log'
          ? (value: number, place: number) => value * exp(by[place])
          : (value: number, place: number) => value + by[place]
      return [level, levels(level).map(at)]
    }),
  )
  return (name) => known.get(name) ?? levels(name)
}

const scaleOf = (level: OwnOfPlace) => UNKNOWNS.find(({ name }) => name === level)!.scale

/** Measures of the places, and behind them the people of every city. */
function measuresIn(
  { decade, cityOf }: PlacesWithin,
  people: Float64Array,
  away: Float64Array,
): Float64Array {
  const measures = measuresOf(decade, people, away)
  const layout = layoutOf(decade.dims)
  const all = new Float64Array(1 + Math.max(...cityOf))
  cityOf.forEach((city, place) => {
    all[city] += exp(measures[layout.people + place])
  })
  const out = new Float64Array(layout.length + all.length)
  out.set(measures)
  all.forEach((persons, city) => {
    out[layout.length + city] = log(persons)
  })
  return out
}

/** The counts of each city's places and, last, of all of them together. */
export function countsByCity(places: PlacesWithin): Count[][] {
  const { decade, cityOf } = places
  const layout = layoutOf(decade.dims)
  const counted = measuresIn(places, decade.after.people, decade.after.away)
  const kinds = ['people', 'townspeople', 'migrants', 'away'] as const
  const cities = Array.from({ length: 1 + Math.max(...cityOf) }, (): Count[] => [])
  const add = (city: number, measure: number, sd: (value: number) => number, ofCity: boolean) => {
    const value = counted[measure]
    // a place without villagers has no odds, and one without migrants no logarithm
    if (Number.isFinite(value)) cities[city].push({ measure, value, sd: sd(value), ofCity })
  }
  cityOf.forEach((city, place) => {
    for (const kind of kinds)
      add(city, layout[kind] + place, kind === 'townspeople' ? oddsError : () => COUNT_ERRORS[kind], false)
  })
  cities.forEach((_, city) => {
    add(city, layout.length + city, () => CITY_ERROR, true)
  })
  return cities
}

/** The error of an urban share as one of its log odds: where nearly all or nearly none live in town, these hang on a few people. */
function oddsError(odds: number): number {
  const share = 1 / (1 + exp(-odds))
  return Math.max(COUNT_ERRORS.odds, COUNT_ERRORS.share / (share * (1 - share)))
}
