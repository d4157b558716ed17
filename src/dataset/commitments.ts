/** commitments.csv: what a plan promises, sentence by sentence. */

import type { Commitment } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { quoted } from './reading/findings.js'
import { ANY, type NumberRange } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { CsvRow } from './reading/records.js'
import type { TableContext } from './table-context.js'

const REQUIRED = [
  'id',
  'section',
  'text_zh',
  'text_en',
  'kind',
  'indicator',
  'comparator',
  'threshold',
  'unit',
  'deadline',
  'scope',
  'departments',
  'places',
  'baseline_value',
  'baseline_year',
  'baseline_source_id',
  'note',
]
const KINDS = ['level', 'cumulative', 'rule', 'time'] as const
const AMOUNT: NumberRange = { ...ANY, ofPercent: (value) => `Write ${value}, and pct in the column unit.` }

/** Commitments by id, in the order of the file. Comparator and unit are the plan's own words. */
export function readCommitments({ folder, sources, findings }: TableContext): Map<string, Commitment> {
  const commitments = new Map<string, Commitment>()
  const table = readTable(folder, 'commitments.csv', { required: REQUIRED }, findings)
  if (!table) return commitments
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['id'])
  for (const row of table.rows) {
    const id = reader.required(row, 'id', 'an id that a target can name')
    const kind = KINDS[reader.word(row, 'kind', KINDS, 'kind-unknown')]
    const text = reader.bilingual(row, 'text', 'the sentence in English or Chinese')
    if (reader.text(row, 'baseline_source_id') !== '') reader.checkSource(row, 'baseline_source_id')
    if (id === '' || kind === undefined || !coverage.claim(row, [id])) continue
    const plain = (column: string) => reader.text(row, column)
    commitments.set(id, {
      id,
      section: plain('section'),
      text,
      kind,
      comparator: plain('comparator'),
      threshold: numberOr(reader.optionalNumber(row, 'threshold', AMOUNT)),
      unit: plain('unit'),
      deadline: deadlineOf(reader, row),
      scope: plain('scope'),
      note: plain('note'),
    })
  }
  return commitments
}

/** A number that could not be read is reported, and is none. */
const numberOr = (value: number | undefined) => (Number.isNaN(value) ? undefined : value)

/** A year, a month or a day: 2025, 2025-12 or 2025-12-31. */
const DATE = /^(1[89]|2[01])\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** The year of a deadline; a promise may have none. */
function deadlineOf(reader: Reader, row: CsvRow): number | undefined {
  const text = reader.text(row, 'deadline')
  if (text === '') return undefined
  if (DATE.test(text)) return Number(text.slice(0, 4))
  const expected = 'a year or a day, such as 2025 or 2025-12-31, or an empty cell'
  reader.report(row, 'deadline', 'deadline-wrong', quoted(text), expected, deadlineHint(text))
  return undefined
}

/** `2025/12/31` and `2025年12月31日` are meant as 2025-12-31, `2025年底` as 2025. */
function deadlineHint(text: string): string | undefined {
  const [, year, month, day] =
    /(?<!\d)(\d{4})(?:[年./-](\d{1,2})[月./-](\d{1,2}))?(?!\d)/.exec(text.normalize('NFKC')) ?? []
  const date = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))
  return DATE.test(date.join('-')) ? `Write ${date.join('-')}.` : undefined
}
