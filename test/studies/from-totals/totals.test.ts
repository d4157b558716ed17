/** A folder from totals: totals kept to the person, a folder given back by its own totals, contradictions located. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../../src/dataset/load.js'
import { totalsWords } from '../../../src/report/words/new/totals.js'
import { fromTotals } from '../../../src/studies/from-totals/new-from-totals.js'
import { peopleIn } from '../../../src/studies/from-totals/pattern.js'
import type { CitywardError } from '../../../src/vocabulary/problems.js'

const GUANGXI = 'fixtures/guangxi'
const folder = mkdtempSync(join(tmpdir(), 'totals-'))
const pattern = loadDataset(GUANGXI)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
let tables = 0

function made(lines: readonly string[], from = GUANGXI) {
  const file = join(folder, `totals-${tables++}.csv`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return fromTotals(file, from, 'plan/scenario.yaml')
}

/** The folder on disk, loaded. */
function loaded(lines: readonly string[]) {
  const { data } = made(lines)
  const path = mkdtempSync(join(folder, 'data-'))
  for (const [name, text] of data) writeFileSync(join(path, name), text)
  return loadDataset(path)
}

/** What a place has: everyone, townspeople, men, and people of 0-14, 15-59, 60 and over. */
function countsOf(dataset: typeof pattern, city: number) {
  const place = peopleIn(dataset, city)
  const ages = (from: number, to?: number) => sum(place.flat().flatMap((row) => row.slice(from, to)))
  const men = sum(place.flatMap(([row]) => row))
  return [ages(0), sum(place.slice(1).flat(2)), men, ages(0, 15), ages(15, 60), ages(60)]
}

describe('a folder and its own totals', () => {
  const header = 'year,code,name_en,name_zh,people,urban,male,age_0_14,age_15_59,age_60_plus'
  const again = loaded([
    header,
    ...pattern.cities.map(({ code, name }, city) =>
      [2020, code, name.en, name.zh, ...countsOf(pattern, city)].join(),
    ),
  ])

  it('gives its people back to the person, by status, sex and single age', () => {
    pattern.cities.forEach((_, city) => {
      expect(peopleIn(again, city)).toEqual(peopleIn(pattern, city))
    })
  })

  it('is said to have given way nowhere', () => {
    const counts = countsOf(pattern, 0).join()
    const words = totalsWords(made([header, `2020,4501,Nanning,,${counts}`]))
    expect([words.FARTHEST, words.FARTHEST_ZH]).toEqual(['nowhere', '无'])
    expect([words.SAME, words.OTHERS, words.GIVEN_ZH]).toEqual([
      'Nanning',
      'none',
      '人口、城镇人口、性别、0—14岁、15—59岁、60岁及以上',
    ])
  })

  it('gives back its moves, births, deaths and people away', () => {
    expect(again.destinations!.values).toEqual(pattern.destinations!.values)
    expect(again.homes!.values).toEqual(pattern.homes!.values)
    expect(again.fertility.get(2016)!.values).toEqual(pattern.fertility.get(2016)!.values)
    expect(again.mortality.byYear.get(2021)!.values).toEqual(pattern.mortality.byYear.get(2021)!.values)
    expect(again.away.get(2020)!.values).toEqual(pattern.away.get(2020)!.values)
    for (const name of ['rural_exit_level', 'arrivals', 'pull_of_outside_level', 'attraction_level'])
      expect(again.values.get(name)!.cities).toEqual(pattern.values.get(name)!.cities)
  })
})

describe('four places from public totals', () => {
  const lines = [
    'year,name_en,name_zh,unit,people,urban_share,share_0_14,share_60_plus',
    '2020,Nanning,南宁,万人,874.16,68.91,19.89,14.33',
    '2020,Guilin,桂林,万人,493.11,52.60,19.37,20.06',
    '2020,Newtown,新市,万人,100.05,60.0,18.0,17.5',
    '2020,Oldtown,旧市,万人,50.50,31.5,20.3,24.1',
  ]
  const dataset = loaded(lines)

  it('have the totals to the person: 8,741,600 people, 68.91 % of them in towns and so on', () => {
    // 8,741,600 x 0.6891 = 6,023,836.6; x 0.1989 = 1,738,704.2; x 0.1433 = 1,252,671.3; the rest is 15-59
    expect(countsOf(dataset, 0).toSpliced(2, 1)).toEqual([
      8_741_600, 6_023_837, 1_738_704, 5_750_225, 1_252_671,
    ])
    expect(countsOf(dataset, 3).toSpliced(2, 1)).toEqual([505_000, 159_075, 102_515, 280_780, 121_705])
  })

  it('have codes and levels of the pattern where it has the place, means where it does not', () => {
    expect(dataset.cities.map(({ code }) => code)).toEqual(['4501', '4503', 'T3', 'T4'])
    const [nanning, guilin, newtown, oldtown] = dataset.values.get('rural_exit_level')!.cities!
    const own = pattern.values.get('rural_exit_level')!.cities!
    expect([nanning, guilin]).toEqual([own[0], own[2]])
    const people = pattern.cities.map((_, city) => countsOf(pattern, city)[0])
    const mean = sum(people.map((persons, city) => persons * own[city])) / sum(people)
    expect(newtown).toBeCloseTo(mean, 8)
    expect(oldtown).toBe(newtown)
  })

  it('have the name of the pattern in the other language, where it has the place', () => {
    const [place] = loaded(['year,name_zh,people,urban', '2020,南宁,1000000,500000']).cities
    expect(place.name).toEqual({ en: 'Nanning', zh: '南宁' })
  })

  it('say where the pattern gave way most', () => {
    const { farthest } = made(lines)
    expect(farthest.factor).not.toBe(1)
    expect(farthest.place).toBeLessThan(4)
  })

  it('take the other places of the pattern as outside, where it has all of them', () => {
    const two = loaded(lines.slice(0, 3))
    const width = pattern.cities.length + 1
    const row = pattern.destinations!.values.subarray(0, width)
    const outside = 1 - row[0] - row[2]
    expect(two.destinations!.values[2]).toBeCloseTo(outside, 10)
  })

  it('follow the pyramid of the region, and the ages of each place', () => {
    const table = [
      'year,kind,name_en,name_zh,people,urban,age_0_14,age_15_59,age_60_plus,male_0_14,male_15_39,male_40_59,male_60_plus,female_0_14,female_15_39,female_40_59,female_60_plus',
      '2020,region,Both,两市,3000000,,,,,330000,500000,400000,270000,290000,490000,410000,310000',
      '2020,city,Nanning,南宁,2000000,1200000,400000,1250000,350000,,,,,,,,',
      '2020,city,Guilin,桂林,1000000,400000,220000,550000,230000,,,,,,,,',
    ]
    const both = loaded(table)
    expect(countsOf(both, 1).toSpliced(2, 1)).toEqual([1_000_000, 400_000, 220_000, 550_000, 230_000])
    const places = both.cities.map((_, city) => peopleIn(both, city))
    const persons = (sex: number, from: number, to?: number) =>
      sum(places.flatMap((place) => place.flatMap((status) => status[sex].slice(from, to))))
    const ages = [[0, 15], [15, 40], [40, 60], [60, undefined]] as const // biome-ignore format: pairs
    expect(ages.map(([from, to]) => persons(0, from, to))).toEqual([330_000, 500_000, 400_000, 270_000])
    expect(ages.map(([from, to]) => persons(1, from, to))).toEqual([290_000, 490_000, 410_000, 310_000])
  })
})

describe('totals that contradict each other', () => {
  const header = 'year,name_en,name_zh,unit,people,urban,age_0_14,age_15_59,age_60_plus'
  const problemOf = (make: () => unknown) => {
    try {
      make()
      return 'none'
    } catch (error) {
      return (error as CitywardError).message.replaceAll(`${folder}/`, '').replace(/totals-\d+/g, 'totals')
    }
  }

  it.each([
    [
      [header, '2020,Nanning,,,1000000,600000,200000,600000,100000'],
      'totals.csv:2:31  column age_0_14\n  Found age_0_14 + age_15_59 + age_60_plus that add up to 900000 people; expected 1000000.  [totals-contradict]',
    ],
    [
      [header, '2020,Nanning,,万人,100,110,20,60,20'],
      'totals.csv:2:22  column urban\n  Found 1100000 people; expected at most the 1000000 people of the row.  [totals-contradict]',
    ],
    [
      [header.replace('age_15_59', 'age_10_59'), '2020,Nanning,,,1000000,600000,200000,600000,200000'],
      'totals.csv:2:38  column age_10_59\n  Found age_10_59 beside age_0_14; expected groups of ages that do not overlap.  [totals-contradict]',
    ],
    [
      ['year,kind,name_en,name_zh,people,urban', '2020,region,Both,,2000000,', '2020,city,Nanning,,1000000,600000', '2020,city,Guilin,,900000,300000'],
      'totals.csv:2:19  column people\n  Found 2000000 people; expected 1900000, the sum of its 2 places.  [totals-contradict]',
    ],
    [
      ['year,name_en,name_zh,people', '2020,Nanning,,1000000'],
      'totals.csv:2:15  column people\n  Found no people in towns; expected a number in urban or urban_share.\n  A pattern without towns, such as --pattern Finland, needs none.  [totals-contradict]',
    ],
    [
      [header, '2020,Nanning,,,1000000,600000,200000,600000,200000', '2019,Guilin,,,1000000,600000,200000,600000,200000'],
      'totals.csv:3:1  column year\n  Found 2019; expected 2020, as in the rows above: one table holds one year.  [year-wrong]',
    ],
    [
      ['year,name_zh,people,urban', '2020,南宁,1000000,500000', '2020,南宁市,900000,500000'],
      'totals.csv:3:6  column name_zh\n  Found a second row for 4501; the first is on line 2; expected one row for each place.  [row-twice]',
    ],
    [
      ['year,name_zh,people,urban', '2020,南宁,0,0'],
      'totals.csv:2:9  column people\n  Found 0; expected more people than none.  [people-negative]',
    ],
    [
      ['year,name_en,name_zh,unit,people,urban_share', '2020,Nanning,,亿人,0.1,60'],
      'totals.csv:2:15  column unit\n  Found "亿人"; expected one of person, 1000 persons, 10000 persons, 人, 千人, 万人.  [unit-unknown]',
    ],
  ])('are refused where they stand: %j', (lines, text) => expect(problemOf(() => made(lines))).toBe(text)) // biome-ignore format: pairs read best together

  it('are taken up where they are rounding: 33.3 + 33.3 + 33.3 of 100.0 in 10,000', () => {
    const dataset = loaded([header, '2020,Nanning,,万人,100.0,60.0,33.3,33.3,33.3'])
    expect(countsOf(dataset, 0).slice(3)).toEqual([333_334, 333_333, 333_333])
  })

  it('are refused where the pattern has nobody of a kind', () => {
    const towns = join(folder, 'towns')
    cpSync(GUANGXI, towns, { recursive: true })
    rmSync(join(towns, 'census.csv'))
    const people = readFileSync(join(towns, 'population.csv'), 'utf8').split('\n')
    const nobody = people.map((row) =>
      row.startsWith('2020,4501,rural,') ? row.replace(/(,\d+){101}$/, ',0'.repeat(101)) : row,
    )
    writeFileSync(join(towns, 'population.csv'), nobody.join('\n'))
    const table = [header, '2020,Nanning,,,1000000,600000,200000,600000,200000']
    expect(problemOf(() => made(table, towns))).toBe(
      'totals.csv:2:16  column people\n  Found 400000 people in villages; expected about 0, all that the pattern and the other totals leave room for.  [totals-beyond-pattern]',
    )
  })

  it('are not read against a pattern that cannot be one', () => {
    const file = join(folder, 'totals-0.csv')
    expect(() => fromTotals(file, 'fixtures/tiny', 'x')).toThrow(
      /fixtures\/tiny\n {2}Found a pattern without .*levels of moves that were fitted; expected a folder as `cityward new --province` makes it, or one without statuses that has net migration\. {2}\[pattern-unfit\]/,
    )
    expect(() => fromTotals(file, 'Hunna', 'x')).toThrow(
      '--pattern\n  Found no province "Hunna"; expected one of 31 provinces, by code or by name in English or Chinese, or Finland, or a data folder.\n  Did you mean Hunan?  [province-unknown]',
    )
    expect(() => fromTotals(file, 'Finnland', 'x')).toThrow('Did you mean Finland?  [province-unknown]')
  })
})
