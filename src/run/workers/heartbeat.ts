/** What a worker has done so far: two counts in shared memory, which outlive the worker. */

export interface Heartbeat {
  /** Requests begun; 0 until the worker is ready for its first. */
  readonly begun: number
  /** Where that was a batch, its draws that are done under every policy. */
  readonly done: number
}

const BEGUN = 0
const DONE = 1

export function createHeartbeat(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8))
}

export function beginWork(heartbeat: Int32Array): void {
  Atomics.store(heartbeat, DONE, 0)
  Atomics.add(heartbeat, BEGUN, 1)
}

export function endDraws(heartbeat: Int32Array, draws: number): void {
  Atomics.add(heartbeat, DONE, draws)
}

export function readHeartbeat(heartbeat: Int32Array): Heartbeat {
  return { begun: Atomics.load(heartbeat, BEGUN), done: Atomics.load(heartbeat, DONE) }
}
