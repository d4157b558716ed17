/** What is said of a run when it ends, and the exit code that goes with it. */
import type { Simulated } from '../studies/simulate.js'

/** Exit codes beside 0: something is missing or was lost; stopped with Ctrl-C. */
export const NOT_WHOLE = 3
export const STOPPED = 130

/** Trajectories of a finished run, or of its shard. */
export function trajectoriesIn({ manifest }: Simulated): number {
  if (!manifest) return 0
  const { parts, partDraws, draws } = manifest
  return parts.reduce((sum, { part, rows }) => sum + Math.max(0, Math.min(rows, draws - part * partDraws)), 0)
}

/** Trajectories that the machine or the program lost, and those that could not be lived. */
export function failedIn({ manifest }: Simulated): { readonly lost: number; readonly failed: number } {
  const sum = (of: 'lost' | 'failed') => manifest?.parts.reduce((total, part) => total + part[of], 0) ?? 0
  return { lost: sum('lost'), failed: sum('failed') }
}

/** One sentence on each thing that a planner must know of the run; empty where all is well. */
export function remarksOn(result: Simulated): string[] {
  const { lost, failed } = failedIn(result)
  const count = (number: number) =>
    `${number.toLocaleString('en')} ${number === 1 ? 'trajectory' : 'trajectories'}`
  const { failure, damaged } = result
  const first = failure ? `; the first: draw ${failure.draw}, ${failure.detail} [${failure.code}]` : ''
  return [
    ...(damaged.length > 0
      ? [
          `Made anew, since gone or changed: ${damaged.slice(0, 3).join(', ')}${damaged.length > 3 ? ', ...' : ''}.`,
        ]
      : []),
    ...(failed > 0 ? [`${count(failed)} gave no numbers${first}.`] : []),
    ...(lost > 0
      ? [`${count(lost)} of these were lost by the machine or the program, not by the scenario.`]
      : []),
  ]
}
