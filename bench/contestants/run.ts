/**
 * Runs of a plan as the package ships them, without a run folder: a line `threads draws mode` comes in (run-plan.ts);
 * the sum of the outcomes, milliseconds until the first of them and until the last, and the number of trajectories go
 * out.
 */
import { createInterface } from 'node:readline'
import type * as Cityward from '../../src/index.js'
import { servicesOnly } from '../work/services-only.js'

const library = (await import('../../dist/index.js' as string)) as typeof Cityward
const { plan } = library.loadPlan(process.argv[2])
let services: Cityward.Plan | undefined

/** Bit patterns, half by half, modulo 2^32. */
function sumOf(values: Float64Array): number {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length)
  let sum = 0
  for (let k = 0; k < words.length; k++) sum = (sum + words[k]) | 0
  return sum
}

for await (const line of createInterface({ input: process.stdin })) {
  const [mode, ...numbers] = line.split(' ').reverse()
  const [draws, threads] = numbers.map(Number)
  if (mode !== 'plan') services ??= servicesOnly(plan, library)
  const start = performance.now()
  let first: number | undefined
  let trajectories = 0
  let sum = 0
  const sink = (part: Cityward.PartOutcomes) => {
    first ??= performance.now() - start
    trajectories += part.draws
    if (mode !== 'plan') sum = (sum + sumOf(part.outcomes)) | 0
  }
  const reuse = mode !== 'services-alone'
  await library.runPlan(mode === 'plan' ? plan : services!, { threads, draws, reuse, partDraws: 1000, sink })
  process.stdout.write(`${sum} ${first} ${performance.now() - start} ${trajectories}\n`)
}
