/** Which scenario files are meant by files and folders. */
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail } from '../vocabulary/problems.js'

export interface NamedScenario {
  readonly file: string
  /** Of its run's folder among others: the file's name, and a number where several have it. */
  readonly name: string
}

/** Files as they stand; of a folder its YAML files by name, then those of its folders. Each file once. */
export function scenarioFiles(given: readonly string[]): NamedScenario[] {
  const files = given.flatMap((path) => (isFolder(path) ? inFolder(path) : [path]))
  const known = new Set<string>()
  const once = files.filter((file) => {
    const real = realPath(file)
    return !known.has(real) && known.add(real)
  })
  const taken = new Map<string, number>()
  return once.map((file) => {
    const name = basename(file).replace(/\.(ya?ml|html?)$/i, '')
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return { file, name: count === 1 ? name : `${name}-${count}` }
  })
}

function inFolder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  const own = entries.filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name))
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  const files = [
    ...own.map(({ name }) => join(folder, name)),
    ...folders.flatMap(({ name }) => inFolder(join(folder, name))),
  ]
  if (files.length > 0) return files
  return fail({
    code: 'scenario-missing',
    where: { file: folder },
    found: 'a folder without a YAML file',
    expected: 'scenario files (YAML), in it or in its folders',
  })
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Files that are not there are told apart by their names, and reported by whoever opens them. */
function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}
