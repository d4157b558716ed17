/** Mappings: what an edit of one does, and what is wrong with one. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mappingText, readMapping } from '../../src/import/mapping.js'
import { readFileOfMapping } from '../../src/studies/office-tables/read-office-file.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { folderFor, importInto, OFFICES, rowsIn, understand } from './office.js'

const FILE = join(OFFICES, 'towns-decimal-comma.csv')

async function made() {
  const into = folderFor()
  const { table, mapping } = await importInto(FILE, { into })
  return { into, table, mapping, text: readFileSync(mapping, 'utf8') }
}

/** Problems of what is thrown, as a user reads them. */
async function refused(act: () => unknown): Promise<string> {
  try {
    await act()
  } catch (error) {
    if (error instanceof CitywardError) return error.message
    throw error
  }
  return ''
}

describe('a mapping', () => {
  it('says what was understood, and nothing is guessed from it again', async () => {
    const { text } = await made()
    expect(text).toContain(`form: 1
file: `)
    expect(text).toContain(`read:
  format: csv
  encoding: utf-8
  delimiter: ;
header:
  - 2
  - 2
decimal: ","
as: totals
columns:
  - column: "1"
    heading: Name
    is: place
  - column: "2"
    heading: Population (1000 persons)
    is: figure
    of: people
    unit: 1000 persons
`)
    const mapping = readMapping('m.import.yaml', text)
    expect(mappingText(mapping)).toBe(text)
  })

  it('that is edited makes another table: a unit, a column left out, a place left out', async () => {
    const { mapping, text } = await made()
    const edited = text
      .replace('heading: Population (1000 persons)\n    is: figure\n    of: people\n    unit: 1000 persons', 'heading: Population (1000 persons)\n    is: figure\n    of: people\n    unit: 10000 persons')
      .replace('heading: Share 0-14, %\n    is: figure', 'heading: Share 0-14, %\n    is: ignore')
      .replace('Gamma: ""', 'Gamma: "-"')
    const { table } = await importInto(FILE, { into: folderFor(), mapping: readMapping(mapping, edited) }, mapping)
    const rows = rowsIn(table)
    expect(rows.map(({ name_en, unit, people }) => [name_en, unit, people])).toEqual([['Alpha', '10000 persons', '1512.3'], ['Beta', '10000 persons', '268.5']])
    expect(Object.keys(rows[0])).not.toContain('share_0_14')
  }) // biome-ignore format: lines of the mapping

  it('is not written over where it may have been edited', async () => {
    const { into, mapping, text } = await made()
    writeFileSync(mapping, text.replace('Gamma: ""', 'Gamma: "-"'))
    expect(await refused(() => importInto(FILE, { into }))).toBe(
      `${mapping}\n  Found a mapping that says otherwise; expected a name that is free, or the same mapping.\n  Repeat it with cityward import ${mapping} --into ${into}, or take it away.  [mapping-already-there]`,
    )
  })

  it('is held to the bytes of its file', async () => {
    const { into, text } = await made()
    const mapping = join(into, 'x.import.yaml')
    writeFileSync(join(into, 'other.csv'), 'Name\n')
    const other = readMapping(mapping, text.replace(/file: .*/, 'file: other.csv'))
    // of `Name` and a line end, as sha256sum has it
    const sha = text.match(/sha256: (.{12})/)![1]
    expect(await refused(() => readFileOfMapping(mapping, other))).toBe(
      `${join(into, 'other.csv')}\n  Found sha-256 0ec5f8f4a0fb…; expected ${sha}…, as in ${mapping}.\n  Import the file anew, or write its hash into the mapping if it is meant.  [source-changed]`,
    )
  })

  it('of another table names the headings that differ', async () => {
    const { text } = await made()
    const mapping = readMapping('m.import.yaml', text.replace('heading: Name', 'heading: Town'))
    const { answer } = await understand({ file: 'a.csv', bytes: readFileSync(FILE) }, { into: '', mapping })
    expect(answer.problems).toEqual([
      { code: 'mapping-of-another-table', where: { file: 'a.csv', line: 2, field: 'cell 1' }, found: 'the heading "Name"', expected: '"Town", as in the mapping' },
    ])
  }) // biome-ignore format: one problem

  it('with fields that cannot be meant names all of them', async () => {
    const { text } = await made()
    const wrong = text.replace('is: place', 'is: city').replace('as: totals', 'as: totalz').replace('unit: 1000 persons', 'unit: dozens of people').replace('format: csv', 'format: xls')
    expect(await refused(() => readMapping('m.import.yaml', wrong))).toBe(
      `m.import.yaml:7  read.format
  Found "xls"; expected one of xlsx, csv, wpp, hmd, eurostat, sdmx-csv, json-stat, px.  [mapping-wrong]
m.import.yaml:18  columns.0.is
  Found "city"; expected one of place, code, year, age, sex, residence, measure, figure, unit, times, flag, ignore.  [mapping-wrong]
m.import.yaml:14  as
  Found "totalz"; expected one of totals, census, population, mortality, fertility, values.  [mapping-wrong]`,
    )
  }) // biome-ignore format: one chain

  it('that is no YAML, or none of ours', async () => {
    expect(await refused(() => readMapping('m.import.yaml', 'a: [1'))).toMatch(
      /^m\.import\.yaml:1\n {2}Found a text that is not YAML; expected a mapping as `cityward import` writes it\. {2}\[yaml-broken\]/,
    )
    expect(await refused(() => readMapping('m.import.yaml', '- a\n'))).toBe(
      'm.import.yaml\n  Found no mapping; expected a mapping as `cityward import` writes it.  [mapping-wrong]',
    )
  })
})

describe('a folder', () => {
  it('keeps a row of another source that says otherwise', async () => {
    const into = folderFor()
    writeFileSync(join(into, 'totals.csv'), 'year,code,name_en,name_zh,unit,people,note\n2020,,Beta,,1000 persons,270,by hand\n')
    expect(await refused(() => importInto(FILE, { into }))).toBe(
      `${join(into, 'totals.csv')}:2  column people\n  Found 270, where 268.5 would go; expected no other figure for the same place and year.\n  Take that row out, or leave the place out with --place NAME=-.  [row-already-there]`,
    )
  })

  it('keeps a table that is no CSV as it is', async () => {
    const into = folderFor()
    writeFileSync(join(into, 'totals.csv'), 'year,code\n2020,"4501\n')
    expect(await refused(() => importInto(FILE, { into }))).toBe(
      `${join(into, 'totals.csv')}\n  Found a text that is not CSV; expected a table that rows can join.  [csv-broken]`,
    )
  })

  it('gets columns that a row of another source lacks', async () => {
    const into = folderFor()
    writeFileSync(join(into, 'totals.csv'), 'year,code,name_en,name_zh,unit,people,note\n2020,,Beta,,1000 persons,268.5,by hand\n')
    const { table, rows, added } = await importInto(FILE, { into })
    expect([rows, added]).toEqual([3, 2])
    expect(rowsIn(table)[0]).toMatchObject({ name_en: 'Beta', people: '268.5', urban: '126.4', note: 'by hand' })
  })
}) // biome-ignore format: rows
