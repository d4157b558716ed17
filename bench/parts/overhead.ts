/**
 * What a trajectory costs besides its model: one of nothing, and y = x1 * x2 + x3, on one thread without a run folder.
 *
 * EMA Workbench says of itself that "a very simple Python model now performs approximately 40.000 iterations per second"
 * (its changelog, 2.4.0; the machine is not named). Its example of a simple Python model is this formula.
 */
import { fileURLToPath } from 'node:url'
import type { Bench } from '../bench.js'
import { inTurn } from '../rounds.js'
import { PlanRunner } from '../run-plan.js'
import type { Twins } from '../statistics.js'

/** Iterations a second that EMA Workbench states. */
const STATED = 40_000

export async function overhead(bench: Bench): Promise<void> {
  const draws = bench.options.quick ? 20_000 : 100_000
  const names = ['empty', 'formula']
  const runners = new Map(
    names.map((name) => [
      name,
      new PlanRunner(fileURLToPath(new URL(`../scenarios/${name}.yaml`, import.meta.url))),
    ]),
  )
  try {
    for (const runner of runners.values()) await runner.run(1, draws)
    bench.say(`overhead: ${draws.toLocaleString('en')} trajectories of ${names.join(' and ')}`)
    const measure = async (name: string) => {
      const { all, trajectories } = await runners.get(name)!.run(1, draws)
      return (trajectories * 1000) / all
    }
    const taken = await inTurn(names, { rounds: bench.rounds(6), measure })
    const stated: Twins = {
      first: taken.get('formula')!.first.map(() => STATED),
      second: taken.get('formula')!.second.map(() => STATED),
    }
    bench.ratio('overhead', 'y = x1 * x2 + x3 / 40,000 a second as stated by EMA Workbench', 'higher', [
      taken.get('formula')!,
      stated,
    ])
    bench.twins('overhead', 'a model of nothing', '1/s', 'higher', taken.get('empty')!)
    bench.twins('overhead', 'y = x1 * x2 + x3', '1/s', 'higher', taken.get('formula')!)
  } finally {
    for (const runner of runners.values()) runner.end()
  }
}
