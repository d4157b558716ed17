/**
 * The compiler: a scenario and a data folder become a Plan. Names become slots here, once, and everything that
 * can be wrong with a formula, a unit or a name is found here, all at once.
 */
import type { Dataset, Place } from '../dataset/dataset.js'
import { cityRowsOf } from '../sampling/factors.js'
import type { Locate, Scenario, Uncertainty } from '../scenario/scenario.js'
import type { Problem } from '../vocabulary/problems.js'
import { bindColumns } from './bind.js'
import { emptySections, planCommitments } from './checks/commitments-accounted-for.js'
import { checkLabels } from './checks/indicator-units.js'
import { isInvented, warnOfInvented } from './checks/invented-numbers.js'
import { checkMemory, hasTooManySeries } from './checks/plan-size.js'
import { checkRestated } from './checks/restated-targets.js'
import { checkPromises } from './checks/targets-against-commitments.js'
import { withUnmoved } from './checks/unmoved-targets.js'
import { planControls } from './controls/plan-controls.js'
import { planCosts } from './costs.js'
import { planDesign } from './design.js'
import { Draft } from './draft.js'
import { checkClasses } from './evidence.js'
import { planFingerprint } from './fingerprint.js'
import { planIndicators, planOutcomes, planTargets } from './indicators.js'
import { hasPlaceMoves, planLevels } from './levels.js'
import { openingState, schedulesByYear } from './opening.js'
import type { Plan, PlanPlace, PolicyPlan } from './plan.js'
import { planSchools } from './schools/plan-schools.js'
import { planServices } from './services.js'
import { targetPlaces } from './target-places.js'
import { planTravel } from './travel.js'
import { readUnit } from './units.js'

export interface CompileResult {
  /** Absent where there are problems. */
  readonly plan?: Plan
  readonly problems: readonly Problem[]
  /** What looks like a slip and may be meant; the plan is good all the same. */
  readonly warnings: readonly Problem[]
}

/**
 * Compile a scenario against its data folder.
 *
 * locate   gives the place in the file of a path such as ['services', 'beds', 'demand']
 * version  of cityward; part of the fingerprint, since results hold for one version
 */
export function compilePlan(
  scenario: Scenario,
  dataset: Dataset,
  locate: Locate,
  version: string,
): CompileResult {
  const draft = new Draft(scenario, dataset, locate)
  if (hasTooManySeries(draft)) return { problems: draft.problems, warnings: [] }
  if (draft.yearsKnown) draft.checkYear(scenario.years.to, ['years', 'to'])
  const { uncertainties, uncertaintiesByCity, uncertaintiesByYear } = planUncertainties(draft)
  const levers = scenario.levers.map(({ name, title, unit, cost }) => {
    if (cost) draft.formula(cost, 'input', undefined)
    readUnit(draft, name, unit, ['levers', name, 'unit'])
    return { name, title, slot: draft.slots.slot({ kind: 'lever', name }) }
  })
  planSchools(draft)
  const levels = planLevels(draft)
  const travel = planTravel(draft)
  const services = planServices(draft)
  const { indicators, targets, costs } = planAims(draft, travel, services)
  const controls = planControls(draft)
  const ofCosts = new Set(costs.flatMap((one) => [one.inYear, one.soFar]))
  const content = {
    title: scenario.title,
    dims: dataset.dims,
    conventions: conventionsOf(draft),
    places: [dataset.region, ...dataset.cities].map(placeOf),
    years: draft.years,
    seed: scenario.run.seed,
    design: planDesign(draft),
    uncertainties,
    uncertaintiesByCity,
    ...(uncertaintiesByYear.length > 0 && { uncertaintiesByYear }),
    correlations: scenario.correlations,
    levers,
    policies: planPolicies(scenario),
    ...bindColumns(draft),
    slots: draft.slots.count,
    keys: draft.slots.keys(),
    steps: draft.steps,
    levels,
    schedules: schedulesByYear(draft),
    opening: openingState(draft),
    travel,
    ...(controls && { controls }),
    services,
    indicators,
    targets,
    unassessed: planCommitments(draft, targets),
    sections: emptySections(draft),
    ...(costs.length > 0 && { costs }),
    outcomes: planOutcomes(draft, indicators, targets, ofCosts),
    ...(isInvented(dataset) && { invented: true as const }),
  }
  checkMemory(draft)
  const { problems, warnings } = draft
  if (problems.length > 0) return { problems, warnings }
  return { plan: { ...content, fingerprint: planFingerprint(content, version) }, problems, warnings }
}

function conventionsOf(draft: Draft): Plan['conventions'] {
  const { dataset, scenario } = draft
  return {
    step: dataset.dims.ageWidth,
    migration: scenario.population.migration,
    ...(hasPlaceMoves(draft) && { placeMoves: true as const }),
  }
}

/** Indicators: the scenario's own, those of targets by city, those of costs; and the targets. With what is warned of them. */
function planAims(
  draft: Draft,
  travel: Plan['travel'],
  services: Plan['services'],
): Required<Pick<Plan, 'indicators' | 'targets' | 'costs'>> {
  const own = planIndicators(draft)
  const places = targetPlaces(draft, own)
  const placed = [...places.values()].map(({ indicator }) => indicator)
  const before = [...own, ...new Set(placed)]
  const { costs, indicators: ofCosts } = planCosts(draft, services, new Set(before.map(({ name }) => name)))
  const indicators = [...before, ...ofCosts]
  const targets = withUnmoved(draft, indicators, travel, planTargets(draft, own, places))
  checkLabels(draft, own)
  checkPromises(draft)
  checkClasses(draft)
  checkRestated(draft, own, targets)
  warnOfInvented(draft)
  return { indicators, targets, costs }
}

/** Those that a future has one value of, and those of which every city, or every year, has its own. */
function planUncertainties(
  draft: Draft,
): Required<Pick<Plan, 'uncertainties' | 'uncertaintiesByCity' | 'uncertaintiesByYear'>> {
  const chances = draft.scenario.uncertainties.map((uncertainty) => {
    const { name, title, unit, distribution } = uncertainty
    readUnit(draft, name, unit, ['uncertainties', name, 'unit'])
    const slot = draft.slots.slot({ kind: 'uncertainty', name })
    checkOwnRows(draft, uncertainty)
    return { uncertainty, one: { name, title, distribution, slot } }
  })
  return {
    uncertainties: chances.filter(({ uncertainty }) => !uncertainty.each).map(({ one }) => one),
    uncertaintiesByCity: chances
      .filter(({ uncertainty }) => uncertainty.each === 'city')
      .map(({ one }) => one),
    uncertaintiesByYear: chances.flatMap(({ uncertainty: { each, persistence = 0 }, one }) =>
      each === 'year' || each === 'city_and_year' ? [{ ...one, each, persistence }] : [],
    ),
  }
}

/** Rows of a table have a column for every city of the data folder, or for every year of the scenario, as long as the others. */
function checkOwnRows(draft: Draft, { name, distribution, each }: Uncertainty): void {
  const rows = cityRowsOf(distribution)
  if (!rows) return
  const { file, columns } = rows
  const byCity = each === 'city'
  const wanted = byCity ? draft.dataset.cities.map(({ code }) => code) : draft.years.slice(1).map(String)
  const missing = wanted.filter((key) => !Object.hasOwn(columns, key))
  // that it has none at all is told with the file
  if (missing.length > 0 && Object.keys(columns).length > 0)
    draft.report(['uncertainties', name, 'distribution', 'column'], {
      code: 'draws-unreadable',
      found: `no column of ${file} for ${missing.join(', ')}`,
      expected: byCity
        ? 'a column for every city of the data folder'
        : 'a column for every year after the base year',
    })
}

function placeOf({ code, name, column, row }: Place): PlanPlace {
  return { code, name, tile: column === undefined || row === undefined ? null : [column, row] }
}

/** Every policy as a full setting of all levers: what it sets, and the default of the rest. */
function planPolicies(scenario: Scenario): PolicyPlan[] {
  return scenario.policies.map(({ name, title, set, on_request }) => ({
    name,
    title,
    ...(on_request && { onRequest: true as const }),
    settings: scenario.levers.map((lever) =>
      Object.hasOwn(set, lever.name) ? set[lever.name] : lever.default,
    ),
  }))
}
