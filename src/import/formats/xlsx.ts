/**
 * Workbooks of Excel. They are archives: what unfolds to more than is declared, or to more than is read, never reaches
 * the reader. Formulas are not computed; their last value is read, as it was saved.
 */
import { CitywardError, fail } from '../../vocabulary/problems.js'
import {
  type Cell,
  EMPTY,
  letters,
  MOST_BYTES,
  type OfficeFile,
  problemOf,
  type Sheet,
  type SheetsRead,
  tooManyCells,
} from '../sheet.js'

export async function readXlsx(source: OfficeFile): Promise<SheetsRead> {
  const plain = await unfolded(source)
  const { default: read } = await import('read-excel-file/node')
  try {
    const sheets = await read(Buffer.from(plain), { parseNumber: (text: string) => text })
    return { as: { format: 'xlsx' }, sheets: sheets.map(({ sheet, data }) => sheetOf(source, sheet, data)) }
  } catch (error) {
    if (error instanceof CitywardError) throw error
    return fail(broken(source, 'a workbook that cannot be read'))
  }
}

const broken = (source: OfficeFile, found: string) =>
  problemOf(source, 'workbook-broken', [found, 'a workbook of Excel (.xlsx)'], {
    hint: 'Open it and save it again as .xlsx, or save the sheet as "CSV UTF-8".',
  })

/** The archive again with its parts as they are, whose sizes are then known to be those declared. */
async function unfolded(source: OfficeFile): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import('fflate')
  let bytes = 0
  try {
    const parts = unzipSync(source.bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false
        bytes += originalSize
        if (bytes > MOST_BYTES)
          fail(
            problemOf(source, 'file-too-large', [
              `a workbook that unfolds to more than ${MOST_BYTES} bytes`,
              'a smaller one',
            ]),
          )
        return true
      },
    })
    return zipSync(parts, { level: 0 })
  } catch (error) {
    if (error instanceof CitywardError) throw error
    return fail(broken(source, 'an archive that is cut off or damaged'))
  }
}

type Value = string | number | boolean | Date | null

function sheetOf(source: OfficeFile, name: string, data: readonly (readonly unknown[])[]): Sheet {
  const rows = data.map((row) => row.map((value) => cellOf(value as Value)))
  const tooMany = tooManyCells(
    source,
    rows.reduce((sum, row) => sum + row.length, 0),
  )
  if (tooMany) fail(tooMany)
  return {
    name,
    rows,
    at: (row, column) => ({
      file: source.file,
      line: row + 1,
      field: `sheet ${name}, cell ${letters(column)}${row + 1}`,
    }),
    columnName: letters,
    headed: false,
    about: [],
    localNumbers: true,
  }
}

function cellOf(value: Value): Cell {
  if (value === null) return EMPTY
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) }
  const text = String(value).trim()
  // 0.1 + 0.2 in a workbook is 0.30000000000000004, to Excel 0.3
  return { text: /^-?\d+\.\d{12,}$/.test(text) ? String(Number(Number(text).toPrecision(15))) : text }
}
