/** Habits of offices' own files, with figures made up: what comes out is what is typed here. */
import { describe, expect, it } from 'vitest'
import { mappingText, readMapping } from '../../src/import/mapping.js'
import { Cells } from '../../src/import/targets/made.js'
import type { Column } from '../../src/import/understand/columns.js'
import { inChinese } from '../../src/report/chinese/chinese.js'
import { understand, workbook } from './office.js'

interface Px {
  readonly stub: Readonly<Record<string, readonly string[]>>
  readonly more?: string
  readonly data: string
}

/** A PC-Axis file whose dimensions stand in one list. */
function px({ stub, more = '', data }: Px): string {
  const listed = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(',')
  const values = Object.entries(stub).map(([name, items]) => `VALUES("${name}")=${listed(items)};`)
  const names = Object.keys(stub)
  return `CHARSET="ANSI";\nTITLE="Population";\nUNITS="persons";\nSTUB=${listed(names.slice(0, -1))};\nHEADING=${listed(names.slice(-1))};\n${values.join('\n')}\n${more}DATA=\n${data}\n`
}

async function read(text: string, file = 'a.px') {
  const { answer, asked } = await understand({ file, bytes: Buffer.from(text) }, { into: '' })
  const { columns, observations } = answer.understood
  const said = (column: Column) => (column.only === undefined ? column.is : `only ${column.only}`)
  return {
    columns: Object.fromEntries(columns.map((column) => [column.column, said(column)])),
    figures: observations.map(({ place, age, sex, digits }) => [place, age, sex, digits]),
    wrong: [...answer.problems, ...answer.doubts.map(({ problem }) => problem)].map(({ code }) => code),
    answer,
    asked,
  }
}

const REGIONS = { Region: ['North', 'South'], Year: ['2019'] }

describe('PC-Axis', () => {
  it('takes notes with an = in them, as links have, for notes', async () => {
    const more = 'NOTE="See <a href=\'x\'>there</a>; LFS = survey";\nSOURCE="A=B";\n'
    const { figures, wrong } = await read(px({ stub: REGIONS, more, data: '10 20;' }))
    expect([wrong, figures.map(([place, , , digits]) => [place, digits])]).toEqual([
      [],
      [
        ['North', '10'],
        ['South', '20'],
      ],
    ])
  })

  it('takes a semicolon behind every line for the end of the line', async () => {
    const { figures } = await read(px({ stub: REGIONS, data: '10;\n20;' }))
    expect(figures.map(([, , , digits]) => digits)).toEqual(['10', '20'])
  })

  it('takes of a list that is not used what ELIMINATION says is of all', async () => {
    const { columns, figures, wrong } = await read(
      px({
        stub: { Region: ['North', 'South'], Settlement: ['Everyone', 'Large', 'Small'], Year: ['2019'] },
        more: 'ELIMINATION("Settlement")="Everyone";\n',
        data: '30 10 20 70 30 40;',
      }),
    )
    expect([wrong, columns.Settlement, figures.map(([, , , digits]) => digits)]).toEqual([
      [],
      'only Everyone',
      ['30', '70'],
    ])
  })
})

describe('a list that sorts people', () => {
  const stub = { Region: ['North'], 'Marital status': ['Total', 'single', 'married'], Year: ['2019'] }

  it('is taken by its total', async () => {
    const { columns, figures, wrong } = await read(px({ stub, data: '30 10 20;' }))
    expect([wrong, columns['Marital status'], figures.map(([, , , digits]) => digits)]).toEqual([
      [],
      'only Total',
      ['30'],
    ])
  })

  it('is said to be of one kind, where it has no other', async () => {
    const { columns } = await read(px({ stub: { ...stub, 'Marital status': ['single'] }, data: '10;' }))
    expect(columns['Marital status']).toBe('only single')
  })

  it('without a total is two figures of one thing', async () => {
    const { columns, wrong } = await read(
      px({ stub: { ...stub, 'Marital status': ['single', 'married'] }, data: '10 20;' }),
    )
    expect(columns['Marital status']).toBe('ignore')
    expect(wrong).toContain('figures-differ')
  })

  it('is taken by what a mapping says, which is written and read', async () => {
    const text = px({ stub: { ...stub, 'Marital status': ['single', 'married'] }, data: '10 20;' })
    const { answer } = await read(text)
    const columns = answer.understood.columns.map((column) =>
      column.column === 'Marital status' ? { ...column, only: 'married' } : column,
    )
    const written = mappingText({
      file: 'a.px',
      sha256: '0'.repeat(64),
      read: { format: 'px' },
      answers: { as: 'values', columns, places: new Map() },
      source: { id: 'S_A', title: '', publisher: '', url: '' },
    })
    const { answers } = readMapping('a.import.yaml', written)
    const again = await understand({ file: 'a.px', bytes: Buffer.from(text) }, { into: '', answers })
    expect(again.answer.understood.observations.map(({ digits }) => digits)).toEqual(['20'])
  })

  it('by where people were born is none of places', async () => {
    const { columns, figures } = await read(
      px({
        stub: {
          'Place of birth': ['total', 'abroad'],
          'Province of residence': ['North', 'South'],
          Year: ['2019'],
        },
        data: '30 70 1 2;',
      }),
    )
    expect(columns).toMatchObject({ 'Place of birth': 'only total', 'Province of residence': 'place' })
    expect(figures.map(([place, , , digits]) => [place, digits])).toEqual([
      ['North', '30'],
      ['South', '70'],
    ])
  })
})

describe('ages', () => {
  it('under a heading that says more than Age are ages and no places', async () => {
    const { columns, figures } = await read(
      px({
        stub: { 'Age x': ['Birth', '1 year', '2 years', '100+ years'], Year: ['2019'] },
        data: '4 3 2 1;',
      }),
    )
    expect(columns['Age x']).toBe('age')
    expect(figures.map(([, age]) => age)).toEqual([
      { from: 0, to: 0 },
      { from: 1, to: 1 },
      { from: 2, to: 2 },
      { from: 100, to: undefined },
    ])
  })

  it('are what their labels say, also where a code is the last year of a group', async () => {
    const more = 'CODES("Age")="T","4","9";\n'
    const { figures } = await read(
      px({ stub: { Age: ['total', '0 to 4', '5 to 9'], Year: ['2019'] }, more, data: '9 4 5;' }),
    )
    expect(figures.map(([, age]) => age)).toEqual(['all', { from: 0, to: 4 }, { from: 5, to: 9 }])
  })
})

describe('text', () => {
  it('of Windows in Western letters is not taken for Chinese, nor Chinese for it', async () => {
    const names = async (bytes: Buffer) => {
      const { answer } = await understand({ file: 'a-2015.csv', bytes }, { into: '' })
      return answer.understood.observations.map(({ place }) => place)
    }
    const places = ['Västra Götaland', 'Åland', 'Örebro']
    const text = `region;population\n${places.map((place, k) => `${place};${200_000 + k}`).join('\n')}\n`
    expect(await names(Buffer.from(text, 'latin1'))).toEqual(places)
    // 南宁 and 柳州 with their numbers, in GBK
    const gbk = Buffer.from('b5d8c7f82cc8cbbfda0ac4cfc4fe2c3837343136390ac1f8d6dd2c3431353739310a', 'hex')
    expect(await names(gbk)).toEqual(['南宁', '柳州'])
  })
})

describe('a table of places of which one is all others together', () => {
  const table = (whole: number) =>
    `Region,Population,0-14 years\nA,200000,30000\nB,300000,50000\nC,400000,70000\nNation,${whole},150000\n`
  const kinds = async (whole: number) => {
    const { answer } = await read(table(whole), 'a-2015.csv')
    const { header, rows } = answer.made.table
    return rows.map((row) => row[header.indexOf('kind')])
  }

  it('has it as the region: every count of it is the sum of theirs', async () => {
    expect(await kinds(900000)).toEqual(['', '', '', 'region'])
    expect(await kinds(900001)).toEqual(['', '', '', ''])
  })
})

describe('figures that differ', () => {
  it('are told for the first few, with how many more there are', async () => {
    const rows = Array.from({ length: 300 }, (_, k) => `A,${200_000 + k}`)
    const { answer } = await read(`Region,Population\n${rows.join('\n')}\n`, 'a-2015.csv')
    expect(answer.problems.map(({ code }) => code)).toEqual(new Array(8).fill('figures-differ'))
    expect(answer.problems.at(-1)!.found).toBe('200008 for A, people (and 291 more pairs)')
  })
})

describe('a workbook as a database gives it', () => {
  it('has its year alone above the figures, and codes and names of places without a heading', async () => {
    const rows = [
      ['Population by region and year', null, null],
      [null, null, null],
      [null, null, '2019'],
      ['0114', 'Northby', 246786],
      ['0115', 'Southby', 34090],
      ['0117', 'Westby', 45574],
      [null, null, null],
      ['Official statistics', null, null],
    ]
    const { answer } = await understand({ file: 'a.xlsx', bytes: await workbook(rows) }, { into: '' })
    expect([answer.problems, answer.doubts]).toEqual([[], []])
    const { header, rows: made } = answer.made.table
    const of = (name: string) => made.map((row) => row[header.indexOf(name)])
    expect([of('year'), of('code')]).toEqual([
      ['2019', '2019', '2019'],
      ['0114', '0115', '0117'],
    ])
    expect([of('name_en'), of('people')]).toEqual([
      ['Northby', 'Southby', 'Westby'],
      ['246786', '34090', '45574'],
    ])
  })

  it('is not of an age where its title numbers the table', async () => {
    const rows = [
      ['File POP/1-1: Total population (both sexes), 2019'],
      ['Region', 'Population'],
      ['A', 300000],
      ['B', 200001],
    ]
    const { answer } = await understand({ file: 'a.xlsx', bytes: await workbook(rows) }, { into: '' })
    expect(answer.problems).toEqual([])
    expect(answer.made.table.rows).toHaveLength(2)
  })
})

describe('a last age that is written as a single one', () => {
  const ages = Array.from({ length: 61 }, (_, age) => age)
  const header = async (all: number) => {
    const rows = ['A', 'B'].map((place) => `${place},${all},${ages.map((age) => 5000 - age).join(',')}`)
    const { answer } = await read(`Region,Population,${ages.join(',')}\n${rows.join('\n')}\n`, 'a-2019.csv')
    return answer.made.table.header
  }

  it('is open where the ages add up to everyone: 0 to 60 of 5000 - age are 303170', async () => {
    expect(await header(303170)).toContain('age_60_plus')
    expect(await header(303200)).toContain('age_60_60')
  })
})

describe('two figures of one row', () => {
  it('are told by the row, part by part', () => {
    const cells = new Cells()
    const at = { file: 'a.txt', line: 4, field: 'column Male' }
    const men = { measure: 'mx', place: 'A', code: '', matched: '01', isWhole: false, year: 2018, residence: 'all', sex: 'male', age: 'all', isShare: false, unit: undefined, flag: '', heading: 'Male' } as const // biome-ignore format: a row
    for (const digits of ['0.004', '0.005']) cells.put(['2018\n01\nmale', 0], { ...men, at, digits })
    expect(cells.problems[0].found).toBe('0.005 for 2018, 01, male, 0')
    expect(inChinese(cells.problems[0].expected)).toBe('0.004，如第 4 行 Male 列')
  })
})
