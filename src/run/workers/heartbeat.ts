/** The sign of life that a worker gives: two counts in shared memory, which outlive the worker. */

export interface Sign {
  /** Questions begun; 0 until the worker is ready for its first. */
  readonly begun: number
  /** Where that was a batch, its draws that are done under every policy. */
  readonly done: number
}

const BEGUN = 0
const DONE = 1

export function createSign(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8))
}

export function beginWork(sign: Int32Array): void {
  Atomics.store(sign, DONE, 0)
  Atomics.add(sign, BEGUN, 1)
}

export function endDraws(sign: Int32Array, draws: number): void {
  Atomics.add(sign, DONE, draws)
}

export function readSign(sign: Int32Array): Sign {
  return { begun: Atomics.load(sign, BEGUN), done: Atomics.load(sign, DONE) }
}
