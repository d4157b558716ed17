/** Of each kind of file three that are broken: what was found and expected, with its place, the slip and the code. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SPEECH_IN_CHINESE } from '../../src/report/chinese/chinese.js'
import { type Problem, problemIn } from '../../src/vocabulary/problems.js'
import { changed, OFFICES, problemsOf, workbook } from './office.js'

const chinese = (problem: Problem) => problemIn(SPEECH_IN_CHINESE.wording, problem)

const fixture = (name: string) => readFileSync(join(OFFICES, name))
const GBK = fixture('分市人口-2020-gbk.csv')
const WPP = 'WPP_made_up_PopulationByAge5GroupSex.csv'
const JSON_STAT = 'regions-by-year.json'
const PX = 'region-by-age.px'

/** Bytes with others at the first place of a text. */
function overwritten(bytes: Buffer, at: string, by: string | readonly number[]): Buffer {
  const other = Buffer.from(bytes)
  Buffer.from(by as string).copy(other, bytes.indexOf(at))
  return other
}

const SAVE_AGAIN = 'Open it and save it again as .xlsx, or save the sheet as "CSV UTF-8".'
const A_FIGURE = 'a figure, or a mark that there is none such as : or …'
const O_AND_L = 'Letters such as O and l stand for digits.'
const SAY_YEAR = `Found figures without a year; expected a year in a title, a heading or a column.
  Say it with --year.  [year-missing]`
const TWO_FIGURES =
  'Two figures of one thing: in the mapping leave a column out (`is: ignore`), or all but one entry of a list (`only: ENTRY`).'
const NOT_TEXT = `expected a table in UTF-8, UTF-16 or GB18030.
  Save it as "CSV UTF-8", or name its encoding in the mapping.  [file-not-text]`

describe('a workbook', () => {
  it('that is cut off', async () =>
    expect(await problemsOf('a.xlsx', fixture('census-2020.xlsx').subarray(0, 3000))).toBe(
      `a.xlsx\n  Found an archive that is cut off or damaged; expected a workbook of Excel (.xlsx).\n  ${SAVE_AGAIN}  [workbook-broken]`,
    ))

  it('with a slip in its first figure, which does not make a heading of its row', async () => {
    const rows = [
      ['地区', '常住人口（人）'],
      ['南宁市', '87四1584'],
      ['柳州市', 4157934],
    ]
    expect(await problemsOf('2020.xlsx', await workbook(rows))).toBe(
      `2020.xlsx:2  sheet Sheet1, cell B2\n  Found "87四1584"; expected ${A_FIGURE}.  [not-a-number]`,
    )
  })

  it('without a table', async () =>
    expect(await problemsOf('a.xlsx', await workbook([['说明'], ['没有表']]))).toBe(
      'a.xlsx\n  Found no row of headings above rows of figures; expected a table: a row that names the columns, and below it a row for each place or year.  [nothing-to-import]',
    ))

  it('that is an archive of something else', async () =>
    expect(await problemsOf('a.xlsx', Buffer.from('PK\u0005\u0006'.padEnd(22, '\0')))).toBe(
      `a.xlsx\n  Found a workbook that cannot be read; expected a workbook of Excel (.xlsx).\n  ${SAVE_AGAIN}  [workbook-broken]`,
    ))
})

describe('CSV in UTF-8', () => {
  it.each([
    ['"Resident', 'x"Resident', 'a.csv:1\n  Found a quotation mark inside a cell that does not begin with one; expected a text with quotation marks around the whole cell, and doubled inside it.  [csv-broken]'],
    ['874.16', '874.16O', `a.csv:3  cell 2\n  Found "874.16O"; expected ${A_FIGURE}.\n  ${O_AND_L}  [not-a-number]`],
    ['Nanning', 'Naning', 'a.csv:3  cell 2\n  Found "Naning"; expected a place of GB/T 2260, by code or name.\n  Did you mean Nanning?  [place-unmatched]'],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.csv', changed('cities-2020.csv', from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('CSV in UTF-16', () => {
  it('that ends within a letter', async () =>
    expect(await problemsOf('a.txt', fixture('two-censuses-utf16.txt').subarray(0, 99))).toBe(
      `a.txt\n  Found bytes that are no text (utf-16le); ${NOT_TEXT}`,
    ))

  it('with thousands of two digits', async () =>
    expect(
      await problemsOf('a.txt', changed('two-censuses-utf16.txt', '6,658,742', '6,658,74', 'utf16le')),
    ).toBe(`a.txt:3  cell 2\n  Found "6,658,74"; expected ${A_FIGURE}.  [not-a-number]`))

  it('with a place twice', async () =>
    expect(await problemsOf('a.txt', changed('two-censuses-utf16.txt', '柳州市', '南宁市', 'utf16le'))).toBe(
      `a.txt:4  cell 2\n  Found 3758704 for 4501, resident_population, 2010; expected 6658742, as in line 3, cell 2.\n  ${TWO_FIGURES}  [figures-differ]
a.txt:4  cell 3\n  Found 4157934 for 4501, resident_population, 2020; expected 8741584, as in line 3, cell 3.\n  ${TWO_FIGURES}  [figures-differ]`,
    ))
})

describe('CSV in GB18030', () => {
  it('with bytes that are none of it', async () =>
    expect(await problemsOf('a.csv', overwritten(GBK, '874.16', [0xff, 0xff]))).toBe(
      `a.csv\n  Found bytes that are no text (gb18030); ${NOT_TEXT}`,
    ))

  it('with the code of another place', async () =>
    expect(await problemsOf('2020.csv', overwritten(GBK, '450200', '4503'))).toBe(
      '2020.csv:3  cell 3\n  Found the code 450300 beside "柳州市"; expected one of 4503 桂林市 广西壮族自治区; 4502 柳州市 广西壮族自治区.\n  Say which with --place NAME=CODE.  [place-ambiguous]',
    ))

  it('without a year, also in its name', async () =>
    expect(await problemsOf('人口.csv', GBK)).toBe(`人口.csv:2  cell 3\n  ${SAY_YEAR}`))
})

describe('CSV with decimal commas', () => {
  it('with two of them in a figure', async () =>
    expect(await problemsOf('a.csv', changed('towns-decimal-comma.csv', '268,5', '268,5,1'))).toBe(
      `a.csv:4  cell 2\n  Found "268,5,1"; expected ${A_FIGURE}.  [not-a-number]`,
    ))

  it('where every comma could be of thousands', async () =>
    expect(
      await problemsOf('a.csv', 'Towns, 2020\nName;Population (1000 persons)\nAlpha;1,512\nBeta;2,683\n'),
    ).toBe(
      'a.csv:3  cell 2\n  Found "1,512"; expected a figure of which the comma can only be one thing.\n  Say with --decimal whether a comma (,) or a point (.) is before decimals.  [decimal-unclear]',
    ))

  it('where every point could be of thousands', async () =>
    expect(
      await problemsOf('a.csv', 'Towns, 2020\nName;Population (persons)\nAlpha;１.512\nBeta;2.683\n'),
    ).toBe(
      'a.csv:3  cell 2\n  Found "１.512"; expected a figure of which the point can only be one thing.\n  Say with --decimal whether a comma (,) or a point (.) is before decimals.  [decimal-unclear]',
    ))

  it('without a unit', async () =>
    expect(await problemsOf('2020.csv', 'Name;Population\nAlpha;512,3\nBeta;268,5\n')).toBe(
      '2020.csv:2  cell 2\n  Found 512.3 without a unit; expected a unit of people in a heading or the title, such as (10000 persons).\n  Say it with --unit.  [unit-missing]',
    ))
})

describe('CSV with full-width digits', () => {
  it.each([
    ['２０１９', '去年', 'a.csv:3  cell 2\n  Found "去年"; expected a year, such as 2020.  [cell-unclear]'],
    ['８５０', '８５０元', `a.csv:3  cell 5\n  Found "８５０元"; expected ${A_FIGURE}.  [not-a-number]`],
    ['人口出生率', '幸福指数', `a.csv:7  cell 5
  Found figures under "幸福指数"; expected something that is known to be counted, or a heading in English.
  In the mapping write the name that scenarios shall use as \`of\`, or \`is: ignore\`.  [heading-unclear]
a.csv:3  cell 5
  Found "示例市"; expected a place with a code: this table is read by codes.
  Say which with --place NAME=CODE, or import into a data folder that has a places.csv.  [place-unmatched]`],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.csv', changed('公共服务-全角.csv', from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('a long table', () => {
  it.each([
    ['60+,22000', '60ish,22000', 'a.csv:7  cell 4\n  Found "60ish"; expected an age or a group of ages, such as 5, 0-14 or 65+.  [cell-unclear]'],
    ['Beta,2020,male', 'Beta,2020,man?', 'a.csv:9  cell 3\n  Found "man?"; expected male, female or total.  [cell-unclear]'],
    ['Alpha,2020,male', 'Alpha,Beta,2020,male', 'a.csv:3\n  Found 7 cells; expected 6, as many as the headings have.  [cells-wrong-number]'],
    ['Beta,2020,male,total', 'Beta,2020,total,total', `a.csv:9  cell 5\n  Found 39900 for Beta, people; expected 80200, as in line 8, cell 5.\n  ${TWO_FIGURES}  [figures-differ]`],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.csv', changed('towns-long.csv', from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('CSV of World Population Prospects', () => {
  it.each([
    [/.*,35-39,.*\n/, '', 'a.csv:2  column PopMale\n  Found ages 0-4, 5-9, 10-14, 15-19, 20-24, 25-29, 30-34, 40-44, 45-49, 50-54, 55-59, 60-64; expected single ages or groups of five from 0 on, the last one open, of men and of women.  [ages-incomplete]'],
    [',Medium,2020,2020.5,5-9', ',High,2020,2020.5,5-9', 'a.csv\n  Found the variants Medium, High; expected the rows of one variant.  [format-beyond]'],
    ['20-24,', '20-,', 'a.csv:2  column PopMale\n  Found ages 0-4, 5-9, 10-14, 15-19, 20+, 25-29, 30-34, 35-39, 40-44, 45-49, 50-54, 55-59; expected single ages or groups of five from 0 on, the last one open, of men and of women.  [ages-incomplete]'],
    ['40.500,', '', 'a.csv:6\n  Found 19 cells; expected 20, as many as the header has.  [cells-wrong-number]'],
    ['40-44,', '40to44x,', 'a.csv:10  column AgeGrp\n  Found "40to44x"; expected an age or a group of ages, such as 5, 0-14 or 65+.  [cell-unclear]'],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.csv', changed(WPP, from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('TSV of Eurostat', () => {
  it.each([
    ['A,NR,T,TOTAL,XA12', 'A,T,TOTAL,XA12', 'a.tsv:3\n  Found 4 codes; expected 5: freq, unit, sex, age, geo.  [cells-wrong-number]'],
    ['90500 b', '9O500 b', `a.tsv:4  column 2019\n  Found "9O500"; expected ${A_FIGURE}.\n  ${O_AND_L}  [not-a-number]`],
    ['\t267000 p', '', 'a.tsv:3\n  Found 2 figures; expected 3, one for each year.  [cells-wrong-number]'],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.tsv', changed('demo_made_up.tsv', from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('SDMX-CSV 1.0', () => {
  it.each([
    [',P,PS,3', ',P,PS', 'a.csv:3\n  Found 9 cells; expected 10, as many as the header has.  [cells-wrong-number]'],
    ['XA11,F,_T', 'XA11,X,_T', 'a.csv:6  column SEX\n  Found "X"; expected male, female or total.  [cell-unclear]'],
    ['PS,3', 'PS,1e9', 'a.csv:2  column UNIT_MULT\n  Found "1e9"; expected a power of ten, such as 3.  [cell-unclear]'],
    ['131.4', 'NaN?', `a.csv:5  column OBS_VALUE\n  Found "NaN?"; expected ${A_FIGURE}.  [not-a-number]`],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.csv', changed('sdmx-1.0.csv', from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('SDMX-CSV 2.0', () => {
  it.each([
    [',I,', ',D,', 'a.csv:2\n  Found rows that delete data (ACTION D); expected rows that hold data.  [format-beyond]'],
    ['2018', '2018-2020', 'a.csv:2  column TIME_PERIOD\n  Found "2018-2020"; expected a year, such as 2020.  [cell-unclear]'],
    ['2018', '2019', `a.csv:3  column OBS_VALUE\n  Found 850 for 9901, hospital_beds, 2019; expected 810, as in line 2, column OBS_VALUE.\n  ${TWO_FIGURES}  [figures-differ]`],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.csv', changed('sdmx-2.0.csv', from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('JSON-stat 2.0', () => {
  it.each([
    ['"value": [', '"value": [ 1,', 'a.json  value\n  Found 16 values; expected 15, the product of the sizes.  [json-stat-broken]'],
    ['"MK02": 1,', '', 'a.json  dimension.region\n  Found 2 categories; expected 3, its size.  [json-stat-broken]'],
    ['"version"', 'version', 'a.json:2\n  Found a text that is not JSON; expected JSON-stat 2.0.  [json-stat-broken]'],
    ['"2.0"', '"1.3"', 'a.json  class\n  Found version "1.3", class "dataset"; expected version "2.0", class "dataset".  [json-stat-broken]'],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.json', changed(JSON_STAT, from, to))).toBe(text))
}) // biome-ignore format: a line a case

describe('PC-Axis', () => {
  it.each([
    ['612 ', '', 'a.px:52  DATA\n  Found 201 figures in DATA; expected 202, which is 1 x 2 x 101 x 1.  [px-broken]'],
    ['"Males","Females";', '"Males","Females"', 'a.px:16\n  Found VALUES without an end; expected a semicolon behind its last value.  [px-broken]'],
    ['VALUES("Age")', 'VALUES("Ages")', 'a.px:11\n  Found the dimension "Age" without VALUES; expected VALUES("Age")=.  [px-broken]'],
    ['612 ', '6l2 ', `a.px:41  DATA, figure 1\n  Found "6l2"; expected ${A_FIGURE}.\n  ${O_AND_L}  [not-a-number]`],
  ])('with %s as %s', async (from, to, text) => expect(await problemsOf('a.px', changed(PX, from, to, 'latin1'))).toBe(text))
}) // biome-ignore format: a line a case

describe('texts of the Human Mortality and the Human Fertility Database', () => {
  const [MX, PEOPLE, BIRTHS] = ['Mx_5x1-made-up.txt', 'Population5-made-up.txt', 'asfrRR-made-up.txt']
  const READ = 'expected period death rates, life tables of women or of men, population size, or period fertility rates by year and age'
  const GAP = 'Say one year with --year; or take life tables of women and of men, which have a rate at every age.'
  it.each([
    [MX, '0.002800        0.004000', '0.002800', 'a.txt:4\n  Found 4 cells; expected 5, as many as the header has.  [cells-wrong-number]'],
    [MX, '0.000127', '0.O00127', `a.txt:6  column Female\n  Found "0.O00127"; expected ${A_FIGURE}.\n  ${O_AND_L}  [not-a-number]`],
    [MX, '0.000127', '       .', `a.txt:4  column Female\n  Found no rate at 5-9 in XAA in 2018; expected a rate at every age.\n  ${GAP}  [ages-incomplete]`],
    [MX, '(period 5x1)', '(cohort 5x1)', `a.txt:1\n  Found "Exampleland, Death rates (cohort 5x1)" by Year, Age, Female, Male, Total; ${READ}.  [format-beyond]`],
    [MX, '  2018              0', '  1751              0', 'a.txt:4  column Female\n  Found 1751; expected a year from 1800 on.\n  Say one year with --year.  [year-wrong]'],
    [PEOPLE, '2018            1-4', '2018           1to4x', 'a.txt:5  column Age\n  Found "1to4x"; expected an age or a group of ages, such as 5, 0-14 or 65+.  [cell-unclear]'],
    [PEOPLE, /2019\+ {11}5-9.*\n/, '', 'a.txt:4  column Female\n  Found no males of 5-9 in XAA in 2019; expected every age of men and of women.  [ages-incomplete]\na.txt:4  column Female\n  Found no females of 5-9 in XAA in 2019; expected every age of men and of women.  [ages-incomplete]'],
    [BIRTHS, /2018 {5}30.*\n/, '', 'a.txt:4  column ASFR\n  Found no rate at 30 in XAA in 2018; expected a rate at every age.  [ages-incomplete]'],
    [BIRTHS, '2018    12-', '2018-2019 12-', 'a.txt:4  column Year\n  Found "2018-2019"; expected a year, such as 2020.  [cell-unclear]'],
    [BIRTHS, '0.00012', '0.00012 7', 'a.txt:5\n  Found 4 cells; expected 3, as many as the header has.  [cells-wrong-number]'],
  ])('%s with %s as %s', async (file, from, to, text) => {
    const answers = { places: new Map([['Exampleland', 'XAA']]) }
    expect(await problemsOf('a.txt', changed(file, from, to), answers)).toBe(text)
  })

  it('says in Chinese what is missing, of a place whose name has words of sentences in it', async () => {
    const states = changed(MX, 'Exampleland', 'The United States of Example')
    expect(await problemsOf('a.txt', states, {}, chinese)).toBe(
      'a.txt:4  Female 列\n  发现：“The United States of Example”；应为：有代码的地区：此表按代码读取。\n  请用 --place 名称=代码 指明，或导入到含 places.csv 的数据文件夹。  [place-unmatched]',
    )
  })
}) // biome-ignore format: a line a case

describe('what is no table', () => {
  const EXPECTED = 'expected a workbook (.xlsx), CSV, TSV, JSON-stat or PC-Axis'
  it.each([
    ['%PDF-1.4', `a\n  Found a PDF; ${EXPECTED}.\n  Look for the table as a workbook or CSV.  [format-unknown]`],
    ['<html><table></table></html>', `a\n  Found a web page or XML; ${EXPECTED}.\n  Open it in Excel or LibreOffice and save it as .xlsx.  [format-unknown]`],
    ['\n \n', 'a\n  Found an empty file; expected a table.  [file-empty]'],
  ])('%j', async (bytes, text) => expect(await problemsOf('a', bytes)).toBe(text))

  it('the old form of Excel', async () =>
    expect(await problemsOf('a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe(
      `a.xls\n  Found a workbook in the old form of Excel; ${EXPECTED}.\n  Open it in Excel or LibreOffice and save it as .xlsx.  [format-unknown]`,
    ))
}) // biome-ignore format: a line a case

describe('in Chinese', () => {
  it.each([
    ['a.csv', 'cities-2020.csv', 'Nanning', 'Naning', 'a.csv:3  第 2 格\n  发现：“Naning”；应为：GB/T 2260 中的地区代码或名称。\n  是否想写 Nanning？  [place-unmatched]'],
    ['a.csv', 'towns-long.csv', 'Beta,2020,male', 'Beta,2020,man?', 'a.csv:9  第 3 格\n  发现：“man?”；应为：male、female 或 total（男、女或合计）。  [cell-unclear]'],
    ['a.px', 'region-by-age.px', 'LANGUAGE="en";', 'LANGUAGE="en"', 'a.px:4\n  发现：没有结束的 LANGUAGE；应为：最后一个值之后的分号。  [px-broken]'],
  ])('%s of %s with %s as %s', async (name, file, from, to, text) => {
    const answer = await problemsOf(name, changed(file, from, to, name === 'a.px' ? 'latin1' : 'utf8'), {}, chinese)
    expect(answer).toBe(text)
  })
}) // biome-ignore format: a line a case
