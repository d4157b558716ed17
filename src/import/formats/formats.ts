/** Which format a file has: by its first bytes and words, whatever its name ends with. */
import { fail } from '../../vocabulary/problems.js'
import { decoded } from '../decode.js'
import { type OfficeFile, problemOf, type ReadAs, type SheetsRead } from '../sheet.js'
import { readCsv } from './csv.js'
import { isEurostat, readEurostat } from './eurostat.js'
import { isHumanDatabase, readHumanDatabase } from './human-databases.js'
import { readJsonStat } from './json-stat.js'
import { isPx, readPx } from './px.js'
import { isSdmxCsv, readSdmxCsv } from './sdmx-csv.js'
import { isWpp, readWpp } from './wpp.js'
import { readXlsx } from './xlsx.js'

/** Sheets of a file, in the format that a mapping names, else the one that it is found to have. */
export async function sheetsOf(source: OfficeFile, as?: ReadAs): Promise<SheetsRead> {
  switch (as?.format ?? formatOf(source)) {
    case 'xlsx':
      return readXlsx(source)
    case 'json-stat':
      return readJsonStat(source)
    case 'px':
      return readPx(source)
    case 'eurostat':
      return readEurostat(source)
    case 'sdmx-csv':
      return readSdmxCsv(source, as?.delimiter)
    case 'wpp':
      return readWpp(source)
    case 'hmd':
      return readHumanDatabase(source)
    case 'csv':
      return readCsv(source, as)
  }
}

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

function formatOf(source: OfficeFile): ReadAs['format'] {
  const begins = (...bytes: readonly number[]) => bytes.every((byte, at) => source.bytes[at] === byte)
  if (begins(0x50, 0x4b)) return 'xlsx'
  const expected = 'a workbook (.xlsx), CSV, TSV, JSON-stat or PC-Axis'
  if (begins(...OLD_OFFICE))
    fail(
      problemOf(source, 'format-unknown', ['a workbook in the old form of Excel', expected], {
        hint: 'Open it in Excel or LibreOffice and save it as .xlsx.',
      }),
    )
  if (begins(0x25, 0x50, 0x44, 0x46))
    fail(
      problemOf(source, 'format-unknown', ['a PDF', expected], {
        hint: 'Look for the table as a workbook or CSV.',
      }),
    )
  const head = Buffer.from(source.bytes.subarray(0, 4000)).toString('latin1').replace(/^ï»¿/, '')
  if (/^\s*\{/.test(head)) return 'json-stat'
  if (isPx(head)) return 'px'
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(head))
    fail(
      problemOf(source, 'format-unknown', ['a web page or XML', expected], {
        hint: 'Open it in Excel or LibreOffice and save it as .xlsx.',
      }),
    )
  const { text } = decoded(source)
  if (isEurostat(text)) return 'eurostat'
  if (isSdmxCsv(text)) return 'sdmx-csv'
  if (isHumanDatabase(text)) return 'hmd'
  return isWpp(text) ? 'wpp' : 'csv'
}
