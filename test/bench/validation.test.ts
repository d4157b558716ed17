/** docs/validation.md says what the kept forecasts come to, and these are of what the censuses counted. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorOf, isHeld, isProvince, type Kept, readKept, scoreOf } from '../../bench/validate/kept.js'
import { knownPaces, paceErrors } from '../../bench/validate/paces.js'
import { PROVINCES } from '../../bench/validate/province-decade.js'
import { pooledTable, provinceTable } from '../../bench/validate/tables.js'

const kept = readKept()
const of = (test: string) => kept.filter((one) => one.test === test)

describe('the kept forecasts', () => {
  it('are of all 31 provinces, and of what their counties add up to in the census of 2020', () => {
    for (const test of ['rolled_2010', 'rolled_2015']) {
      const own = of(test).filter(({ subject }) => subject === 'people')
      const provinces = own.filter(isProvince)
      expect(provinces.map(({ province }) => province).sort()).toEqual([...PROVINCES])
      // the collection's README: leaves of 2020 add up to 1,409,778,724; kept are six digits of each
      const sum = (some: readonly Kept[]) => some.reduce((total, { actual }) => total + actual, 0)
      expect(sum(provinces) / 1_409_778_724).toBeCloseTo(1, 5)
      expect(sum(own.filter((one) => !isProvince(one))) / 1_409_778_724).toBeCloseTo(1, 5)
    }
  })

  it('have bands that lie within each other, about the median', () => {
    const apart = kept.filter(({ bands, points }) => {
      const ends = [
        bands[95][0],
        bands[80][0],
        bands[50][0],
        points.model,
        bands[50][1],
        bands[80][1],
        bands[95][1],
      ]
      return !ends.every((end, at) => at === 0 || ends[at - 1] <= end)
    })
    expect(apart).toEqual([])
  })

  it('are what the page says', () => {
    const page = readFileSync('docs/validation.md', 'utf8')
    for (const test of ['held_out', 'rolled_2010', 'rolled_2015'] as const)
      for (const what of ['places', 'provinces'] as const)
        expect(page).toContain(pooledTable(kept, test, what))
    for (const test of ['held_out', 'rolled_2010'] as const) expect(page).toContain(provinceTable(kept, test))
  })
})

describe('scores', () => {
  const one = (
    actual: number,
    median: number,
    straight: number,
    subject: Kept['subject'] = 'people',
  ): Kept => ({
    test: 'held_out',
    province: '45',
    place: '4501',
    name: 'A',
    subject,
    actual,
    crps: 10,
    points: { model: median, straight_line: straight, growth_difference: Number.NaN, no_change: 50 },
    bands: { 50: [median - 1, median + 1], 80: [median - 10, median + 10], 95: [0, 1000] },
  })

  it('are per cent of the count, or points, by hand', () => {
    expect(errorOf(one(200, 210, 180), 'model')).toBe(5)
    expect(errorOf(one(40, 41.5, 38, 'urban_share'), 'model')).toBe(1.5)
    const score = scoreOf([one(200, 210, 180), one(100, 90, 100)])
    expect(score.errors).toEqual({
      model: 7.5,
      straight_line: 5,
      growth_difference: Number.NaN,
      no_change: 62.5,
    })
    expect([score.bias, score.crps, score.held]).toEqual([-2.5, 7.5, { 50: 0, 80: 1, 95: 1 }])
    expect(isHeld(one(200, 211, 0), 80)).toBe(false)
  })
})

describe('what was known of paces', () => {
  // printed: 33.62 % in 2005 and 39.20 in 2009; 40.00 in 2010 and 47.06 by the survey of 2015; residents 4,660 to 4,856, 4,610 to 4,796
  it('of Guangxi is what the series say', () => {
    const [share, growth] = knownPaces('45')[2010]
    expect(share.yearly).toBeCloseTo((39.2 - 33.62) / 4, 10)
    expect(growth.yearly).toBeCloseTo(Math.log(4856 / 4660) / 4, 10)
    const [later, grown] = knownPaces('45')[2015]
    expect(later.yearly).toBeCloseTo((47.06 - 40) / 5, 10)
    expect(grown.yearly).toBeCloseTo(Math.log(4796 / 4610) / 5, 10)
  })

  // by an independent program over the same table: 0.359 and 1.512 points, 0.472 and 1.608 per cent
  it('has the errors that the census of 2010 had shown', () => {
    expect(paceErrors('share').ahead).toBeCloseTo(Math.hypot(0.35918, 1.51171 / 5), 4)
    expect(paceErrors('residents').printed).toBeCloseTo(0.016076 / 5, 6)
  })
})
