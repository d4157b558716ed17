/**
 * Larger places that leavers choose first, fitted to a table of shares between all places (method.md, M6).
 *
 * What each nest gets from a place is what its members get in the table; the share of a place within its nest is its
 * share in all that comes to the nest from elsewhere, weighted by people.
 */
import { eachShareFrom, outsideShare, ownShare, type PairShares } from '../math/pairs/pair-list.js'
import type { Nests, Schedules } from '../model/rates.js'
import { cohortAt, type Dimensions, MIGRANT, RURAL } from '../vocabulary/dimensions.js'
import { unknownName } from '../vocabulary/lookup.js'
import type { Draft } from './draft.js'

const PATH = ['population', 'nests'] as const

/** Nested tables in place of full ones, and how far they are from them. */
export interface NestedTables {
  readonly destinations: Float64Array
  readonly homes: Float64Array
  readonly nests: Nests
}

/** The full tables of a plan in nested form, where its scenario names nests; problems are reported. */
export function nestTables(
  draft: Draft,
  full: Pick<Schedules, 'destinations' | 'homes' | 'pairs'>,
  people: Float64Array,
): NestedTables | undefined {
  const groups = membersOf(draft)
  if (!groups) return undefined
  const { dims } = draft.dataset
  const of = new Float64Array(dims.cities)
  groups.forEach((members, index) => {
    for (const city of members) of[city] = index
  })
  const villagers = personsOf(dims, people, RURAL)
  const migrants = personsOf(dims, people, MIGRANT)
  const seats = Float64Array.from(groups, ([first]) => first)
  const destinations = { values: full.destinations, pairs: full.pairs?.destinations }
  const homes = { values: full.homes, pairs: full.pairs?.homes }
  return {
    destinations: byNest(destinations, of, seats.length),
    homes: byNest(homes, of, seats.length),
    nests: {
      of,
      seats,
      within: within(destinations, of, seats.length, villagers),
      homesWithin: within(homes, of, seats.length, migrants),
    },
  }
}

/** Persons of one status by city. */
export function personsOf(dims: Dimensions, people: Float64Array, status: number): Float64Array {
  const persons = new Float64Array(dims.cities)
  if (dims.statuses === 1) return persons.fill(1)
  const from = cohortAt(dims, status, 0, 0)
  for (let cell = 0; cell < dims.sexes * dims.ages * dims.cities; cell++)
    persons[cell % dims.cities] += people[from + cell]
  return persons
}

/** Members of each nest, of which every place is in one; undefined where none are named, or any is wrong. */
function membersOf(draft: Draft): readonly (readonly number[])[] | undefined {
  const names = draft.scenario.population.nests
  if (names.length === 0) return undefined
  const { groups, cities } = draft.dataset
  const before = draft.problems.length
  const taken = new Map<number, string>()
  const members = names.map((name, index) => {
    const found = groups.get(name)
    if (!found)
      draft.report([...PATH, index], unknownName('group', name, groups.keys(), 'a group of groups.csv'))
    for (const city of found ?? []) {
      const other = taken.get(city)
      if (other !== undefined)
        draft.report([...PATH, index], {
          code: 'nests-overlap',
          found: `${cities[city].name.en} in both ${other} and ${name}`,
          expected: 'every place in one nest',
        })
      taken.set(city, name)
    }
    return found ?? []
  })
  const left = cities.filter((_, city) => !taken.has(city))
  if (draft.problems.length === before && left.length > 0)
    draft.report(PATH, {
      code: 'nests-leave-out',
      found: `${left
        .map(({ name }) => name.en)
        .slice(0, 3)
        .join(', ')}${left.length > 3 ? ' and others' : ''} in no nest`,
      expected: 'every place in one nest',
    })
  return draft.problems.length === before ? members : undefined
}

/** [city, city + 1] to [city, 1 + nests + 1]: the own place, others by nest, outside. */
function byNest(full: PairShares, of: Float64Array, count: number): Float64Array {
  const cities = of.length
  const nested = new Float64Array(cities * (count + 2))
  for (let i = 0; i < cities; i++) {
    const row = i * (count + 2)
    nested[row] = ownShare(full, cities, i)
    nested[row + count + 1] = outsideShare(full, cities, i)
    eachShareFrom(full, cities, i, (j, share) => {
      nested[row + 1 + of[j]] += share
    })
  }
  return nested
}

/** Share of each place in what comes to its nest; equal shares where none come. */
function within(full: PairShares, of: Float64Array, count: number, weights: Float64Array): Float64Array {
  const cities = of.length
  const coming = new Float64Array(cities)
  for (let i = 0; i < cities; i++) {
    eachShareFrom(full, cities, i, (j, share) => {
      coming[j] += weights[i] * share
    })
  }
  const sums = new Float64Array(count)
  const members = new Float64Array(count)
  coming.forEach((persons, city) => {
    sums[of[city]] += persons
    members[of[city]]++
  })
  return coming.map((persons, city) =>
    sums[of[city]] > 0 ? persons / sums[of[city]] : 1 / members[of[city]],
  )
}
