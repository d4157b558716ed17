/** `cityward report`: a finished run as one HTML file. */
import { join } from 'node:path'
import { compareSummaries } from '../analysis/compare.js'
import type { ReachFinding } from '../analysis/reach.js'
import type { Summary } from '../analysis/summary.js'
import { reportHtml } from '../report/html/page.js'
import { openRun } from '../store/open-run.js'
import { EMBEDDED, packProvenance, type RunProvenance } from '../store/provenance.js'
import { writeWhole } from '../store/write-file.js'
import { loadProvenance } from '../studies/input-files.js'
import type { LoadedPlan } from '../studies/load-plan.js'
import { readReach } from '../studies/reach-file.js'
import { provenanceOf } from '../studies/run-provenance.js'
import { summaryOf } from '../studies/simulate.js'
import type { Language } from '../vocabulary/language.js'

export interface ReportOptions {
  readonly out?: string
  readonly lang: Language
}

/** Writes the report of the first run, with the others held against it; prints its path. Returns the exit code. */
export async function report(runs: readonly string[], options: ReportOptions): Promise<number> {
  const [folder, ...others] = runs
  const compared: Summary[] = []
  for (const other of others) compared.push(await summaryOf(openRun(other)))
  process.stdout.write(`${await reportOf(folder, options, compared)}\n`)
  return 0
}

/** Write the report of a run folder, with what would be enough where that was found; the path of the report. */
export async function reportOf(
  folder: string,
  { out, lang: language }: ReportOptions,
  compared: readonly Summary[] = [],
): Promise<string> {
  const run = openRun(folder)
  const provenance = provenanceOf(run)
  const summary = await summaryOf(run)
  const file = out ?? join(folder, 'report.html')
  const loaded = loadProvenance(provenance, { seed: provenance.seed })
  const reach = readReach(folder, summary)
  await writeReport({ file, summary, compared, provenance, loaded, reach, language })
  return file
}

export interface ReportInputs {
  readonly file: string
  readonly summary: Summary
  readonly compared: readonly Summary[]
  readonly provenance: RunProvenance
  readonly loaded: Pick<LoadedPlan, 'scenario' | 'dataset'>
  readonly reach: ReachFinding | undefined
  readonly language: Language
}

export async function writeReport(inputs: ReportInputs): Promise<void> {
  const { file, summary, compared, provenance, loaded, reach, language } = inputs
  const html = await reportHtml({
    summary,
    language,
    reach,
    compared: compared.map((other) => compareSummaries(summary, other)),
    origins: {
      ...loaded,
      file: provenance.scenario,
      text: provenance.files[provenance.scenario],
      packed: packProvenance(provenance),
      packedId: EMBEDDED,
      ran: provenance.ran,
    },
  })
  writeWhole(file, html)
}
