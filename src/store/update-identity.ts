/** What an updated run is known by: the run that it is of, what was observed, and the draws that were taken anew. */
import type { RunUpdate } from '../results/observation.js'
import { sha256Of } from './manifest.js'

export interface UpdatedRun {
  readonly layout: number
  /** Folder of the run, relative to this one, with slashes; and its fingerprint. */
  readonly base: string
  readonly baseFingerprint: string
  /** Of the updated run: another for other observations or draws. */
  readonly fingerprint: string
  readonly update: RunUpdate
  /** Numbers of the run's draws, in the order of the updated run's. */
  readonly draws: readonly number[]
}

export function updateFingerprint(
  baseFingerprint: string,
  update: RunUpdate,
  draws: ArrayLike<number>,
): string {
  return sha256Of(JSON.stringify([baseFingerprint, update, sha256Of(Array.from(draws).join())]))
}
