/** `cityward reach`: what would be enough, target by target and for all together. */
import { join } from 'node:path'
import type { Plan } from '../plan/plan.js'
import { reachCsv } from '../report/files/reach-csv.js'
import { reportOf } from '../report/html/write-report.js'
import { reachText } from '../report/terminal/reach-page.js'
import type { Scenario } from '../scenario/scenario.js'
import { type OpenRun, openRun } from '../store/open-run.js'
import { refuseUpdated } from '../store/updated-run.js'
import { isFolder } from '../store/write-file.js'
import { findEnough, knownOf } from '../studies/find-enough.js'
import { loadProvenance } from '../studies/input-files.js'
import { loadPlan } from '../studies/load-plan.js'
import { writeReach } from '../studies/reach-file.js'
import { provenanceOf } from '../studies/run-provenance.js'
import { choosePolicies, summaryOf } from '../studies/simulate.js'
import type { Language } from '../vocabulary/language.js'
import { indexIn } from '../vocabulary/lookup.js'
import { fail } from '../vocabulary/problems.js'
import { codeOfStop, noticeEngine, withProgress } from './progress-and-cancel.js'
import { languageOfPages, said } from './screen.js'
import { pageIn, print, printAside, printJson } from './terminal.js'

export interface ReachOptions {
  /** Wanted odds, 0-1. */
  readonly odds: number
  readonly policy?: string
  readonly draws: number
  readonly threads?: number
  /** Trajectories for the search over all levers together. */
  readonly budget: number
  readonly json?: boolean
  readonly csv?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/**
 * Prints what would be enough. Of a run folder the findings are kept in it, and its report is written anew with them.
 * Returns the exit code: 0, or 130 after Ctrl-C.
 */
export async function reach(file: string, options: ReachOptions): Promise<number> {
  const { plan, scenario, folder, run } = subjectOf(file)
  const names = plan.policies.map(({ name }) => name)
  const policy = indexIn(file, 'policy', options.policy ?? names.at(-1)!, names)
  if (scenario.levers.length === 0)
    fail({ code: 'levers-missing', where: { file }, found: 'no levers', expected: 'levers to move' })
  if (plan.targets.length === 0)
    fail({ code: 'targets-missing', where: { file }, found: 'no targets', expected: 'targets to be reached' })
  const { odds: wanted, draws, budget, threads } = options
  const known =
    run && draws < run.reader.draws ? knownOf((await summaryOf(run)).policies[policy].targets) : undefined
  const asked = { policy, wanted, draws, budget, known, threads }
  noticeEngine(undefined)
  const found = await withProgress(options.quiet, (oversight) => findEnough(plan, scenario, asked, oversight))
  if (!found) {
    printAside(`${said('Stopped.')}\n`)
    return codeOfStop()
  }
  if (options.json) printJson(found)
  else print(options.csv ? reachCsv(found) : reachText(found, pageIn(options.lang)))
  // the report is of the last policy
  if (folder === undefined || policy !== names.length - 1) return 0
  writeReach(folder, found)
  const report = await reportOf(folder, { lang: languageOfPages() })
  if (!options.quiet) printAside(`${said(`Kept in ${join(folder, 'reach.json')}, and shown by ${report}`)}\n`)
  return 0
}

interface Subject {
  readonly plan: Plan
  readonly scenario: Scenario
  /** The run that was asked of, and its folder. */
  readonly folder?: string
  readonly run?: OpenRun
}

/** A scenario file as it stands, or what a run folder is a run of. */
function subjectOf(file: string): Subject {
  if (!isFolder(file)) return loadPlan(file)
  refuseUpdated(file, 'reach')
  const run = openRun(file)
  const provenance = provenanceOf(run)
  const { plan, scenario } = loadProvenance(provenance, { seed: provenance.seed })
  const { fingerprint } = run.header
  // a design of the command line moves the draws alone, and makes another fingerprint
  return {
    plan: { ...choosePolicies(plan, provenance.policies, file), fingerprint },
    scenario,
    folder: file,
    run,
  }
}
