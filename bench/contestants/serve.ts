/**
 * The conversation of a contestant with the bench, the same as that of the peers in C and Python: a line with a number of
 * passes comes in; nanoseconds in the year steps, nanoseconds in laying out the rates and the checksum go out.
 */
import { createInterface } from 'node:readline'

export interface Pass {
  living: bigint
  laying: bigint
  checksum: bigint
}

export function serve(live: (pass: Pass) => void): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const pass = { living: 0n, laying: 0n, checksum: 0n }
    for (let left = Number(line); left > 0; left--) {
      pass.checksum = 0n
      live(pass)
    }
    process.stdout.write(`${pass.living} ${pass.laying} ${BigInt.asUintN(64, pass.checksum)}\n`)
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
