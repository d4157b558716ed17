/** What a run folder says of itself. */
import type { RunHeader } from '../plan/header.js'
import type { Failure } from '../plan/outcomes.js'

/** Version of the layout of run folders. */
export const LAYOUT = 1

export interface Part {
  readonly policy: number
  /** Number of the part: draws from part x partDraws on. */
  readonly part: number
  readonly file: string
  readonly rows: number
  readonly sha256: string
  readonly failures: readonly Failure[]
}

export interface Manifest {
  readonly layout: number
  readonly header: RunHeader
  /** Draws that are whole for every policy. */
  readonly draws: number
  readonly partDraws: number
  /** In order of part, then policy; an earlier run of more draws leaves more than `draws` asks for. */
  readonly parts: readonly Part[]
}

/** `outcomes/part-plan-00003.parquet` */
export function partFile(policy: string, part: number): string {
  return `outcomes/part-${policy}-${String(part).padStart(5, '0')}.parquet`
}
