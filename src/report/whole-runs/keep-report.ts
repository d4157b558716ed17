/** Writes what a run was made from, and its report, into its folder. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { ReachFinding } from '../../analysis/reach.js'
import type { Plan } from '../../plan/plan.js'
import { type RunProvenance, readProvenance, writeProvenance } from '../../store/provenance.js'
import type { RequestedRun } from '../../studies/requested-run.js'
import type { SimulationResult } from '../../studies/simulate.js'
import type { Language } from '../../vocabulary/language.js'
import { NotWholeError } from '../../vocabulary/problems.js'
import { writeReport } from '../html/write-report.js'

export interface KeptBeside {
  /** How long it took, seconds, and on how many threads. */
  readonly seconds: number
  readonly threads?: number
  readonly reach: ReachFinding | undefined
  /** The language that is shown first. */
  readonly language: Language
}

/** The path of the report. */
export async function keepReport(
  { loaded, inputs }: RequestedRun,
  plan: Plan,
  { folder, ran, summary }: SimulationResult,
  { seconds, threads, reach, language }: KeptBeside,
): Promise<string> {
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
  const file = join(folder, 'report.html')
  await writeReport({ folder, file, summary: summary!, compared: [], provenance, loaded, reach, language })
  return file
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
