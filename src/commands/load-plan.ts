/** From a scenario file to a plan: load, check and compile, with every problem of every file at once. */
import { dirname, resolve } from 'node:path'
import type { Dataset } from '../dataset/dataset.js'
import { loadDatasetOrProblems } from '../dataset/load.js'
import { compilePlan } from '../plan/compile.js'
import type { Plan } from '../plan/plan.js'
import { loadScenario } from '../scenario/load.js'
import type { Locate, Scenario } from '../scenario/scenario.js'
import { CitywardError, type Problem } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'

export interface LoadedPlan {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly dataset: Dataset
  /** Where in the files a field stands. */
  readonly locate: Locate
}

/** Settings of the command line that take the place of the scenario's own. */
export interface Overrides {
  readonly seed?: number
}

/**
 * Load a scenario with its data folder and compile it.
 *
 * Throws CitywardError with all problems: of the scenario file, and where its data folder is readable also of the
 * data and of every formula.
 */
export function loadPlan(file: string, overrides: Overrides = {}): LoadedPlan {
  const loaded = loadScenario(file)
  const problems: Problem[] = [...loaded.problems]
  if (!loaded.scenario) throw new CitywardError(problems)
  const { seed } = overrides
  const scenario =
    seed === undefined ? loaded.scenario : { ...loaded.scenario, run: { ...loaded.scenario.run, seed } }
  const data = loadDatasetOrProblems(resolve(dirname(file), scenario.data))
  problems.push(...data.problems)
  if (!data.dataset) throw new CitywardError(problems)
  const compiled = compilePlan(scenario, data.dataset, loaded.locate, VERSION)
  problems.push(...compiled.problems)
  if (!compiled.plan || problems.length > 0) throw new CitywardError(problems)
  return { plan: compiled.plan, scenario, dataset: data.dataset, locate: loaded.locate }
}
