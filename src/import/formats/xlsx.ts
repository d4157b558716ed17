/**
 * Workbooks of Excel. Formulas are not computed: their last value is read, as it was saved. A cell that is merged over
 * others has its value once, at the top left.
 */
import { CitywardError, fail } from '../../vocabulary/problems.js'
import {
  type Cell,
  EMPTY,
  letters,
  type OfficeFile,
  type Sheet,
  type SheetsRead,
  tooManyCells,
} from '../sheet.js'
import { brokenWorkbook, checkedArchive } from './xlsx-parts.js'

export async function readXlsx(source: OfficeFile): Promise<SheetsRead> {
  const plain = await checkedArchive(source)
  const { default: read } = await import('read-excel-file/universal')
  try {
    const sheets = await read(plain.slice().buffer, { parseNumber: (text: string) => text })
    return { as: { format: 'xlsx' }, sheets: sheets.map(({ sheet, data }) => sheetOf(source, sheet, data)) }
  } catch (error) {
    if (error instanceof CitywardError) throw error
    return fail(brokenWorkbook(source, 'a workbook that cannot be read'))
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
    isEven: false,
    about: [],
    numbers: 'local',
  }
}

function cellOf(value: Value): Cell {
  if (value === null) return EMPTY
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) }
  const text = String(value).trim()
  // 0.1 + 0.2 in a workbook is 0.30000000000000004, to Excel 0.3: it shows 15 digits
  const isLong =
    /^-?\d+\.\d+(?:e[-+]?\d+)?$/i.test(text) &&
    text.replace(/e.*$/i, '').replaceAll(/^-?0*\.?0*|\./g, '').length > 15
  return { text: isLong ? String(Number(Number(text).toPrecision(15))) : text }
}
