import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scheduleOf } from '../../src/math/rogers-castro.js'
import { balanceGap, smallestCell, totalsByCity } from '../../src/model/balance.js'
import { LEVELS, type Level } from '../../src/model/rates.js'
import type { Flow } from '../../src/model/state.js'
import {
  cohortAt,
  type Dimensions,
  MIGRANT,
  RECLASSIFIED,
  REGISTERED,
  RURAL,
} from '../../src/vocabulary/dimensions.js'
import { evenly } from '../setup/evenly.js'
import { createLife, LITTLE, type Life, stillSchedules, sum } from './live.js'

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

  it('answers a rate of one or more with what it is, not with negative people', () => {
    const life = createLife(LITTLE, livelySchedules(), { rural_exit: 100 })
    life.people.fill(10)
    const limit = { kind: 'rate-below-one' }
    expect(life.step()).toMatchObject({ level: 'rural_exit', city: 0, limit })
  })

  it.each(LEVELS.map((level) => [level]))('answers a level that is no number: %s', (level) => {
    const life = createLife(LITTLE, livelySchedules(), { [level]: [0.1, Number.NaN] })
    expect(life.step()).toMatchObject({ level, city: 1, value: Number.NaN })
  })

  it('brings all who set out for another city of the region to one', () => {
    const homes = Float64Array.of(0, 0.5, 0.5, 0.2, 0.3, 0.5)
    const levels = { rural_exit: 1, return_home: 2, city_to_city: 1, arrivals: 50 }
    const life = createLife(LITTLE, { ...livelySchedules(), homes }, levels)
    life.people.fill(10)
    life.step()
    const both = (flow: Flow) => life.flow(flow, 0) + life.flow(flow, 1)
    expect(both('moved_out')).toBeGreaterThan(1)
    expect(both('moved_in')).toBeCloseTo(both('moved_out'), 9)
  })

  it('sends migrants who move on where others go, outside too; those from its own villages are counted as away', () => {
    const destinations = Float64Array.of(0.2, 0.1, 0.7, 0.2, 0.7, 0.1)
    const homes = Float64Array.of(0.4, 0.3, 0.3, 0.3, 0.4, 0.3)
    const leavers = (status: number) => {
      const life = createLife(LITTLE, { ...livelySchedules(), destinations, homes }, { city_to_city: [2, 0] })
      life.people[cohortAt(LITTLE, status, 0, 25)] = 1000
      life.step()
      return { outside: life.flow('to_outside'), other: life.flow('moved_out'), away: sum(life.away) }
    }
    const registered = leavers(REGISTERED)
    const migrants = leavers(MIGRANT)
    expect(migrants.outside).toBeCloseTo(registered.outside, 9)
    expect(migrants.other).toBeCloseTo(registered.other, 9)
    expect(registered.outside / registered.other).toBeCloseTo(7, 9)
    expect(migrants.away / registered.away).toBeCloseTo(0.4, 9)
  })

  it('keeps townspeople who have nowhere to go', () => {
    const one = { ...LITTLE, cities: 1 }
    const life = createLife(
      one,
      {
        ...livelySchedules(one),
        mortality: stillSchedules(one).mortality,
        destinations: Float64Array.of(1, 0),
      },
      { city_to_city: 2 },
    )
    life.people[cohortAt(one, MIGRANT, 0, 25)] = 1000
    life.people[cohortAt(one, REGISTERED, 0, 25)] = 1000
    life.step()
    expect(sum(life.people)).toBe(2000)
    expect(life.flow('moved_out') + life.flow('to_outside')).toBe(0)
  })

  it('moves as many of a lifetime in steps of five years as in single years', () => {
    const grouped: Dimensions = { statuses: 4, sexes: 2, ages: 21, ageWidth: 5, cities: 1 }
    const flat = (dims: Dimensions) => {
      const still = stillSchedules(dims)
      const schedule = new Float64Array(2 * dims.ages).fill(1 / dims.ages)
      return createLife(dims, { ...still, ruralExit: schedule }, { rural_exit: 1, reclassification: 0.01 })
    }
    const single = flat({ ...grouped, ages: 105, ageWidth: 1 })
    for (let age = 30; age < 35; age++) single.people[cohortAt(single.dims, RURAL, 0, age)] = 200
    for (let year = 0; year < 5; year++) single.step()
    const five = flat(grouped)
    five.people[cohortAt(grouped, RURAL, 0, 6)] = 1000
    five.step()
    const villagers = ({ people, dims }: Life) => sum(people.slice(0, cohortAt(dims, RECLASSIFIED, 0, 0)))
    const hazard = 1 / 105
    const stay = (1 - hazard / 2) / (1 + hazard / 2)
    expect(villagers(single)).toBeCloseTo(1000 * (stay * 0.99) ** 5, 6)
    expect(Math.abs(villagers(five) / villagers(single) - 1)).toBeLessThan(1e-4)
  })

  it('gives births to women of villages and of towns at their own levels', () => {
    const schedules = stillSchedules(LITTLE)
    for (const age of [25, 26]) schedules.fertility[age * LITTLE.cities] = 0.1
    const levels = { fertility_in_villages: 1.5, fertility_in_towns: 0.8 }
    for (const [status, births] of [
      [RURAL, 150],
      [MIGRANT, 80],
    ]) {
      const life = createLife(LITTLE, schedules, levels)
      life.people[cohortAt(LITTLE, status, 1, 25)] = 1000
      life.step()
      expect(life.flow('births')).toBeCloseTo(births, 9)
    }
  })

  it('makes two cities without moves between them live as the one of both, to the last bits', () => {
    const one = { ...LITTLE, cities: 1 }
    const levels = { rural_exit: 1.5, return_home: 0.4, city_to_city: 0.5, return_from_outside: 0.3 }
    const alone = createLife(
      one,
      { ...livelySchedules(one), destinations: Float64Array.of(0.6, 0.4) },
      levels,
    )
    const destinations = Float64Array.of(0.6, 0, 0.4, 0, 0.6, 0.4)
    const pair = createLife(LITTLE, { ...livelySchedules(), destinations, homes: destinations }, levels)
    alone.people.fill(20)
    pair.people.fill(10)
    for (let year = 0; year < 3; year++) {
      alone.step()
      pair.step()
    }
    alone.people.forEach((persons, cell) => {
      expect(pair.people[2 * cell] + pair.people[2 * cell + 1]).toBeCloseTo(persons, 9)
    })
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
      rural_exit: evenly(0, 12),
      return_home: evenly(0, 12),
      city_to_city: evenly(0, 12),
      return_from_outside: evenly(0, 12),
      returning_to_village: evenly(0, 0.5),
      returning_to_registered: evenly(0, 0.5),
      arrivals: evenly(0, 1e4),
      conversion_migrant: evenly(0, 0.9),
      conversion_reclassified: evenly(0, 0.9),
      conversion_rural: evenly(0, 0.5),
      reclassification: evenly(0, 1),
      mortality: evenly(0, 3),
      fertility: evenly(0, 3),
      pull_of_outside: evenly(-2, 2),
      attraction: evenly(-2, 2),
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
