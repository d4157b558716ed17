/** What could stand next on a command line: files, runs, and names of a scenario or run, for shells that complete. */
import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openRun } from '../../store/open-run.js'
import { loadPlan } from '../../studies/load-plan.js'
import { CitywardError } from '../../vocabulary/problems.js'
import { print } from '../terminal.js'

/** What an option or argument takes. */
export type Wanted = 'scenario' | 'run' | 'target' | 'place' | 'policy' | 'indicator' | 'service'

/** Print one candidate a line, none that does not begin with what is typed. `subject`: the scenario or run of the line. */
export function complete(wanted: Wanted, typed: string, subject: string | undefined): void {
  const found = wanted === 'scenario' || wanted === 'run' ? pathsFor(wanted, typed) : namesIn(wanted, subject)
  for (const one of found) if (one.startsWith(typed)) print(`${one}\n`)
}

/** Folders and scenario files, or folders that hold a run; those under `runs` and `scenarios` where nothing is typed. */
function pathsFor(wanted: 'scenario' | 'run', typed: string): string[] {
  const within = typed.includes('/') ? `${dirname(`${typed}x`)}/` : ''
  const own = entriesOf(within)
  const usual = typed === '' ? entriesOf(wanted === 'run' ? 'runs/' : 'scenarios/') : []
  return [...own, ...usual].filter(
    (path) => path.endsWith('/') || (wanted === 'scenario' && /\.ya?ml$/.test(path)),
  )
}

/** Paths in a folder, folders with a slash. */
function entriesOf(within: string): string[] {
  try {
    return readdirSync(within === '' ? '.' : within)
      .filter((name) => !name.startsWith('.') && name !== 'node_modules')
      .map((name) => `${within}${name}${statSync(join(within, name)).isDirectory() ? '/' : ''}`)
  } catch {
    return []
  }
}

/** Names that a scenario or run has; none where it cannot be read: completion is no place for problems. */
function namesIn(wanted: Exclude<Wanted, 'scenario' | 'run'>, subject: string | undefined): string[] {
  if (subject === undefined) return []
  try {
    const isFile = /\.ya?ml$/.test(subject)
    const { targets, places, policies, indicators } = isFile
      ? loadPlan(subject).plan
      : openRun(subject).header
    switch (wanted) {
      case 'target':
        return targets.map(({ id }) => id)
      case 'place':
        return places.slice(1).map(({ name }) => name.en)
      case 'policy':
        return policies.map(({ name }) => name)
      case 'indicator':
        return indicators.map(({ name }) => name)
      case 'service':
        return servicesIn(subject, isFile)
    }
  } catch (error) {
    if (error instanceof CitywardError) return []
    throw error
  }
}

function servicesIn(subject: string, isFile: boolean): string[] {
  if (isFile) return loadPlan(subject).plan.services.map(({ name }) => name)
  return (
    openRun(subject)
      .header.projections.at(-1)
      ?.services.map(({ service }) => service) ?? []
  )
}
