/** The provenance of a finished run, or a problem that says why its folder has none. */
import { join, relative } from 'node:path'
import type { RunIdentity } from '../store/identity.js'
import type { OpenRun } from '../store/open-run.js'
import { type RunProvenance, readProvenance } from '../store/provenance.js'
import { fail } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'

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
        : 'It was run from a program; `cityward query` and `cityward sensitivity` read it as it is.',
    })
  )
}

/** The command that adds provenance and report to a run, whose trajectories stay; undefined for one of a program. */
export function runCommand(folder: string, run: RunIdentity, draws: number): string | undefined {
  const { from, overrides, policies, scenario } = run
  if (!from) return undefined
  const { seed, design } = overrides ?? {}
  const all = scenario?.policies.every(({ name }) => policies.includes(name)) ?? true
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
