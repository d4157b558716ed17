/** Levels that smaller places have of their own, about those of the larger place that they lie in, and how exact their counts are. */
import type { Decade } from '../decade.js'
import type { Levels } from '../unknowns.js'

/** Levels that a place has of its own. */
export const OWN_OF_PLACES = ['rural_exit', 'pull_of_outside', 'attraction', 'reclassification'] as const
export type OwnOfPlace = (typeof OWN_OF_PLACES)[number]

/** A number for each of them. */
export type OfEach<T> = Readonly<Record<OwnOfPlace, T>>

export function ofEach<T>(of: (level: OwnOfPlace) => T): OfEach<T> {
  return Object.fromEntries(OWN_OF_PLACES.map((level) => [level, of(level)])) as Record<OwnOfPlace, T>
}

/** By place, how far its levels stand from those of its city. */
export type Deviations = OfEach<Float64Array>

export interface PlacesWithin {
  /** Of the places. */
  readonly decade: Decade
  /** Index of each place's city, and of its kind (district or not), from 0. */
  readonly cityOf: readonly number[]
  readonly kindOf: readonly number[]
  /** Of the block whose slopes are taken pair by pair, which holds whole cities, and of the part of the region that the block lies in. */
  readonly blockOf: readonly number[]
  readonly partOf: readonly number[]
  /** Levels that each place would have from its city. */
  readonly levels: Levels
  /** Those of them that it has of its own. */
  readonly own: readonly OwnOfPlace[]
  /** Highest level of leaving the village. */
  readonly mostExit: number
  /** Whether what parts of the region do to each other is measured once, and taken to stay so: it is little, and takes as long as all else. */
  readonly commonOnce: boolean
  /** PlacesWithin that spreads and means of kinds are learnt from. */
  readonly learnt: readonly number[]
}

/**
 * Standard deviations of what is counted of a place: a hundredth of the people, and half a point of urban share but at least 0.02 of its
 * log odds, for boundaries that moved a little; migrants and people away are shared out from their cities. Student's errors with 4
 * degrees of freedom. Judgements, as for the counties of Guangxi (within.ts).
 */
export const COUNT_ERRORS = { people: 0.01, share: 0.005, odds: 0.02, migrants: 0.2, away: 0.4 } as const
export const FREEDOM = 4
/** Of the people of a city, whose boundary was followed: normal, as its own fit has it. */
export const CITY_ERROR = 0.001
