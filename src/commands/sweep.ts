/** `cityward sweep`: many trajectories of a scenario by any design, on this machine or as one shard of several. */
import { join } from 'node:path'
import { refuseTooManyDraws } from '../run/draws-limit.js'
import { cautionOf, wholeDraws } from '../sampling/designs.js'
import { chooseDesign } from '../studies/design-choice.js'
import { gatherInputFiles } from '../studies/input-files.js'
import { loadPlan } from '../studies/load-plan.js'
import { drawsOfPoints, sizeRemarks } from '../studies/prepared-run.js'
import { runName } from '../studies/run-name.js'
import { shardOf } from '../studies/shard.js'
import { choosePolicies, simulate } from '../studies/simulate.js'
import { fillOf, type MakingOptions, makeRun } from './end-of-run.js'
import { said } from './screen.js'
import { printAside } from './terminal.js'

export interface SweepOptions extends MakingOptions {
  readonly draws?: number
  /** N in place of draws. */
  readonly points?: number
  readonly seed?: number
  readonly design?: string
  /** Levers that are drawn beside the uncertainties: `sampled` for all of them. */
  readonly levers?: readonly string[]
  readonly policy?: readonly string[]
  readonly shard?: string
  readonly out?: string
}

/** Returns the exit code: 0; 3 where trajectories were lost by the machine; 130 after Ctrl-C. */
export async function sweep(file: string, options: SweepOptions): Promise<number> {
  const { seed, points, draws: asked = points, policy: policies } = options
  const design = designWith(options)
  const shard = options.shard === undefined ? undefined : shardOf(options.shard, process.env)
  const {
    plan: all,
    scenario,
    dataset,
  } = loadPlan(file, { seed, draws: asked, design: await chooseDesign(design) })
  const plan = choosePolicies(all, policies, file)
  const wanted = points === undefined ? scenario.run.draws : drawsOfPoints(plan.design, points)
  const draws = wholeDraws(plan.design, wanted)
  refuseTooManyDraws(plan, draws, file)
  const { fingerprint } = plan
  const folder = options.out ?? join('runs', runName(file, { fingerprint, policies, shard }))
  const overrides = { seed, design }
  const caution = cautionOf(plan.design)
  const remarks = [...(caution ? [caution] : []), ...sizeRemarks(plan, draws)]
  if (!options.quiet) for (const remark of remarks) printAside(`${said(remark)}\n`)
  const fill = await fillOf('sweep', options, { design, pack: () => gatherInputFiles(scenario) })
  return makeRun(options, (making) =>
    simulate(plan, dataset, { folder, draws, scenario, overrides, shard, fill, ...making }),
  )
}

/** The design with the levers that are drawn, as one text: it is kept in the folder, and sent to other machines. */
function designWith({ design, levers }: SweepOptions): string | undefined {
  if (levers === undefined) return design
  const named = `levers=${levers.join('/')}`
  return design === undefined ? named : `${design},${named}`
}
