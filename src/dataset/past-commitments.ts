/** past_commitments.csv: what governments promised before, and how it ended. */
import type { PastCommitment } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { ANY, type NumberRange } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { TableContext } from './table-context.js'

const REQUIRED = [
  'id', 'family', 'indicator', 'territory', 'province', 'from', 'deadline', 'counting', 'comparator', 'target',
  'unit', 'outcome', 'outcome_as_of', 'ratio', 'met', 'status', 'gain_ratio', 'stage', 'slip_months', 'found_as',
  'cluster', 'source', 'quality', 'note',
] // biome-ignore format: a list of headings reads best as a paragraph

const MET = ['yes', 'no', 'unknown'] as const
const STATUS = ['final', 'early_pass', 'late_seen', 'last_seen', 'censored'] as const
const FOUND_AS = ['table', 'post', 'audit', 'joined'] as const
const COUNTING = ['quota', 'starts', 'completions', 'use', 'level', 'date'] as const
const RATIO: NumberRange = { ...ANY, low: 0, code: 'rate-out-of-range', expected: 'a ratio of 0 or more' }

/** The rows in the order of the file; none where the folder has no such table. */
export function readPastCommitments({ folder, sources, findings }: TableContext): PastCommitment[] {
  const table = readTable(folder, 'past_commitments.csv', { required: REQUIRED }, findings)
  if (!table) return []
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['id'])
  return table.rows.flatMap((row) => {
    const id = reader.required(row, 'id', 'an id, such as C001')
    const word = <Word extends string>(column: string, words: readonly Word[]) =>
      // a word that is not known is reported, and any will do
      words[reader.word(row, column, words, 'kind-unknown')] ?? words[0]
    const [met, status] = [word('met', MET), word('status', STATUS)]
    const [foundAs, counting] = [word('found_as', FOUND_AS), word('counting', COUNTING)]
    const ratio = reader.optionalNumber(row, 'ratio', RATIO)
    const until = yearOf(reader.text(row, 'deadline'))
    const from = yearOf(reader.text(row, 'from'))
    if (ratio !== undefined && met !== 'unknown' && (met === 'yes') !== ratio >= 1) {
      const found = `met ${met}, ratio ${ratio}`
      reader.report(row, 'met', 'met-against-ratio', found, 'yes for 1 or more, no for less')
    }
    const provenance = reader.provenance(row)
    if (id === '' || !coverage.claim(row, [id])) return []
    return [
      {
        id,
        family: reader.required(row, 'family', 'a kind of promise, such as shanty'),
        indicator: reader.text(row, 'indicator'),
        territory: reader.text(row, 'territory'),
        province: reader.required(row, 'province', 'the province, or Nation'),
        years: until - from + 1,
        deadline: reader.text(row, 'deadline'),
        counting,
        ratio,
        met: met === 'unknown' ? undefined : met === 'yes',
        status,
        gainRatio: reader.optionalNumber(row, 'gain_ratio', ANY),
        stage: reader.text(row, 'stage'),
        slipMonths: reader.optionalNumber(row, 'slip_months', ANY),
        foundAs,
        cluster: reader.required(row, 'cluster', 'a name that rows of one programme share'),
        provenance,
      },
    ]
  })
}

const yearOf = (text: string) => Number(text.slice(0, 4))
