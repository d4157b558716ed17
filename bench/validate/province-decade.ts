/** The decade of a province by the national tables: with all that `cityward new` knows, and with what 2010 knew. */

import type { Decade } from '../../src/calibration/decade.js'
import { type RegionPeople, regionFlows } from '../../src/census/region-people.js'
import { gravity } from '../../src/census/stock-shares.js'
import { chinaPlaces } from '../../src/studies/new-region/china-tables.js'
import { decadeBefore } from '../../src/studies/new-region/new-region.js'
import { provinceOf } from '../../src/studies/new-region/province.js'
import { inMaps, type RegionCounts, regionCounts } from '../../src/studies/new-region/region-counts.js'

const CODES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ')

/** All 31 provinces. */
export const PROVINCES: readonly string[] = CODES

export function countsOf(code: string): RegionCounts {
  const all = chinaPlaces()
  return regionCounts(provinceOf(code, all), all)
}

/** Years that those from other provinces stay, by which their stock says how many come in a year (judgement, as for Guangxi). */
const STAY = 8

/**
 * The same with nothing from after 2010 but what is scored: destinations, homes and comers by the stocks of 2010, fertility and
 * mortality as in force at the start, and no series of later years. What stays of later date is said in docs/validation.md.
 */
export function decadeAsKnown(counts: RegionCounts): Decade {
  const { places } = counts
  const then = places.map((place) => ({ ...place, counted: [place.counted[0], place.counted[0]] as const }))
  const estimates: RegionPeople = {
    ...counts.estimates,
    people: [counts.estimates.people[0], counts.estimates.people[0]],
    away: [counts.estimates.away[0], counts.estimates.away[0]],
  }
  const known = places.flatMap((_, from) =>
    places.flatMap((__, to) => (from < to ? counts.kilometres(from, to) : undefined) ?? []),
  )
  const middle = [...known].sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? 1
  const flows = regionFlows(then, estimates, (villagers, from, to) =>
    gravity(villagers, counts.kilometres(from, to) ?? middle, 0),
  )
  const decade = decadeBefore({ ...counts, flows: inMaps(flows) })
  const [first] = decade.schedules
  return {
    ...decade,
    schedules: decade.schedules.map((own) => ({
      ...own,
      mortality: first.mortality,
      fertility: first.fertility,
    })),
    given: {
      ...decade.given,
      arrivals: Float64Array.from(places, ({ counted: [before] }) => before.fromOutside / STAY),
    },
    lateGain: undefined,
    lateGainError: undefined,
  }
}
