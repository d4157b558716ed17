/** commitments.csv: what a plan promises, sentence by sentence. */
import { Reader } from './cells.js'
import { Coverage } from './coverage.js'
import type { Commitment } from './dataset.js'
import type { Opened } from './opened.js'
import { readTable } from './read-table.js'

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

/** Commitments by id, in the order of the file. Threshold and unit are the plan's own words. */
export function readCommitments({ folder, sources, findings }: Opened): Map<string, Commitment> {
  const commitments = new Map<string, Commitment>()
  const table = readTable(folder, 'commitments.csv', { required: REQUIRED }, findings)
  if (!table) return commitments
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['id'])
  for (const row of table.rows) {
    const id = reader.required(row, 'id', 'an id that a target can name')
    const kind = KINDS[reader.word(row, 'kind', KINDS, 'unknown-kind')]
    const text = {
      en: reader.required(row, 'text_en', 'the sentence in English'),
      zh: reader.required(row, 'text_zh', 'the sentence in Chinese'),
    }
    if (reader.text(row, 'baseline_source_id') !== '') reader.checkSource(row, 'baseline_source_id')
    if (id === '' || kind === undefined || !coverage.claim(row, [id])) continue
    const plain = (column: string) => reader.text(row, column)
    commitments.set(id, {
      id,
      section: plain('section'),
      text,
      kind,
      comparator: plain('comparator'),
      threshold: plain('threshold'),
      unit: plain('unit'),
      deadline: plain('deadline'),
      scope: plain('scope'),
      note: plain('note'),
    })
  }
  return commitments
}
