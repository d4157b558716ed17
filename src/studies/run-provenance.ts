/** The provenance of a run: written when its draws are done, read again, or a problem that says why there is none. */
import { join, relative } from 'node:path'
import type { Plan } from '../plan/plan.js'
import type { RunIdentity } from '../store/identity.js'
import type { OpenRun } from '../store/open-run.js'
import { type RunProvenance, readProvenance, writeProvenance } from '../store/provenance.js'
import { fail, wholeOrNone } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import type { RequestedRun } from './requested-run.js'
import type { SimulationResult } from './simulate.js'

/**
 * Throws CitywardError where the folder has none: a sweep keeps outcomes, but not the files behind them. Throws NotWholeError
 * where it is not as it was written.
 */
export function provenanceOf({ folder, manifest }: OpenRun): RunProvenance {
  const command = runCommand(folder, manifest.run, manifest.draws)
  return (
    readProvenance(folder, command ?? 'cityward run') ??
    fail({
      code: 'provenance-missing',
      where: { file: folder },
      found: 'no provenance.json, as a sweep leaves it',
      expected: 'the files that a run was made from, which `cityward run` keeps',
      hint: command
        ? `\`${command}\` adds it and the report, and runs nothing anew.`
        : 'It was run from a program, or its levers are drawn; `cityward query` and `cityward sensitivity` read it as it is.',
    })
  )
}

/** Whether levers were drawn beside the uncertainties: over settings that nobody has decided on there are no odds of a plan. */
export const leversDrawn = ({ overrides }: RunIdentity): boolean =>
  /(^|,)levers=/.test(overrides?.design ?? '')

/** The command that adds provenance and report to a run, whose trajectories stay; undefined for one of a program. */
export function runCommand(folder: string, run: RunIdentity, draws: number): string | undefined {
  const { from, overrides, policies, scenario } = run
  if (!from || leversDrawn(run)) return undefined
  const { seed, design } = overrides ?? {}
  const usual =
    scenario?.policies.filter(({ on_request, name }) => !on_request || policies.includes(name)) ?? []
  const all = usual.every(({ name }) => policies.includes(name))
  return [
    'cityward run',
    shellWord(relative('.', join(folder, from.scenario)) || from.scenario),
    `--draws ${draws}`,
    ...(seed === undefined ? [] : [`--seed ${seed}`]),
    ...(design === undefined ? [] : [`--design ${shellWord(design)}`]),
    ...(all ? [] : policies.map((policy) => `--policy ${shellWord(policy)}`)),
    `--out ${shellWord(folder)}`,
  ].join(' ')
}

/** Write what a run was made from: from then on its folder is all that a report needs. */
export function keepProvenance(
  { inputs }: RequestedRun,
  plan: Plan,
  { folder, ran, threads, summary }: SimulationResult,
  seconds: number,
): RunProvenance {
  // one that is not as it was written is replaced
  const before = ran === 0 ? wholeOrNone(() => readProvenance(folder, 'cityward run')) : undefined
  const provenance: RunProvenance = {
    ...inputs,
    draws: summary!.draws,
    seed: plan.seed,
    policies: plan.policies.map(({ name }) => name),
    ran: before?.ran ?? {
      trajectories: ran,
      seconds,
      threads,
      ended: new Date().toISOString(),
    },
  }
  writeProvenance(folder, provenance)
  return provenance
}
