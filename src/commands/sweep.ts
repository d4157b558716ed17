/** `cityward sweep`: many trajectories of a scenario by any design, on this machine or as one shard of several. */
import { basename, join } from 'node:path'
import { trajectoriesText } from '../report/words/run.js'
import { chooseEngine, type Engine } from '../run/engine.js'
import { cautionOf, wholeDraws } from '../sampling/designs.js'
import type { Shard } from '../store/identity.js'
import { chooseDesign } from '../studies/design-choice.js'
import { loadPlan } from '../studies/load-plan.js'
import { shardOf } from '../studies/shard.js'
import { choosePolicies, type Simulated, simulate } from '../studies/simulate.js'
import { failedIn, NOT_WHOLE, remarksOn, STOPPED, trajectoriesIn } from './end-of-run.js'
import { watched } from './progress-and-cancel.js'

/** What concerns how a run is made and not what comes out. */
export interface MakingOptions {
  readonly threads?: number
  readonly batch?: number
  readonly engine?: Engine
  readonly patience?: number
  readonly json?: boolean
  readonly quiet?: boolean
}

export interface SweepOptions extends MakingOptions {
  readonly draws?: number
  readonly seed?: number
  readonly design?: string
  readonly policy?: readonly string[]
  readonly shard?: string
  readonly out?: string
}

/** Returns the exit code: 0; 3 where trajectories were lost by the machine; 130 after Ctrl-C. */
export async function sweep(file: string, options: SweepOptions): Promise<number> {
  const { seed, draws: asked, design } = options
  const shard = options.shard === undefined ? undefined : shardOf(options.shard, process.env)
  const {
    plan: all,
    scenario,
    dataset,
  } = loadPlan(file, { seed, draws: asked, design: await chooseDesign(design) })
  const plan = choosePolicies(all, options.policy, file)
  const draws = wholeDraws(plan.design, scenario.run.draws)
  const folder = options.out ?? join('runs', nameOf(file, plan.fingerprint, options, shard))
  const overrides = { seed, design }
  const caution = cautionOf(plan.design)
  if (caution && !options.quiet) process.stderr.write(`${caution}\n`)
  return make(options, (making) =>
    simulate(plan, dataset, { folder, draws, scenario, overrides, shard, ...making }),
  )
}

/** `guangxi-2023-1a2b3c4d-plan-shard-3-of-8` */
function nameOf(
  file: string,
  fingerprint: string,
  { policy }: SweepOptions,
  shard: Shard | undefined,
): string {
  const name = basename(file).replace(/\.ya?ml$/, '')
  const only = policy ? `-${policy.join('-')}` : ''
  const share = shard ? `-shard-${shard.index}-of-${shard.count}` : ''
  return `${name}-${fingerprint.slice(0, 8)}${only}${share}`
}

type Making = Pick<
  Parameters<typeof simulate>[2],
  'threads' | 'batchSize' | 'engine' | 'patience' | 'signal' | 'onProgress'
>

/** Make a run with progress, and say how it went. */
export async function make(
  options: MakingOptions,
  simulated: (making: Making) => Promise<Simulated>,
): Promise<number> {
  const { threads, batch: batchSize, engine, patience, quiet } = options
  const { notice } = chooseEngine(engine)
  if (notice) process.stderr.write(`${notice}\n`)
  const started = performance.now()
  const result = await watched(quiet, ({ signal, onProgress }) =>
    simulated({ threads, batchSize, engine, patience, signal, onProgress }),
  )
  if (!result.manifest) {
    process.stderr.write(
      `Stopped. What was finished is kept in ${result.folder}; \`cityward resume\` goes on from there.\n`,
    )
    return STOPPED
  }
  const all = trajectoriesIn(result)
  const { lost, failed } = failedIn(result)
  if (options.json) {
    const { folder, ran, damaged, manifest } = result
    const { draws, run } = manifest
    const said = { folder, draws, shard: run.shard, trajectories: all, ran, failed, lost, damaged }
    process.stdout.write(`${JSON.stringify(said, undefined, 2)}\n`)
  } else if (!quiet) {
    process.stdout.write(
      `${trajectoriesText(result.ran, all, (performance.now() - started) / 1000)}. Run folder: ${result.folder}\n`,
    )
  }
  for (const remark of remarksOn(result)) process.stderr.write(`${remark}\n`)
  return lost > 0 ? NOT_WHOLE : 0
}
