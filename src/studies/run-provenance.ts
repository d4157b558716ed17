/** What a finished run was made from, or why its folder does not say. */
import { join, relative } from 'node:path'
import type { OpenRun } from '../store/open-run.js'
import { type Provenance, readProvenance } from '../store/provenance.js'
import { fail } from '../vocabulary/problems.js'

/** Throws CitywardError where the folder has none, as that of a sweep, which keeps outcomes and not the files behind them. */
export function provenanceOf(run: OpenRun): Provenance {
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

/** The command that makes a run of a sweep; the trajectories stay as they are. */
function hintFor({ folder, manifest }: OpenRun): string {
  const { from, overrides, policies, scenario } = manifest.run
  if (!from) return 'It was run from a program; `cityward query` and `cityward sensitivity` read it as it is.'
  const { seed, design } = overrides ?? {}
  const all = scenario?.policies.every(({ name }) => policies.includes(name)) ?? true
  const words = [
    'cityward run',
    quoted(relative('.', join(folder, from.scenario)) || from.scenario),
    `--draws ${manifest.draws}`,
    ...(seed === undefined ? [] : [`--seed ${seed}`]),
    ...(design === undefined ? [] : [`--design ${quoted(design)}`]),
    ...(all ? [] : policies.map((policy) => `--policy ${policy}`)),
    `--out ${quoted(folder)}`,
  ]
  return `\`${words.join(' ')}\` adds it and the report, and runs nothing anew.`
}

/** As a shell takes a word with blanks in it. */
const quoted = (word: string) => (/[^\w./:=,@%+-]/.test(word) ? `'${word}'` : word)
