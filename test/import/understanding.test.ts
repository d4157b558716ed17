/** What headings, cells and figures say, as offices write them. */
import { describe, expect, it } from 'vitest'
import { NO_ANSWERS } from '../../src/import/answers.js'
import { exactSum, shifted } from '../../src/import/targets/made.js'
import { ageInColumn } from '../../src/import/understand/age-words.js'
import { decimalOf, figureOf } from '../../src/import/understand/numbers.js'
import { headingParts } from '../../src/import/understand/parts.js'
import { unitOf, unitText } from '../../src/import/understand/unit-words.js'
import { changed, understand, workbook } from './office.js'

describe('a heading', () => {
  const people = { measure: 'people' }
  it.each([
    ['年末常住人口（万人）', { ...people, unit: { base: 'person', power: 4 } }],
    ['城镇化率（％）', { measure: 'urban_share', unit: { base: 'share', power: -2 } }],
    ['#城镇人口', { ...people, residence: 'urban' }],
    ['其中：女性', { sex: 'female' }],
    ['合 计', { isTotal: true }],
    ['60岁及以上人口占比(%)', { ...people, isShare: true, age: { from: 60, to: undefined }, unit: { base: 'share', power: -2 } }],
    ['Population, total', people],
    ['Resident population (1 000 persons)', { ...people, unit: { base: 'person', power: 3 } }],
    ['Urban population (% of total)', { ...people, residence: 'urban', unit: { base: 'share', power: -2 } }],
    ['2020年11月1日', { year: 2020 }],
    ['户籍人口', { measure: 'registered_population' }],
    ['Birth rate (per 1,000)', { measure: 'birth_rate', unit: { base: 'share', power: -3 } }],
  ])('%s', (text, parts) => expect(headingParts(text)).toEqual({ parts, rest: '' }))

  it.each(['2010-2020年', '土地面积', 'Area'])('%s says nothing that is known, and keeps it', (text) => {
    const { parts, rest } = headingParts(text)
    expect(parts).toEqual({})
    expect(rest).toBe(text.toLowerCase())
  })
}) // biome-ignore format: a line a case

describe('an age', () => {
  it.each([
    ['0—14岁', { from: 0, to: 14 }],
    ['15 to 64 years', { from: 15, to: 64 }],
    ['Y_LT5', { from: 0, to: 4 }],
    ['Y15-19', { from: 15, to: 19 }],
    ['Y_GE85', { from: 85, to: undefined }],
    ['100 -', { from: 100, to: undefined }],
    ['80岁及以上', { from: 80, to: undefined }],
    ['Under 15', { from: 0, to: 14 }],
    ['７', { from: 7, to: 7 }],
    ['合计', 'all'],
    ['adults', undefined],
    ['200', { from: 200, to: 200 }],
  ])('%s', (text, age) => expect(ageInColumn(text)).toEqual(age))
})

describe('a figure', () => {
  it.each([
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ['1 234,5', ',', '1234.5'],
    ["1'234'567", '.', '1234567'],
    ['１２３．５', '.', '123.5'],
    ['8741584①', '.', '8741584'],
    ['12.5*', '.', '12.5'],
    ['－3.2', '.', '-3.2'],
    ['.5', '.', '0.5'],
    ['1.5e3', '.', '1500'],
  ] as const)('%s with %s before decimals', (text, decimal, digits) =>
    expect(figureOf(text, decimal)?.digits).toBe(digits),
  )

  it.each([':', '…', '..', '-', '—', 'n/a', '不详', ''])('%j is none', (text) =>
    expect(figureOf(text, '.')).toEqual({ digits: undefined, isPercent: false }),
  )

  it.each(['12a4', '1e308', '1,23,4', '1.2.3', '六十'])('%j is a slip', (text) =>
    expect(figureOf(text, '.')).toBeUndefined(),
  )

  it('tells decimals by what stands behind them', () => {
    expect(decimalOf(['1,234', '12,5'])).toBe(',')
    expect(decimalOf(['1.234,5'])).toBe(',')
    expect(decimalOf(['1,234', '1,234,567'])).toBe('.')
    expect(decimalOf(['12.5', '1,234'])).toBe('.')
    expect(decimalOf(['1,234', '12'])).toBe('either')
    expect(decimalOf(['1.234', '12'])).toBe('.')
    expect(decimalOf(['1.234', '12'], 'semicolon')).toBe('either')
    expect(decimalOf(['12', '7'])).toBe('.')
  })

  it('is shifted and added without a digit lost', () => {
    // 0.1 + 0.2 and 1.005 x 100 in binary fractions are 0.30000000000000004 and 100.49999999999999
    expect(exactSum(['0.1', '0.2'])).toBe('0.3')
    expect(shifted('1.005', 2)).toBe('100.5')
    expect(shifted('512.34', 4)).toBe('5123400')
    expect(shifted('12', -3)).toBe('0.012')
  })
})

describe('a unit', () => {
  it.each([
    ['万人', 'person', 4],
    ['thousand persons', 'person', 3],
    ['10 000 persons', 'person', 4],
    ['number of persons', 'person', 0],
    ['百张', 'bed', 2],
    ['‰', 'share', -3],
    ['% of total', 'share', -2],
  ])('%s is one of a base, and is read again as it is written', (text, base, power) => {
    expect(unitOf(text)).toEqual({ base, power })
    expect(unitOf(unitText({ base, power }))).toEqual({ base, power })
  })
})

describe('a table', () => {
  it('with places across the top and things down the side', async () => {
    const rows = [['2020年主要指标', null, null], ['指标', '南宁市', '柳州市'], ['常住人口（万人）', 874.16, 415.79], ['城镇化率（%）', 68.91, 69.93]]
    const { answer } = await understand({ file: 'a.xlsx', bytes: await workbook(rows) }, { into: '' })
    expect(answer.made.table.rows.map((row) => row.slice(0, 8))).toEqual([
      ['2020', '4501', '', '南宁市', '', '10000 persons', '874.16', '68.91'],
      ['2020', '4502', '', '柳州市', '', '10000 persons', '415.79', '69.93'],
    ])
  }) // biome-ignore format: rows

  it('with cells that are shown as per cent, which hold parts of one', async () => {
    const rows = [
      ['地区', '常住人口（人）', '城镇化率（%）', '0-14岁占比（%）'],
      ['南宁市', 8741584, 0.6891, 0.2038],
      ['柳州市', 4157934, 0.6993, 0.1906],
    ]
    const { answer } = await understand({ file: '2020.xlsx', bytes: await workbook(rows) }, { into: '' })
    expect(answer.made.table.rows.map((row) => row.slice(6, 9))).toEqual([
      ['8741584', '68.91', '20.38'],
      ['4157934', '69.93', '19.06'],
    ])
  })

  it('takes rates and densities for what they are, and not for the people or beds in their names', async () => {
    const text =
      '地区,2020年常住人口（人）,人口密度（人/平方公里）,每千人口医疗机构床位数（张）,城镇居民人均可支配收入（元）\n南宁市,8741584,395,6.2,38542\n柳州市,4157934,224,6.9,37000\n'
    const { answer } = await understand({ file: 'a.csv', bytes: Buffer.from(text) }, { into: '' })
    expect(answer.made.table.header).toEqual([
      'year',
      'code',
      'name_en',
      'name_zh',
      'kind',
      'unit',
      'people',
      'note',
    ])
    expect(answer.made.unused).toEqual([
      '人口密度（人/平方公里）',
      '每千人口医疗机构床位数（张）',
      '城镇居民人均可支配收入（元）',
    ])
  })

  it('with places that are merged over rows of years and sexes', async () => {
    const rows = [
      ['地区', '年份', '性别', '常住人口（人）'],
      ['南宁市', 2010, '男', 3452717],
      [null, null, '女', 3206025],
      [null, 2020, '男', 4512644],
      [null, null, '女', 4228940],
    ]
    const { answer } = await understand({ file: 'a.xlsx', bytes: await workbook(rows) }, { into: '' })
    expect(answer.made.table.rows.map((row) => row.slice(0, 4))).toEqual([
      ['4501', 'resident_population_male', '2010', '3452717'],
      ['4501', 'resident_population_female', '2010', '3206025'],
      ['4501', 'resident_population_male', '2020', '4512644'],
      ['4501', 'resident_population_female', '2020', '4228940'],
    ])
  })

  it('of SDMX with a labelled power of ten', async () => {
    const bytes = changed('sdmx-2.0.csv', /0: Units/g, '3: Thousands')
    const { answer } = await understand({ file: 'a.csv', bytes }, { into: 'fixtures/template' })
    expect(answer.made.table.rows.map((row) => row[3])).toEqual(['810000', '850000', '900000'])
  })

  it('with a unit in its title that is of the counts alone', async () => {
    const rows = [
      ['2020年主要指标', null, null, null, null],
      [null, null, null, null, '单位：万人'],
      ['地区', '常住人口', '城镇化率', '60岁及以上占比', '医院床位数'],
      ['南宁市', 874.16, 68.91, 14.78, 51234],
      ['柳州市', 415.79, 69.93, 17.19, 25678],
    ]
    const bytes = await workbook(rows)
    const totals = await understand({ file: 'a.xlsx', bytes }, { into: '', answers: { as: 'totals' } })
    expect(totals.answer.made.table.rows[0].slice(5, 9)).toEqual([
      '10000 persons',
      '874.16',
      '68.91',
      '14.78',
    ])
    const values = await understand({ file: 'a.xlsx', bytes }, { into: '', answers: { as: 'values' } })
    expect(values.answer.made.table.rows.slice(0, 4).map((row) => [row[1], row[3], row[4]])).toEqual([
      ['resident_population', '8741600', 'person'],
      ['urban_share', '0.6891', 'share'],
      ['resident_population_share_60_plus', '0.1478', 'share'],
      ['hospital_beds', '51234', 'bed'],
    ])
  })

  it('of JSON-stat with a power of ten beside its unit', async () => {
    const bytes = changed('regions-by-year.json', '"base": "persons"', '"base": "persons", "multiplier": 3')
    const { answer } = await understand({ file: 'a.json', bytes }, { into: '' })
    // Uusimaa, 1689725 in the file
    expect(answer.made.table.rows[4][3]).toBe('1689725000')
  })

  it('of PC-Axis without a code page, which is ANSI', async () => {
    const bytes = changed('region-by-age.px', 'CODEPAGE="iso-8859-15";\n', '', 'latin1')
    const { answer } = await understand({ file: 'a.px', bytes }, { into: '' })
    expect(answer.understood.observations[0].place).toBe('Kanta-Häme')
  })

  it('with bars between its cells', async () => {
    const { answer } = await understand(
      { file: '2020.csv', bytes: Buffer.from('地区|人口（人）\n南宁市|8,741,584\n柳州市|4,157,934\n') },
      { into: '' },
    )
    expect(answer.made.table.rows.map((row) => row[6])).toEqual(['8741584', '4157934'])
  })

  it('with several sheets of tables asks which, and takes the one that is said', async () => {
    const bytes = await workbook({ 甲: [['地区', '人口（人）'], ['南宁市', 8741584], ['柳州市', 4157934]], 乙: [['地区', '户数（户）'], ['南宁市', 3000000]] })
    const { answer } = await understand({ file: '2020.xlsx', bytes }, { into: '' })
    const [{ problem, choices }] = answer.doubts
    expect([problem.code, problem.found, choices.map(({ text }) => text)]).toEqual(['sheets-several', 'tables in 2 sheets: 甲, 乙', ['甲', '乙']])
    const second = await understand({ file: '2020.xlsx', bytes }, { into: '', answers: choices[1].answers })
    expect(second.answer.doubts).toEqual([])
    expect(second.answer.made.table.rows[0].slice(0, 5)).toEqual(['4501', 'households', '2020', '3000000', 'household'])
  }) // biome-ignore format: rows

  it('with numbers of its columns below the headings, and parts of it by sex', async () => {
    const rows = [['地区', '2010年（人）', '2020年（人）'], ['甲', 1, 2], ['男', null, null], ['南宁市', 3452717, 4512644], ['女', null, null], ['南宁市', 3206025, 4228940]]
    const { answer } = await understand({ file: 'a.xlsx', bytes: await workbook(rows) }, { into: '' })
    expect(answer.made.table.rows.map((row) => row.slice(0, 4))).toEqual([
      ['4501', 'resident_population_male', '2010', '3452717'],
      ['4501', 'resident_population_male', '2020', '4512644'],
      ['4501', 'resident_population_female', '2010', '3206025'],
      ['4501', 'resident_population_female', '2020', '4228940'],
    ])
  }) // biome-ignore format: rows

  it('is settled by the first choice of each doubt', async () => {
    const bytes = Buffer.from('Name;Population\nAlpha;1,512\nBeta;2,683\n')
    let answers = NO_ANSWERS
    const codes: string[] = []
    for (let asked = 0; asked < 5; asked++) {
      const { answer } = await understand({ file: 'a.csv', bytes }, { into: '', answers })
      const [doubt] = answer.doubts
      if (!doubt) break
      codes.push(doubt.problem.code)
      answers = doubt.choices[0]?.answers ?? doubt.typed!('2020')!
    }
    expect(codes).toEqual(['decimal-unclear', 'year-missing', 'unit-missing'])
    const { answer } = await understand({ file: 'a.csv', bytes }, { into: '', answers })
    expect(answer.made.table.rows[0].slice(0, 7)).toEqual(['2020', '', 'Alpha', '', '', 'person', '1512'])
  })
})
