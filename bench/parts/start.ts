/** Cold starts: nothing but Node, the help, a check, and a run of a single draw. */
import type { Bench } from '../bench.js'
import { CLI, node, runScenario } from '../commands.js'
import { inTurn } from '../rounds.js'
import type { Twins } from '../statistics.js'
import { PLAN } from './year.js'

const EMPTY = 'node -e 0'

export async function start(bench: Bench): Promise<void> {
  const starts: Readonly<Record<string, () => Promise<{ ms: number }>>> = {
    [EMPTY]: () => node(['-e', '0']),
    '--help': () => node([CLI, '--help']),
    check: () => node([CLI, 'check', PLAN]),
    'run, 1 draw': () => runScenario(bench.folder, PLAN, ['--draws', '1']),
  }
  bench.say(`start: ${Object.keys(starts).join(', ')}`)
  const measure = async (name: string) => (await starts[name]()).ms
  const taken = await inTurn(Object.keys(starts), { rounds: bench.options.quick ? 3 : 5, measure })
  const empty: Twins = taken.get(EMPTY)!
  for (const [name, twins] of taken) {
    if (name !== EMPTY) bench.ratio('start', `${name} / ${EMPTY}`, 'lower', [twins, empty])
    bench.twins('start', name, 'ms', 'lower', twins)
  }
}
