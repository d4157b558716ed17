/** Counties of a place as both censuses counted them, in the boundaries of the later one. */
import type { Counted } from '../../census/counted.js'
import { countedTogether } from '../../census/counted.js'
import { shareWhole } from '../../math/age-splitting.js'
import { type ChinaCounty, chinaWords } from './china-tables.js'

export interface FollowedCounty {
  readonly code: string
  readonly name: string
  /** Whether the earlier census has it by itself. */
  readonly followed: boolean
  readonly counted: readonly [before: Counted, after: Counted]
}

/** A name without what kind of county it is, which stands at its end. */
function stemOf(name: string): string {
  const kind = chinaWords('county_kinds_zh')
    .split(';')
    .find((end) => name.endsWith(end) && name.length > end.length)
  return name.slice(0, name.length - (kind?.length ?? 0))
}
/** The last two digits of the code of a district; of counties they are higher. */
export const LAST_DISTRICT = 20
const isDistrict = ({ code }: ChinaCounty) => Number(code.slice(4, 6)) <= LAST_DISTRICT
/** What some counties became must be between this share of them and its inverse, or more of their neighbours are taken with them. */
const ALIKE = 0.6

/**
 * By code, else by name within the place. What was founded, dissolved or divided since is taken together, with all districts
 * of the place where that alone is no whole; its people of the earlier census are divided as those of the later one.
 */
export function followedCounties(
  place: string,
  before: readonly ChinaCounty[],
  after: readonly ChinaCounty[],
): FollowedCounty[] {
  const earlier = new Map<ChinaCounty, ChinaCounty>()
  const left = new Set(before)
  const match = (isSame: (one: ChinaCounty, other: ChinaCounty) => boolean) => {
    for (const county of after) {
      if (earlier.has(county)) continue
      const found = [...left].filter((one) => isSame(one, county))
      if (found.length !== 1) continue
      earlier.set(county, found[0])
      left.delete(found[0])
    }
  }
  match((one, other) => one.code !== '' && one.code === other.code)
  match((one, other) => stemOf(one.name) === stemOf(other.name))
  const together = pooled(before, after, earlier, left)
  const shares = dividedBetween([...left], together)
  return after.map((county, k) => {
    const own = earlier.get(county)
    const then = own ? own.counted : shares.get(county)!
    const { name, counted } = county
    return {
      code: county.code || `${place}-${k + 1}`,
      name,
      followed: own !== undefined,
      counted: [then, counted],
    }
  })
}

/** Counties of the later census that have no earlier one of their own; those they are taken with lose theirs. */
function pooled(
  before: readonly ChinaCounty[],
  after: readonly ChinaCounty[],
  earlier: Map<ChinaCounty, ChinaCounty>,
  left: Set<ChinaCounty>,
): ChinaCounty[] {
  const own = () => after.filter((county) => !earlier.has(county))
  const people = (counties: Iterable<ChinaCounty>) =>
    [...counties].reduce((sum, { counted }) => sum + counted.population, 0)
  const growth = people(after) / people(before)
  const isWhole = () => {
    const ratio = people(own()) / growth / people(left)
    return (own().length === 0 && left.size === 0) || (ratio > ALIKE && ratio < 1 / ALIKE)
  }
  for (const takes of [isDistrict, () => true]) {
    if (isWhole()) break
    for (const [county, then] of [...earlier]) {
      if (!takes(county)) continue
      earlier.delete(county)
      left.add(then)
    }
  }
  return own()
}

/** The people of some counties, divided among others as these have people of each group, or of each count. */
function dividedBetween(
  from: readonly ChinaCounty[],
  to: readonly ChinaCounty[],
): ReadonlyMap<ChinaCounty, Counted> {
  if (to.length === 0) return new Map()
  const sum = countedTogether(from.map(({ counted }) => counted))
  const divide = (of: (counted: Counted) => number): number[] => {
    const weights = to.map(({ counted }) => of(counted))
    const known = weights.every(Number.isFinite) && weights.some((weight) => weight > 0)
    return shareWhole(of(sum), known ? weights : to.map(({ counted }) => counted.population))
  }
  const groups = sum.groups.map((row, sex) => row.map((_, group) => divide((one) => one.groups[sex][group])))
  const parts = {
    urban: divide(({ urban }) => urban),
    fromSameCounty: divide(({ fromSameCounty }) => fromSameCounty),
    fromOtherCounty: divide(({ fromOtherCounty }) => fromOtherCounty),
    fromOutside: divide(({ fromOutside }) => fromOutside),
    registered: divide(({ registered }) => registered),
    urbanRegistered: divide(({ urbanRegistered }) => urbanRegistered),
  }
  return new Map(
    to.map((county, k) => {
      const own = groups.map((row) => row.map((shares) => shares[k]))
      const population = own.flat().reduce((all, persons) => all + persons, 0)
      const counts = Object.fromEntries(Object.entries(parts).map(([name, shares]) => [name, shares[k]]))
      const { urban, ...others } = counts as Record<keyof typeof parts, number>
      return [county, { population, urban: Math.min(urban, population), groups: own, ...others }]
    }),
  )
}
