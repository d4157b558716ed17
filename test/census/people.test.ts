/** People estimated from counts: small cases that can be reckoned by hand, and totals that must hold whatever is put in. */
import { describe, expect, it } from 'vitest'
import { awayByAge } from '../../src/census/away.js'
import { expectedBirths, ownChildrenFertility } from '../../src/census/own-children.js'
import { partOf } from '../../src/census/part-of-people.js'
import { singleAges } from '../../src/census/single-ages.js'
import { stockShares } from '../../src/census/stock-shares.js'
import { comersAYear, registeredAtHome } from '../../src/census/stocks-of-places.js'
import { peopleByStatus } from '../../src/census/townspeople.js'
import { kilometresBetween, roadHours } from '../../src/census/travel-hours.js'
import { urbanShares, urbanSlopes, urbanSums } from '../../src/census/urban-ages.js'

const GROUPS = [
  800, 3300, 4100, 4000, 4500, 5200, 6100, 5800, 5000, 4700, 4900, 5300, 4400, 3600, 2700, 1900, 1200, 700,
  333,
]
const OLDEST = [70, 20, 4, 1]
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const people = [
  singleAges(GROUPS, OLDEST),
  singleAges(
    GROUPS.map((one) => one + 7),
    OLDEST,
  ),
]
const counts = { fromSameCounty: 0, fromOtherCounty: 0, population: 1000, urban: 400, groups: [] }

describe('single ages', () => {
  it('keep every group, the open one by the shape that is given', () => {
    const [men] = people
    expect(men).toHaveLength(101)
    expect(men[0]).toBe(800)
    expect(sum(men.slice(1, 5))).toBe(3300)
    expect(sum(men.slice(80, 85))).toBe(700)
    expect(sum(men.slice(85))).toBe(333)
    // one in 95 of those over 85 is over 100: 3.5 of 333
    expect(men[100]).toBeGreaterThanOrEqual(3)
    expect(men[100]).toBeLessThanOrEqual(4)
  })
})

describe('people by status', () => {
  it('add up to the townspeople, the migrants and everyone, cell by cell', () => {
    const shares = people.map((row) => row.map((_, age) => (age < 40 ? 0.7 : 0.4)))
    const { statuses } = peopleByStatus(people, shares, {
      urban: 70_000,
      migrants: 20_000,
      registered: 30_000,
    })
    const totals = statuses.map((status) => sum(status.map(sum)))
    expect(totals).toEqual([sum(people.map(sum)) - 70_000, 20_000, 30_000, 20_000])
    people.forEach((row, sex) => {
      row.forEach((persons, age) => {
        expect(sum(statuses.map((status) => status[sex][age]))).toBe(persons)
        for (const status of statuses) expect(status[sex][age]).toBeGreaterThanOrEqual(0)
      })
    })
  })

  it('leave at least 3 % of townspeople to villages that became towns, whatever is asked for', () => {
    const shares = people.map((row) => row.map(() => 0.5))
    const { statuses } = peopleByStatus(people, shares, {
      urban: 70_000,
      migrants: 90_000,
      registered: 90_000,
    })
    expect(sum(statuses[1].map(sum))).toBe(2100)
  })

  it('may all live in town, or none', () => {
    const shares = people.map((row) => row.map(() => 0.5))
    const all = sum(people.map(sum))
    expect(sum(partOf(people, shares, all).map(sum))).toBe(all)
    expect(sum(partOf(people, shares, 0).map(sum))).toBe(0)
  })
})

describe('the urban share by age', () => {
  // two counties of 100: of the village one half is young, of the town all; the slope is 0.5 by hand
  const village = { population: 100, urban: 0, groups: [[50, 50]] }
  const town = { population: 100, urban: 100, groups: [[100, 0]] }
  const own = urbanSums([village, town])

  it('has the slope of the shares of counties', () => {
    expect(own.spread).toBeCloseTo(0.25, 12)
    expect(urbanSlopes(own, [own])[0]).toEqual([0.5, -0.5])
  })

  it('is drawn to the slope of all regions as much as they differ more', () => {
    const flat = urbanSums([village, { ...town, groups: [[50, 50]] }])
    expect(urbanSlopes(flat, [own, flat])[0][0]).toBeCloseTo(0.125, 12)
  })

  it('is 2 in 3 of the young where half of all live in town and slopes say so', () => {
    // young are 75 of 100; in town 75 % + 0.5 x 0.5 = all, in villages half: 50 of 75 young live in town
    const half = { population: 100, urban: 50, groups: [[75, 25]] }
    expect(urbanShares(half, [[0.5, -0.5]])[0][0]).toBeCloseTo(50 / 75, 12)
  })
})

describe('stocks', () => {
  it('grow the odds of urban registration: 20 % and odds of four times as much are half', () => {
    const place = { ...counts, registered: 1000, urbanRegistered: 200, fromOutside: 0 }
    expect(registeredAtHome(place, 1)).toBe(184)
    expect(registeredAtHome(place, 4)).toBe(460)
  })

  it('give comers a year: what the stock grew by, and 3 % of its middle', () => {
    const of = (fromOutside: number) => ({ ...counts, registered: 0, urbanRegistered: 0, fromOutside })
    expect(comersAYear(of(1000), of(2000), 10)).toBe(145)
    expect(comersAYear(of(2000), of(0), 10)).toBe(0)
  })

  it('as shares add up to one, and a place of which nothing is known keeps to itself', () => {
    const stocks = { local: [30, 0], fromOthers: [10, 0], fromOutside: [60, 0], away: [0, 0] }
    const { destinations, homes } = stockShares(stocks, () => 1)
    expect(homes).toEqual([
      [0.3, 0.1, 0.6],
      [0, 1, 0],
    ])
    // of the second place's people ten live in the first
    expect(destinations).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ])
  })

  it('of people away are of working age, and men by a tenth', () => {
    const away = awayByAge(10_000, people)
    expect(sum(away.map(sum))).toBe(10_000)
    expect(away[0][25] / people[0][25]).toBeGreaterThan(4 * (away[0][8] / people[0][8]))
  })
})

describe('own children', () => {
  it('give the fertility at which the women would have borne them: 1,000 women, half a birth each', () => {
    const women = Array.from({ length: 101 }, (_, age) => (age === 20 ? 1000 : 0))
    const pattern = Array.from({ length: 45 }, (_, k) => (k === 10 ? 0.25 : 0))
    expect(expectedBirths(women, pattern)).toBe(250)
    expect(ownChildrenFertility(490, 0.98, women, pattern)).toBeCloseTo(2, 12)
  })
})

describe('travel from coordinates', () => {
  it('is 111.2 km for a degree of the meridian, and 1.79 hours by road', () => {
    const kilometres = kilometresBetween({ longitude: 112, latitude: 28 }, { longitude: 112, latitude: 29 })
    expect(kilometres).toBeCloseTo(111.19, 1)
    expect(roadHours(kilometres)).toBeCloseTo(1.79, 2)
  })
})
