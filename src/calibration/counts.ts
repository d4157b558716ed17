/**
 * What a census says of a population, as numbers that can be projected and counted alike: totals, urban shares, the
 * make-up by age, kinds of townspeople, people away and people registered. Shares stand as log odds, counts as logs.
 */
import { log } from '../math/exponential.js'
import { eachShareFrom, ownShare } from '../math/pairs/pair-list.js'
import { ageAt, cohortAt, type Dimensions, MIGRANT, REGISTERED, RURAL } from '../vocabulary/dimensions.js'
import type { Decade } from './decade.js'

/** Groups of five years, the last open from 85 on. */
export const AGE_GROUPS = 18
export const groupOf = (years: number) => Math.min(AGE_GROUPS - 1, Math.floor(years / 5))

/** Offsets of the measures, each by city. */
interface Layout {
  readonly people: number
  readonly townspeople: number
  /** [sex, group, city] and [group, city]. */
  readonly ages: number
  readonly urbanAges: number
  readonly migrants: number
  readonly registeredTownspeople: number
  readonly away: number
  readonly registered: number
  readonly length: number
}

export function layoutOf({ cities, sexes }: Dimensions): Layout {
  const ages = 2 * cities
  const urbanAges = ages + sexes * AGE_GROUPS * cities
  const migrants = urbanAges + AGE_GROUPS * cities
  return {
    people: 0,
    townspeople: cities,
    ages,
    urbanAges,
    migrants,
    registeredTownspeople: migrants + cities,
    away: migrants + 2 * cities,
    registered: migrants + 3 * cities,
    length: migrants + 4 * cities,
  }
}

/** Persons by measure, before logs and odds: for `urbanAges` and `townspeople` those who live in town. */
interface Heads {
  readonly measures: Float64Array
  /** Everyone by group, both sexes [group, city]. */
  readonly byGroup: Float64Array
}

/** The measures of a population. */
export function measuresOf(decade: Decade, people: Float64Array, away: Float64Array): Float64Array {
  const { dims } = decade
  const { cities } = dims
  const layout = layoutOf(dims)
  const { measures: heads, byGroup } = headsOf(dims, layout, people, away)
  const out = new Float64Array(layout.length)
  const registered = registeredIn(decade, layout, heads)
  for (let city = 0; city < cities; city++) {
    const all = heads[layout.people + city]
    const ln = (at: number) => {
      out[at + city] = log(heads[at + city])
    }
    ln(layout.people)
    out[layout.townspeople + city] = logOdds(heads[layout.townspeople + city], all)
    for (let row = 0; row < dims.sexes * AGE_GROUPS; row++) {
      const at = layout.ages + row * cities + city
      out[at] = log(heads[at] / all)
    }
    for (let group = 0; group < AGE_GROUPS; group++) {
      const at = layout.urbanAges + group * cities + city
      out[at] = logOdds(heads[at], byGroup[group * cities + city])
    }
    for (const at of [layout.migrants, layout.registeredTownspeople, layout.away]) ln(at)
    out[layout.registered + city] = log(registered[city])
  }
  return out
}

/** Persons behind the measures. */
function headsOf(dims: Dimensions, layout: Layout, people: Float64Array, away: Float64Array): Heads {
  const { cities, ages, sexes, statuses } = dims
  const measures = new Float64Array(layout.length)
  const byGroup = new Float64Array(AGE_GROUPS * cities)
  for (let sex = 0; sex < sexes; sex++) {
    for (let age = 0; age < ages; age++) {
      const group = groupOf(age * dims.ageWidth)
      const ofAge = layout.ages + (sex * AGE_GROUPS + group) * cities
      const inTown = layout.urbanAges + group * cities
      for (let status = 0; status < statuses; status++) {
        const [rural, migrant, registered] = [status === RURAL, status === MIGRANT, status === REGISTERED]
        const from = cohortAt(dims, status, sex, age)
        for (let city = 0; city < cities; city++) {
          const persons = people[from + city]
          measures[layout.people + city] += persons
          measures[ofAge + city] += persons
          byGroup[group * cities + city] += persons
          if (rural) continue
          measures[layout.townspeople + city] += persons
          measures[inTown + city] += persons
          if (migrant) measures[layout.migrants + city] += persons
          if (registered) measures[layout.registeredTownspeople + city] += persons
        }
      }
      const outside = ageAt(dims, sex, age)
      for (let city = 0; city < cities; city++) measures[layout.away + city] += away[outside + city]
    }
  }
  return { measures, byGroup }
}

/** People registered in each city: residents less those registered elsewhere, people away, and its migrants in other cities. */
function registeredIn({ dims, schedules }: Decade, layout: Layout, heads: Float64Array): Float64Array {
  const { cities } = dims
  const homes = { values: schedules[0].homes, pairs: schedules[0].pairs?.homes }
  const registered = new Float64Array(cities)
  for (let city = 0; city < cities; city++)
    registered[city] = heads[layout.people + city] + heads[layout.away + city]
  for (let residence = 0; residence < cities; residence++) {
    const migrants = heads[layout.migrants + residence]
    registered[residence] -= migrants * (1 - ownShare(homes, cities, residence))
    eachShareFrom(homes, cities, residence, (city, share) => {
      registered[city] += migrants * share
    })
  }
  return registered
}

const logOdds = (part: number, whole: number) => log(part / (whole - part))

export function urbanShareOf(dims: Dimensions, people: Float64Array, cities?: readonly number[]): number {
  const { all, rural } = residentsIn(dims, people, cities)
  return 1 - rural / all
}

/** People are added up cell by cell, or city by city where some are chosen. */
export function residentsIn(dims: Dimensions, people: Float64Array, cities?: readonly number[]) {
  const villagers = dims.sexes * dims.ages * dims.cities
  let all = 0
  let rural = 0
  if (cities) {
    for (const city of cities) {
      for (let cell = city; cell < people.length; cell += dims.cities) {
        all += people[cell]
        if (cell < villagers) rural += people[cell]
      }
    }
  } else {
    for (let cell = 0; cell < villagers; cell++) rural += people[cell]
    all = rural
    for (let cell = villagers; cell < people.length; cell++) all += people[cell]
  }
  return { all, rural }
}
