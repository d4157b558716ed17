/**
 * How the odds of a target move under other fits than the one a scenario runs on: each alternative is fitted, its
 * levels and draws replace those of the data folder, and the scenario is simulated with them, always on the same draws.
 */
import { basename } from 'node:path'
import { countReached } from '../analysis/attainment.js'
import { oddsOf } from '../analysis/odds.js'
import { outcomeSpread } from '../analysis/outcome-quantiles.js'
import type { Odds, Spread } from '../analysis/summary.js'
import { type Alternative, type AlternativeName, alternativesOf } from '../calibration/alternatives.js'
import type { Decade } from '../calibration/decade.js'
import { DRAWS_FILE, drawColumns } from '../calibration/files.js'
import { type Fit, fitDecade } from '../calibration/fit.js'
import { withFit } from '../calibration/fitted-values.js'
import { fitAsMade } from '../calibration/stages.js'
import { priorsBy } from '../calibration/unknowns.js'
import { outcomeName } from '../plan/outcome-columns.js'
import type { Plan, TargetPlan } from '../plan/plan.js'
import { createTrajectory } from '../run/reference/trajectory.js'
import { type DrawsReader, drawsReader } from '../scenario/read/draws-file.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { indexIn, unknownName } from '../vocabulary/lookup.js'
import { fail } from '../vocabulary/problems.js'
import { loadPlan, type Overrides } from './load-plan.js'

export interface HeldUncertainty {
  readonly name: string
  readonly title: Bilingual
  readonly value: number
}

export interface AlternativeResult {
  readonly name: AlternativeName | 'held'
  /** The uncertainty that is fixed, where that is the alternative. */
  readonly held?: HeldUncertainty
  readonly reading?: Alternative['reading']
  /** Whether the solver converged. */
  readonly settled: boolean
  readonly value: Spread
  readonly lenient: Odds
  readonly strict: Odds
}

export interface AlternativesRequest {
  readonly decade: Decade
  /** Townspeople of cities by another count, persons by index. */
  readonly other: ReadonlyMap<number, number>
  /** Uncertainties to fix, each an alternative of its own. */
  readonly held: readonly (readonly [name: string, value: number])[]
  readonly target: string | undefined
  readonly draws: number
  readonly onProgress: (done: number, all: number) => void
}

export interface Alternatives {
  readonly target: Pick<TargetPlan, 'id' | 'title' | 'comparator' | 'threshold' | 'tolerance' | 'year'>
  readonly unit: string
  readonly policy: Bilingual
  readonly draws: number
  readonly lived: readonly AlternativeResult[]
}

/** Simulate the last policy of a scenario on every alternative. Throws CitywardError for an unknown name. */
export function simulateAlternatives(file: string, request: AlternativesRequest): Alternatives {
  const { plan, dataset } = loadPlan(file)
  const target = targetOf(plan, request.target, file)
  const helds = request.held.map(([name, value]) => heldOf(plan, name, value, file))
  const alternatives = alternativesOf(
    request.other,
    dataset.readings?.choices,
    priorsBy(request.decade.choices),
  )
  const all = alternatives.length + helds.length
  const simulate = (overrides: Overrides) => valuesOf(loadPlan(file, overrides).plan, target, request.draws)
  const results: AlternativeResult[] = []
  let own: Overrides = {}
  let first: Fit | undefined
  for (const { name, options, reading } of alternatives) {
    request.onProgress(results.length, all)
    const fit = first ? fitDecade(request.decade, { ...options, from: first }) : fitAsMade(request.decade)
    first ??= fit
    const overrides = onFit(fit, file)
    if (fit === first) own = overrides
    const lived = oddsAndSpread(target, simulate(overrides))
    results.push({ name, ...(reading && { reading }), settled: fit.minimum.settled, ...lived })
  }
  for (const held of helds) {
    request.onProgress(results.length, all)
    const values = simulate({ ...own, held: new Map([[held.name, held.value]]) })
    results.push({ name: 'held', held, settled: true, ...oddsAndSpread(target, values) })
  }
  const { id, title, comparator, threshold, tolerance, year } = target
  return {
    target: { id, title, comparator, threshold, tolerance, year },
    unit: plan.indicators.find(({ name }) => name === target.indicator)!.unit,
    policy: plan.policies.at(-1)!.title,
    draws: request.draws,
    lived: results,
  }
}

/** Settings that replace a scenario's levels and its file of draws by those of a fit. */
export function onFit(fit: Fit, scenario: string): Overrides {
  const columns = drawColumns(fit)
  const others = drawsReader([scenario])
  const read = (file: string, column: string) => {
    const values = basename(file) === DRAWS_FILE ? columns.get(column) : undefined
    return values ? { values } : others(file, column)
  }
  const readDraws: DrawsReader = Object.assign(read, { columns: others.columns })
  return { dataset: (before) => withFit(before, fit), readDraws }
}

/** The region's value of a target's indicator in its year, by draw; NaN where a trajectory failed. */
function valuesOf(plan: Plan, target: TargetPlan, draws: number): Float64Array {
  const name = outcomeName(target.indicator, plan.places[0].code, target.year)
  const column = plan.outcomes.findIndex((outcome) => outcome.name === name)
  const trajectory = createTrajectory(plan, draws)
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  return Float64Array.from({ length: draws }, (_, draw) => {
    trajectory.run(plan.policies.length - 1, draw, inputs, outcomes)
    return outcomes[column]
  })
}

function oddsAndSpread(target: TargetPlan, values: Float64Array) {
  return {
    value: outcomeSpread(values),
    lenient: oddsOf(countReached(target, values), values.length),
    strict: oddsOf(countReached({ ...target, tolerance: 0 }, values), values.length),
  }
}

function targetOf({ targets }: Plan, id: string | undefined, file: string): TargetPlan {
  if (id !== undefined) {
    const ids = targets.map((one) => one.id)
    return targets[indexIn(file, 'target', id, ids, { most: ids.length })]
  }
  const [first] = targets
  if (first) return first
  const expected = 'a scenario with a target'
  return fail({ code: 'targets-missing', where: { file }, found: 'no target', expected })
}

function heldOf({ uncertainties }: Plan, name: string, value: number, file: string): HeldUncertainty {
  const found = uncertainties.find((one) => one.name === name)
  if (found) return { name, title: found.title, value }
  const known = uncertainties.map((one) => one.name)
  const expected = 'the name of an uncertainty of the scenario and a number, such as rural_pace=1'
  return fail({
    ...unknownName('uncertainty', name, known, expected),
    where: { file },
    found: `--hold ${name}=${value}`,
  })
}
