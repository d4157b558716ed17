/** travel_times.csv and lines.csv: hours between cities, now and once a line is open. */

import type { Dataset, TravelLeg, TravelLine } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { listed, offerNearest, quoted } from './reading/findings.js'
import type { NumberRange } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { CsvRow } from './reading/records.js'
import type { TableContext } from './table-context.js'

const LINE_COLUMNS = ['line', 'name_en', 'name_zh', 'opens', 'source', 'quality', 'note']
const TIME_COLUMNS = ['from', 'to', 'line', 'hours', 'unit', 'source', 'quality', 'note']
const OPENS: NumberRange = {
  low: 1900,
  high: 2200,
  code: 'year-wrong',
  expected: 'a decimal year, such as 2023.5',
}
const HOURS: NumberRange = {
  low: 1e-3,
  high: 1000,
  code: 'hours-out-of-range',
  expected: 'more than 0 hours, up to 1000',
}

/** Legs in both directions, and the lines that are not open in the base year. */
export function readTravel(context: TableContext): Dataset['travel'] {
  const { folder, places, sources, findings } = context
  const lines = readLines(context)
  const table = readTable(folder, 'travel_times.csv', { required: TIME_COLUMNS }, findings)
  if (!table) return { legs: [], lines }
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['from', 'to', 'line'])
  const legs: TravelLeg[] = []
  const known = lines.map((line) => line.name)
  for (const row of table.rows) {
    const from = places.city(reader, row, 'from')
    const to = places.city(reader, row, 'to')
    const line = lineOf(reader, row, known)
    const hours = reader.number(row, 'hours', HOURS)
    const provenance = reader.provenance(row, ['hour'])
    if (from < 0 || to < 0) {
      coverage.skip()
    } else if (from === to) {
      coverage.skip()
      reader.report(
        row,
        'to',
        'places-same',
        quoted(reader.text(row, 'to')),
        'another city than in column from',
      )
    } else if (coverage.claim(row, pair(places.codes, from, to, line))) {
      legs.push({ from, to, line, hours, provenance }, { from: to, to: from, line, hours, provenance })
    }
  }
  coverage.expect(allPairs(places.codes))
  return { legs, lines }
}

function readLines({ folder, sources, findings }: TableContext): TravelLine[] {
  const table = readTable(folder, 'lines.csv', { required: LINE_COLUMNS }, findings)
  if (!table) return []
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['line'])
  const lines: TravelLine[] = []
  for (const row of table.rows) {
    const name = reader.required(row, 'line', 'the name of a line')
    const title = reader.bilingual(row, 'name', 'a name in English or Chinese')
    const opens = reader.number(row, 'opens', OPENS)
    const provenance = reader.provenance(row)
    if (name !== '' && coverage.claim(row, [name])) lines.push({ name, title, opens, provenance })
  }
  return lines
}

/** The line of a row, empty for the time as it stands in the base year. */
function lineOf(reader: Reader, row: CsvRow, known: readonly string[]): string {
  const line = reader.text(row, 'line')
  if (line === '' || known.includes(line)) return line
  const expected =
    known.length > 0 ? `a line of lines.csv: ${listed(known)}` : 'a line of lines.csv, which has none'
  reader.report(row, 'line', 'line-unknown', `the line ${quoted(line)}`, expected, offerNearest(line, known))
  return line
}

/** One key for a pair, whichever way round it is written. */
function pair(codes: readonly string[], from: number, to: number, line: string): string[] {
  return [codes[Math.min(from, to)], codes[Math.max(from, to)], line]
}

/** Every pair of cities, with no line: the times of the base year. */
function allPairs(codes: readonly string[]): string[][] {
  return codes.flatMap((from, index) => codes.slice(index + 1).map((to) => [from, to, '']))
}
