/** Net migrants by the conventions of published projections, by numbers that can be worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { MigrationTiming } from '../../src/model/rates.js'
import { cohortAt, type Dimensions, FEMALE, MIGRANT, RURAL } from '../../src/vocabulary/dimensions.js'
import { createLife, LITTLE, stillSchedules } from './live.js'

const ONE: Dimensions = { statuses: 1, sexes: 2, ages: 101, ageWidth: 1, cities: 1 }

/** 1,000 women of 25 who bear 0.1 children a year at 25 and 26, and net migrants of 25. */
function liveWomen(migration: MigrationTiming, netMigrants: number, measure: 'count' | 'rate' = 'count') {
  const still = stillSchedules(ONE)
  const netMigration = new Float64Array(2 * ONE.ages)
  netMigration[FEMALE * ONE.ages + 25] = netMigrants
  const fertility = still.fertility.map((_, age) => (age === 25 || age === 26 ? 0.1 : 0))
  const schedules = { ...still, fertility, netMigration, netMigrationMeasure: measure }
  const life = createLife(ONE, schedules, {}, { step: 1, migration })
  life.people[cohortAt(ONE, 0, FEMALE, 25)] = 1000
  life.step()
  const women = (age: number) => life.people[cohortAt(ONE, 0, FEMALE, age)]
  return { life, births: life.flow('births'), women }
}

describe('net migrants', () => {
  it('all at the end of the step bear no children in it', () => {
    const { births, women } = liveWomen('end', 100)
    expect(births).toBe((0.1 * (1000 + 1000)) / 2)
    expect([women(25), women(26)]).toEqual([100, 1000])
  })

  it('half before and half after count at both ends (United Nations; Preston and others)', () => {
    const { births, women } = liveWomen('even', 100)
    expect(births).toBeCloseTo((0.1 * (1050 + 1050 + 50)) / 2, 12)
    expect([women(25), women(26)]).toEqual([50, 1050])
  })

  it('half after the births bear none (Leslie matrices, such as Wheldon and others)', () => {
    const { births, women } = liveWomen('even_after_births', 100)
    expect(births).toBeCloseTo((0.1 * (1050 + 1050)) / 2, 12)
    expect([women(25), women(26)]).toEqual([50, 1050])
  })

  it('do not come where migration is off', () => {
    const { births, women } = liveWomen('off', 100)
    expect(births).toBe(100)
    expect([women(25), women(26)]).toEqual([0, 1000])
  })

  it.each(['even', 'even_after_births', 'end'] as const)(
    'as a rate are that share of the people at the start of the step: %s',
    (timing) => {
      const counted = liveWomen(timing, 100)
      const rated = liveWomen(timing, 0.1, 'rate')
      expect(rated.births).toBe(counted.births)
      expect(rated.life.people).toEqual(counted.life.people)
    },
  )

  it('more of them come by their own make-up, whatever the table is of', () => {
    for (const measure of ['count', 'rate'] as const) {
      const still = stillSchedules(ONE)
      const netMigration = new Float64Array(2 * ONE.ages)
      netMigration[FEMALE * ONE.ages + 25] = measure === 'rate' ? 0.1 : 100
      const moreNetMigrants = new Float64Array(2 * ONE.ages)
      moreNetMigrants[FEMALE * ONE.ages + 25] = 0.25
      moreNetMigrants[FEMALE * ONE.ages + 40] = 0.75
      const schedules = { ...still, netMigration, netMigrationMeasure: measure, moreNetMigrants }
      const life = createLife(ONE, schedules, { more_net_migrants: -80 }, { step: 1, migration: 'end' })
      life.people[cohortAt(ONE, 0, FEMALE, 25)] = 1000
      life.people[cohortAt(ONE, 0, FEMALE, 39)] = 50
      life.step()
      const women = (age: number) => life.people[cohortAt(ONE, 0, FEMALE, age)]
      // 100 by the table less a quarter of 80; of the other 60 there are 50
      expect([women(25), women(26), women(40)]).toEqual([80, 1000, 0])
      expect([life.flow('net_migration'), life.flow('shortfall')]).toEqual([30, 10])
    }
  })

  it('take no more than there are, and report the rest', () => {
    const { life, women } = liveWomen('even', -3000)
    expect([women(25), women(26)]).toEqual([0, 0])
    expect(life.flow('net_migration')).toBe(-1000)
    expect(life.flow('shortfall')).toBe(2000)
  })

  it('are shared over statuses as the cell is', () => {
    const netMigration = new Float64Array(2 * LITTLE.ages * LITTLE.cities)
    const cell = (FEMALE * LITTLE.ages + 30) * LITTLE.cities
    netMigration[cell] = -40
    const life = createLife(
      LITTLE,
      { ...stillSchedules(LITTLE), netMigration },
      {},
      { step: 1, migration: 'end' },
    )
    life.people[cohortAt(LITTLE, RURAL, FEMALE, 29)] = 300
    life.people[cohortAt(LITTLE, MIGRANT, FEMALE, 29)] = 100
    life.step()
    expect(life.people[cohortAt(LITTLE, RURAL, FEMALE, 30)]).toBe(270)
    expect(life.people[cohortAt(LITTLE, MIGRANT, FEMALE, 30)]).toBe(90)
    expect(life.flow('urban_out')).toBe(10)
  })
})
