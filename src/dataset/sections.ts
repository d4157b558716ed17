/** sections.csv: the sections of a plan document, so that none is passed over without a word. */
import type { Commitment, PlanSection } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { quoted } from './reading/findings.js'
import { readTable } from './reading/read-table.js'
import type { TableContext } from './table-context.js'

const COLUMNS = ['section', 'because_en', 'because_zh']

/** Sections in the order of the file; one without a commitment has to say why. */
export function readSections(
  { folder, sources, findings }: TableContext,
  commitments: ReadonlyMap<string, Commitment>,
): PlanSection[] {
  const table = readTable(folder, 'sections.csv', { required: COLUMNS }, findings)
  if (!table) return []
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['section'])
  const filled = new Set([...commitments.values()].map(({ section }) => section))
  const sections: PlanSection[] = []
  for (const row of table.rows) {
    const section = reader.required(row, 'section', 'the number of a section')
    if (section === '' || !coverage.claim(row, [section])) continue
    const isFilled = filled.has(section)
    const expected = `why ${quoted(section)} has no row in commitments.csv`
    const because = isFilled
      ? { en: reader.text(row, 'because_en'), zh: reader.text(row, 'because_zh') }
      : reader.bilingual(row, 'because', expected)
    sections.push({ section, because })
  }
  coverage.expect([...filled].map((section) => [section]))
  return sections
}
