/**
 * People of a place by status, estimated from what a census counts of it: its people by sex and age, its townspeople,
 * its stocks of migrants, its registered people (docs/data.md, Population and status).
 */
import { partOf } from './part-of-people.js'
import type { ByAge } from './single-ages.js'

export interface PlacePeople {
  readonly all: ByAge
  /** By status: rural, reclassified, registered, migrant. */
  readonly statuses: readonly ByAge[]
}

/** What is known or taken of the townspeople of a place, persons. */
export interface TownTotals {
  readonly urban: number
  /** Migrants and registered as wanted; what does not fit beside the least share of reclassified is cut. */
  readonly migrants: number
  readonly registered: number
}

/** Share of those registered elsewhere who live in towns (judgement; townships have villages, and farms hire). */
export const MIGRANTS_IN_TOWN = 0.92
/** Moves within one city proper are no migration: a share of those registered elsewhere in the region (judgement). */
export const WITHIN_CITY_PROPER = 0.15
/** Of the urban registered, share who live at home (judgement: others are students and workers away). */
export const REGISTERED_AT_HOME = 0.92
/** Villages that became towns are at least this share of townspeople (judgement). */
export const LEAST_RECLASSIFIED = 0.03
/** Migrants are at most this share of the townspeople that the reclassified leave (judgement). */
const MOST_MIGRANTS = 0.75

/** How likely a townsperson is a migrant, by age, relative to others (judgement: labour ages lead, elders follow least). */
const migrantLeaning = (age: number) =>
  age < 6 ? 0.35 : age < 15 ? 0.3 : age < 25 ? 0.62 : age < 40 ? 0.52 : age < 60 ? 0.36 : 0.2

/**
 * People by status, all whole, with the place's people by sex and age and its townspeople kept.
 *
 * urbanShares  of each cell [sex][age] that lives in town, between 0 and 1; only how they differ by age matters
 */
export function peopleByStatus(
  all: ByAge,
  urbanShares: readonly number[][],
  { urban: urbanTotal, migrants: comers, registered: urbanRegistered }: TownTotals,
): PlacePeople {
  const urban = partOf(all, urbanShares, urbanTotal)
  const most = (1 - LEAST_RECLASSIFIED) * urbanTotal
  const migrants = Math.min(comers, Math.round(MOST_MIGRANTS * most))
  const registered = Math.min(urbanRegistered, Math.round(most - migrants))
  const leanings = urban.map((row) => row.map((_, age) => migrantLeaning(age)))
  const migrant = partOf(urban, leanings, migrants)
  const settled = urban.map((row, sex) => row.map((persons, age) => persons - migrant[sex][age]))
  const share = urbanTotal > migrants ? registered / (urbanTotal - migrants) : 0
  const own = partOf(
    settled,
    settled.map((row) => row.map(() => Math.min(0.99, Math.max(0.01, share)))),
    registered,
  )
  const less = (a: ByAge, b: ByAge) => a.map((row, sex) => row.map((persons, age) => persons - b[sex][age]))
  return { all, statuses: [less(all, urban), less(settled, own), own, migrant] }
}
