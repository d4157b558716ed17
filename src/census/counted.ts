/** What a census counts of a place, and of several places together. */

/** Counts of one place in one census, persons. */
export interface Counted {
  readonly population: number
  readonly urban: number
  /** By sex and group of ages: 0, 1-4, 5-9 ... 80-84, 85 and over. */
  readonly groups: readonly (readonly number[])[]
  /** Registered in another township of the same county, in another county of the province, in another province. */
  readonly fromSameCounty: number
  readonly fromOtherCounty: number
  readonly fromOutside: number
  /** People registered here, and those of them who are not registered as farming; NaN where a census does not say. */
  readonly registered: number
  readonly urbanRegistered: number
}

/** All of some places. */
export function countedTogether(places: readonly Counted[]): Counted {
  const sum = (of: (place: Counted) => number) => places.reduce((total, place) => total + of(place), 0)
  return {
    population: sum(({ population }) => population),
    urban: sum(({ urban }) => urban),
    groups: places[0].groups.map((row, sex) =>
      row.map((_, group) => sum(({ groups }) => groups[sex][group])),
    ),
    fromSameCounty: sum(({ fromSameCounty }) => fromSameCounty),
    fromOtherCounty: sum(({ fromOtherCounty }) => fromOtherCounty),
    fromOutside: sum(({ fromOutside }) => fromOutside),
    registered: sum(({ registered }) => registered),
    urbanRegistered: sum(({ urbanRegistered }) => urbanRegistered),
  }
}
