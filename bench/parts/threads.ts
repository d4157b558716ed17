/** Trajectories a second on one thread, two and so on: the draws alone, without a run folder. */
import { availableParallelism } from 'node:os'
import type { Bench } from '../bench.js'
import { inTurn } from '../rounds.js'
import { PlanRunner } from '../run-plan.js'
import { PLAN } from './year.js'

export async function threads(bench: Bench): Promise<void> {
  const draws = bench.options.quick ? 4000 : 20_000
  const cores = availableParallelism()
  const counts = [1, 2, 4, 8, 16, 32, 64].filter((count) => count <= cores)
  if (cores < 2) bench.skip('threads', 'two threads', 'this machine has one core')
  const runner = new PlanRunner(PLAN)
  try {
    for (const count of counts) await runner.run(count, draws)
    bench.say(`threads: ${counts.join(', ')}`)
    const measure = async (name: string) => {
      const { all, trajectories } = await runner.run(Number(name), draws)
      return (trajectories / all) * 1000
    }
    const taken = await inTurn(counts.map(String), { rounds: bench.rounds(8), measure })
    const one = taken.get('1')!
    for (const [name, twins] of taken) {
      if (name !== '1') bench.ratio('threads', `${name} threads / 1 thread`, 'higher', [twins, one])
      bench.twins('threads', `${name} thread${name === '1' ? '' : 's'}`, '1/s', 'higher', twins)
    }
  } finally {
    runner.end()
  }
}
