/** delivery.csv: what past commitments say of classes of promises, as a fit to past_commitments.csv left it. */
import type { DeliveryClass, PastCommitment } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { offerNearest, quoted } from './reading/findings.js'
import { ANY, COUNT, SHARE } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import type { TableContext } from './table-context.js'

const REQUIRED = [
  'class', 'title_en', 'title_zh', 'measure', 'odds', 'p10', 'p50', 'p90', 'alike_met', 'alike_decided', 'alike_median',
  'base_met', 'base_decided', 'rows', 'unit', 'source', 'quality', 'note',
] // biome-ignore format: a list of headings reads best as a paragraph

const MEASURES = ['ratio', 'months late'] as const

/** Classes by name, in the order of the file; none where the folder has no such table. */
export function readDelivery(
  { folder, sources, findings }: TableContext,
  commitments: readonly PastCommitment[],
): Map<string, DeliveryClass> {
  const classes = new Map<string, DeliveryClass>()
  const table = readTable(folder, 'delivery.csv', { required: REQUIRED }, findings)
  if (!table) return classes
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['class'])
  const known = new Set(commitments.map(({ id }) => id))
  for (const row of table.rows) {
    const name = reader.required(row, 'class', 'a name that an uncertainty can give as its reference_class')
    const measure = MEASURES[reader.word(row, 'measure', MEASURES, 'measure-unknown')]
    const ids = reader.text(row, 'rows').split(';').filter(Boolean)
    for (const id of ids.filter((one) => !known.has(one))) {
      const hint = offerNearest(id, known)
      reader.report(row, 'rows', 'commitment-unknown', quoted(id), 'ids of past_commitments.csv', hint)
    }
    const count = (column: string) => reader.number(row, column, COUNT)
    const found: DeliveryClass = {
      name,
      title: reader.bilingual(row, 'title', 'a title in English or Chinese'),
      measure,
      odds: reader.number(row, 'odds', SHARE),
      alike: {
        met: count('alike_met'),
        decided: count('alike_decided'),
        median: reader.optionalNumber(row, 'alike_median', ANY),
      },
      base: { met: count('base_met'), decided: count('base_decided') },
      rows: ids,
      provenance: reader.provenance(row),
    }
    if (name !== '' && measure !== undefined && coverage.claim(row, [name])) classes.set(name, found)
  }
  return classes
}
