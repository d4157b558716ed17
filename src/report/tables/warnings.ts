/** What the check warns of, a row each. */
import type { Problem } from '../../vocabulary/problems.js'
import { warningsCount, warningTexts } from '../words/first-page/warnings.js'
import { column, type DataTable, wordsCell } from './data-table.js'

/** Undefined where there is nothing to warn of. */
export function warningTable(warnings: readonly Problem[]): DataTable | undefined {
  const [howMany] = warningsCount(warnings)
  if (!howMany) return undefined
  return {
    id: 'warnings',
    title: howMany,
    columns: [column('Warning', '警告', false)],
    rows: warningTexts(warnings).map((text) => [wordsCell(text)]),
  }
}
