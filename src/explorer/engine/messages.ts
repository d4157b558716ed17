/** What a page and its workers say to each other. */
import type { SimulatedSetting } from './simulation.js'

/** The first message to a worker: what all its simulations are of. */
export interface Opening {
  readonly kind: 'open'
  /** The packed plan (packed-plan.ts), deflated. */
  readonly plan: Uint8Array<ArrayBuffer>
  readonly kernel: Uint8Array<ArrayBuffer>
  /** Workers that share the draws. */
  readonly workers: number
}

/** Draws of a stage that one worker takes. */
export interface Share {
  readonly stage: number
  readonly first: number
  readonly count: number
}

/** Simulate these shares, after those of the same job; a job of another id is given up at the next pause. */
export interface SimulationJob extends SimulatedSetting {
  readonly kind: 'job'
  readonly id: number
  /** Draws of the whole run. */
  readonly draws: number
  readonly isAside?: boolean
  readonly columns: readonly number[]
  readonly shares: readonly Share[]
}

export type ToWorker = Opening | SimulationJob

/** A share that is whole. */
export interface ShareDone {
  readonly kind: 'share'
  readonly job: number
  readonly share: Share
  /** [column, draw of the share] */
  readonly values: Float64Array<ArrayBuffer>
  readonly failed: number
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | ShareDone
  /** What the program did wrong; a setting that gives no numbers is none. */
  | { readonly kind: 'fault'; readonly message: string }
