/**
 * The steps of a decade, one after another: by the model, or by the kernel where this host can run it. Both give the same
 * bits (test/calibration/decade-steps.test.ts); the kernel takes about a fifth of the time.
 */
import { Kernel } from '../kernel/kernel.js'
import { loadKernel } from '../kernel/module.js'
import { compileByCity, compileRates, type YearInputs } from '../model/compile-rates.js'
import { faultInLevels } from '../model/rate-checks.js'
import type { Conventions, Schedules } from '../model/rates.js'
import type { Flows, State } from '../model/state.js'
import { createWorkspace } from '../model/workspace.js'
import { projectYear } from '../model/year.js'
import { createYearRates } from '../model/year-rates.js'
import type { Decade } from './decade.js'

/** People who are projected step after step. */
export interface DecadeSteps {
  /** Start from these people, persons. */
  readonly open: (state: State) => void
  /**
   * One step on: writes the people at its end and its flows; false where the levels give rates out of their bounds.
   *
   * inputs  undefined: the rates of the step before
   */
  readonly step: (
    index: number,
    schedules: Schedules,
    inputs: YearInputs | undefined,
    out: State,
    flows: Flows,
  ) => boolean
}

/** Steps as fast as this host can compute them. */
export function createDecadeSteps(decade: Decade): DecadeSteps {
  return stepsOfKernel(decade) ?? stepsOfModel(decade)
}

const conventionsOf = ({ dims }: Decade): Conventions => ({ step: dims.ageWidth, migration: 'even' })

/** Steps by the reference model. */
export function stepsOfModel(decade: Decade): DecadeSteps {
  const { dims } = decade
  const conventions = conventionsOf(decade)
  const rates = createYearRates(dims)
  const work = createWorkspace(dims, false)
  const now = { people: new Float64Array(0), away: new Float64Array(0) }
  return {
    open: ({ people, away }) => {
      now.people = people.slice()
      now.away = away.slice()
    },
    step: (_, schedules, inputs, out, flows) => {
      if (inputs && compileRates(dims, conventions, schedules, inputs, rates)) return false
      projectYear(dims, conventions, rates, now, flows, work)
      out.people.set(now.people)
      out.away.set(now.away)
      return true
    },
  }
}

/** The kernel simulates two populations side by side; one of them stands empty. */
const LANE = 0

/** Steps by the kernel; undefined where this host cannot run it. */
export function stepsOfKernel(decade: Decade): DecadeSteps | undefined {
  const loaded = loadKernel()
  if (!('module' in loaded)) return undefined
  const { dims, before, schedules } = decade
  const conventions = conventionsOf(decade)
  const rates = createYearRates(dims)
  const kernel = new Kernel(loaded.module, {
    dims,
    conventions,
    opening: { people: before.people.slice().fill(0), away: before.away.slice().fill(0) },
    hasNetMigration: false,
    mortalityAges: schedules[0].mortalityAges,
    counts: [],
    survivals: schedules.length,
  })
  return {
    open: (state) => kernel.openAt(LANE, state),
    step: (index, own, inputs, out, flows) => {
      if (inputs) {
        if (faultInLevels(dims.cities, inputs.levels)) return false
        if (compileByCity(dims, conventions, own, inputs, rates)) return false
        kernel.writeRates(LANE, inputs.levels, rates)
      }
      kernel.projectYear(index, own)
      kernel.people(LANE, out.people, out.away)
      kernel.flows(LANE, flows)
      return true
    },
  }
}
