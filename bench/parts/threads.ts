/**
 * Trajectories a second on one thread, two and so on: the draws alone, without a run folder. Starting a worker and
 * compiling its code are in it, and weigh less the longer a run is.
 */
import { availableParallelism } from 'node:os'
import type { Bench } from '../bench.js'
import { inTurn } from '../rounds.js'
import { PlanRunner } from '../run-plan.js'
import { PLAN } from './year.js'

const SHORT = 20_000
const LONG = 100_000

export async function threads(bench: Bench): Promise<void> {
  const { quick, full } = bench.options
  const cores = availableParallelism()
  const counts = [1, 2, 4, 8, 16, 32, 64].filter((count) => count <= cores)
  if (cores < 2) bench.skip('threads', 'two threads', 'this machine has one core')
  const runner = new PlanRunner(PLAN)
  try {
    await runOf(bench, runner, { counts, draws: quick ? SHORT / 5 : SHORT, rounds: bench.rounds(8) })
    if (full) await runOf(bench, runner, { counts, draws: LONG, rounds: bench.rounds(6) })
    else bench.skip('threads', `${LONG.toLocaleString('en')} draws`, 'asked for by --full only')
  } finally {
    runner.end()
  }
}

interface RunOf {
  readonly counts: readonly number[]
  readonly draws: number
  readonly rounds: number
}

async function runOf(bench: Bench, runner: PlanRunner, { counts, draws, rounds }: RunOf): Promise<void> {
  const of = `${draws.toLocaleString('en')} draws`
  bench.say(`threads: ${counts.join(', ')}, ${of}`)
  for (const count of counts) await runner.run(count, Math.min(draws, SHORT))
  const measure = async (name: string) => {
    const { all, trajectories } = await runner.run(Number(name), draws)
    return (trajectories / all) * 1000
  }
  const taken = await inTurn(counts.map(String), { rounds, measure })
  const one = taken.get('1')!
  for (const [name, twins] of taken) {
    if (name !== '1') bench.ratio('threads', `${name} threads / 1 thread, ${of}`, 'higher', [twins, one])
    bench.twins('threads', `${name} thread${name === '1' ? '' : 's'}, ${of}`, '1/s', 'higher', twins)
  }
}
