/** The forms in which others publish rates: women only, finer ages, survival from an age on, numbers a year. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { lifeTableOf } from '../../src/math/life-table.js'
import { answerTo } from './tiny-folder.js'

const rest = 'S_TEST,data,'
const HEADER = `title: { en: Tinyland, zh: 小国 }
region: T
base_year: 2020
age_width: 5
statuses: false
sexes: female
year_end: { factor: 1, source: S_TEST, quality: data }
`
const TABLES = {
  'data.yaml': HEADER,
  'sources.csv': 'id,title,publisher,url,note\nS_TEST,Made up,,,\n',
  'places.csv': `code,kind,name_en,name_zh,source,quality,note\nT,region,Tinyland,小国,${rest}\n`,
  'population.csv': `year,code,status,sex,unit,source,quality,note,0,5,10+\n2020,T,all,female,person,${rest},10,20,30\n`,
  'mortality.csv': `year,code,sex,measure,unit,source,quality,note,0,5,10+\n2020,T,female,survival,share,${rest},0.9,0.8,0.7\n`,
  'fertility.csv': `year,code,unit,source,quality,note,10+\n2020,T,birth / person / year,${rest},0.1\n`,
  'values.csv': `code,variable,year,value,unit,source,quality,note\nT,sex_ratio_at_birth,2020,1.05,ratio,${rest}\n`,
}
type Tables = Partial<Record<keyof typeof TABLES | 'net_migration.csv' | 'schedules.csv', string>>

/** A folder of women in three groups of five years, with some of its tables put in place of others. */
function withWomen<T>(tables: Tables, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
  try {
    for (const [name, text] of Object.entries({ ...TABLES, ...tables }))
      writeFileSync(join(folder, name), text)
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const mortalityOf = (mortality: string) =>
  withWomen({ 'mortality.csv': mortality }, (folder) => loadDataset(folder).mortality)
/** Survival of women by the life table of their death rates. */
function survivalOf(mortality: string): Float64Array {
  const { ages, byYear } = mortalityOf(mortality)
  const { values } = byYear.get(2020)!
  const survival = new Float64Array(3)
  lifeTableOf(values.subarray(values.length / 2), ages, 5, false, survival)
  return survival
}
const problemsOf = (tables: Tables) => withWomen(tables, answerTo)

describe('a folder of women only', () => {
  it('wants no rows of men, and lets boys live as girls do', () => {
    const { population, mortality, dims } = withWomen({}, loadDataset)
    expect(dims.sexes).toBe(2)
    expect([...population.get(2020)!.values]).toEqual([0, 0, 0, 10, 20, 30])
    expect([...mortality.byYear.get(2020)!.values]).toEqual([0.9, 0.8, 0.7, 0.9, 0.8, 0.7])
  })

  it('refuses rows of men, and another word for the sexes', () => {
    const men = TABLES['population.csv'].replace('all,female', 'all,male')
    expect(problemsOf({ 'population.csv': men })).toContain(
      'data/population.csv:2:12  column sex\n  Found "male"; expected female.',
    )
    expect(problemsOf({ 'data.yaml': HEADER.replace('female', 'women') })).toContain(
      'data/data.yaml:6:8  sexes\n  Found "women"; expected both or female.  [type-wrong]',
    )
  })
})

describe('schedules of women only', () => {
  const heading = 'name,sex,unit,source,quality,note,0,5,10+'
  it('have no rows of men; boys move as girls do, and only women arrive', () => {
    const rows = ['city_to_city', 'arrivals'].map((name) => `${name},female,share,${rest},0.2,0.3,0.5\n`)
    const { schedules } = withWomen({ 'schedules.csv': `${heading}\n${rows.join('')}` }, loadDataset)
    expect([...schedules.get('city_to_city')!.values]).toEqual([0.2, 0.3, 0.5, 0.2, 0.3, 0.5])
    expect([...schedules.get('arrivals')!.values]).toEqual([0, 0, 0, 0.2, 0.3, 0.5])
  })

  it('refuse rows of men', () => {
    const table = `${heading}\ncity_to_city,male,share,${rest},0.2,0.3,0.5\n`
    expect(problemsOf({ 'schedules.csv': table })).toContain('Found "male"; expected female.')
  })
})

describe('death rates by finer ages than those of the people', () => {
  const head = 'year,code,sex,measure,unit,source,quality,note'
  it('stay death rates, which a level can multiply: 0, 1-4, 5-9 and over, by a_0, a_1 and the mid-group', () => {
    const mx = `${head},0,1,5,10+\n2020,T,female,mx,1 / year,${rest},0.01,0.001,0.0005,0.05\n`
    expect(mortalityOf(mx).measure).toBe('mx')
    // By hand, women: a_0 = 0.14903 - 2.05527 x 0.01, a_1 = 1.522 - 1.518 x 0.01, L = 0.99136, 3.95050, 4.92452, 19.67347
    const [birth, five, open] = survivalOf(mx)
    expect(birth).toBeCloseTo(0.98837127413897, 13)
    expect(five).toBeCloseTo(0.99649271259415, 13)
    expect(open).toBeCloseTo(0.7997997997998, 13)
  })

  it('may end at a later open age than the people', () => {
    const constant = `${head},0,5,10,15,20+\n2020,T,female,mx,1 / year,${rest},0.02,0.02,0.02,0.02,0.02\n`
    // Deaths at one rate m: L_x+5 / L_x = (1 - 2.5 m)/(1 + 2.5 m), and the same for the open ages of 10 and over.
    const [, five, open] = survivalOf(constant)
    expect(five).toBeCloseTo(0.95 / 1.05, 14)
    expect(open).toBeCloseTo(0.95 / 1.05, 14)
  })

  it('must have a column where each group of the people begins', () => {
    const mx = `${head},0,1,10+\n2020,T,female,mx,1 / year,${rest},0.01,0.001,0.05\n`
    expect(problemsOf({ 'mortality.csv': mx })).toContain('no column for age 5')
  })
})

describe('survival with a column birth', () => {
  const head = 'year,code,sex,measure,unit,source,quality,note,birth,0,5,10+'
  it('stands at the age it leads from', () => {
    const { byYear } = mortalityOf(`${head}\n2020,T,female,survival,share,${rest},0.9,0.8,0.7,0.7\n`)
    expect([...byYear.get(2020)!.values]).toEqual([0.9, 0.8, 0.7, 0.9, 0.8, 0.7])
  })

  it('is refused where the last two shares differ', () => {
    const survival = `${head}\n2020,T,female,survival,share,${rest},0.9,0.8,0.7,0.6\n`
    expect(problemsOf({ 'mortality.csv': survival })).toBe(
      'data/mortality.csv:2:55  column 10+\n' +
        '  Found 0.6 in 10+ and 0.7 in 5; expected the same share in the last two columns.\n' +
        '  Where they differ, give every table one more age group (README.md, A published projection).' +
        '  [open-shares-differ]',
    )
  })
})

describe('net migration', () => {
  const table = (measure: string, unit: string) =>
    `year,code,sex,measure,unit,source,quality,note,0,5,10+\n2020,T,female,${measure},${unit},${rest},0.01,-0.02,0\n`
  it.each([
    ['count', 'person', 1],
    ['count', 'person / year', 5],
    ['rate', 'share', 1],
    ['rate', '1 / year', 5],
  ])('as a %s in %s is multiplied by %d for a step', (measure, unit, times) => {
    const dataset = withWomen({ 'net_migration.csv': table(measure, unit) }, loadDataset)
    const expected = [0, 0, 0, 0.01 * times, -0.02 * times, 0]
    expect([...dataset.netMigration!.byYear.get(2020)!.values]).toEqual(expected)
  })
})
