/** A run folder that was begun, made ready to be finished by what it holds itself. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '../dataset/dataset.js'
import { loadDatasetOrProblems } from '../dataset/load.js'
import { compilePlan } from '../plan/compile.js'
import type { Plan } from '../plan/plan.js'
import { loadScenario } from '../scenario/load.js'
import type { Scenario } from '../scenario/scenario.js'
import { differencesOf, type RunDifference } from '../store/differences.js'
import { type RunIdentity, scenarioOf, scenarioRecord } from '../store/identity.js'
import { runIn } from '../store/read-files.js'
import { CitywardError, fail, type Problem } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import { chooseDesign } from './design-choice.js'
import { gatherInputFiles, type ScenarioPack } from './input-files.js'
import { loadPlan, withOverrides } from './load-plan.js'
import { choosePolicies } from './simulate.js'

/** A run that was begun, and what it is of. */
export interface BegunRun {
  readonly run: RunIdentity
  readonly plan: Plan
  readonly scenario: Scenario
  readonly dataset: Dataset
}

/** Load what a run folder is a run of. Throws CitywardError where the folder does not say, or anything has changed since. */
export async function reopenRun(folder: string): Promise<BegunRun> {
  const run = runIn(folder) ?? notARun(folder)
  const scenario = scenarioOf(folder, run) ?? withoutScenario(folder)
  const loaded = loadDatasetOrProblems(scenario.data)
  if (!loaded.dataset) throw new CitywardError(loaded.problems)
  const { dataset } = loaded
  const problems = await changesSince(folder, run, scenario, dataset)
  if (problems.length > 0) throw new CitywardError(problems)
  const compiled = compilePlan(scenario, dataset, () => ({ file: folder }), VERSION)
  if (!compiled.plan) throw new CitywardError(compiled.problems)
  return { run, plan: choosePolicies(compiled.plan, run.policies, folder), scenario, dataset }
}

/** The files that a run was made from, as they are now. */
export async function packOfRun(
  { overrides, draws }: RunIdentity,
  { files }: Scenario,
): Promise<ScenarioPack> {
  const design = await chooseDesign(overrides?.design)
  return gatherInputFiles(loadPlan(files[0], { seed: overrides?.seed, draws, design }).scenario)
}

/** What has changed since the run began, each with its place. */
async function changesSince(
  folder: string,
  run: RunIdentity,
  scenario: Scenario,
  dataset: Dataset,
): Promise<Problem[]> {
  const [file] = scenario.files
  const now = existsSync(file) ? loadScenario(file) : undefined
  const problems: Problem[] = [...(now?.problems ?? [])]
  const design = await chooseDesign(run.overrides?.design)
  const overrides = { seed: run.overrides?.seed, draws: run.draws, design }
  const asked = now?.scenario && withOverrides(now.scenario, overrides, problems)
  if (problems.length > 0) return problems
  const plan = asked && compilePlan(asked, dataset, () => ({ file: folder }), VERSION).plan
  const here: RunIdentity = {
    ...run,
    version: VERSION,
    seed: plan?.seed ?? run.seed,
    design: plan?.design ?? run.design,
    dataFiles: dataset.fileHashes,
    ...(asked && scenarioRecord(folder, asked)),
  }
  return differencesOf(run, here).map((difference) => changed(difference, placeOf(difference)))

  function placeOf({ of, path }: RunDifference): Problem['where'] {
    if (of === 'data') return { file: join(scenario.data, ...path) }
    const field = of === 'run' ? ['run', ...path] : path
    return of === 'engine' || !now ? { file: folder } : now.locate(field)
  }
}

function changed({ of, path, there, here }: RunDifference, where: Problem['where']): Problem {
  const engine = of === 'engine'
  return {
    code: `${of === 'run' ? 'scenario' : of}-changed`,
    where: engine || of === 'data' ? where : { ...where, field: where.field ?? path.join('.') },
    found: engine ? `cityward ${here}` : here,
    expected: `${engine ? `cityward ${there}` : there}, as when the run began`,
    hint: 'Put it back, or start a run of its own in another folder.',
  }
}

function notARun(folder: string): never {
  return fail({
    code: 'run-missing',
    where: { file: folder },
    found: 'no run.json and no manifest.json that can be read',
    expected: 'the folder of a run',
    hint: 'Start it again with `cityward sweep` or `cityward run`.',
  })
}

function withoutScenario(folder: string): never {
  return fail({
    code: 'run-without-scenario',
    where: { file: folder },
    found: 'a run that was started from a program, without its scenario',
    expected: 'one that keeps the scenario it is of',
    hint: 'Go on with it from that program.',
  })
}
