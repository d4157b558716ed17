/** `cityward run` from end to end with both engines, and the time until a run has something to show. */
import { availableParallelism } from 'node:os'
import type { Bench } from '../bench.js'
import { runScenario } from '../commands.js'
import { inTurn } from '../rounds.js'
import { PlanRunner } from '../run-plan.js'
import { PLAN } from './year.js'

const POLICIES = 2

export async function run(bench: Bench): Promise<void> {
  await fromEndToEnd(bench)
  await firstResult(bench)
}

async function fromEndToEnd(bench: Bench): Promise<void> {
  const draws = bench.options.quick ? 1000 : 4000
  bench.say(`run: ${draws} draws with each engine`)
  const measure = async (engine: string) =>
    (await runScenario(bench.folder, PLAN, ['--draws', `${draws}`, '--engine', engine])).ms
  const taken = await inTurn(['kernel', 'reference'], { rounds: bench.rounds(6), measure })
  const [kernel, reference] = [taken.get('kernel')!, taken.get('reference')!]
  bench.ratio('run', 'reference / kernel', 'higher', [reference, kernel])
  for (const [engine, twins] of taken) {
    const each = (ms: number) => (draws * POLICIES * 1000) / ms
    bench.twins('run', `${engine}, ${draws} draws`, 'ms', 'lower', twins)
    const perSecond = { first: twins.first.map(each), second: twins.second.map(each) }
    bench.twins('run', `${engine}: trajectories`, '1/s', 'higher', perSecond)
  }
}

/** Workers are started anew each time, so that what is measured is what a caller of the library waits for. */
async function firstResult(bench: Bench): Promise<void> {
  const runner = new PlanRunner(PLAN)
  try {
    const threads = availableParallelism()
    await runner.run(threads, 100)
    const measure = async () => (await runner.run(threads, 1000)).first
    const taken = await inTurn(['first'], { rounds: bench.rounds(8), measure })
    bench.twins('run', 'time to the first outcomes', 'ms', 'lower', taken.get('first')!)
  } finally {
    runner.end()
  }
}
