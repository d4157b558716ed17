/** Layouts of offices whose figures were taken for something else: what comes out is what is typed here, or is asked for. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/import/answers.js'
import { ageInColumn } from '../../src/import/understand/age-words.js'
import { headingParts, partsInColumn } from '../../src/import/understand/parts.js'
import { unitOf, unitText } from '../../src/import/understand/unit-words.js'
import { draftMapping } from '../../src/studies/office-tables/keep-import.js'
import { formatProblem } from '../../src/vocabulary/problems.js'
import { folderFor, understand, workbook } from './office.js'

type Row = readonly (string | number | null)[]

/** Rows of the table by column, or what is asked. */
async function read(file: string, source: Buffer | string | readonly Row[], answers?: Partial<Answers>) {
  const bytes =
    typeof source === 'string'
      ? Buffer.from(source)
      : Buffer.isBuffer(source)
        ? source
        : await workbook(source as readonly Row[])
  const { answer, asked } = await understand({ file, bytes }, { into: '', ...(answers ? { answers } : {}) })
  const { header, rows } = answer.made.table
  return {
    rows: rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]]))),
    wrong: [...answer.problems, ...answer.doubts.map(({ problem }) => problem)].map(formatProblem),
    unused: answer.made.unused,
    answer,
    asked,
  }
}

const SHARES = ['0-14岁占比（%）', '15-59岁占比（%）', '60岁及以上占比（%）']
const PEOPLE = '地区,常住人口（人）\n南宁市,8741584\n柳州市,4157934\n'

describe('a year', () => {
  it.each([
    ['of a span in the name of the file', '人口-2010-2020.csv', PEOPLE],
    ['of two in the name of the file', '人口_2010_2020.csv', PEOPLE],
    ['of two in the title', 'a.csv', `2010年和2020年各市人口,\n${PEOPLE}`],
    // the yearbook of 2020 holds figures of 2019
    ['of a yearbook', '统计年鉴2020.csv', PEOPLE],
    ['of a yearbook in the title', 'a.csv', `《广西统计年鉴—2020》,\n${PEOPLE}`],
  ])('%s is asked for', async (_, file, text) => {
    const { wrong } = await read(file, text)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain('[year-missing]')
  })

  it('beside a yearbook is that of the figures', async () => {
    const { rows, wrong } = await read('统计年鉴2020.csv', `统计年鉴2020 表3 2019年末人口,\n${PEOPLE}`)
    expect([wrong, rows.map(({ year }) => year)]).toEqual([[], ['2019', '2019']])
  })

  it('has the form that the workbook declares, also by a number that Excel has for dates of another language', async () => {
    const parts = unzipSync(
      await workbook([['地区', '年份', '人口（人）'], ['南宁市', 2015, 7000000], ['柳州市', 42369, 4000000]]),
    ) // biome-ignore format: a row of a table
    const forms =
      '<numFmt formatCode="0&quot;年&quot;" numFmtId="71"/><numFmt numFmtId="60" formatCode="yyyy-mm-dd"/>'
    const cells = '<xf numFmtId="0"/><xf numFmtId="71"/><xf numFmtId="60"/>'
    const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const styles = `<styleSheet ${space}><numFmts count="2">${forms}</numFmts><cellXfs count="3">${cells}</cellXfs></styleSheet>`
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'])
      .replace(/<c r="B2"[^>]*>/, '<c r="B2" s="1">')
      .replace(/<c r="B3"[^>]*>/, '<c r="B3" s="2">')
    const told = { ...parts, 'xl/styles.xml': strToU8(styles), 'xl/worksheets/sheet1.xml': strToU8(sheet) }
    const { rows } = await read('a.xlsx', Buffer.from(zipSync(told)))
    expect(rows.map(({ year, people }) => [year, people])).toEqual([
      ['2015', '7000000'],
      ['2015', '4000000'],
    ])
  })
})

describe('a unit', () => {
  it('of several in the title is that of people, also where another is named first', async () => {
    const { rows } = await read('a.xlsx', [
      ['2020年主要指标', null, null],
      [null, null, '单位：亿元、万人'],
      ['地区', '常住人口', '城镇人口'],
      ['南宁市', 874.16, 602.42],
      ['柳州市', 415.79, 290.76],
    ])
    expect(rows.map(({ unit, people, urban }) => [unit, people, urban])).toEqual([
      ['10000 persons', '874.16', '602.42'],
      ['10000 persons', '415.79', '290.76'],
    ])
  })

  it('of a note is that of the figures', async () => {
    const text = 'Region,Population\nAlpha,126012\nBeta,9877\n"Note: figures are in thousands",\n'
    const { rows } = await read('2020.csv', text)
    expect(rows.map(({ unit, people }) => [unit, people])).toEqual([
      ['1000 persons', '126012'],
      ['1000 persons', '9877'],
    ])
  })

  it('that nothing says is asked for, also where a sum of 万人 is above 20,000', async () => {
    const { wrong } = await read('2020.csv', '地区,人口\n全国,140005\n广东省,11521\n山东省,10070\n')
    expect(wrong[0]).toContain('Found 140005 without a unit;')
  })

  it('that is no known one is asked for', async () => {
    const { wrong } = await read('2020.csv', '地区,指标,单位,数值\n南宁市,常住人口,Tsd.,8741\n')
    expect(wrong[0]).toContain('Found 8741 without a unit;')
  })

  it('of things that come whole is missing where they are not', async () => {
    const { wrong } = await read('2020.csv', '地区,医院床位数\n南宁市,5.12\n柳州市,2.57\n')
    expect(wrong[0]).toBe(
      '2020.csv:2  cell 2\n  Found 5.12 bed; expected a whole number, or a unit such as (1000 persons) or (100 beds) in the heading.\n  Write it into the mapping as `unit`.  [unit-missing]',
    )
  })

  it('of schools makes no places of them', async () => {
    const { rows, unused } = await read('2020.csv', '地区,常住人口（人）,小学（所）,幼儿园（所）\n南宁市,8741584,1410,1900\n柳州市,4157934,700,800\n', { as: 'totals' })
    expect([rows.length, unused]).toEqual([2, ['小学（所）', '幼儿园（所）']])
    const values = await read('2020.csv', '地区,小学（所）\n南宁市,1410\n')
    expect(values.wrong[0]).toContain('Found figures under "小学（所）";')
  }) // biome-ignore format: a row of a table
})

describe('a share', () => {
  it('of registered people in towns is not that of residents', async () => {
    const { rows, unused } = await read('2020.csv', '地区,常住人口（万人）,户籍人口城镇化率（%）\n南宁市,874.16,45.1\n柳州市,415.79,50.2\n')
    expect(rows[0]).not.toHaveProperty('urban_share')
    expect(unused).toEqual(['户籍人口城镇化率（%）'])
  }) // biome-ignore format: a row of a table

  it('of ages that a workbook shows as 20.38 % and holds as 0.2038, without a share of towns', async () => {
    const { rows } = await read('2020.xlsx', [
      ['地区', '常住人口（人）', ...SHARES],
      ['南宁市', 8741584, 0.2038, 0.6484, 0.1478],
      ['柳州市', 4157934, 0.1906, 0.6375, 0.1719],
    ])
    expect(rows.map((row) => [row.share_0_14, row.share_15_59, row.share_60_plus])).toEqual([
      ['20.38', '64.84', '14.78'],
      ['19.06', '63.75', '17.19'],
    ])
  })

  it('of very old people that is below one per cent stays one', async () => {
    const text = '地区,常住人口（人）,80岁及以上占比（%）\n南宁市,8741584,0.92\n柳州市,4157934,0.88\n'
    const { rows } = await read('2020.csv', text)
    expect(rows.map((row) => row.share_80_plus)).toEqual(['0.92', '0.88'])
  })
})

describe('a name', () => {
  it('of a sum or a mean among places that are not known is asked for', async () => {
    const text = 'Town,Population\nNorth subtotal,250000\nAlpha,200000\nBeta,50000\nAverage,125000\nTotal 1),250000\n'
    const { wrong } = await read('2020.csv', text)
    expect(wrong.map((one) => one.split('\n')[1])).toEqual([
      '  Found "North subtotal"; expected a place by itself, no sum or mean of others.',
      '  Found "Average"; expected a place by itself, no sum or mean of others.',
      '  Found "Total 1)"; expected a place by itself, no sum or mean of others.',
    ])
  })

  it('of the nation is not that of the first place without a code', async () => {
    const { rows } = await read('2020.csv', '地区,人口（万人）\n全国,140005\n广东省,11521\n山东省,10070\n')
    expect(rows.map(({ name_zh }) => name_zh)).toEqual(['全国', '广东省', '山东省'])
  })
}) // biome-ignore format: tables

describe('two columns of places', () => {
  it('are those of counties, beside the cities that they lie in', async () => {
    const { rows } = await read('2020.xlsx', [
      ['市', '县', '人口（人）'],
      ['南宁市', '兴宁区', 663160],
      [null, '青秀区', 1127096],
      ['柳州市', '鱼峰区', 400000],
    ])
    expect(rows.map(({ code, people }) => [code, people])).toEqual([
      ['450102', '663160'],
      ['450103', '1127096'],
      ['450203', '400000'],
    ])
  })

  it('are the first where the second says the same in another language', async () => {
    const { rows } = await read(
      '2020.csv',
      '地区,Region,人口（人）\n南宁市,Nanning,8741584\n柳州市,Liuzhou,4157934\n',
    )
    expect(rows.map(({ name_zh }) => name_zh)).toEqual(['南宁市', '柳州市'])
  })
})

describe('a cell of a list', () => {
  it.each([
    ['14岁及以下', { from: 0, to: 14 }],
    ['14 and under', { from: 0, to: 14 }],
    ['不满1周岁', { from: 0, to: 0 }],
    ['未满15岁', { from: 0, to: 14 }],
    ['younger than 15 years', { from: 0, to: 14 }],
    ['60岁及60岁以上', { from: 60, to: undefined }],
  ])('%s', (text, age) => {
    expect(ageInColumn(text)).toEqual(age)
    expect(headingParts(text)).toEqual({ parts: { age }, rest: '' })
  })

  it.each(['Male and female', 'Women and men', '男女合计'])('%s are all', (text) =>
    expect(partsInColumn('sex', { text })).toEqual({ parts: { sex: 'all' }, rest: '' }),
  )

  it.each([['sex', '女与男'], ['sex', 'female householders'], ['age', '大约65岁']] as const)('of %s, %s, is not half understood', (role, text) =>
    expect(partsInColumn(role, { text })).toEqual({ parts: {}, rest: text }),
  ) // biome-ignore format: a line a case
})

describe('a figure', () => {
  it('with points between tabs, which may be of thousands, is asked about', async () => {
    const { wrong } = await read('2020.csv', 'Ort\tPopulation\nAlpha\t512.345\nBeta\t83.769\n')
    expect(wrong[0]).toContain('Found "512.345"; expected a figure of which the point can only be one thing.')
  })

  it('with a raised mark of a note behind it in a workbook', async () => {
    const parts = unzipSync(await workbook([['地区', '人口（万人）'], ['南宁市', '874.16#'], ['柳州市', '415.79']]))
    const raised = '<r><t>874.16</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    const marked = Object.entries(parts).map(([name, part]) => [name, strToU8(strFromU8(part).replace(/<t[^>]*>874\.16#<\/t>/, raised))])
    const { rows } = await read('2020.xlsx', Buffer.from(zipSync(Object.fromEntries(marked))))
    expect(rows.map(({ people }) => people)).toEqual(['874.16', '415.79'])
  }) // biome-ignore format: a row of a table

  it('is not put together of two in one cell', async () => {
    const { wrong } = await read('2020.csv', '地区,人口（人）\n南宁市,8741 5841\n柳州市,4 157 934\n')
    expect(wrong.map((one) => one.split(';')[0])).toEqual(['2020.csv:2  cell 2\n  Found "8741 5841"'])
  })

  it('has the 15 digits that a workbook shows', async () => {
    const { rows } = await read('2020.xlsx', [
      ['地区', '人口（千人）'],
      ['南宁市', '8741.5839999999999'],
      ['柳州市', '4157.9340000000002'],
    ])
    expect(rows.map(({ people }) => people)).toEqual(['8741.584', '4157.934'])
  })

  it('is no number of its column, also where there are two columns', async () => {
    const { rows } = await read('a.xlsx', [
      ['2020年人口', null],
      ['地区', '人口（人）'],
      ['甲', 1],
      ['Alpha', 8741584],
      ['Beta', 4157934],
    ])
    expect(rows.map(({ name_en, people }) => [name_en, people])).toEqual([
      ['Alpha', '8741584'],
      ['Beta', '4157934'],
    ])
  })

  it('with a remark behind every one is a slip in its cell', async () => {
    const { wrong } = await read('2020.csv', '地区,常住人口（人）\n南宁市,8741584 1)\n柳州市,4157934 a\n')
    expect(wrong.map((one) => one.split(';')[0])).toEqual([
      '2020.csv:2  cell 2\n  Found "8741584 1)"',
      '2020.csv:3  cell 2\n  Found "4157934 a"',
    ])
  })
})

describe('a title', () => {
  it.each([
    ['2020年各市城镇人口'],
    ['2020年各市女性人口'],
    ['2020年各市60岁及以上人口'],
    ['Rural population, 2020'],
  ])('%s above figures that say nothing of it is asked about', async (title) => {
    const { wrong } = await read('a.csv', `"${title}",\n地区,人口（人）\n南宁市,6024200\n柳州市,2907600\n`)
    expect(wrong).toEqual([
      `a.csv:3  cell 2\n  Found figures under "人口（人）", below the title "${title}"; expected a heading that says whether they are of everyone.\n  In the mapping write \`sex\`, \`age\` or \`residence\` of the column; as it is, they are of everyone.  [heading-unclear]`,
    ])
  })

  it.each(['2020年各市城镇化情况', '2020年分性别、分城乡人口', 'Urban and rural population, 2020'])(
    '%s says nothing of that kind',
    async (title) => {
      const { wrong } = await read('a.csv', `"${title}",\n地区,人口（人）\n南宁市,8741584\n柳州市,4157934\n`)
      expect(wrong).toEqual([])
    },
  )
})

describe('headings', () => {
  it('with long dashes between ages, and sums below townspeople', async () => {
    const { rows } = await read('a.xlsx', [
      ['2020年人口', null, null, null, null, null, '单位：万人'],
      ['地区', '总人口', '城镇', null, '0—14岁', '15—64岁', '65岁及以上'],
      [null, null, '小计', '男', null, null, null],
      ['南宁市', 874.16, 602.42, 300.1, 178.1, 590.1, 105.96],
      ['柳州市', 415.79, 290.76, 145.2, 79.2, 280.3, 56.29],
    ])
    expect(rows.map((row) => [row.people, row.urban, row.age_0_14, row.age_15_64, row.age_65_plus])).toEqual([
      ['874.16', '602.42', '178.1', '590.1', '105.96'],
      ['415.79', '290.76', '79.2', '280.3', '56.29'],
    ])
  })

  it('that are dates are years', async () => {
    const { rows } = await read('a.xlsx', [
      ['常住人口（人）', null, null],
      ['地区', '2010.11.1', '2020.11.1'],
      ['南宁市', 6658742, 8741584],
    ])
    expect(rows.map(({ year, value }) => [year, value])).toEqual([
      ['2010', '6658742'],
      ['2020', '8741584'],
    ])
  })

  it('in hundreds of thousands, which a mapping keeps', async () => {
    const { rows, answer } = await read('2020.csv', '地区,常住人口（十万人）\n南宁市,87.4\n柳州市,41.5\n')
    expect(rows.map(({ unit, people }) => [unit, people])).toEqual([
      ['10000 persons', '874'],
      ['10000 persons', '415'],
    ])
    const { unit } = answer.answers.columns![1].parts
    expect(unitOf(unitText(unit!))).toEqual({ base: 'person', power: 5 })
  })

  it('of townspeople alone make no table of totals', async () => {
    const { wrong } = await read('2020.csv', '地区,城镇人口（万人）\n南宁市,602.42\n柳州市,290.76\n')
    expect(wrong[0]).toContain('Found no column of everyone who lives in a place;')
  })
})

describe('a mapping of what is not imported yet', () => {
  it('is written where only a mapping can say what a heading is, once', async () => {
    const into = folderFor()
    const { answer, asked } = await read('v2020.csv', '地区,幸福指数\n南宁市,8.2\n')
    const file = join(into, 'v2020-values.import.yaml')
    expect(draftMapping(answer, asked, into)).toBe(file)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('heading: 幸福指数\n    is: figure\n')
    expect(draftMapping(answer, asked, into)).toBe(file)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('is not written where an option answers', async () => {
    const into = folderFor()
    const { answer, asked } = await read('a.csv', PEOPLE)
    expect(draftMapping(answer, asked, into)).toBeUndefined()
    expect(existsSync(join(into, 'a-totals.import.yaml'))).toBe(false)
  })
})

describe('a count or a rate below nought', () => {
  it('is told and not written, with the column of a change or a mark of what is missing as the likely slip', async () => {
    const people = '地区,2020年常住人口（人）\n南宁市,8741584\n柳州市,-9\n'
    const { wrong } = await read('a.csv', people)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain('Found -9; expected zero people or more.')
    expect(wrong[0]).toContain('[people-negative]')
    const ages = ['0,-0.01', '1,0.001', '2+,0.02'].map((row) => `450100,2020,male,${row}\n`)
    const rates = `code,year,sex,age,deaths per person-year\n${ages.join('')}`
    expect((await read('b.csv', rates, { as: 'mortality' })).wrong.join()).toContain('[rate-out-of-range]')
  })

  it('may be a rate of growth', async () => {
    const { wrong, rows } = await read('a.csv', '地区,2020年人口自然增长率（‰）\n南宁市,-1.2\n')
    expect([wrong, rows.map(({ value }) => Number(value))]).toEqual([[], [-0.0012]])
  })
})
