import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scheduleOf } from '../../src/math/rogers-castro.js'
import { balanceGap, smallestCell, totalsByCity } from '../../src/model/balance.js'
import { LEVELS, type Level } from '../../src/model/rates.js'
import { cohortAt, MIGRANT, RECLASSIFIED, REGISTERED, RURAL } from '../../src/vocabulary/dimensions.js'
import { createLife, LITTLE, stillSchedules, sum } from './live.js'

const LABOUR = { a1: 0.02, alpha1: 0.1, a2: 0.06, alpha2: 0.1, mu2: 20, lambda2: 0.4, c: 0.003 }

/** Schedules of a lively region: everyone may move, die, be born. */
function livelySchedules(dims = LITTLE) {
  const still = stillSchedules(dims)
  const labour = scheduleOf(LABOUR, dims.ages)
  const both = Float64Array.from([...labour, ...labour])
  const others = dims.cities + 1 - 1 || 1
  const spread = new Float64Array(dims.cities * (dims.cities + 1)).fill(0.4 / others)
  for (let city = 0; city < dims.cities; city++) spread[city * (dims.cities + 1) + city] = 0.6
  const mortality = still.mortality.map(
    (_, cell) => 0.0005 + 0.0002 * (Math.floor(cell / dims.cities) % dims.ages) ** 1.5 * 0.1,
  )
  const fertility = still.fertility.map((_, cell) =>
    Math.floor(cell / dims.cities) >= 20 && Math.floor(cell / dims.cities) < 40 ? 0.1 : 0,
  )
  return {
    ...still,
    mortality,
    fertility,
    ruralExit: both,
    returnHome: both,
    cityToCity: both,
    returnFromOutside: both,
    arrivals: both.map((share) => share / 2),
    destinations: spread,
    homes: spread,
  }
}

describe('a year', () => {
  it('changes nothing but ages when all rates are zero', () => {
    const life = createLife(LITTLE, stillSchedules(LITTLE), { fertility: 0 })
    life.people.fill(0)
    const from = cohortAt(LITTLE, REGISTERED, 1, 30)
    life.people[from] = 1000
    expect(life.step()).toBeUndefined()
    expect(life.people[from]).toBe(0)
    expect(life.people[cohortAt(LITTLE, REGISTERED, 1, 31)]).toBe(1000)
    expect(sum(life.people)).toBe(1000)
    expect(sum(life.flows)).toBe(0)
  })

  it('keeps survivors of the open last age in the last age', () => {
    const life = createLife(LITTLE, stillSchedules(LITTLE), {})
    life.people[cohortAt(LITTLE, RURAL, 0, 100)] = 5
    life.people[cohortAt(LITTLE, RURAL, 0, 99)] = 7
    life.step()
    expect(life.people[cohortAt(LITTLE, RURAL, 0, 100)]).toBe(12)
  })

  it('makes a share of villagers townspeople on 31 December, at every age, and nobody moves', () => {
    const life = createLife(LITTLE, stillSchedules(LITTLE), { reclassification: 0.1 })
    life.people[cohortAt(LITTLE, RURAL, 0, 40)] = 1000
    life.step()
    expect(life.people[cohortAt(LITTLE, RURAL, 0, 41)]).toBeCloseTo(900, 9)
    expect(life.people[cohortAt(LITTLE, RECLASSIFIED, 0, 41)]).toBeCloseTo(100, 9)
    expect(life.flow('reclassified')).toBeCloseTo(100, 9)
    expect(life.flow('moved_in') + life.flow('moved_out') + life.flow('to_town')).toBe(0)
  })

  it('gives births to the mean of women before and after the deaths of the year, half of them girls', () => {
    const schedules = stillSchedules(LITTLE)
    for (const age of [25, 26]) schedules.fertility[age * LITTLE.cities] = 0.1
    const life = createLife(LITTLE, schedules, {})
    life.people[cohortAt(LITTLE, REGISTERED, 1, 25)] = 1000
    life.step()
    expect(life.flow('births')).toBeCloseTo(100, 9)
    expect(life.people[cohortAt(LITTLE, REGISTERED, 1, 0)]).toBeCloseTo(50, 9)
  })

  it("registers a share of migrants' babies where they are born", () => {
    const schedules = stillSchedules(LITTLE)
    for (const age of [25, 26]) schedules.fertility[age * LITTLE.cities] = 0.1
    const life = createLife(LITTLE, schedules, { babies_registered_here: 0.3 })
    life.people[cohortAt(LITTLE, MIGRANT, 1, 25)] = 1000
    life.step()
    expect(life.people[cohortAt(LITTLE, REGISTERED, 0, 0)]).toBeCloseTo(15, 9)
    expect(life.people[cohortAt(LITTLE, MIGRANT, 0, 0)]).toBeCloseTo(35, 9)
  })

  it('moves nobody when migration is off, and still gives registration', () => {
    const life = createLife(
      LITTLE,
      livelySchedules(),
      { rural_exit: 2, city_to_city: 2, conversion_migrant: 0.1, arrivals: 100 },
      { step: 1, migration: 'off' },
    )
    life.people.fill(10)
    life.step()
    for (const flow of [
      'moved_in',
      'moved_out',
      'from_outside',
      'to_outside',
      'to_town',
      'to_village',
    ] as const) {
      expect(life.flow(flow), flow).toBe(0)
    }
    expect(life.flow('converted')).toBeGreaterThan(0)
  })

  it('answers a rate of one or more with a sentence, not with negative people', () => {
    const life = createLife(LITTLE, livelySchedules(), { rural_exit: 100 })
    life.people.fill(10)
    expect(life.step()).toMatch(/^rural_exit is .* a step in city 1; expected 0 to 1$/)
  })

  it('makes two cities of equal rates live as one', () => {
    const one = { ...LITTLE, cities: 1 }
    const levels = { rural_exit: 1.5, return_home: 0.4, conversion_migrant: 0.03, reclassification: 0.01 }
    const alone = createLife(one, livelySchedules(one), { ...levels, city_to_city: 0 })
    const pairSchedules = { ...livelySchedules() }
    const pair = createLife(
      LITTLE,
      {
        ...pairSchedules,
        destinations: Float64Array.of(0.4, 0.2, 0.4, 0.2, 0.4, 0.4),
        homes: Float64Array.of(0.3, 0.3, 0.4, 0.3, 0.3, 0.4),
      },
      { ...levels, city_to_city: 0 },
    )
    alone.people.fill(20)
    pair.people.fill(10)
    // The pair's moves between its cities pass by the half steps, the lone city's by the status step: the same
    // people leave, and after some years the two ways of splitting a year differ by less than one in a thousand.
    for (let year = 0; year < 3; year++) {
      alone.step()
      pair.step()
    }
    expect(sum(pair.people) / sum(alone.people)).toBeCloseTo(1, 3)
    const first = pair.people.filter((_, cell) => cell % 2 === 0)
    const second = pair.people.filter((_, cell) => cell % 2 === 1)
    for (const [cell, persons] of first.entries()) expect(persons).toBeCloseTo(second[cell], 9)
  })

  it('closes its books to a millionth of a person and never has negative people, whatever the rates', () => {
    const level = fc.record({
      rural_exit: fc.double({ min: 0, max: 12, noNaN: true }),
      return_home: fc.double({ min: 0, max: 12, noNaN: true }),
      city_to_city: fc.double({ min: 0, max: 12, noNaN: true }),
      return_from_outside: fc.double({ min: 0, max: 12, noNaN: true }),
      returning_to_village: fc.double({ min: 0, max: 0.5, noNaN: true }),
      returning_to_registered: fc.double({ min: 0, max: 0.5, noNaN: true }),
      arrivals: fc.double({ min: 0, max: 1e4, noNaN: true }),
      conversion_migrant: fc.double({ min: 0, max: 0.9, noNaN: true }),
      conversion_reclassified: fc.double({ min: 0, max: 0.9, noNaN: true }),
      conversion_rural: fc.double({ min: 0, max: 0.5, noNaN: true }),
      reclassification: fc.double({ min: 0, max: 1, noNaN: true }),
      mortality: fc.double({ min: 0, max: 3, noNaN: true }),
      fertility: fc.double({ min: 0, max: 3, noNaN: true }),
      pull_of_outside: fc.double({ min: -2, max: 2, noNaN: true }),
      attraction: fc.double({ min: -2, max: 2, noNaN: true }),
    } satisfies Partial<Record<Level, fc.Arbitrary<number>>>)
    fc.assert(
      fc.property(
        level,
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 20, maxLength: 20 }),
        (levels, seedPeople) => {
          const life = createLife(LITTLE, livelySchedules(), levels)
          life.people.forEach((_, cell) => {
            life.people[cell] = seedPeople[cell % 20]
          })
          life.away.fill(50)
          const before = new Float64Array(4)
          const after = new Float64Array(4)
          for (let year = 0; year < 3; year++) {
            totalsByCity(LITTLE, life.people, before)
            expect(life.step()).toBeUndefined()
            totalsByCity(LITTLE, life.people, after)
            expect(balanceGap(LITTLE, before, after, life.flows)).toBeLessThan(1e-6)
            expect(smallestCell(life.people)).toBeGreaterThanOrEqual(-1e-9)
            expect(smallestCell(life.away)).toBeGreaterThanOrEqual(-1e-9)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('knows every level that it reads', () => {
    expect(new Set(LEVELS).size).toBe(LEVELS.length)
  })
})
