/** The files of a scenario: gathered into a run's provenance, and written out again to repeat the run. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { isDataFile } from '../dataset/reading/folder.js'
import type { Scenario } from '../scenario/scenario.js'
import type { RunProvenance } from '../store/provenance.js'
import { diskProblem } from '../store/write-file.js'
import { CitywardError, type Problem } from '../vocabulary/problems.js'
import { type LoadedPlan, loadPlan, type Overrides } from './load-plan.js'

/** What of a provenance says what the run was made from. */
export type ScenarioPack = Pick<RunProvenance, 'scenario' | 'files' | 'root'>

/** Names of the files and their texts, as a provenance has them. */
export function gatherInputFiles(scenario: Scenario): ScenarioPack {
  const paths = filesBehind(scenario)
  const root = commonFolder(paths)
  const nameOf = (path: string) => relative(root, path).split(sep).join('/')
  const unique = [...new Set(paths)]
  const files: Record<string, string> = {}
  let isNamed = false
  for (const path of unique) {
    const [name, bytes] = [nameOf(path), readFileSync(path)]
    addText(files, name, bytes)
    // where a file names another by its whole path, that path means one of the pack
    isNamed ||= !name.endsWith('.csv') && files[name].includes(root)
  }
  return { scenario: nameOf(paths[0]), files, ...(isNamed && { root }) }
}

/** Bytes of a file beyond which its text is kept packed until it is asked for: a nation's tables are a hundred MB. */
const LARGE = 2 ** 20

function addText(files: Record<string, string>, name: string, bytes: Buffer): void {
  if (bytes.length <= LARGE) {
    files[name] = bytes.toString('utf8')
    return
  }
  const packed = deflateRawSync(bytes, { level: 1 })
  Object.defineProperty(files, name, {
    enumerable: true,
    get: () => inflateRawSync(packed).toString('utf8'),
  })
}

/** Paths of all files that a scenario is made of; its own first. */
export function filesBehind(scenario: Scenario): string[] {
  const files = scenario.files.map((file) => resolve(file))
  const data = readdirSync(scenario.data).filter(isDataFile)
  return [...files, ...data.map((name) => join(scenario.data, name)), ...drawFiles(scenario)]
}

/** Files of draws; each is searched for beside every file of the scenario's chain, nearest first. */
function drawFiles({ uncertainties, files }: Scenario): string[] {
  const named = uncertainties.flatMap(({ distribution }) => {
    const file =
      distribution.kind === 'empirical' ? (distribution.joint ?? distribution.ofCities?.file) : undefined
    return file ?? (distribution.kind === 'quantiles' ? (distribution.file ?? []) : [])
  })
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

/**
 * Load the files from a temporary folder, which is removed afterwards. Nothing outside it is read: a scenario that names
 * other files is refused.
 *
 * Throws CitywardError whose places are names of the files.
 */
export function loadProvenance(
  { scenario, files, root }: ScenarioPack,
  overrides: Overrides = {},
): LoadedPlan {
  const within = temporaryFolder()
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(within, ...name.split('/'))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    return loadPlan(join(within, ...scenario.split('/')), {
      ...overrides,
      enclosure: { folder: within, root },
    })
  } catch (error) {
    if (error instanceof CitywardError) throw placedIn(within, error)
    throw diskProblem(within, error)
  } finally {
    rmSync(within, { recursive: true, force: true })
  }
}

function temporaryFolder(): string {
  const name = join(tmpdir(), 'cityward-')
  try {
    // as the system names it, since a path that is held to it may have been followed through a link
    return realpathSync(mkdtempSync(name))
  } catch (error) {
    throw diskProblem(tmpdir(), error)
  }
}

/** Problems with the names that files have in the pack, in place of those of a folder that is gone. */
function placedIn(folder: string, { problems, more }: CitywardError): CitywardError {
  const placed = problems.map((problem): Problem => {
    const file = relative(folder, problem.where.file).split(sep).join('/')
    return file.startsWith('..') ? problem : { ...problem, where: { ...problem.where, file } }
  })
  return new CitywardError(placed, { more })
}
