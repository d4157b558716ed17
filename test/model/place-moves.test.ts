/** People of one status who move between places: by hand, and schedules of places against those of all. */
import { describe, expect, it } from 'vitest'
import { balanceGap, totalsByCity } from '../../src/model/balance.js'
import { ageAt, type Dimensions } from '../../src/vocabulary/dimensions.js'
import { createLife, LITTLE, stillSchedules } from './live.js'

const ONE_STATUS: Dimensions = { statuses: 1, sexes: 2, ages: 4, ageWidth: 1, cities: 2 }
const CONVENTIONS = { step: 1, migration: 'even', placeMoves: true } as const
const even = (dims: Dimensions) => new Float64Array(dims.sexes * dims.ages).fill(1 / dims.ages)
/** A quarter of those who leave A go outside, all who leave B go to A. */
const DESTINATIONS = Float64Array.from([0, 0.75, 0.25, 1, 0, 0])

describe('moves between places', () => {
  const schedules = {
    ...stillSchedules(ONE_STATUS),
    cityToCity: even(ONE_STATUS),
    destinations: DESTINATIONS,
  }
  const life = () =>
    createLife(ONE_STATUS, schedules, { city_to_city: [0.8, 0.4], fertility: 0 }, CONVENTIONS)

  it('take half the rate before the deaths, and half of who is there after them', () => {
    const { people, step, flow } = life()
    people[ageAt(ONE_STATUS, 0, 0)] = 1000
    expect(step()).toBeUndefined()
    // rates 0.2 and 0.1 a year: 100 leave A, 75 reach B; then 1.1 a - 0.05 b = 900 and 1.05 b - 0.075 a = 75
    const [a, b] = [948.75 / 1.15125, 150 / 1.15125]
    // eight rounds leave 1e-11 of the people
    expect(people[ageAt(ONE_STATUS, 0, 1)]).toBeCloseTo(a, 7)
    expect(people[ageAt(ONE_STATUS, 0, 1) + 1]).toBeCloseTo(b, 7)
    expect(flow('moved_out')).toBeCloseTo(75 + 0.075 * a, 7)
    expect(flow('to_outside')).toBeCloseTo(25 + 0.025 * a, 7)
    expect(flow('moved_in', 1)).toBe(flow('moved_out'))
  })

  it('close the books of every place, arrivals included', () => {
    const arrivals = even(ONE_STATUS).map((share) => share / 2)
    const levels = { city_to_city: [0.8, 0.4], arrivals: 40, fertility: 0 }
    const { people, step, flows } = createLife(ONE_STATUS, { ...schedules, arrivals }, levels, CONVENTIONS)
    people.forEach((_, cell) => {
      people[cell] = 100 + cell
    })
    const [before, after] = [new Float64Array(4), new Float64Array(4)]
    totalsByCity(ONE_STATUS, people, before)
    step()
    totalsByCity(ONE_STATUS, people, after)
    expect(balanceGap(ONE_STATUS, before, after, flows)).toBeLessThan(1e-10)
  })

  it('are none where a scenario asks for none', () => {
    const { people, step } = createLife(ONE_STATUS, schedules, { city_to_city: 0.8, fertility: 0 })
    people[ageAt(ONE_STATUS, 0, 0)] = 1000
    step()
    expect(people[ageAt(ONE_STATUS, 0, 1)]).toBe(1000)
  })
})

describe('schedules by place', () => {
  it('are those of each place: people leave at the ages of their own', () => {
    const { cities, ages } = LITTLE
    const early = new Float64Array(2 * ages)
    const late = new Float64Array(2 * ages)
    for (const sex of [0, 1]) {
      early[sex * ages + 20] = 1
      late[sex * ages + 60] = 1
    }
    const both = Float64Array.from({ length: 2 * ages * cities }, (_, at) => [early, late][at % 2][at >> 1])
    const one = new Float64Array(2 * ages * cities)
    const still = { ...stillSchedules(LITTLE), returnHome: one, returnFromOutside: one, arrivals: one }
    const moving = {
      ...still,
      ruralExit: both,
      cityToCity: both,
      conversion: one,
      byPlace: true as const,
      destinations: Float64Array.from([0, 0, 1, 0, 0, 1]),
    }
    const { people, step, flow } = createLife(LITTLE, moving, { rural_exit: 0.5, fertility: 0 })
    people[ageAt(LITTLE, 0, 20)] = 1000
    people[ageAt(LITTLE, 0, 20) + 1] = 1000
    step()
    // A: half a hazard of 0.5 at 20, none at 21; B: nobody leaves at 20
    expect(flow('to_outside')).toBeCloseTo((1000 * 0.25) / 1.125, 9)
    expect(flow('to_outside', 1)).toBe(0)
  })
})
