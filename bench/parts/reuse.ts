/**
 * What reuse of populations gains where only services are uncertain, as in the rows of a Saltelli sweep that differ in
 * nothing else: draws of the Guangxi plan on one thread without a run folder, with reuse and without.
 */
import type { Bench } from '../bench.js'
import { inTurn } from '../rounds.js'
import { PlanRunner } from '../run-plan.js'
import { PLAN } from './year.js'

export async function reuse(bench: Bench): Promise<void> {
  const draws = bench.options.quick ? 4000 : 20_000
  const runner = new PlanRunner(PLAN)
  try {
    const modes = { without: 'services-alone', with: 'services-reused' } as const
    const sums = new Set<string>()
    bench.say(`reuse: ${draws.toLocaleString('en')} draws in which only services vary`)
    const measure = async (name: string) => {
      const { all, trajectories, sum } = await runner.run(1, draws, modes[name as keyof typeof modes])
      sums.add(sum)
      return (trajectories / all) * 1000
    }
    const taken = await inTurn(Object.keys(modes), { rounds: bench.rounds(6), measure })
    if (sums.size !== 1) throw new Error('reuse of populations changed outcomes')
    const [reused, alone] = [taken.get('with')!, taken.get('without')!]
    bench.ratio('reuse', 'with reuse / without', 'higher', [reused, alone])
    bench.twins('reuse', 'with reuse', '1/s', 'higher', reused)
    bench.twins('reuse', 'without', '1/s', 'higher', alone)
  } finally {
    runner.end()
  }
}
