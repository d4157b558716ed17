/** One scenario from its file to verdicts, run folder and report, without a word to any terminal. */
import { join } from 'node:path'
import type { Summary } from '../../analysis/summary.js'
import { refuseTooManyDraws } from '../../run/draws-limit.js'
import type { Engine } from '../../run/engine.js'
import { wholeDraws } from '../../sampling/designs.js'
import { enoughForRun } from '../../studies/find-enough.js'
import { keepProvenance } from '../../studies/keep-provenance.js'
import { judgeByMedian } from '../../studies/median-check.js'
import { type RunRequest, requestedRun } from '../../studies/requested-run.js'
import { runName } from '../../studies/run-name.js'
import { choosePolicies, simulate } from '../../studies/simulate.js'
import type { Language } from '../../vocabulary/language.js'
import type { Problem } from '../../vocabulary/problems.js'
import { writeReport } from '../html/write-report.js'

/** All that a thread needs to know of a run; plain data. */
export interface RunTask extends RunRequest {
  readonly file: string
  /** Folder of the run; named after scenario and fingerprint within `runs` where it is left out. */
  readonly folder?: string
  /** Worker threads; 0: the thread that asks does the work. */
  readonly threads: number
  readonly batch?: number
  readonly engine?: Engine
  readonly until?: number
  readonly language: Language
}

export interface ReportedRun {
  readonly file: string
  readonly folder: string
  readonly reportFile: string
  readonly summary: Summary
  /** Trajectories that were simulated; the others were in the folder already. */
  readonly ran: number
  readonly warnings: readonly Problem[]
}

export interface RunOversight {
  readonly signal: AbortSignal
  /** share: 0 to 1. */
  readonly onShare: (share: number) => void
}

/** Part of a run's time that goes into trajectories; the rest are what would be enough, and the report. */
const SIMULATING = 0.7
const SEARCHING = 0.9

/** Undefined where the signal ended it. Throws CitywardError for what is wrong in a file. */
export async function reportedRun(task: RunTask, oversight: RunOversight): Promise<ReportedRun | undefined> {
  const { file, threads, batch: batchSize, engine, until, seed, design, language } = task
  const { signal, onShare } = oversight
  const asked = await requestedRun(file, task)
  const { loaded, policies } = asked
  const plan = choosePolicies(loaded.plan, policies, file)
  const draws = wholeDraws(plan.design, task.draws ?? asked.draws)
  refuseTooManyDraws(plan, draws, file)
  const { fingerprint } = plan
  const folder = task.folder ?? join('runs', runName(asked.scenario, { fingerprint, policies }))
  const { warnings } = judgeByMedian(loaded, file)
  const started = performance.now()
  const result = await simulate(plan, loaded.dataset, {
    ...{ folder, draws, threads, batchSize, engine, until, signal },
    scenario: asked.placed,
    overrides: { seed, design },
    onProgress: (done, all) => onShare((SIMULATING * done) / all),
  })
  const { summary, ran } = result
  if (!summary) return undefined
  const seconds = (performance.now() - started) / 1000
  const effort = { seconds, threads: Math.max(1, threads) }
  const provenance = keepProvenance(asked, plan, result, effort)
  const searching = {
    signal,
    onProgress: (done: number, all: number) => onShare(SIMULATING + ((SEARCHING - SIMULATING) * done) / all),
  }
  const word = summary.policies.at(-1)?.targets[0]?.word
  const wanted = { draws, word, threads, engine }
  const reach = await enoughForRun(folder, plan, loaded.scenario, wanted, searching)
  if (signal.aborted) return undefined
  const reportFile = join(folder, 'report.html')
  const about = { folder, file: reportFile, summary, compared: [], provenance, loaded, reach }
  await writeReport({ ...about, language })
  return { file, folder, reportFile, summary, ran, warnings }
}
