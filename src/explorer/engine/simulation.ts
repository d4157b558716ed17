/** Simulates settings of a plan for a page: the engine of `cityward run`, draw by draw the same numbers. */
import type { Plan } from '../../plan/plan.js'
import { withShares } from '../../plan/with-shares.js'
import { createBatchRunner } from '../../run/batch.js'

/** An uncertainty that is held at one value in all futures. */
export interface HeldValue {
  /** Index in the plan. */
  readonly uncertainty: number
  readonly value: number
}

/** A service whose programmes are shared out over cities by weights. */
export interface SharedOut {
  /** Index in the plan. */
  readonly service: number
  /** By city. */
  readonly weights: readonly number[]
}

/** Everything that decides the outcomes of a draw. */
export interface SimulatedSetting {
  /** By lever, in the order of the plan. */
  readonly levers: readonly number[]
  readonly held: readonly HeldValue[]
  readonly splits: readonly SharedOut[]
}

export interface DrawsRequest extends SimulatedSetting {
  readonly first: number
  readonly count: number
  /** Outcomes that are asked for: indices of the plan's. */
  readonly columns: readonly number[]
}

export interface SimulatedDraws {
  /** [column, draw] */
  readonly values: Float64Array<ArrayBuffer>
  /** Draws that gave no numbers. */
  readonly failed: number
}

export interface SimulationOptions {
  readonly kernel: WebAssembly.Module
  /** Draws of the whole run; a Latin hypercube needs to know how many cells to cut. */
  readonly draws: number
  /** Draws of which the last population is kept. */
  readonly keptPopulations: number
}

/**
 * A function that simulates draws of one setting. What it has computed last is kept: the next setting that leaves people
 * alone finds their populations there.
 */
export function createSimulation(
  plan: Plan,
  { kernel, draws, keptPopulations }: SimulationOptions,
): (request: DrawsRequest) => SimulatedDraws {
  const scratch = new Float64Array(0)
  let runner: ReturnType<typeof createBatchRunner> | undefined
  let madeFor: string | undefined
  const runnerFor = (setting: Omit<SimulatedSetting, 'levers'>) => {
    const key = JSON.stringify([setting.held, setting.splits])
    if (!runner || key !== madeFor)
      runner = createBatchRunner(planOf(plan, setting), { kernel, draws, keptPopulations })
    madeFor = key
    return runner
  }
  let [inputs, outcomes] = [scratch, scratch]
  return ({ levers, held, splits, first, count, columns }) => {
    if (outcomes.length < plan.outcomes.length * count) {
      inputs = new Float64Array(plan.uncertainties.length * count)
      outcomes = new Float64Array(plan.outcomes.length * count)
    }
    const part = { policy: 0, settings: levers, firstDraw: first, draws: count, inputs, outcomes }
    const failures = runnerFor({ held, splits })({ firstDraw: first, draws: count, parts: [part] })
    const values = new Float64Array(columns.length * count)
    columns.forEach((column, at) => {
      values.set(outcomes.subarray(column * count, (column + 1) * count), at * count)
    })
    return { values, failed: failures.length }
  }
}

/** The plan as a scenario would give it that says the same of uncertainties and shares. */
function planOf(plan: Plan, { held, splits }: Omit<SimulatedSetting, 'levers'>): Plan {
  return splits.reduce(
    (all, { service, weights }) => withShares(all, service, weights),
    withFixed(plan, held),
  )
}

/** The plan with some uncertainties fixed; all others keep their draws. */
function withFixed(plan: Plan, held: readonly HeldValue[]): Plan {
  if (held.length === 0) return plan
  const values = new Map(held.map(({ uncertainty, value }) => [uncertainty, value]))
  const uncertainties = plan.uncertainties.map((one, index) => {
    const value = values.get(index)
    return value === undefined ? one : { ...one, distribution: { kind: 'fixed', value } as const }
  })
  return { ...plan, uncertainties }
}
