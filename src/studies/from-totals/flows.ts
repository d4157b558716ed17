/** Where people of the places go and come from: the pattern's shares, and what lies outside the table is outside. */
import type { Dataset } from '../../dataset/dataset.js'
import { type PairShares, rowOfShares } from '../../math/pairs/pair-list.js'
import { cohortAt, MIGRANT, RURAL } from '../../vocabulary/dimensions.js'
import type { TotalsRegion } from './region.js'

export interface TotalsFlows {
  /** Shares [place][place, outside last]; each row adds up to one. */
  readonly destinations: readonly (readonly number[])[]
  readonly homes: readonly (readonly number[])[]
  /** By place, how many times as many come from outside and live outside as in the pattern, whose other places are outside now. */
  readonly comers: readonly number[]
  readonly away: readonly number[]
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Of places that the pattern has, their own rows; where it lacks one, rows of a middle place for all. */
export function flowsOf(dataset: Dataset, region: TotalsRegion): TotalsFlows {
  const same = region.places.flatMap(({ same: one }) => (one === undefined ? [] : [one]))
  return same.length === region.places.length ? flowsAmong(dataset, same) : middleFlows(dataset, region)
}

/** Rows of a table of shares [place][place, outside last]. */
function rowsOf({ dims }: Dataset, shares: PairShares): number[][] {
  return Array.from({ length: dims.cities }, (_, city) => Array.from(rowOfShares(shares, dims.cities, city)))
}

/** Persons of a status by place. */
function personsIn({ dims, population, baseYear }: Dataset, status: number): number[] {
  const { values } = population.get(baseYear)!
  const out = new Array<number>(dims.cities).fill(0)
  const end = cohortAt(dims, status + 1, 0, 0)
  for (let cell = cohortAt(dims, status, 0, 0); cell < end; cell++) out[cell % dims.cities] += values[cell]
  return out
}

function flowsAmong(dataset: Dataset, same: readonly number[]): TotalsFlows {
  const among = (row: readonly number[]) => {
    const inside = same.map((one) => row[one])
    return [...inside, Math.max(0, sumOf(row) - sumOf(inside))]
  }
  const homes = rowsOf(dataset, dataset.homes!)
  const destinations = rowsOf(dataset, dataset.destinations!)
  const migrants = personsIn(dataset, MIGRANT)
  const ownHomes = same.map((one) => among(homes[one]))
  const away = awayIn(dataset)
  return {
    destinations: same.map((one) => among(destinations[one])),
    homes: ownHomes,
    comers: same.map((one, place) => {
      const before = homes[one].at(-1)!
      return before > 0 ? ownHomes[place].at(-1)! / before : 1
    }),
    away: same.map((one) => {
      const elsewhere = sumOf(homes.map((row, city) => (same.includes(city) ? 0 : migrants[city] * row[one])))
      return away[one] > 0 ? 1 + elsewhere / away[one] : 1
    }),
  }
}

function awayIn({ dims, away, baseYear }: Dataset): number[] {
  const out = new Array<number>(dims.cities).fill(0)
  const values = away.get(baseYear)?.values ?? new Float64Array(0)
  for (let cell = 0; cell < values.length; cell++) out[cell % dims.cities] += values[cell]
  return out
}

/** Every place keeps and loses as the middle one of the pattern; the others share by villagers and by townspeople. */
function middleFlows(dataset: Dataset, { places }: TotalsRegion): TotalsFlows {
  const people = places.map((place) => place.people)
  const middle = (shares: PairShares, weights: readonly number[]) => {
    const rows = rowsOf(dataset, shares)
    const all = sumOf(weights)
    const mean = (of: (row: readonly number[], city: number) => number) =>
      sumOf(rows.map((row, city) => (weights[city] * of(row, city)) / all))
    const [own, outside] = [mean((row, city) => row[city]), mean((row) => row.at(-1)!)]
    return places.map((_, place) => {
      const others = sumOf(people.filter((__, other) => other !== place))
      const inside = places.map((__, other) =>
        other === place ? own : ((1 - own - outside) * people[other]) / others,
      )
      return places.length > 1 ? [...inside, outside] : [own, 1 - own]
    })
  }
  return {
    destinations: middle(dataset.destinations!, personsIn(dataset, RURAL)),
    homes: middle(dataset.homes!, personsIn(dataset, MIGRANT)),
    comers: places.map(() => 1),
    away: places.map(() => 1),
  }
}
