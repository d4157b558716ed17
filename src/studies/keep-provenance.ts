/** Writes what a run was made from: from then on its folder is all that a report needs. */
import { availableParallelism } from 'node:os'
import type { Plan } from '../plan/plan.js'
import { type RunProvenance, readProvenance, writeProvenance } from '../store/provenance.js'
import { NotWholeError } from '../vocabulary/problems.js'
import type { RequestedRun } from './requested-run.js'
import type { SimulationResult } from './simulate.js'

export interface RunEffort {
  readonly seconds: number
  /** Worker threads; all cores where it is left out. */
  readonly threads?: number
}

export function keepProvenance(
  { inputs }: RequestedRun,
  plan: Plan,
  { folder, ran, summary }: SimulationResult,
  { seconds, threads }: RunEffort,
): RunProvenance {
  const before = ran === 0 ? earlierProvenance(folder) : undefined
  const provenance: RunProvenance = {
    ...inputs,
    draws: summary!.draws,
    seed: plan.seed,
    policies: plan.policies.map(({ name }) => name),
    ran: before?.ran ?? {
      trajectories: ran,
      seconds,
      threads: threads ?? availableParallelism(),
      ended: new Date().toISOString(),
    },
  }
  writeProvenance(folder, provenance)
  return provenance
}

/** What the folder says of how it was run; one that is not as it was written is replaced. */
function earlierProvenance(folder: string): RunProvenance | undefined {
  try {
    return readProvenance(folder, 'cityward run')
  } catch (error) {
    if (error instanceof NotWholeError) return undefined
    throw error
  }
}
