/** One file of each kind, laid out as offices give it, is imported without a question; fixtures/offices/README.md says whose figures they are. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { readMapping } from '../../src/import/mapping.js'
import { checkedTotals } from '../../src/studies/from-totals/check-totals.js'
import { readTotalsTable } from '../../src/studies/from-totals/read-totals.js'
import { folderFor, importInto, OFFICES, rowsIn } from './office.js'

const office = (name: string) => join(OFFICES, name)

/** A copy of the template, whose one city is 9901, 示例市. */
function template(): string {
  const folder = folderFor()
  cpSync('fixtures/template', folder, { recursive: true })
  return folder
}

/** People of Guangxi's cities as fixtures/guangxi/census.csv has them. */
const census = rowsIn('fixtures/guangxi/census.csv').filter(
  ({ year, kind }) => year === '2020' && kind !== 'county',
)
const cities = census.filter(({ kind }) => kind === 'city')

describe('a workbook with merged headings, several sheets and notes', () => {
  it('gives the census of 2020, to the person', async () => {
    const into = folderFor()
    const { table, lacks } = await importInto(office('census-2020.xlsx'), { into })
    const rows = rowsIn(table)
    expect(rows.map((row) => row.people)).toEqual(census.map(({ population }) => population))
    expect(rows[1]).toMatchObject({ year: '2020', code: '4501', name_zh: '南宁市', unit: 'person', people: '8741584', urban: '6023504', male: '4512644', age_60_plus: '1291807' }) // biome-ignore format: one row
    expect(rows[0]).toMatchObject({
      kind: 'region',
      code: '45',
      name_en: 'Guangxi',
      name_zh: '广西壮族自治区',
      people: '50126804',
      urban: '27170956',
    })
    expect(lacks).toEqual([])
    // what `new --totals` computes with
    const { totals, region } = checkedTotals(readTotalsTable(table))
    expect(totals.places).toHaveLength(14)
    expect(region?.people.persons).toBe(50126804)
  })

  it('is the census.csv of a data folder that has those places', async () => {
    const into = folderFor()
    cpSync('fixtures/guangxi/places.csv', join(into, 'places.csv'))
    const { table } = await importInto(office('census-2020.xlsx'), { into, inFolder: true })
    const own = rowsIn(table).map(({ source, ...row }) => row)
    expect(own).toEqual(census.map(({ source, ...row }) => row))
    expect(readFileSync(join(into, 'sources.csv'), 'utf8')).toMatch(/^id,title,publisher,url,note\nS_CENSUS_2020_\w{6}_2,表1 2020年广西各市常住人口（2020年11月1日）,,,"census-2020.xlsx, sha-256 [0-9a-f]{64}"\n$/)
  }) // biome-ignore format: one pattern
})

describe('CSV', () => {
  it('in UTF-8 with English headings, 10,000 persons and shares', async () => {
    const { table, lacks } = await importInto(office('cities-2020.csv'), { into: folderFor() })
    expect(rowsIn(table)[0]).toMatchObject({ code: '4501', name_en: 'Nanning', unit: '10000 persons', people: '874.16', urban_share: '68.91', share_0_14: '20.38' })
    expect(lacks).toEqual([])
  }) // biome-ignore format: one row

  it('in GB18030 with codes of six digits, its year in its name', async () => {
    const { table, lacks } = await importInto(office('分市人口-2020-gbk.csv'), { into: folderFor() })
    const rows = rowsIn(table)
    expect(rows.map(({ code }) => code)).toEqual(cities.slice(0, 6).map(({ code }) => code))
    // two decimals of 10,000: within 50 people of the census
    rows.forEach(({ people, unit, year }, k) => {
      expect([unit, year]).toEqual(['10000 persons', '2020'])
      expect(Math.abs(1e4 * Number(people) - Number(cities[k].population))).toBeLessThanOrEqual(50)
    })
    expect(lacks).toEqual([])
  })

  it('in UTF-16 with tabs, thousands and two years, which is a series', async () => {
    const { table } = await importInto(office('two-censuses-utf16.txt'), { into: folderFor() })
    const rows = rowsIn(table)
    expect(rows.filter(({ year }) => year === '2020').map(({ value }) => value)).toEqual(cities.slice(0, 4).map(({ population }) => population))
    expect(rows[0]).toMatchObject({ code: '4501', variable: 'resident_population', year: '2010', value: '6658742', unit: 'person' })
  }) // biome-ignore format: one row

  it('with semicolons, decimal commas and points between thousands; its decimals stay, since they say how it is rounded', async () => {
    const { table, lacks } = await importInto(office('towns-decimal-comma.csv'), { into: folderFor() })
    expect(
      rowsIn(table).map(({ unit, people, urban, share_0_14 }) => [unit, people, urban, share_0_14]),
    ).toEqual([
      ['1000 persons', '1512.3', '983.0', '18.2'],
      ['1000 persons', '268.5', '126.4', '20.4'],
      ['1000 persons', '41.25', '12.50', '21.0'],
    ])
    expect(lacks).toEqual([])
  })

  it('that is long, into totals', async () => {
    const { table } = await importInto(office('towns-long.csv'), { into: folderFor() })
    expect(rowsIn(table)[1]).toMatchObject({ name_en: 'Beta', people: '80200', male: '39900', female: '40300', age_0_14: '15000', age_60_plus: '15100' })
  }) // biome-ignore format: one row

  it('with full-width digits, 千人, 百张 and ‰, into values that the folder is read with', async () => {
    const into = template()
    const { table } = await importInto(office('公共服务-全角.csv'), { into, inFolder: true })
    const own = rowsIn(table).slice(3).map(({ code, variable, year, value, unit }) => [code, variable, year, value, unit])
    expect(own).toEqual([
      ['9901', 'hospital_beds', '2019', '850', 'bed'],
      ['9901', 'hospital_beds', '2020', '900', 'bed'],
      ['9901', 'elderly_care_beds', '2020', '1250', 'bed'],
      ['9901', 'resident_population', '2020', '152800', 'person'],
      ['9901', 'birth_rate', '2020', '0.0112', '1 / year'],
    ])
    const dataset = loadDataset(into)
    expect(dataset.values.get('hospital_beds')?.cities?.[0]).toBe(900)
    // rows that were there are as they were, to the byte
    expect(readFileSync(table, 'utf8').startsWith(readFileSync('fixtures/template/values.csv', 'utf8'))).toBe(true)
  }) // biome-ignore format: rows
})

describe('formats that are made for programs', () => {
  it('World Population Prospects: thousands, into people by sex and age of a folder without statuses', async () => {
    const into = fiveYearFolder()
    const { table } = await importInto(office('WPP_made_up_PopulationByAge5GroupSex.csv'), {
      into,
      inFolder: true,
    })
    const [men, women] = rowsIn(table)
    // 52.5 and 50.25 thousand of 0-4, as made up
    expect([men.sex, men['0'], men['80+'], women['0']]).toEqual(['male', '52500', '4500', '50250'])
    const { population } = loadDataset(into)
    expect(population.get(2020)?.values.reduce((sum, people) => sum + people, 0)).toBeCloseTo(964750, 6)
  })

  it('Human Mortality Database: death rates, and people after a change of territory, into a folder that is read with them', async () => {
    const into = fiveYearFolder()
    for (const name of ['mortality.csv', 'population.csv']) rmSync(join(into, name), { force: true })
    const rates = await importInto(office('Mx_5x1-made-up.txt'), { into, inFolder: true })
    const own = rowsIn(rates.table)
    expect(own.map(({ year, code, sex }) => [year, code, sex])).toEqual([['2018', 'XAA', 'female'], ['2018', 'XAA', 'male'], ['2019', 'XAA', 'female'], ['2019', 'XAA', 'male']])
    await expect(importInto(office('Mx_5x1-made-up.txt'), { into, inFolder: true, answers: { year: 2017 } })).rejects.toThrow('Found no figure of 2017 for mortality.csv; expected a year from 2018 to 2019.')
    expect(own[1]).toMatchObject({ measure: 'mx', unit: '1 / year', 0: '0.004000', 1: '0.000300', '110+': '1.200000' })
    const people = await importInto(office('Population5-made-up.txt'), { into, inFolder: true, answers: { year: 2019 } })
    const [men, women] = rowsIn(people.table)
    // 0 and 1-4 of `2019+`: 964.95 + 3715.60 men, 947.46 + 3698.21 women
    expect([men.year, men['0'], women['0'], women['110+']]).toEqual(['2019', '4680.55', '4645.67', '0'])
    writeFileSync(join(into, 'data.yaml'), readFileSync(join(into, 'data.yaml'), 'utf8').replace('base_year: 2020', 'base_year: 2019'))
    const dataset = loadDataset(into)
    expect(dataset.mortality?.byYear.get(2019)?.values[0]).toBe(0.00396)
    expect(dataset.population.get(2019)?.values[0]).toBe(4680.55)
  }) // biome-ignore format: rows

  it('Human Mortality Database: mx of a life table of women; Human Fertility Database: births at 12 and under, at 55 and over', async () => {
    const into = fiveYearFolder()
    rmSync(join(into, 'mortality.csv'))
    const women = await importInto(office('fltper_5x1-made-up.txt'), { into, inFolder: true })
    expect(rowsIn(women.table)).toMatchObject([{ year: '2019', sex: 'female', 0: '0.00277', '110+': '0.86854' }])
    rmSync(join(into, 'fertility.csv'))
    const births = await importInto(office('asfrRR-made-up.txt'), { into, inFolder: true })
    const [first] = rowsIn(births.table)
    expect(first).toMatchObject({ year: '2018', unit: 'birth / person / year', 12: '0.00005', 30: '0.11000', 55: '0.00000' })
    expect(Object.keys(first).filter((name) => /^\d/.test(name))).toEqual(Array.from({ length: 44 }, (_, k) => String(12 + k)))
  }) // biome-ignore format: rows

  it('Eurostat: codes of ages and sexes, flags taken off, : left out', async () => {
    const { table, answer } = await importInto(office('demo_made_up.tsv'), { into: folderFor() })
    const rows = rowsIn(table)
    expect(rows).toHaveLength(21)
    expect(rows.find(({ code, variable, year }) => code === 'XA12' && variable === 'resident_population_65_plus' && year === '2020')?.value).toBe('52200')
    expect(answer.understood.observations.filter(({ flag }) => flag === 'b')).toHaveLength(4)
  }) // biome-ignore format: one row

  it('Eurostat, of one year, into totals', async () => {
    const { table } = await importInto(office('demo_made_up.tsv'), { into: folderFor(), answers: { as: 'totals', year: 2020 } })
    expect(rowsIn(table)).toMatchObject([{ code: 'XA11', people: '519000', age_0_14: '91000', age_15_64: '335500', age_65_plus: '92500' }, { code: 'XA12', people: '267000' }])
  }) // biome-ignore format: rows

  it('SDMX-CSV 1.0: a power of ten beside the unit', async () => {
    const { table } = await importInto(office('sdmx-1.0.csv'), { into: folderFor() })
    expect(rowsIn(table)).toMatchObject([{ code: 'XA11', unit: '1000 persons', people: '519.0', male: '255.2', female: '263.8' }, { people: '267.0' }])
  }) // biome-ignore format: rows

  it('SDMX-CSV 2.0: codes with labels', async () => {
    const into = template()
    const { table } = await importInto(office('sdmx-2.0.csv'), { into, inFolder: true })
    expect(rowsIn(table).slice(3).map(({ code, variable, year, value, unit }) => [code, variable, year, value, unit])).toEqual([
      ['9901', 'hospital_beds', '2018', '810', 'bed'],
      ['9901', 'hospital_beds', '2019', '850', 'bed'],
      ['9901', 'hospital_beds', '2020', '900', 'bed'],
    ])
    expect(loadDataset(into).values.get('hospital_beds')?.cities?.[0]).toBe(900)
  }) // biome-ignore format: rows

  it('JSON-stat: regions by year, as Statistics Finland counted them', async () => {
    const { table, answer } = await importInto(office('regions-by-year.json'), { into: folderFor() })
    const rows = rowsIn(table)
    expect(rows).toHaveLength(15)
    // Uusimaa on 31 December 2019
    expect(rows[4]).toMatchObject({ code: 'MK01', variable: 'resident_population', year: '2019', value: '1689725', unit: 'person' })
    expect(answer.understood.observations.filter(({ flag }) => flag === 'p')).toHaveLength(1)
  }) // biome-ignore format: one row

  it('PC-Axis: single ages of Kanta-Häme, the last group written `100 -`', async () => {
    const { table } = await importInto(office('region-by-age.px'), { into: folderFor() })
    const [men, women] = rowsIn(table)
    expect([men.code, men.year, men['0'], men['1'], women['0']]).toEqual([
      'MK05',
      '2019',
      '612',
      '662',
      '620',
    ])
    expect(Object.keys(men).at(-1)).toBe('100+')
  })
})

describe('a mapping', () => {
  it('of every file repeats it to the same bytes', async () => {
    for (const name of readdirSync(OFFICES).filter((file) => !file.endsWith('.md'))) {
      const place = () =>
        /公共|sdmx-2/.test(name) ? template() : /made-up\.txt$/.test(name) ? placeOnly() : folderFor()
      const into = place()
      const first = await importInto(office(name), { into })
      const bytes = readFileSync(first.table)
      const text = readFileSync(first.mapping, 'utf8')
      // into the folder that holds it, and into one that is empty
      for (const again of [into, place()]) {
        const mapping = readMapping(first.mapping, text)
        const second = await importInto(office(name), { into: again, mapping }, first.mapping)
        expect(readFileSync(second.table).equals(bytes), name).toBe(true)
      }
      expect(readFileSync(first.mapping, 'utf8')).toBe(text)
    }
  })
})

/** A folder that knows one region, XAA, and holds nothing else. */
function placeOnly(): string {
  const folder = folderFor()
  cpSync(join(fiveYearFolder(), 'places.csv'), join(folder, 'places.csv'))
  return folder
}

/** A folder of one region, XAA, in groups of five years to 80 and over, without statuses and people. */
function fiveYearFolder(): string {
  const folder = folderFor()
  const ages = Array.from({ length: 17 }, (_, k) => (k === 16 ? '80+' : String(5 * k)))
  const rates = (value: number) => ages.map(() => value).join(',')
  const files = {
    'data.yaml': 'title: { en: Exampleland }\nregion: XAA\nbase_year: 2020\nage_width: 5\nstatuses: false\nyear_end: { factor: 1, source: S_X, quality: judgement }\n',
    'places.csv': 'code,kind,name_en,name_zh,source,quality,note\nXAA,region,Exampleland,,S_X,data,\n',
    'sources.csv': 'id,title,publisher,url,note\nS_X,Made up for tests,,,\n',
    'mortality.csv': `year,code,sex,measure,unit,source,quality,note,${ages}\n2020,XAA,male,survival,share,S_X,data,,${rates(0.95)}\n2020,XAA,female,survival,share,S_X,data,,${rates(0.95)}\n`,
    'fertility.csv': 'year,code,unit,source,quality,note,20,25,30\n2020,XAA,birth / person / year,S_X,data,,0.1,0.1,0.1\n',
    'values.csv': 'code,variable,year,value,unit,source,quality,note\nXAA,sex_ratio_at_birth,2020,1.05,ratio,S_X,data,\n',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
} // biome-ignore format: files
