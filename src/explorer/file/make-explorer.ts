/** The file of a scenario or of a finished run, as text. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../../plan/plan.js'
import { kindOf } from '../../sampling/design.js'
import { isSample, wholeDraws } from '../../sampling/designs.js'
import type { Scenario } from '../../scenario/scenario.js'
import { openRun } from '../../store/open-run.js'
import { updateIn } from '../../store/updated-run.js'
import { loadProvenance } from '../../studies/input-files.js'
import { type LoadedPlan, loadPlan } from '../../studies/load-plan.js'
import { judgeByMedian } from '../../studies/median-check.js'
import { provenanceOf } from '../../studies/run-provenance.js'
import { choosePolicies } from '../../studies/simulate.js'
import type { Language } from '../../vocabulary/language.js'
import { fail } from '../../vocabulary/problems.js'
import { readAssets } from './assets.js'
import { explorerHtml } from './explorer-html.js'
import { factsOf } from './make-facts.js'

export interface ExplorerRequest {
  /** Futures that are simulated at first. */
  readonly draws: number
  readonly seed?: number
  readonly language?: Language
  readonly isServed?: boolean
}

export interface MadeExplorer {
  readonly html: string
  readonly scenario: Scenario
}

/** Whether a path is the folder of a run. */
export const isRunFolder = (path: string) =>
  existsSync(join(path, 'run.json')) || existsSync(join(path, 'manifest.json'))

/** Throws CitywardError for what is wrong in a file, and for a plan that has no odds to explore. */
export function explorerOf(path: string, request: ExplorerRequest): MadeExplorer {
  if (updateIn(path)) {
    fail({
      code: 'explorer-needs-sample',
      where: { file: path },
      found: 'an updated run, whose draws are taken anew by their weight',
      expected: 'the run itself, or a scenario file',
    })
  }
  const { loaded, plan, file } = isRunFolder(path) ? ofRun(path) : ofScenario(path, request.seed)
  const { scenario, locate } = loaded
  if (!isSample(plan.design)) {
    fail({
      code: 'explorer-needs-sample',
      where: locate(['run', 'design']),
      found: `design: ${kindOf(plan.design)}`,
      expected: 'draws that are a sample of the futures, such as random or sobol',
    })
  }
  if (plan.targets.length === 0)
    fail({
      code: 'targets-missing',
      where: locate(['targets']),
      found: 'no targets',
      expected: 'targets to be reached',
    })
  const draws = wholeDraws(plan.design, request.draws)
  const { warnings } = judgeByMedian(loaded, file)
  const facts = factsOf(plan, scenario, { file, draws, language: request.language, warnings })
  return { html: explorerHtml({ facts, plan, assets: readAssets(), isServed: request.isServed }), scenario }
}

interface ExploredPlan {
  readonly loaded: LoadedPlan
  /** With the policies that are explored. */
  readonly plan: Plan
  readonly file: string
}

function ofScenario(file: string, seed: number | undefined): ExploredPlan {
  const loaded = loadPlan(file, { seed })
  return { loaded, plan: loaded.plan, file }
}

/** The plan of a run, with its own seed and policies. */
function ofRun(folder: string): ExploredPlan {
  const kept = provenanceOf(openRun(folder))
  const loaded = loadProvenance(kept, { seed: kept.seed })
  return { loaded, plan: choosePolicies(loaded.plan, kept.policies, folder), file: kept.scenario }
}
