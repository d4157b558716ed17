/** `cityward resume`: a run folder that is finished by what it holds itself. */
import { refuseUpdated } from '../store/updated-run.js'
import { packOfRun, reopenRun } from '../studies/reopen-run.js'
import { simulate } from '../studies/simulate.js'
import { fail } from '../vocabulary/problems.js'
import { fillOf, type MakingOptions, makeRun } from './end-of-run.js'

/** Returns the exit code of the run that is resumed. Throws CitywardError where anything it is of has changed. */
export async function resume(folder: string, options: MakingOptions): Promise<number> {
  refuseUpdated(folder, 'resume')
  const { run, plan, scenario, dataset } = await reopenRun(folder)
  const { draws, until, shard, overrides } = run
  if (options.queue !== undefined && until !== undefined)
    fail({
      code: 'options-conflict',
      where: { file: 'cityward resume' },
      found: '--queue and a run with --until',
      expected: 'a run whose draws are known',
      hint: 'A run that ends by itself is made on one machine.',
    })
  const fill = await fillOf('resume', options, {
    design: overrides?.design,
    pack: () => packOfRun(run, scenario),
  })
  return makeRun(options, (making) =>
    simulate(plan, dataset, { folder, draws, until, shard, overrides, scenario, fill, ...making }),
  )
}
