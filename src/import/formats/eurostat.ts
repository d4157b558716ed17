/** TSV of Eurostat: dimensions by commas in the first column, years in the others, flags behind figures. */
import { fail } from '../../vocabulary/problems.js'
import { decoded } from '../decode.js'
import { type Cell, type OfficeFile, problemOf, type SheetsRead } from '../sheet.js'
import { recordsOf, sheetOf } from './csv.js'

const HEAD = /^[\w]+(?:,[\w]+)*\\(?:TIME_PERIOD|time)$/i

export const isEurostat = (text: string) => HEAD.test(text.split(/[\t\n]/, 1)[0].trim())

export function readEurostat(source: OfficeFile): SheetsRead {
  const { text, encoding } = decoded(source)
  const { records, lines } = recordsOf(source, text, '\t')
  const [head, ...years] = records[0].map((cell) => cell.trim())
  const dimensions = head.split('\\')[0].split(',')
  const rows = records.slice(1).map((record, k): Cell[] => {
    const codes = record[0].split(',')
    if (codes.length !== dimensions.length || record.length !== years.length + 1) {
      const found =
        codes.length !== dimensions.length ? `${codes.length} codes` : `${record.length - 1} figures`
      const expected =
        codes.length !== dimensions.length
          ? `${dimensions.length}: ${dimensions.join(', ')}`
          : `${years.length}, one for each year`
      fail(problemOf(source, 'cells-wrong-number', [found, expected], { line: lines[k + 1] }))
    }
    return [
      ...codes.map((code) => ({ text: code.trim(), code: code.trim() })),
      ...record.slice(1).map(figureOf),
    ]
  })
  const header = [...dimensions, ...years].map((text): Cell => ({ text }))
  const columnName = (column: number) =>
    column < dimensions.length ? dimensions[column] : years[column - dimensions.length]
  return {
    as: { format: 'eurostat', encoding },
    sheets: [sheetOf(source, [header, ...rows], lines, { headed: true, numbers: 'plain', columnName })],
  }
}

/** `1234 bp`, `: c`, `:`; the letters are flags. */
function figureOf(cell: string): Cell {
  const [, figure, flag] = /^\s*(\S*?)\s*([a-z]*)\s*$/i.exec(cell) ?? []
  if (figure === undefined) return { text: cell.trim() }
  return flag === '' ? { text: figure } : { text: figure, code: flag }
}
