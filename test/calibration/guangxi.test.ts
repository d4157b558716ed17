/** The fit of 2010-2020 on the real data: how near it comes, and that it is the one the folder holds. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../src/calibration/account.js'
import { decadeOf } from '../../src/calibration/decade.js'
import { columnNames, drawsOf } from '../../src/calibration/draws.js'
import { dataOf } from '../../src/calibration/error-model.js'
import { calibrationFiles, drawColumns, fitFingerprint } from '../../src/calibration/files.js'
import { fitDecade, normalOf } from '../../src/calibration/fit.js'
import { createPrediction } from '../../src/calibration/prediction.js'
import { levelResults } from '../../src/calibration/results.js'
import { levelsOf } from '../../src/calibration/unknowns.js'
import { calibrationText } from '../../src/report/terminal/calibration-page.js'
import { cohortAt, RURAL } from '../../src/vocabulary/dimensions.js'
import { shippedDataset } from '../plan/shipped.js'
import { guangxi } from './small-decade.js'

const decade = guangxi()
const fit = fitDecade(decade)
const columns = drawColumns(fit)
const predicted = new Float64Array(fit.data.length)
createPrediction(decade, fit.entries, fit.data)(fit.minimum.z, predicted)
const gaps = (kind: string) =>
  fit.data.flatMap((datum, at) => (datum.kind === kind ? [{ ...datum, lived: predicted[at] }] : []))
const spreadOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
function villagersOf({ dims, after }: typeof decade): number[] {
  const sums = new Array<number>(dims.cities).fill(0)
  const from = cohortAt(dims, RURAL, 0, 0)
  for (let cell = 0; cell < dims.sexes * dims.ages * dims.cities; cell++)
    sums[cell % dims.cities] += after.people[from + cell]
  const all = sums.reduce((sum, villagers) => sum + villagers, 0)
  return sums.map((villagers) => villagers / all)
}
const share = (odds: number) => 1 / (1 + Math.exp(-odds))

describe('Guangxi lived from the census of 2010', () => {
  it('meets every city of 2020 within 0.5 % of its people and 0.5 points of its urban share', () => {
    expect(fit.minimum.settled).toBe(true)
    for (const { lived, value } of gaps('people'))
      expect(Math.abs(Math.exp(lived - value) - 1)).toBeLessThan(0.005)
    for (const { lived, value } of gaps('townspeople'))
      expect(Math.abs(share(lived) - share(value))).toBeLessThan(0.005)
    expect([gaps('people').length, gaps('townspeople').length]).toEqual([14, 14])
  })

  it('gives the very files of the folder, to the byte', () => {
    for (const [name, text] of calibrationFiles(fit, levelResults(fit)))
      expect(readFileSync(`fixtures/guangxi/${name}`, 'utf8'), name).toBe(text)
    expect(fitFingerprint(fit)).toMatchInlineSnapshot(`"6620e2565d26db59"`)
  })

  /** Villagers of 2020 weigh the cities; six digits of what they share are kept, and of what is their own steps of 0.01, 0.2 and 0.05. */
  it('has in each row of draws the level of every city: what all share times what is its own, which has a mean of nothing', () => {
    const villagers = villagersOf(decade)
    for (const row of [0, 7, 1999]) {
      const levels = levelsOf(fit.entries, fit.draw(20_201_101, row), 14, fit.priors)
      let mean = 0
      decade.cities.forEach(({ code }, city) => {
        const of = (name: string) => columns.get(`${name}_${code}`)![row]
        const shared = (name: string) => columns.get(name)![row]
        const moved = (name: string) => levels(name)[city] - fit.levels(name)[city]
        const leaving = levels('rural_exit')[city] / fit.levels('rural_exit')[city]
        expect(Math.abs(of('exit_own') - leaving / shared('exit_level'))).toBeLessThan(0.0051)
        expect(Math.abs(shared('outside_level') + of('outside_own') - moved('pull_of_outside'))).toBeLessThan(
          0.1001,
        )
        expect(Math.abs(of('attraction_own') - moved('attraction'))).toBeLessThan(0.0251)
        mean += villagers[city] * of('outside_own')
      })
      expect(Math.abs(mean)).toBeLessThan(0.06)
    }
  })

  it('holds the level of leaving of a city to 2 to 9 % beside what all share, and pull and attraction together', () => {
    const spreads = (name: string) =>
      decade.cities.map(({ code }) => spreadOf(columns.get(`${name}_${code}`)!))
    expect(Math.min(...spreads('exit_own'))).toBeCloseTo(0.019, 2)
    expect(Math.max(...spreads('exit_own'))).toBeCloseTo(0.094, 2)
    expect(Math.min(...spreads('outside_own'))).toBeGreaterThan(0.4)
    expect(Math.max(...spreads('attraction_own'))).toBeLessThan(0.15)
  })

  /** Putuo of Shanghai and six others: what nobody does differs by its prior alone, by which 38 of 500 futures more were impossible. */
  it('has no level of leaving of its own for a place without villagers', () => {
    const people = decade.after.people.slice()
    const from = cohortAt(decade.dims, RURAL, 0, 0)
    for (let cell = 0; cell < decade.dims.sexes * decade.dims.ages; cell++) people[from + 14 * cell + 3] = 0
    const without = { ...fit, decade: { ...decade, after: { ...decade.after, people } } }
    const names = columnNames(without)
    const [of, beside] = [3, 4].map((city) => names.indexOf(`exit_own_${decade.cities[city].code}`))
    const rows = drawsOf(without, 20_201_101, 20)
    expect(rows.map((row) => row[of])).toEqual(Array(20).fill(1))
    expect(new Set(rows.map((row) => row[beside])).size).toBeGreaterThan(1)
  })

  it('gives the same draw for the same seed, another for another', () => {
    expect([...fit.draw(1, 5)]).toEqual([...fit.draw(1, 5)])
    expect([...fit.draw(1, 5)]).not.toEqual([...fit.draw(2, 5)])
  })
})

describe('the account of the decade', () => {
  const { cities, ages, scalars } = accountOf(fit)

  it('closes for the towns of every city: births less deaths, moves and villages that become towns', () => {
    for (const { growth } of cities) {
      const { counted, missed, natural, moves, reclassified, lived } = growth
      expect(Math.abs(counted + missed + natural + moves + reclassified - lived)).toBeLessThan(1e-5)
    }
    const counted = cities.reduce((sum, { growth }) => sum + growth.counted, 0)
    expect(counted).toBe(18_417_843)
  })

  it('has every age once: as lived as many as live in the cities', () => {
    const all = (of: 'lived' | 'counted') => ages.reduce((sum, { people }) => sum + people[of], 0)
    expect(all('counted')).toBeCloseTo(50_126_804, 2)
    expect(all('lived')).toBeCloseTo(
      cities.reduce((sum, { people }) => sum + people.lived, 0),
      2,
    )
  })

  it('doubts the migrants of Nanning, of whom districts of one city were taken off, and nothing else', () => {
    expect(scalars.filter(({ doubted }) => doubted).map(({ kind, city }) => [kind, city])).toEqual([
      ['migrants', 0],
    ])
  })

  it('is a page in both languages, every city on it', () => {
    const page = {
      title: { en: 'Guangxi', zh: '广西' },
      from: decade.from,
      to: decade.to,
      fingerprint: fitFingerprint(fit),
      cities: decade.cities,
      levels: levelResults(fit),
      account: accountOf(fit),
      settled: true,
    }
    const [en, zh] = (['en', 'zh'] as const).map((language) => calibrationText(page, language, 120))
    for (const { name } of decade.cities) {
      expect(en.split(`\n${name.en}`).length).toBeGreaterThan(2)
      expect(zh.split(`\n${name.zh}`).length).toBeGreaterThan(2)
    }
    expect(en).toMatch(/^Returning to the village +region +1\.5 \(0\.695-3\.24\) /m)
    expect(en).toContain('Nanning, migrants: 0.67')
    expect(zh).not.toMatch(/undefined|NaN/)
  })
})

describe('a fit without the data of some cities', () => {
  const half = [0, 2, 4, 6, 8, 10, 12]
  const held = fitDecade(decade, { cities: half })

  it('takes their levels from the mean of the others, less surely', () => {
    expect(dataOf(decade, { cities: half }).filter(({ city }) => city === 1)).toEqual([])
    const mean = normalOf(held, 'rural_exit', -1)
    const out = normalOf(held, 'rural_exit', 1)
    expect(Math.abs(out.mean - mean.mean)).toBeLessThan(0.1)
    expect(out.sd).toBeGreaterThan(3 * normalOf(fit, 'rural_exit', 1).sd)
  })

  it('say nothing of a join where the urban share hardly changed, whose yearly gains are about nothing', () => {
    const joins = ({ after }: Pick<typeof decade, 'after'>) =>
      dataOf({ ...decade, after }).filter(({ kind }) => kind === 'join').length
    expect([joins(decade), joins({ after: { ...decade.after, people: decade.before.people } })]).toEqual([
      1, 0,
    ])
  })
})

describe('a folder that cannot be fitted', () => {
  it('says where: one census only', () => {
    const dataset = shippedDataset('fixtures/guangxi')
    const one = { ...dataset, population: new Map([...dataset.population].slice(0, 1)) }
    expect(decadeOf(one).problems).toEqual([
      {
        code: 'censuses-few',
        where: { file: 'fixtures/guangxi/population.csv' },
        found: 'one year of people, 2010',
        expected: 'two censuses to fit moves between',
      },
    ])
  })

  it('has two censuses in a multiple of its age width, statuses, schedules and destinations', () => {
    const dataset = shippedDataset('fixtures/guangxi')
    const bare = { ...dataset, schedules: new Map(), destinations: undefined }
    expect(decadeOf(bare).problems.map(({ code }) => code)).toEqual([
      ...Array(5).fill('schedule-unknown'),
      'file-missing',
    ])
    const flat = { ...dataset, dims: { ...dataset.dims, statuses: 1, ageWidth: 3 } }
    expect(decadeOf(flat).problems.map(({ code }) => code)).toEqual(['censuses-uneven', 'statuses-missing'])
  })

  it('is of places that were fitted by themselves, with comers of every place', () => {
    const dataset = shippedDataset('fixtures/guangxi')
    const arrivals = dataset.values.get('arrivals')!
    const told = (name: string, at: number) => {
      const cities = arrivals.cities!.with(2, at)
      const values = new Map([...dataset.values, [name, { ...arrivals, name, cities }]])
      return decadeOf({ ...dataset, values }).problems.map(({ code, found }) => `${code}: ${found}`)
    }
    expect(told('rural_exit_spread', 1)).toEqual([
      'fitted-within: rural_exit_spread: levels that were fitted about those of larger places',
    ])
    const { code } = dataset.cities[2]
    expect(told('arrivals_judged', Number.NaN)).toEqual([
      `rows-missing: no comers of ${code} (arrivals_judged)`,
    ])
    expect(told('arrivals', -5)).toEqual([`people-negative: -5 comers a year of ${code} (arrivals)`])
    expect(told('arrivals_judged', 0)).toEqual([])
  })
})
