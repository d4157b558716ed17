/**
 * One policy under one draw: the loop that everything else exists to feed.
 *
 * A trajectory owns one block of memory and reuses it; nothing is allocated from draw to draw.
 */

import { hasFeedback, type Plan, slotAt } from '../../plan/plan.js'
import type { Failure, ScenarioFault } from '../../results/failures.js'
import { createCitySampler } from '../../sampling/city-sampler.js'
import { createPathSampler } from '../../sampling/paths/path-sampler.js'
import { createSampler } from '../../sampling/sampler.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import { causesOf } from '../year/dependencies.js'
import { createFormulas } from '../year/formulas.js'
import { createMemory, createRowLayout, type RowLayout, writeRow } from '../year/memory.js'
import { createOutcomes } from '../year/outcomes.js'
import { createServices } from '../year/services.js'
import { createPopulation } from './population.js'
import { createServiceChecks } from './service-checks.js'

export interface Trajectory {
  /**
   * Simulate one policy under one draw.
   *
   * inputs    written: the value of every uncertainty
   * outcomes  written: the value of every outcome column; NaN throughout where the trajectory fails
   * settings  of the levers, in place of the policy's own
   * returns   the failure, with what reproduces it, or undefined
   */
  readonly run: (
    policy: number,
    draw: number,
    inputs: Float64Array,
    outcomes: Float64Array,
    settings?: readonly number[],
  ) => Failure | undefined
  /** The same for given values of the uncertainties; those that every city or year has its own of are at their median. */
  readonly simulate: (
    policy: number,
    inputs: Float64Array,
    outcomes: Float64Array,
    settings?: readonly number[],
  ) => ScenarioFault | undefined
  /** Every uncertainty at its median. */
  readonly medians: (inputs: Float64Array) => void
  /** What the last trajectory computed: memory[slot, year, city] (see slotAt). */
  readonly memory: Float64Array
}

/**
 * draws   of the whole run; a Latin hypercube needs to know how many cells to cut
 * causes  of every slot (dependencies.ts), where they are known already
 */
export function createTrajectory(plan: Plan, draws: number, causes = causesOf(plan)): Trajectory {
  const layout = createRowLayout(plan)
  const memory = createMemory(plan, layout)
  const years = plan.years.map((_, index) => index)
  const given = createGiven(plan, memory, layout, draws)
  const formulas = createFormulas(plan, memory, layout, causes)
  const population = createPopulation(plan, memory)
  const check = createServiceChecks(plan, memory)
  const serve = createServices(plan, memory, layout, causes)
  const collect = createOutcomes(plan, memory)
  const followsItself = hasFeedback(plan)
  /** The levels of a year read what the one before came to. */
  const populate = (year: number): ScenarioFault | undefined => {
    if (year > 0) formulas('level', year)
    return population.simulate(year)
  }

  const live: Trajectory['simulate'] = (
    policy,
    inputs,
    outcomes,
    settings = plan.policies[policy]?.settings,
  ) => {
    if (!settings) refusePolicy(plan, policy)
    requireRows(plan, inputs, outcomes)
    given.write(inputs, settings)
    for (const year of years) formulas('input', year)
    let found: ScenarioFault | undefined = followsItself ? undefined : population.simulateAll()
    for (let year = 0; !found && year < years.length; year++) {
      if (followsItself) found = populate(year)
      if (found) break
      formulas('share', year)
      formulas('demand', year)
      found = check(year)
      if (found) break
      serve(year)
      // no step ends the base year; what its levels would be is there to be explained
      if (followsItself && year === 0) formulas('level', 0)
    }
    if (!found) {
      for (const year of years) formulas('result', year)
      found = collect(outcomes)
    }
    if (found) outcomes.fill(Number.NaN)
    return found
  }
  return {
    run: (policy, draw, inputs, outcomes, settings) => {
      given.sample(draw, inputs)
      const fault = live(policy, inputs, outcomes, settings)
      return fault && { policy, draw, ...fault }
    },
    simulate: (policy, inputs, outcomes, settings) => {
      given.holdOthers()
      return live(policy, inputs, outcomes, settings)
    },
    medians: given.medians,
    memory,
  }
}

/** What a trajectory is given, written into its memory: uncertainties, of the region and of every city, and levers. */
function createGiven(plan: Plan, memory: Float64Array, layout: RowLayout, draws: number) {
  const { uncertainties, uncertaintiesByCity, uncertaintiesByYear = [], years } = plan
  const { correlations, seed, design, levers } = plan
  const codes = plan.places.slice(1).map(({ code }) => code)
  const sampler = createSampler({ uncertainties, correlations, seed, design, draws })
  const common = { codes, years, seed, design, draws, shared: sampler }
  const ofCities = createCitySampler({ uncertainties: uncertaintiesByCity, ...common })
  const ofYears = createPathSampler({ uncertainties: uncertaintiesByYear, ...common })
  const byCity = new Float64Array(uncertaintiesByCity.length * codes.length)
  const byYear = new Float64Array(ofYears.size)
  const fill = (slot: number, value: number) =>
    memory.fill(value, slotAt(plan, slot, 0), slotAt(plan, slot + 1, 0))
  return {
    sample: (draw: number, inputs: Float64Array) => {
      sampler.fill(draw, inputs)
      ofCities.fill(draw, byCity)
      ofYears.fill(draw, byYear)
    },
    medians: (inputs: Float64Array) => sampler.medians(inputs),
    /** What every city or year has its own of stands at its median. */
    holdOthers: () => {
      ofCities.medians(byCity)
      ofYears.medians(byYear)
    },
    write: (inputs: Float64Array, settings: readonly number[]) => {
      for (const [index, { slot }] of uncertaintiesByCity.entries())
        writeRow(layout, memory, slot, byCity.subarray(index * codes.length, (index + 1) * codes.length))
      const all = years.length * codes.length
      for (const [index, { slot }] of uncertaintiesByYear.entries())
        memory.set(byYear.subarray(index * all, (index + 1) * all), slotAt(plan, slot, 0))
      for (const [index, { slot }] of uncertainties.entries()) fill(slot, inputs[index])
      for (const [index, { slot }] of levers.entries()) fill(slot, settings[index])
    },
  }
}

function refusePolicy({ policies }: Plan, policy: number): never {
  return refuseArgument(
    'trajectory',
    'policy',
    String(policy),
    `one of ${policies.length}, or settings of its own`,
  )
}

function requireRows(
  { uncertainties, outcomes: columns }: Plan,
  inputs: Float64Array,
  outcomes: Float64Array,
): void {
  if (inputs.length >= uncertainties.length && outcomes.length >= columns.length) return
  const found = `${inputs.length} inputs and ${outcomes.length} outcomes`
  const expected = `${uncertainties.length} inputs and ${columns.length} outcomes`
  refuseArgument('trajectory', 'inputs, outcomes', found, expected)
}
