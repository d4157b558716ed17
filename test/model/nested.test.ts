/** Nested choice against the full logit that it stands for, where both say the same. */
import { describe, expect, it } from 'vitest'
import { compileRates } from '../../src/model/compile-rates.js'
import { settleNested } from '../../src/model/nested.js'
import { LEVELS, type Level, type Nests } from '../../src/model/rates.js'
import { createYearRates } from '../../src/model/year-rates.js'
import { stillSchedules } from './live.js'

const dims = { statuses: 4, sexes: 2, ages: 3, ageWidth: 1, cities: 5 } as const
/** Nests {0, 1, 2}, {3}, {4}. */
const nests: Nests = {
  of: Float64Array.from([0, 0, 0, 1, 2]),
  seats: Float64Array.from([0, 3, 4]),
  within: Float64Array.from([0.5, 0.3, 0.2, 1, 1]),
  homesWithin: Float64Array.from([0.5, 0.3, 0.2, 1, 1]),
}
const own = [0.5, 0.4, 0.3, 0.6, 0.45]
const outside = [0.1, 0.2, 0.1, 0.15, 0.25]
const toNests = [
  [0.2, 0.15, 0.05],
  [0.1, 0.1, 0.2],
  [0.3, 0.2, 0.1],
  [0.1, 0, 0.15],
  [0.2, 0.1, 0],
]

const nested = Float64Array.from(own.flatMap((share, i) => [share, ...toNests[i], outside[i]]))
/** The full table that the nested one stands for. */
const full = Float64Array.from(
  own.flatMap((share, i) => [
    ...own.map((_, j) => {
      if (j === i) return share
      const home = nests.of[i] === nests.of[j]
      return (toNests[i][nests.of[j]] * nests.within[j]) / (home ? 1 - nests.within[i] : 1)
    }),
    outside[i],
  ]),
)

function ratesOf(isNested: boolean) {
  const table = isNested ? nested : full
  const schedules = { ...stillSchedules(dims), destinations: table, homes: table, ...(isNested && { nests }) }
  const rates = createYearRates(dims, isNested ? 3 : 0)
  const set: Partial<Record<Level, readonly number[]>> = {
    attraction: [0.3, -0.2, 0, 0.4, 0.1],
    pull_of_outside: [0, 0.2, 0, -0.3, 0],
    travel_time_weight: [0.2, 0.2, 0.1, 0.3, 0.2],
    leaving_response: [0.1, 0, 0.2, 0, 0.1],
    rural_exit: [1, 1, 1, 1, 1],
    city_to_city: [0.5, 0.5, 0.5, 0.5, 0.5],
    returning_to_village: [1, 1, 1, 1, 1],
  }
  const levels = Float64Array.from(LEVELS.flatMap((level) => set[level] ?? [0, 0, 0, 0, 0]))
  // an hour less between the nests {0, 1, 2} and {3}, whoever travels
  const nearer = (i: number, j: number) =>
    new Set([nests.of[i], nests.of[j]]).size === 2 && nests.of[i] + nests.of[j] === 1
  const baseHours = new Float64Array(25).fill(2)
  const hours = baseHours.map((now, pair) => now - (nearer(Math.floor(pair / 5), pair % 5) ? 1 : 0))
  const conventions = { step: 1, migration: 'even' } as const
  expect(compileRates(dims, conventions, schedules, { levels, hours, baseHours }, rates)).toBeUndefined()
  return rates
}

const RATES = [
  'ownCityShare',
  'otherProvinceShare',
  'ruralOutMigration',
  'townOutMigration',
  'originOwnCity',
  'originOtherProvince',
] as const

describe('nested destinations', () => {
  const two = { full: ratesOf(false), nested: ratesOf(true) }

  it('leave the same shares for the own place and for outside, and the same pace of leaving', () => {
    for (const rate of RATES) {
      two.full[rate].forEach((value, city) => {
        expect(two.nested[rate][city], `${rate} of ${city}`).toBeCloseTo(value, 12)
      })
    }
  })

  it('send leavers where the full logit sends them, and everyone arrives', () => {
    const leavers = Float64Array.from([100, 50, 30, 20, 70])
    const arriving = new Float64Array(5)
    const { destinationShares, destinationInNest, destinationOthersFactor } = two.nested
    const shares = {
      byNest: destinationShares,
      inNest: destinationInNest,
      othersFactor: destinationOthersFactor,
    }
    const scratch = { toOwnNest: new Float64Array(5), toNests: new Float64Array(3) }
    settleNested(nests, leavers, shares, scratch, arriving)
    for (let j = 0; j < 5; j++) {
      let expected = 0
      for (let i = 0; i < 5; i++) expected += leavers[i] * two.full.destinationShares[i * 5 + j]
      expect(arriving[j]).toBeCloseTo(expected, 9)
    }
    const sum = (values: Float64Array) => values.reduce((all, one) => all + one, 0)
    expect(sum(arriving)).toBeCloseTo(sum(leavers), 9)
  })
})
