/**
 * The conversation of a contestant with the bench, the same as that of the peers in C and Python: a line with a number of
 * passes comes in; nanoseconds of the processor in the year steps and in laying out the rates, and the checksum, go out.
 *
 * A clock read around every step would cost more than a tenth of it here. So whole passes are timed, with the year steps
 * and without them, and the difference is the year steps.
 */
import { createInterface } from 'node:readline'
import type { WorkSize } from '../work/layout.js'

/** What a contestant in TypeScript gives. */
export interface Living {
  readonly drawsAtOnce: number
  /** Put the draws that are lived at once at the opening. */
  readonly open: () => void
  /** Bring the rates of a draw and year to where the year step reads them. */
  readonly layOut: (lane: number, draw: number, year: number) => void
  readonly liveYear: (year: number) => void
  /** Bits of people, away, flows and totals, added up. */
  readonly checksum: (lane: number) => bigint
}

export function serve(size: WorkSize, living: Living): void {
  let checksum: bigint | undefined
  createInterface({ input: process.stdin }).on('line', (line) => {
    checksum ??= sumOf(size, living)
    const all = timed(Number(line), () => pass(size, living, living.liveYear))
    const laying = timed(Number(line), () => pass(size, living, () => undefined))
    process.stdout.write(`${(all - laying) * 1000} ${laying * 1000} ${BigInt.asUintN(64, checksum)}\n`)
  })
}

/** Live the whole work once; draws that are too few to fill the last lanes are lived again there. */
function pass(
  { draws, years }: WorkSize,
  { drawsAtOnce, open, layOut }: Living,
  liveYear: (year: number) => void,
  done?: (lane: number) => void,
): void {
  for (let first = 0; first < draws; first += drawsAtOnce) {
    const count = Math.min(drawsAtOnce, draws - first)
    open()
    for (let year = 0; year < years; year++) {
      for (let lane = 0; lane < drawsAtOnce; lane++) layOut(lane, first + Math.min(lane, count - 1), year)
      liveYear(year)
    }
    for (let lane = 0; done && lane < count; lane++) done(lane)
  }
}

function sumOf(size: WorkSize, living: Living): bigint {
  let sum = 0n
  pass(size, living, living.liveYear, (lane) => {
    sum += living.checksum(lane)
  })
  return sum
}

/** Microseconds that the processor spent on this process: what others do on a shared machine does not count. */
function timed(passes: number, work: () => void): number {
  const start = process.cpuUsage()
  for (let left = passes; left > 0; left--) work()
  const { user, system } = process.cpuUsage(start)
  return user + system
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
