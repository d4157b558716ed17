/** What `cityward run` is to run: a scenario file, or the run that a report keeps. */
import type { Scenario } from '../scenario/scenario.js'
import { provenanceIn } from '../store/provenance.js'
import { fail } from '../vocabulary/problems.js'
import { chooseDesign } from './design-choice.js'
import { gatherInputFiles, loadProvenance, type ScenarioPack } from './input-files.js'
import { type LoadedPlan, loadPlan } from './load-plan.js'
import { choosePolicies } from './simulate.js'

/** What takes the place of what the file says; everything may be left out. */
export interface RunRequest {
  readonly seed?: number
  readonly draws?: number
  /** N of the literature in place of draws: base points, trajectories, rows. */
  readonly points?: number
  /** As it is written on the command line. */
  readonly design?: string
  readonly policies?: readonly string[]
}

export interface RequestedRun {
  readonly loaded: LoadedPlan
  /** Name of the scenario file, and what it is made of. */
  readonly scenario: string
  readonly inputs: ScenarioPack
  /** The scenario, where its files lie in a place to stay. */
  readonly placed?: Scenario
  readonly draws: number
  /** Undefined for all. */
  readonly policies?: readonly string[]
}

/** Throws CitywardError for what is wrong in a file. */
export async function requestedRun(file: string, request: RunRequest): Promise<RequestedRun> {
  const { seed, draws: wanted = request.points } = request
  const design = await chooseDesign(request.design)
  if (design?.levers !== undefined)
    fail({
      code: 'options-conflict',
      where: { file: '--design' },
      found: 'levers that are drawn, in a run with verdicts',
      expected: '`cityward sweep`: odds of a policy have its own settings',
    })
  if (!/\.html?$/i.test(file)) {
    const loaded = loadPlan(file, { seed, draws: wanted, design })
    const { scenario } = loaded
    const { draws } = scenario.run
    const { policies } = request
    return { loaded, scenario: file, inputs: gatherInputFiles(scenario), placed: scenario, draws, policies }
  }
  const kept = provenanceIn(file)
  const loaded = loadProvenance(kept, { seed: seed ?? kept.seed, draws: wanted ?? kept.draws, design })
  const { scenario, files, root, draws } = kept
  const usual = choosePolicies(loaded.plan, undefined, file).policies
  const whole = usual.map(({ name }) => name).join() === kept.policies.join()
  const policies = request.policies ?? (whole ? undefined : kept.policies)
  return {
    loaded,
    scenario,
    inputs: { scenario, files, ...(root !== undefined && { root }) },
    draws,
    policies,
  }
}
