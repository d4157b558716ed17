/** One scenario from its file to verdicts, run folder and report, without a word to any terminal. */
import { join } from 'node:path'
import type { Summary } from '../../analysis/summary.js'
import type { Engine } from '../../run/engine.js'
import { additionForRun } from '../../studies/additions/divide-addition.js'
import { enoughForRun } from '../../studies/find-enough.js'
import { lossesIn, refuseIfAllFailed } from '../../studies/losses.js'
import { prepareRun } from '../../studies/prepared-run.js'
import type { RunRequest } from '../../studies/requested-run.js'
import { keepProvenance } from '../../studies/run-provenance.js'
import { simulate } from '../../studies/simulate.js'
import { splitForRun } from '../../studies/split/split-for-run.js'
import type { Language } from '../../vocabulary/language.js'
import type { Problem } from '../../vocabulary/problems.js'
import { writeReport } from '../html/write-report.js'
import { remarksOn } from '../words/end-of-run.js'

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
  /** False: what would be enough is not searched for. */
  readonly reach?: boolean
  /** False: no page is written. */
  readonly report?: boolean
  readonly language: Language | undefined
}

export interface ReportedRun {
  readonly file: string
  readonly folder: string
  /** None where no report was wanted. */
  readonly reportFile?: string
  readonly summary: Summary
  readonly warnings: readonly Problem[]
  /** What must be known of it, sentences; and the trajectories that the machine or the program lost. */
  readonly remarks: readonly string[]
  readonly lost: number
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
  const { asked, plan, draws, folder, warnings } = await prepareRun(file, task)
  const { loaded } = asked
  const started = performance.now()
  const result = await simulate(plan, loaded.dataset, {
    ...{ folder, draws, threads, batchSize, engine, until, signal },
    scenario: asked.placed,
    overrides: { seed, design },
    onProgress: (done, all) => onShare((SIMULATING * done) / all),
  })
  const { summary } = result
  if (!summary) return undefined
  refuseIfAllFailed(result, file)
  const seconds = (performance.now() - started) / 1000
  const provenance = keepProvenance(asked, plan, result, seconds)
  const searching = {
    signal,
    onProgress: (done: number, all: number) => onShare(SIMULATING + ((SEARCHING - SIMULATING) * done) / all),
  }
  const wanted = { draws, summary, threads, engine }
  const addition = await additionForRun(folder, plan, loaded.scenario, wanted, {
    ...searching,
    onProgress: undefined,
  })
  const enough = { ...wanted, isWanted: task.reach }
  const reach = await enoughForRun(folder, plan, loaded.scenario, enough, searching)
  if (signal.aborted) return undefined
  const split = task.reach === false ? undefined : splitForRun(folder, { ...loaded, plan, summary })
  const reportFile = task.report === false ? undefined : join(folder, 'report.html')
  if (reportFile !== undefined) {
    const about = { folder, file: reportFile, summary, compared: [], provenance, loaded }
    await writeReport({ ...about, reach, addition, split, warnings, language })
  }
  const losses = lossesIn(result)
  return {
    ...{ file, folder, reportFile, summary, warnings },
    remarks: remarksOn({ ...result, ...losses }),
    lost: losses.lost,
  }
}
