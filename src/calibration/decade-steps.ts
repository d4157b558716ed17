/**
 * The steps of a decade, one after another: by the model, or by the kernel where this host can run it. Both give the same
 * bits (test/calibration/decade-steps.test.ts); the kernel takes about a fifth of the time.
 */
import { Kernel } from '../kernel/kernel.js'
import { loadKernel } from '../kernel/module.js'
import { compileByCity, compileRates, type YearInputs } from '../model/compile-rates.js'
import { faultInLevels } from '../model/rate-checks.js'
import type { Conventions, Schedules } from '../model/rates.js'
import { FLOWS, type Flows, type State } from '../model/state.js'
import { createWorkspace } from '../model/workspace.js'
import { projectYear } from '../model/year.js'
import { createYearRates } from '../model/year-rates.js'
import type { Decade } from './decade.js'

/** Populations that can be projected side by side. */
export const SIDE_BY_SIDE = 2

/** One or two populations (by lane, from 0) that are projected step after step by the same schedules. */
export interface DecadeSteps {
  /** Start from these people, persons. */
  readonly open: (lane: number, state: State) => void
  /** The rates of the next steps; false where the levels give rates out of their bounds. */
  readonly writeRates: (lane: number, schedules: Schedules, inputs: YearInputs) => boolean
  /** One step on for the first so many lanes, by the rates that were written last. */
  readonly step: (index: number, schedules: Schedules, lanes: number) => void
  /** Flows of the last step, and the people at its end. */
  readonly readFlows: (lane: number, out: Flows) => void
  readonly readPeople: (lane: number, out: State) => void
}

/** Steps as fast as this host can compute them. */
export function createDecadeSteps(decade: Decade): DecadeSteps {
  return stepsOfKernel(decade) ?? stepsOfModel(decade)
}

const conventionsOf = ({ dims }: Decade): Conventions => ({ step: dims.ageWidth, migration: 'even' })

/** Steps by the reference model. */
export function stepsOfModel(decade: Decade): DecadeSteps {
  const { dims, before, schedules } = decade
  const conventions = conventionsOf(decade)
  const work = createWorkspace(dims, false)
  const lanes = Array.from({ length: SIDE_BY_SIDE }, () => ({
    rates: createYearRates(dims, 0, schedules[0].pairs),
    now: { people: before.people.slice(), away: before.away.slice() },
    flows: new Float64Array(FLOWS.length * dims.cities),
  }))
  return {
    open: (lane, { people, away }) => {
      lanes[lane].now.people.set(people)
      lanes[lane].now.away.set(away)
    },
    writeRates: (lane, schedules, inputs) =>
      !compileRates(dims, conventions, schedules, inputs, lanes[lane].rates),
    step: (_index, _schedules, count) => {
      for (const { rates, now, flows } of lanes.slice(0, count))
        projectYear(dims, conventions, rates, now, flows, work)
    },
    readFlows: (lane, out) => out.set(lanes[lane].flows),
    readPeople: (lane, out) => {
      out.people.set(lanes[lane].now.people)
      out.away.set(lanes[lane].now.away)
    },
  }
}

/** Steps by the kernel, which always takes both lanes; undefined where this host cannot run it. */
export function stepsOfKernel(decade: Decade): DecadeSteps | undefined {
  const loaded = loadKernel()
  if (!('module' in loaded)) return undefined
  const { dims, before, schedules } = decade
  const conventions = conventionsOf(decade)
  const rates = createYearRates(dims, 0, schedules[0].pairs)
  const kernel = new Kernel(loaded.module, {
    dims,
    conventions,
    opening: { people: before.people.slice().fill(0), away: before.away.slice().fill(0) },
    hasNetMigration: false,
    mortalityAges: schedules[0].mortalityAges,
    pairs: schedules[0].pairs,
    counts: [],
    survivals: schedules.length,
  })
  return {
    open: (lane, state) => kernel.openAt(lane, state),
    writeRates: (lane, own, inputs) => {
      if (faultInLevels(dims.cities, inputs.levels)) return false
      if (compileByCity(dims, conventions, own, inputs, rates)) return false
      kernel.writeRates(lane, inputs.levels, rates)
      return true
    },
    step: (index, own) => kernel.projectYear(index, own),
    readFlows: (lane, out) => kernel.flows(lane, out),
    readPeople: (lane, { people, away }) => kernel.people(lane, people, away),
  }
}
