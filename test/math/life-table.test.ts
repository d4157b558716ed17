import { describe, expect, it } from 'vitest'
import { deathAges, middlesOf, ownAges } from '../../src/math/death-ages.js'
import { a0Of, lifeTable, lifeTableOf } from '../../src/math/life-table.js'
import { bothSexes, lifeTableColumns } from '../../src/math/life-table-columns.js'

describe('a life table', () => {
  it('gives one over the death rate as life expectancy where the rate is the same at every age', () => {
    const survival = new Float64Array(101)
    const rate = 0.02
    const mx = new Float64Array(101).fill(rate)
    expect(lifeTableOf(mx, ownAges(1, 101), 1, false, survival)).toBeCloseTo(1 / rate, 10)
    // With deaths in mid-year a year loses q = m/(1 + m/2), and years lived fall in the same proportion.
    const q = rate / (1 + rate / 2)
    for (const share of survival.subarray(2, 100)) expect(share).toBeCloseTo(1 - q, 14)
  })

  it('carries the last two groups into the open one together', () => {
    const survival = new Float64Array(4)
    const rate = 0.5
    lifeTableOf(new Float64Array(4).fill(rate), ownAges(1, 4), 1, true, survival)
    // Closed: T_n / T_{n-1} = (l_n / m) / (l_{n-1} / m).
    const q = rate / (1 + 0.5 * rate)
    expect(survival[3]).toBeCloseTo(1 - q, 14)
  })

  it('lets everybody live where nobody dies', () => {
    const survival = new Float64Array(5)
    expect(lifeTableOf(new Float64Array(5), ownAges(1, 5), 1, true, survival)).toBe(Number.POSITIVE_INFINITY)
    expect([...survival]).toEqual([1, 1, 1, 1, 1])
  })

  it('uses the published years lived in the first year of life', () => {
    // Andreev and Kingkade (2015), table 3-2 in m0.
    expect(a0Of(0.01, true)).toBeCloseTo(0.14929 - 0.0199545, 12)
    expect(a0Of(0.05, true)).toBeCloseTo(0.02832 + 0.1630105, 12)
    expect(a0Of(0.1, true)).toBe(0.29915)
    expect(a0Of(0.01, false)).toBeCloseTo(0.14903 - 0.0205527, 12)
    expect(a0Of(0.05, false)).toBeCloseTo(0.04667 + 0.1940445, 12)
    expect(a0Of(0.1, false)).toBe(0.31411)
  })
})

/** Published abridged life tables: mx by ages 0, 1, 5, ... and life expectancies from age 5 on. */
const PUBLISHED = {
  // United Nations (1982), Model Life Tables for Developing Countries, p. 34
  men: {
    mx: [
      0.23669, 0.04672, 0.00982, 0.00511, 0.00697, 0.01036, 0.01169, 0.01332, 0.01528, 0.01757, 0.02092, 0.02517,
      0.03225, 0.04241, 0.06056, 0.08574, 0.1184, 0.16226, 0.23745,
    ],
    e5: [
      47.19, 44.438, 40.523, 36.868, 33.691, 30.567, 27.5, 24.485, 21.504, 18.599, 15.758, 13.08, 10.584, 8.466, 6.729,
      5.312, 4.211,
    ],
  },
  // United Nations (1988), MORTPAK, p. 82
  women: {
    mx: [
      0.12846, 0.02477, 0.00603, 0.0034, 0.00417, 0.00513, 0.00581, 0.00645, 0.00725, 0.00813, 0.00913, 0.01199, 0.01647,
      0.0256, 0.04047, 0.06624, 0.10638, 0.19611,
    ],
    e5: [
      57.245, 53.921, 49.803, 45.799, 41.922, 38.084, 34.249, 30.42, 26.578, 22.701, 18.945, 15.349, 12.095, 9.24, 6.903,
      5.099,
    ],
  },
} // biome-ignore format: tables read best as they are printed

/** Life expectancies from age 5 on, by the survival that the model projects with. */
function expectancies(mx: readonly number[], male: boolean): number[] {
  const starts = mx.map((_, x) => (x < 2 ? x : 5 * (x - 1)))
  const groups = mx.length - 1
  const survival = new Float64Array(groups)
  const e0 = lifeTableOf(mx, deathAges(starts, 5, groups), 5, male, survival)
  const lived = [5 * survival[0]]
  for (let group = 1; group < groups - 1; group++) lived.push(lived[group - 1] * survival[group])
  // T_n / T_{n-1} is the share of the last two groups
  lived.push((lived[groups - 2] * survival[groups - 1]) / (1 - survival[groups - 1]))
  expect(lived.reduce((sum, years) => sum + years, 0)).toBeCloseTo(e0, 9)
  return survivorsFrom5(mx, male).map(
    (alive, at) => lived.slice(at + 1).reduce((sum, years) => sum + years, 0) / alive,
  )
}

/** l_x from age 5 on, from a table cut off there: its open group has T_x = l_x / m. */
function survivorsFrom5(mx: readonly number[], male: boolean): number[] {
  const alive: number[] = []
  for (let x = 2; x < mx.length; x++) {
    const starts = mx.slice(0, x + 1).map((_, at) => (at < 2 ? at : 5 * (at - 1)))
    const ages = deathAges(starts, 5, x)
    const middles = middlesOf(Float64Array.from(mx.slice(0, x + 1)), ages, 1)
    const open = [...mx.slice(0, x), 1]
    const without = [...mx.slice(0, x), Number.MAX_VALUE]
    const survival = new Float64Array(x)
    alive.push(
      lifeTable(open, middles, ages, 5, male, survival) -
        lifeTable(without, middles, ages, 5, male, survival),
    )
  }
  return alive
}

describe('a life table by groups of five years', () => {
  it.each(['men', 'women'] as const)('has the published life expectancies of %s from age 5 on', (sex) => {
    const { mx, e5 } = PUBLISHED[sex]
    const found = expectancies(mx, sex === 'men')
    expect(found).toHaveLength(e5.length)
    // rates are printed to five digits
    found.forEach((years, at) => {
      expect(Math.abs(years - e5[at]), `age ${5 * (at + 1)}: ${years} for ${e5[at]}`).toBeLessThan(0.01)
    })
  })

  it.each(['men', 'women'] as const)('prints columns with the published life expectancies of %s', (sex) => {
    const { mx, e5 } = PUBLISHED[sex]
    const ages = deathAges(
      mx.map((_, x) => (x < 2 ? x : 5 * (x - 1))),
      5,
      mx.length - 1,
    )
    const table = lifeTableColumns(mx, ages, sex === 'men')
    e5.forEach((years, at) => {
      expect(Math.abs(table.ex[at + 2] - years), `age ${table.ages[at + 2]}`).toBeLessThan(0.01)
    })
    const survival = new Float64Array(mx.length - 1)
    expect(table.ex[0]).toBeCloseTo(lifeTableOf(mx, ages, 5, sex === 'men', survival), 12)
    // everybody dies at some age, and a death rate is that of those who die by the years they lived
    expect(table.deaths.reduce((sum, deaths) => sum + deaths, 0)).toBeCloseTo(1, 14)
    mx.forEach((rate, x) => {
      expect(table.mx[x]).toBeCloseTo(rate, 13)
    })
  })

  it('of both sexes is that of those born together: at birth the mean of their lives', () => {
    const ages = ownAges(1, 3)
    const [males, females] = [
      lifeTableColumns([0.1, 0.2, 0.5], ages, true),
      lifeTableColumns([0.05, 0.1, 0.25], ages, false),
    ]
    const both = bothSexes(0.25, males, females, ages)
    expect(both.ex[0]).toBeCloseTo(0.25 * males.ex[0] + 0.75 * females.ex[0], 14)
    // at 2, by those who are left: T / l
    const alive = 0.25 * males.survivors[2] + 0.75 * females.survivors[2]
    const years = 0.25 * males.personYears[2] + 0.75 * females.personYears[2]
    expect([both.ex[2], both.mx[2]]).toEqual([years / alive, alive / years])
  })

  /** l_x of ages 80-94 and what is left at 95: Kannisto (1996), thirteen countries 1970-1980, annex table 3. */
  const SINGLE = {
    men: [
      1, 0.8887, 0.7816, 0.6791, 0.5825, 0.4926, 0.4104, 0.3365, 0.2709, 0.2144, 0.1664, 0.1262, 0.0935, 0.0676, 0.0476,
    ],
    women: [
      1, 0.9223, 0.8424, 0.7611, 0.6792, 0.5981, 0.5197, 0.4445, 0.3742, 0.3096, 0.2511, 0.1996, 0.1554, 0.1181, 0.0877,
    ],
  } // biome-ignore format: tables read best as they are printed
  const AT_94 = { men: { q: 0.3112, e: 2.4093 }, women: { q: 0.2755, e: 2.7077 } }

  it.each(['men', 'women'] as const)('keeps the old of published single ages alive: %s', (sex) => {
    const { q, e } = AT_94[sex]
    const alive = [...SINGLE[sex], SINGLE[sex][14] * (1 - q)]
    const yearsOf = (from: number) =>
      [0, 1, 2, 3, 4].reduce((sum, k) => sum + (alive[from + k] + alive[from + k + 1]) / 2, 0)
    const beyond = SINGLE[sex][14] * (e - (1 - q / 2))
    const lived = [yearsOf(0), yearsOf(5), yearsOf(10), beyond]
    const mx = lived.map((years, k) => (alive[5 * k] - (k < 3 ? alive[5 * k + 5] : 0)) / years)
    const survival = new Float64Array(4)
    lifeTableOf(mx, deathAges([80, 85, 90, 95], 5, 20), 5, sex === 'men', survival)
    // deaths in mid-group are off by 2.9 and 1.5 per cent, and by 35 and 18 in the open group
    expect(Math.abs(survival[2] / (lived[2] / lived[1]) - 1)).toBeLessThan(0.001)
    expect(Math.abs(survival[3] / (beyond / (beyond + lived[2])) - 1)).toBeLessThan(0.01)
  })

  it('takes ages 0 and 1-4 apart, single ages and a later open age', () => {
    // by hand: nobody dies but one in ten at 1-4, so that q = 4m / (1 + (4 - a1) m), a1 = 1.651
    const mx = [0, 0.025, 0, 0, 0.1]
    const survival = new Float64Array(3)
    lifeTableOf(mx, deathAges([0, 1, 5, 10, 15], 5, 3), 5, true, survival)
    const q = 0.1 / (1 + 2.349 * 0.025)
    expect(survival[0]).toBeCloseTo((1 + 4 * (1 - q) + 1.651 * q) / 5, 14)
    const open = (1 - q) * (5 + 10)
    expect(survival[2]).toBeCloseTo(open / (open + 5 * (1 - q)), 14)
  })
})
