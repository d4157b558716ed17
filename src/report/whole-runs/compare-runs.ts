/** Finished runs of many scenarios, compared, and the page on which they stand side by side. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { compareScenarios, type ScenarioComparison } from '../../analysis/scenario-comparison.js'
import { openRun } from '../../store/open-run.js'
import { writeWhole } from '../../store/write-file.js'
import type { Language } from '../../vocabulary/language.js'
import { scenariosHtml } from '../html/scenarios-page.js'
import type { ReportedRun } from './reported-run.js'

export interface RunsCompared {
  readonly comparison: ScenarioComparison
  /** The page that was written; none where the runs have no reports that it could lead to. */
  readonly page?: string
}

/** names: of the scenarios, in the order of their runs; out: the folder that holds the runs; where each is in a folder of its own choosing, the page is named after all of them. */
export async function compareRuns(
  runs: readonly ReportedRun[],
  names: readonly string[],
  { out, language }: { readonly out: string | undefined; readonly language: Language },
): Promise<RunsCompared> {
  const opened = runs.map(({ folder, summary }, at) => ({ ...openRun(folder), summary, name: names[at] }))
  const comparison = await compareScenarios(opened)
  const reports = runs.flatMap(({ reportFile }) => reportFile ?? [])
  if (reports.length < runs.length) return { comparison }
  const folder = out ?? 'runs'
  const page = join(folder, out === undefined ? `scenarios-${nameOf(runs)}.html` : 'scenarios.html')
  writeWhole(page, scenariosHtml({ comparison, reports, folder, language }))
  return { comparison, page }
}

/** Eight digits for these runs in this order. */
function nameOf(runs: readonly ReportedRun[]): string {
  const all = runs.map(({ folder, summary }) => `${folder} ${summary.fingerprint}`).join('\n')
  return createHash('sha256').update(all).digest('hex').slice(0, 8)
}
