/** Files that are made to harm: sizes that lie, cells far out, names of prototypes, formulas. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { folderFor, importInto, problemsOf, understand, workbook } from './office.js'

const SHEET = 'xl/worksheets/sheet1.xml'
const ROWS = [['地区', '常住人口（人）'], ['南宁市', 8741584], ['柳州市', 4157934]] // biome-ignore format: rows
const parts = async () => unzipSync(await workbook(ROWS))
const changedSheet = async (from: string, to: string) => {
  const all = await parts()
  const text = Buffer.from(all[SHEET]).toString()
  expect(text).toContain(from)
  return zipSync({ ...all, [SHEET]: strToU8(text.replace(from, to)) })
}

describe('a workbook', () => {
  it('that unfolds to 68 MB is refused by its declared size', async () => {
    const bomb = zipSync({ ...(await parts()), 'xl/worksheets/sheet2.xml': new Uint8Array(68e6) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await problemsOf('2020.xlsx', bomb)).toBe(
      '2020.xlsx\n  Found a workbook that unfolds to more than 67108864 bytes; expected a smaller one.  [file-too-large]',
    )
  })

  it('that declares less than it unfolds to is cut there, and no workbook any more', async () => {
    const zip = Buffer.from(await changedSheet('</sheetData>', `${' '.repeat(5e6)}</sheetData>`))
    for (let at = 0; at < zip.length - 4; at++)
      if (zip.readUInt32LE(at) === 0x02014b50 && zip.readUInt32LE(at + 24) > 1e6)
        zip.writeUInt32LE(1000, at + 24)
    expect(await problemsOf('2020.xlsx', zip)).toMatch(
      /Found a workbook that cannot be read.*\n.*\[workbook-broken\]$/,
    )
  })

  it('with more places up to its last cell than are read is refused', async () =>
    expect(await problemsOf('2020.xlsx', await changedSheet('r="B3"', 'r="ALM1001"'))).toBe(
      '2020.xlsx\n  Found a sheet of 1001 rows and 1001 columns; expected at most 1,000,000 cells.\n  Delete the rows and columns behind the table, and save it again.  [file-too-large]',
    ))

  it('with formulas gives what was saved with them', async () => {
    const bytes = await changedSheet('<v>8741584</v>', '<f>1+1</f><v>8741584</v>')
    const { answer } = await understand({ file: '2020.xlsx', bytes }, { into: '' })
    expect(answer.understood.observations.map(({ digits }) => digits)).toEqual(['8741584', '4157934'])
  })
})

describe('names', () => {
  it('of prototypes are names like any other', async () => {
    const into = folderFor()
    const file = join(into, 'x-2020.csv')
    writeFileSync(file, 'place,population (persons)\n__proto__,90000\nconstructor,80000\ntoString,70000\n')
    const { table, mapping } = await importInto(file, { into })
    expect(readFileSync(table, 'utf8')).toContain('2020,,__proto__,,,person,90000')
    expect(readFileSync(mapping, 'utf8')).toContain('  __proto__: ""\n  constructor: ""\n  toString: ""\n')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('that a spreadsheet would compute are defused in what is written', async () => {
    const into = folderFor()
    const file = join(into, 'x-2020.csv')
    writeFileSync(file, 'place,population (persons)\n"=cmd|x!A1",90000\nBeta,80000\n')
    const { table } = await importInto(file, { into })
    expect(readFileSync(table, 'utf8')).toContain("'=cmd|x!A1")
  })

  it('of dimensions in JSON-stat are looked up as own names only', async () => {
    const text =
      '{"version":"2.0","class":"dataset","id":["__proto__"],"size":[1],"dimension":{},"value":[1]}'
    expect(await problemsOf('a.json', text)).toBe(
      'a.json  dimension.__proto__\n  Found no categories; expected an index or labels of categories.  [json-stat-broken]',
    )
  })
})

describe('sizes', () => {
  it('of a cube are multiplied before it is laid out', async () => {
    const text =
      '{"version":"2.0","class":"dataset","id":["a","b"],"size":[100000,100000],"dimension":{},"value":{}}'
    expect(await problemsOf('a.json', text)).toBe(
      'a.json\n  Found 10,000,000,000 cells; expected at most 1,000,000.\n  Take out of the table the places and years that are needed.  [file-too-large]',
    )
  })
})
