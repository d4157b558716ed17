/** From a scenario file to a plan: load, check and compile, with every problem of every file at once. */
import { dirname, resolve } from 'node:path'
import type { Dataset } from '../dataset/dataset.js'
import { loadDatasetOrProblems } from '../dataset/load.js'
import { compilePlan } from '../plan/compile.js'
import type { Plan } from '../plan/plan.js'
import { tableOf, withTable } from '../scenario/design-table.js'
import { loadScenario } from '../scenario/load.js'
import type { Scenario } from '../scenario/scenario.js'
import { CitywardError, type Problem } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import type { DesignChoice } from './design-choice.js'

export interface LoadedPlan {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly dataset: Dataset
}

/** Settings of the command line that take the place of the scenario's own. */
export interface Overrides {
  readonly seed?: number
  readonly draws?: number
  readonly design?: DesignChoice
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
  const scenario = overridden(loaded.scenario, overrides, problems)
  const data = loadDatasetOrProblems(resolve(dirname(file), scenario.data))
  problems.push(...data.problems)
  if (!data.dataset) throw new CitywardError(problems)
  const compiled = compilePlan(scenario, data.dataset, loaded.locate, VERSION)
  problems.push(...compiled.problems)
  if (!compiled.plan || problems.length > 0) throw new CitywardError(problems)
  return { plan: compiled.plan, scenario, dataset: data.dataset }
}

/** The scenario with the settings of the command line; problems of a table are added to those found. */
function overridden(scenario: Scenario, { seed, draws, design }: Overrides, problems: Problem[]): Scenario {
  const run = {
    seed: seed ?? scenario.run.seed,
    draws: draws ?? scenario.run.draws,
    design: design?.kind ?? scenario.run.design,
    designOptions: design?.options ?? scenario.run.designOptions,
  }
  if (!design?.readDraws) return { ...scenario, run }
  const names = scenario.uncertainties.map(({ name }) => name)
  const table = tableOf(design.options.file!, names, design.readDraws)
  const expected = 'columns of numbers that are named as uncertainties are'
  problems.push(
    ...table.problems.map((found) => ({
      code: 'draws-unreadable',
      where: { file: table.file },
      found,
      expected,
    })),
  )
  return { ...scenario, ...withTable(scenario, table), run }
}
