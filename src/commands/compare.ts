/** `cityward compare`: two runs, target by target. */
import { compareSummaries } from '../analysis/compare.js'
import { comparisonTable } from '../report/terminal/compare-table.js'
import { openRun } from '../store/open-run.js'
import { summaryOf } from '../studies/simulate.js'
import type { Language } from '../vocabulary/language.js'
import { pageIn, print, printJson } from './terminal.js'

export interface CompareOptions {
  readonly json?: boolean
  readonly lang: Language
}

/** Prints what changed from one run to the other. Returns the exit code. */
export async function compare(one: string, other: string, options: CompareOptions): Promise<number> {
  const [before, after] = await Promise.all([one, other].map((folder) => summaryOf(openRun(folder))))
  const comparison = compareSummaries(before, after)
  if (options.json) printJson(comparison)
  else print(comparisonTable(comparison, pageIn(options.lang)))
  return 0
}
