import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset, loadDatasetOrProblems } from '../../src/dataset/load.js'
import { ageAt, cohortAt, FEMALE, MALE, MIGRANT, RURAL } from '../../src/vocabulary/dimensions.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { change, TINY, withCopy } from './tiny-folder.js'

const total = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)

describe('the tiny data folder', () => {
  const tiny = loadDataset(TINY)
  const people = tiny.population.get(2020)!

  it('has two cities of a region, four statuses and 101 ages', () => {
    expect(tiny.dims).toEqual({ statuses: 4, sexes: 2, ages: 101, ageWidth: 1, cities: 2 })
    expect(tiny.cities.map(({ code, name }) => [code, name.en, name.zh])).toEqual([
      ['A', 'Alpha', '甲'],
      ['B', 'Beta', '乙'],
    ])
    expect(tiny.region).toMatchObject({ code: 'T', kind: 'region' })
    expect(tiny.cities[1]).toMatchObject({ longitude: 101, latitude: 20, column: 1, row: 0 })
    expect([tiny.baseYear, tiny.yearEndFactor, tiny.yearEndProvenance.quality]).toEqual([
      2020,
      1,
      'judgement',
    ])
  })

  it('puts people at [status, sex, age, city]', () => {
    expect(people.values[cohortAt(tiny.dims, RURAL, FEMALE, 70) + 0]).toBe(1000)
    expect(people.values[cohortAt(tiny.dims, MIGRANT, MALE, 20) + 0]).toBe(1000)
    expect(people.values[cohortAt(tiny.dims, MIGRANT, MALE, 20) + 1]).toBe(500)
    expect(people.values[cohortAt(tiny.dims, MIGRANT, MALE, 21) + 1]).toBe(0)
    expect(total(people.values)).toBe(38_000)
    expect(people.provenance).toHaveLength(16)
  })

  it('spreads the rates of the region over its cities', () => {
    const mx = tiny.mortality.byYear.get(2020)!.values
    expect([tiny.mortality.measure, mx.length, Math.min(...mx), Math.max(...mx)]).toEqual([
      'mx',
      404,
      0.01,
      0.01,
    ])
    const fertility = tiny.fertility.get(2020)!.values
    expect([19, 20, 39, 40].map((age) => [...fertility.subarray(age * 2, age * 2 + 2)])).toEqual([
      [0, 0],
      [0.1, 0.1],
      [0.1, 0.1],
      [0, 0],
    ])
    expect(total(fertility)).toBeCloseTo(2 * 2, 12)
  })

  it('holds destinations and homes with outside as the last column', () => {
    expect([...tiny.destinations!.values]).toEqual([0.6, 0.2, 0.2, 0.5, 0.25, 0.25])
    expect([...tiny.homes!.values]).toEqual([0.5, 0.2, 0.3, 0.25, 0.5, 0.25])
  })

  it('holds schedules [sex, age]', () => {
    expect([...tiny.schedules.keys()]).toEqual(['flat', 'rogers_castro', 'arrivals'])
    const schedule = tiny.schedules.get('rogers_castro')!.values
    expect(total(schedule.subarray(0, 101))).toBeCloseTo(1, 6)
    expect(total(schedule.subarray(101))).toBeCloseTo(1, 6)
    expect(schedule.indexOf(Math.max(...schedule))).toBe(23)
  })

  it('gives travel times both ways', () => {
    const short = tiny.travel.legs.map(({ from, to, line, hours }) => [from, to, line, hours])
    expect(short).toEqual([
      [0, 1, '', 2],
      [1, 0, '', 2],
      [0, 1, 'alpha_beta', 1],
      [1, 0, 'alpha_beta', 1],
    ])
    expect(tiny.travel.lines.map(({ name, opens }) => [name, opens])).toEqual([['alpha_beta', 2022.5]])
  })

  it('holds groups, values, commitments and people away', () => {
    expect([...tiny.groups]).toEqual([
      ['both', [0, 1]],
      ['coast', [1]],
    ])
    expect([...tiny.values.get('beds')!.cities!]).toEqual([100, 50])
    expect(tiny.values.get('beds')).toMatchObject({ unit: { bed: 1 }, unitText: 'bed', year: 2020 })
    expect(tiny.values.get('bed_norm')).toMatchObject({ region: 0.005, unit: { bed: 1, person: -1 } })
    expect(tiny.values.get('bed_norm')!.cities).toBeUndefined()
    expect(tiny.sexRatioAtBirth.get(2020)).toMatchObject({ boysPerGirl: 1, provenance: { unit: 'ratio' } })
    expect([...tiny.commitments.values()].map(({ kind }) => kind)).toEqual(['level', 'cumulative', 'time'])
    expect(tiny.away.get(tiny.baseYear)!.values[ageAt(tiny.dims, FEMALE, 30) + 1]).toBe(500)
  })
})

describe('a data folder', () => {
  it('loads as the template', () => {
    const template = loadDataset('fixtures/template')
    expect(template.dims).toEqual({ statuses: 4, sexes: 2, ages: 101, ageWidth: 1, cities: 1 })
    const made = template.sources.get('S_EXAMPLE')!
    expect(made.title).toEqual({ en: 'Made-up example numbers', zh: '虚构的示例数字' })
    expect(made.original).toBe('Made-up example numbers')
    expect(made.publisher).toEqual({ en: 'cityward', zh: 'cityward' })
  })

  it('lets the row of a city win over the row of the region', () => {
    withCopy((folder) => {
      change(
        folder,
        'fertility.csv',
        '\n2020,T',
        `\n2020,B,birth / person / year,S_TEST,data,${',0.2'.repeat(20)}\n2020,T`,
      )
      const fertility = loadDataset(folder).fertility.get(2020)!.values
      expect([...fertility.subarray(40, 42)]).toEqual([0.1, 0.2])
    })
  })

  it('takes a region without cities or statuses, in five-year groups, with survival and net migration', () => {
    withCopy((folder) => {
      writeRegion(folder)
      const region = loadDataset(folder)
      expect(region.dims).toEqual({ statuses: 1, sexes: 2, ages: 4, ageWidth: 5, cities: 1 })
      expect(region.cities.map(({ code }) => code)).toEqual(['T'])
      expect([...region.population.get(2020)!.values]).toEqual([10, 20, 30, 40, 11, 21, 31, 41])
      expect(region.mortality.measure).toBe('survival')
      // Published from each age on: 0.99 from birth into 0-4, 1 from there into 5-9, 0.5 into and within 15+.
      expect([...region.mortality.byYear.get(2020)!.values]).toEqual([0.99, 1, 0.9, 0.5, 0.98, 1, 0.9, 0.5])
      expect([...region.netMigration!.byYear.get(2025)!.values]).toEqual([-1, 2, 0, 0, -1, 2, 0, 0])
    })
  })

  it('takes for each place the value of the last year on or before the base year', () => {
    withCopy((folder) => {
      const rows = [2017, 2019, 2015].map((year) => `A,jobs,${year},${year},job,S_TEST,data,\n`)
      change(folder, 'values.csv', 'A,school_places', `${rows.join('')}A,school_places`)
      const jobs = loadDataset(folder).values.get('jobs')!
      expect([jobs.year, ...jobs.cities!]).toEqual([2019, 2019, Number.NaN])
    })
  })

  it('reads a byte order mark, Windows line ends and quoted texts over two lines', () => {
    withCopy((folder) => {
      const path = join(folder, 'groups.csv')
      const text = readFileSync(path, 'utf8').replace('made for tests', '"made for\n""tests"", really"')
      writeFileSync(path, `\uFEFF${text.replaceAll('\n', '\r\n')}`)
      expect([...loadDataset(folder).groups.keys()]).toEqual(['both', 'coast'])
    })
  })

  it('has a fingerprint that any change of a file changes, and its place does not', () => {
    withCopy((folder) => {
      const before = loadDataset(folder).fingerprint
      expect(before).toMatch(/^[0-9a-f]{64}$/)
      expect(before).toBe(loadDataset(TINY).fingerprint)
      change(folder, 'values.csv', 'B,beds,2020,50', 'B,beds,2020,51')
      expect(loadDataset(folder).fingerprint).not.toBe(before)
    })
  })

  it('is thrown as one error with all its problems, or given back with them', () => {
    withCopy((folder) => {
      change(folder, 'values.csv', 'B,beds,2020,50', 'B,beds,2020,many')
      const { dataset, problems } = loadDatasetOrProblems(folder)
      expect([dataset, problems.length]).toEqual([undefined, 1])
      expect(problems[0].where).toMatchObject({ line: 6, column: 13, field: 'column value' })
      expect(() => loadDataset(folder)).toThrow(CitywardError)
    })
  })
})

/** Four groups of five years, one status, no cities. */
function writeRegion(folder: string): void {
  const rest = 'S_TEST,data,'
  const files: Record<string, string> = {
    'places.csv': `code,kind,name_en,name_zh,source,quality,note\nT,region,Tinyland,小国,${rest}\n`,
    'population.csv': `year,code,status,sex,unit,source,quality,note,0,5,10,15+
2020,T,all,male,person,${rest},10,20,30,40\n2020,T,all,female,person,${rest},11,21,31,41\n`,
    'mortality.csv': `year,code,sex,measure,unit,source,quality,note,birth,0,5,10,15+
2020,T,male,survival,share,${rest},0.99,1,0.9,0.5,0.5\n2020,T,female,survival,share,${rest},0.98,1,0.9,0.5,0.5\n`,
    'net_migration.csv': `year,code,sex,measure,unit,source,quality,note,0,5,10,15+
2025,T,male,count,person,${rest},-1,2,0,0\n2025,T,female,count,person,${rest},-1,2,0,0\n`,
    'fertility.csv': `year,code,unit,source,quality,note,15+\n2020,T,birth / person / year,${rest},0.1\n`,
    'values.csv': `code,variable,year,value,unit,source,quality,note\nT,sex_ratio_at_birth,2020,1.05,ratio,${rest}\n`,
    'schedules.csv': 'name,sex,unit,source,quality,note,0,5,10,15+\n',
    'away.csv': `year,code,sex,unit,source,quality,note,0,5,10,15+
2020,T,male,person,${rest},0,0,0,0\n2020,T,female,person,${rest},0,0,0,0\n`,
    'groups.csv': 'group,code,source,quality,note\n',
    'destinations.csv': `year,from,to,value,unit,source,quality,note\n2020,T,outside,1,share,${rest}\n`,
    'homes.csv': `year,from,to,value,unit,source,quality,note\n2020,T,T,1,share,${rest}\n`,
    'travel_times.csv': 'from,to,line,hours,unit,source,quality,note\n',
    'census.csv': `code,parent,kind,year,population,urban,male,female,age_0_14,age_15_59,age_60_plus,source
T,,region,2020,204,,100,104,,,,S_TEST\n`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  change(folder, 'data.yaml', 'age_width: 1', 'age_width: 5')
  change(folder, 'data.yaml', 'statuses: true', 'statuses: false')
}
