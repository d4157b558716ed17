/** From a scenario file to a plan: load, check and compile, with every problem of every file at once. */
import { dirname, resolve } from 'node:path'
import type { Dataset } from '../dataset/dataset.js'
import { loadDatasetOrProblems } from '../dataset/load.js'
import { compilePlan } from '../plan/compile.js'
import type { Plan } from '../plan/plan.js'
import { loadScenario } from '../scenario/load.js'
import { tableOf } from '../scenario/read/design-table.js'
import type { DrawsReader } from '../scenario/read/draws-file.js'
import type { Enclosure } from '../scenario/read/enclosure.js'
import { tableColumns, withSampledLevers, withTableOfLevers } from '../scenario/read/sampled-levers.js'
import type { Locate, Scenario } from '../scenario/scenario.js'
import { CitywardError, fail, type Problem } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import type { DesignChoice } from './design-choice.js'
import { refuseTooLarge } from './size-guard.js'

export interface LoadedPlan {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly dataset: Dataset
  /** Position of a field in the files. */
  readonly locate: Locate
  /** Likely slips that do not keep the plan from being used. */
  readonly warnings: readonly Problem[]
}

/** Settings used in place of the scenario's own. */
export interface Overrides {
  readonly seed?: number
  readonly draws?: number
  readonly design?: DesignChoice
  /** Changes the data folder after it was read. */
  readonly dataset?: (read: Dataset) => Dataset
  /** Reads draws of empirical distributions in place of those of files. */
  readonly readDraws?: DrawsReader
  /** Of a scenario that was packed: no file outside is read. */
  readonly enclosure?: Enclosure
  /** Fixed values of uncertainties, by name. */
  readonly held?: ReadonlyMap<string, number>
}

/**
 * Load a scenario with its data folder and compile it.
 *
 * Throws CitywardError with all problems: of the scenario file, and where its data folder is readable also of the
 * data and of every formula.
 */
export function loadPlan(file: string, overrides: Overrides = {}): LoadedPlan {
  const loaded = loadScenario(file, overrides.readDraws, overrides.enclosure)
  const problems: Problem[] = [...loaded.problems]
  if (!loaded.scenario) throw new CitywardError(problems)
  const scenario = withOverrides(loaded.scenario, overrides, problems)
  const folder = resolve(dirname(file), scenario.data)
  if (problems.length === 0) refuseTooLarge(scenario, folder, loaded.locate)
  const data = loadDatasetOrProblems(folder)
  for (const problem of data.problems) problems.push(problem)
  if (!data.dataset) throw new CitywardError(problems, { more: true })
  const dataset = overrides.dataset?.(data.dataset) ?? data.dataset
  const compiled = compilePlan(scenario, dataset, loaded.locate, VERSION)
  for (const problem of compiled.problems) problems.push(problem)
  if (!compiled.plan || problems.length > 0) throw new CitywardError(problems)
  const { plan } = compiled
  const warnings = [...loaded.warnings, ...dataset.warnings, ...compiled.warnings]
  return { plan, scenario, dataset, locate: loaded.locate, warnings }
}

/** The scenario with the settings of the command line; problems of a table are added to those found. */
export function withOverrides(
  scenario: Scenario,
  { seed, draws, design, held }: Overrides,
  problems: Problem[],
): Scenario {
  const run = {
    seed: seed ?? scenario.run.seed,
    draws: draws ?? scenario.run.draws,
    design: design?.kind ?? scenario.run.design,
    designOptions: design?.kind ? design.options : scenario.run.designOptions,
  }
  const uncertainties = scenario.uncertainties.map((one) => {
    const value = held?.get(one.name)
    return value === undefined ? one : { ...one, distribution: { kind: 'fixed', value } as const }
  })
  const levers = design?.levers
  if (levers !== undefined && run.design === 'table')
    fail({
      code: 'options-conflict',
      where: { file: '--levers' },
      found: '--levers and a table of draws',
      expected: 'a design, or columns of the table that are named as levers are',
    })
  if (!design?.readDraws) {
    const asked = { ...scenario, run, uncertainties }
    return levers === undefined ? asked : withSampledLevers(asked, levers)
  }
  const table = tableOf(design.options.file!, tableColumns(scenario), design.readDraws)
  // a column that seems to be for nothing may be for an uncertainty that is left out
  const found = table.problems.filter(
    ({ code }) => scenario.leftOut.length === 0 || code !== 'column-unknown',
  )
  problems.push(...found.map((problem) => ({ ...problem, where: { file: table.file } })))
  return { ...withTableOfLevers(scenario, table), run }
}
