/**
 * Runs of a plan as the package ships them, without a run folder: a line `threads draws` comes in; milliseconds until
 * the first outcomes and until the last, and the number of trajectories go out.
 */
import { createInterface } from 'node:readline'
import type * as Cityward from '../../src/index.js'

const { loadPlan, runPlan } = (await import('../../dist/index.js' as string)) as typeof Cityward
const { plan } = loadPlan(process.argv[2])

for await (const line of createInterface({ input: process.stdin })) {
  const [threads, draws] = line.split(' ').map(Number)
  const start = performance.now()
  let first: number | undefined
  let trajectories = 0
  const sink = (part: Cityward.PartOutcomes) => {
    first ??= performance.now() - start
    trajectories += part.draws
  }
  await runPlan(plan, { threads, draws, partDraws: 1000, sink })
  process.stdout.write(`${first} ${performance.now() - start} ${trajectories}\n`)
}
