/**
 * The conversation of a contestant with the bench, the same as that of the peers in C and Python: a line with a number of
 * passes comes in; nanoseconds of the processor in the year steps and in laying out the rates, and the checksum, go out.
 */
import { createInterface } from 'node:readline'

export interface Pass {
  /** Microseconds. */
  living: number
  laying: number
  checksum: bigint
}

/** Microseconds that the processor spent on this process: what others do on a shared machine does not count. */
export function microseconds(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

export function serve(live: (pass: Pass) => void): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const pass = { living: 0, laying: 0, checksum: 0n }
    for (let left = Number(line); left > 0; left--) {
      pass.checksum = 0n
      live(pass)
    }
    process.stdout.write(`${pass.living * 1000} ${pass.laying * 1000} ${BigInt.asUintN(64, pass.checksum)}\n`)
  })
}

/** Sum of the bit patterns of doubles; the caller takes it modulo 2^64. */
export function addBits(values: Float64Array): bigint {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  let low = 0
  let high = 0
  for (let k = 0; k < words.length; k += 2) {
    low += words[k]
    high += words[k + 1]
  }
  return BigInt(low) + (BigInt(high) << 32n)
}
