/** `cityward update`: a finished run in the light of what has been counted since. */
import { join } from 'node:path'
import { compareSummaries } from '../analysis/compare.js'
import { writeReport } from '../report/html/write-report.js'
import { comparisonTable } from '../report/terminal/compare-table.js'
import { updateText } from '../report/terminal/update-page.js'
import { REPORT_FILE } from '../report/words/end-of-run.js'
import type { Engine } from '../run/engine.js'
import { openRun } from '../store/open-run.js'
import { loadProvenance } from '../studies/input-files.js'
import { judgeByMedian } from '../studies/median-check.js'
import { provenanceOf } from '../studies/run-provenance.js'
import { summaryOf } from '../studies/simulate.js'
import { keepUpdate } from '../studies/update/keep-update.js'
import { readObservations } from '../studies/update/read-observations.js'
import { updateRun } from '../studies/update/update-run.js'
import type { Language } from '../vocabulary/language.js'
import { NOT_WHOLE, stopped } from './end-of-run.js'
import { policyOf } from './lookup.js'
import { noticeEngine, withProgress } from './progress-and-cancel.js'
import { languageOfPages } from './screen.js'
import { pageIn, print, printAside, printJson } from './terminal.js'

export interface UpdateOptions {
  readonly observed: string
  readonly policy?: string
  readonly mostDraws?: number
  readonly threads?: number
  readonly engine?: Engine
  readonly out?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/** Times the draws of a run that it may be extended to. */
const MOST_TIMES = 16

/** Prints what was observed, and targets before and after. Returns the exit code: 0; 3 where there are no odds; 130 or 143 after a signal. */
export async function update(run: string, options: UpdateOptions): Promise<number> {
  const {
    observed,
    out = `${run.replace(/[/\\]+$/, '')}-updated`,
    lang,
    json,
    quiet,
    threads,
    engine,
  } = options
  const before = openRun(run)
  const observations = readObservations(observed, before.header)
  // asked for first: a sweep has none, and there would be no report
  const provenance = provenanceOf(before)
  const summaryBefore = await summaryOf(before)
  const mostDraws = options.mostDraws ?? MOST_TIMES * before.reader.draws
  const policy = policyOf(before, options.policy)
  noticeEngine(engine)
  const found = await withProgress(quiet, (oversight) =>
    updateRun({ run, observations, policy, out, mostDraws }, { threads, engine, ...oversight }),
  )
  if (!found) return stopped(run, 'the same command goes on from there.')
  const { base, weights, places, updated } = found
  const told = { observations: places, ...weights, draws: base.reader.draws }
  if (!updated) {
    if (json) printJson({ enough: false, ...told })
    else print(updateText(base.header, found, pageIn(lang)))
    return NOT_WHOLE
  }
  const summary = await summaryOf(updated)
  keepUpdate(updated, summary, provenance)
  const comparison = compareSummaries(summaryBefore, summary)
  if (json) printJson({ enough: true, folder: out, ...told, comparison })
  else print(`${updateText(base.header, found, pageIn(lang))}\n${comparisonTable(comparison, pageIn(lang))}`)
  const report = join(out, 'report.html')
  const loaded = loadProvenance(provenance, { seed: provenance.seed })
  const about = { folder: out, file: report, summary, compared: [summaryBefore], provenance, loaded }
  await writeReport({
    ...about,
    reach: undefined,
    addition: undefined,
    split: undefined,
    warnings: judgeByMedian(loaded, provenance.scenario).warnings,
    language: languageOfPages(),
  })
  if (!quiet) printAside(`\n${REPORT_FILE[lang]}${report}\n`)
  return 0
}
