/** The files of a scenario: gathered into a run's provenance, and written out again to repeat the run. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isDataFile } from '../dataset/reading/folder.js'
import type { Scenario } from '../scenario/scenario.js'
import type { RunProvenance } from '../store/provenance.js'
import { fail } from '../vocabulary/problems.js'
import { type LoadedPlan, loadPlan, type Overrides } from './load-plan.js'

/** Names of the files and their texts, as a provenance has them. */
export function gatherInputFiles(scenario: Scenario): Pick<RunProvenance, 'scenario' | 'files'> {
  const files = scenario.files.map((file) => resolve(file))
  const data = readdirSync(scenario.data).filter(isDataFile)
  const paths = [...files, ...data.map((name) => join(scenario.data, name)), ...drawFiles(scenario)]
  const root = commonFolder(paths)
  const nameOf = (path: string) => relative(root, path).split(sep).join('/')
  const unique = [...new Set(paths)]
  return {
    scenario: nameOf(files[0]),
    files: Object.fromEntries(unique.map((path) => [nameOf(path), readFileSync(path, 'utf8')])),
  }
}

/** Files of draws; each is searched for beside every file of the scenario's chain, nearest first. */
function drawFiles({ uncertainties, files }: Scenario): string[] {
  const named = uncertainties.flatMap(({ distribution }) =>
    distribution.kind === 'empirical' && distribution.joint ? [distribution.joint] : [],
  )
  return [...new Set(named)].flatMap((name) => {
    const found = files.map((file) => resolve(dirname(file), name)).find((path) => existsSync(path))
    return found ? [found] : []
  })
}

function commonFolder(paths: readonly string[]): string {
  const [first, ...rest] = paths.map((path) => dirname(path).split(sep))
  let depth = first.length
  for (const parts of rest)
    while (depth > 0 && parts.slice(0, depth).join() !== first.slice(0, depth).join()) depth--
  return first.slice(0, depth).join(sep) || sep
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'cityward-'))
  } catch (error) {
    return fail({
      code: 'system-refused',
      where: { file: tmpdir() },
      found: `a folder that takes no files (${(error as NodeJS.ErrnoException).code})`,
      expected: 'one for files that are there for a moment',
      hint: 'Name another in TMPDIR.',
    })
  }
}

/** Load the files from a temporary folder, which is removed afterwards. */
export function loadProvenance({ scenario, files }: RunProvenance, overrides: Overrides = {}): LoadedPlan {
  const folder = temporaryFolder()
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, ...name.split('/'))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    return loadPlan(join(folder, ...scenario.split('/')), overrides)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
