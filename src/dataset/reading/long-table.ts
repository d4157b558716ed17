/** A CSV file of a data folder row by row, which may be longer than a text or a list of its rows could be. */
import { join } from 'node:path'
import type { Findings } from './findings.js'
import { type Folder, fileText, textBytes } from './folder.js'
import {
  type CsvTable,
  type Format,
  fullRows,
  readColumns,
  reportBroken,
  withoutBlanks,
} from './read-table.js'
import { type CsvRow, splitRecords } from './records.js'

/** Bytes that are read at a time, to the end of a record. */
const PART = 2 ** 20
const [LINE_FEED, QUOTE] = [10, 34]

/** Hand on every row; returns how many there were, and how many were reported and left out. */
export type EachRow = (take: (row: CsvRow) => void) => { readonly rows: number; readonly skipped: number }

export interface LongTable {
  /** Without its rows. */
  readonly table: CsvTable
  readonly eachRow: EachRow
}

/** A table of the folder; undefined where it is absent, or so broken (and reported) that rows make no sense. */
export function openLongTable(
  folder: Folder,
  name: string,
  format: Format,
  findings: Findings,
): LongTable | undefined {
  const bytes = textBytes(folder, name, findings)
  if (!bytes) return undefined
  // a short file may be empty
  if (bytes.length < PART && fileText(folder, name, findings) === undefined) return undefined
  const file = join(folder.path, name)
  const parts = partsOf(bytes)
  const first: Part = parts.next().value ?? { rows: [], broken: [] }
  const [header] = withoutBlanks(first.rows)
  if (!header || first.broken.some(({ line }) => line < header.line)) {
    reportBroken(file, first.broken, findings)
    return undefined
  }
  const columns = readColumns(file, header, format, findings)
  if (!columns) return undefined
  const eachRow: EachRow = (take) => {
    let [rows, skipped] = [0, 0]
    const takeAll = ({ rows: all, broken }: Part) => {
      reportBroken(file, broken, findings)
      const [head, ...records] = withoutBlanks(all)
      const full = fullRows(file, head, records, findings)
      skipped += broken.length + records.length - full.length
      rows += full.length
      for (const row of full) take(row)
    }
    takeAll(first)
    for (const { rows: more, broken } of parts) takeAll({ rows: [header, ...more], broken })
    return { rows, skipped }
  }
  return { table: { file, columns, rows: [], skipped: 0 }, eachRow }
}

type Part = ReturnType<typeof splitRecords>

/** Records of a file part by part, with their lines in it. */
function* partsOf(bytes: Buffer): Generator<Part, undefined> {
  let line = 0
  for (let from = 0; from < bytes.length; ) {
    const end = endOfPart(bytes, from)
    const text = bytes.toString('utf8', from, end)
    yield splitRecords(text, line)
    line += linesIn(text)
    from = end
  }
}

/** Behind the first line feed from a part's length on that is not in quotation marks. */
function endOfPart(bytes: Buffer, from: number): number {
  if (bytes.length - from <= PART) return bytes.length
  let quotes = 0
  let counted = from
  for (let end = from + PART; ; ) {
    const at = bytes.indexOf(LINE_FEED, end)
    if (at < 0) return bytes.length
    for (let quote = bytes.indexOf(QUOTE, counted); quote >= 0 && quote < at; ) {
      quotes++
      quote = bytes.indexOf(QUOTE, quote + 1)
    }
    end = at + 1
    counted = end
    if (quotes % 2 === 0) return end
  }
}

function linesIn(text: string): number {
  if (text.includes('\r')) return (text.match(/\r\n|[\n\r]/g) ?? []).length
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
