/** Trajectories of a finished run that gave no numbers. */
import { fail } from '../vocabulary/problems.js'
import type { SimulationResult } from './simulate.js'

/** Those that the machine or the program lost, and all that gave no numbers. */
export function lossesIn({ manifest }: Pick<SimulationResult, 'manifest'>): {
  readonly lost: number
  readonly failed: number
} {
  const sum = (of: 'lost' | 'failed') => manifest?.parts.reduce((total, part) => total + part[of], 0) ?? 0
  return { lost: sum('lost'), failed: sum('failed') }
}

/** Verdicts of futures of which none gives numbers would be nothing but zeros. */
export function refuseIfAllFailed({ summary, failure }: SimulationResult, file: string): void {
  const failed = summary?.policies.find(({ failures }) => failures === summary.draws)
  if (!failed || !failure) return
  fail({
    code: 'every-future-failed',
    where: { file },
    found: `no future of the policy ${failed.name} that can be lived; draw ${failure.draw}: ${failure.detail}`,
    expected: 'futures that can be lived',
  })
}
