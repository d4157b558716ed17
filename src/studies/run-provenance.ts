/** The provenance of a finished run, or a problem that says why its folder has none. */
import { join, relative } from 'node:path'
import type { OpenRun } from '../store/open-run.js'
import { type RunProvenance, readProvenance } from '../store/provenance.js'
import { fail } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'

/** Throws CitywardError where the folder has none: a sweep keeps outcomes, but not the files behind them. */
export function provenanceOf(run: OpenRun): RunProvenance {
  return (
    readProvenance(run.folder) ??
    fail({
      code: 'provenance-missing',
      where: { file: run.folder },
      found: 'no provenance.json, as a sweep leaves it',
      expected: 'the files that a run was made from, which `cityward run` keeps',
      hint: hintFor(run),
    })
  )
}

/** The command that adds provenance and report to a sweep, whose trajectories stay as they are. */
function hintFor({ folder, manifest }: OpenRun): string {
  const { from, overrides, policies, scenario } = manifest.run
  if (!from) return 'It was run from a program; `cityward query` and `cityward sensitivity` read it as it is.'
  const { seed, design } = overrides ?? {}
  const all = scenario?.policies.every(({ name }) => policies.includes(name)) ?? true
  const words = [
    'cityward run',
    shellWord(relative('.', join(folder, from.scenario)) || from.scenario),
    `--draws ${manifest.draws}`,
    ...(seed === undefined ? [] : [`--seed ${seed}`]),
    ...(design === undefined ? [] : [`--design ${shellWord(design)}`]),
    ...(all ? [] : policies.map((policy) => `--policy ${shellWord(policy)}`)),
    `--out ${shellWord(folder)}`,
  ]
  return `\`${words.join(' ')}\` adds it and the report, and runs nothing anew.`
}
