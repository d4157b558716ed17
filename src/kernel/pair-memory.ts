/** The memory of a kernel and the globals that it reads: numbers of two draws side by side, written and read. */
import { type KernelLayout, LANES } from './layout.js'

export interface KernelExports {
  readonly memory: WebAssembly.Memory
  readonly projectYearPair: () => void
  readonly countHeadsPair: () => void
  readonly compileSurvival: () => void
  readonly countTotals: () => void
  readonly lanesOfAtLeast: (least: number) => number
  readonly [name: string]: unknown
}

const PAGE = 65_536
/** Of this module: a constant of another one is asked for anew at every number where the source is run without a build. */
const STRIDE = LANES

export class PairMemory {
  readonly exports: KernelExports
  readonly doubles: Float64Array

  /** A kernel with memory for a layout, its places known to it. Throws RangeError where there is not so much memory. */
  constructor(
    module: WebAssembly.Module,
    private readonly layout: KernelLayout,
  ) {
    this.exports = new WebAssembly.Instance(module, {}).exports as unknown as KernelExports
    const { memory } = this.exports
    memory.grow(Math.max(0, Math.ceil((layout.end - memory.buffer.byteLength) / PAGE)))
    this.doubles = new Float64Array(memory.buffer)
    // some places are the host's alone
    for (const [name, address] of Object.entries(layout.at)) if (this.exports[name]) this.set(name, address)
  }

  /** Set a global of the kernel. */
  set(name: string, value: number): void {
    const global = this.exports[name]
    ;(global as WebAssembly.Global).value = value
  }

  /** So many 32-bit numbers of a place. */
  words(name: string, count: number): Uint32Array {
    return new Uint32Array(this.exports.memory.buffer, this.layout.at[name], count)
  }

  /** One number for both draws. */
  write(name: string, values: Float64Array): void {
    this.doubles.set(values, this.layout.at[name] / 8)
  }

  /** Numbers of one of the draws. */
  writeLane(name: string, lane: number, values: Float64Array): void {
    const { doubles } = this
    let at = this.layout.at[name] / 8 + lane
    for (let k = 0; k < values.length; k++, at += STRIDE) doubles[at] = values[k]
  }

  /** Numbers of both draws, from an address in bytes. */
  writeBoth(address: number, one: Float64Array, other: Float64Array): void {
    const { doubles } = this
    let at = address / 8
    for (let k = 0; k < one.length; k++) {
      doubles[at++] = one[k]
      doubles[at++] = other[k]
    }
  }

  /** The same of one in an order of their own: each number's place. */
  writeLaneAt(name: string, lane: number, values: Float64Array, order: Uint32Array): void {
    const { doubles } = this
    const from = this.layout.at[name] / 8 + lane
    for (let k = 0; k < values.length; k++) doubles[from + order[k] * STRIDE] = values[k]
  }

  /** Numbers of one of the draws, from an address in bytes. */
  readLane(address: number, lane: number, out: Float64Array): void {
    const { doubles } = this
    let at = address / 8 + lane
    for (let k = 0; k < out.length; k++, at += STRIDE) out[k] = doubles[at]
  }
}
