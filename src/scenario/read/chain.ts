/** A scenario and the files it extends, merged; with the file, line and column of every field. */
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Problem } from '../../vocabulary/problems.js'
import type { Path } from '../scenario.js'
import { type Enclosure, OUTSIDE, placeInPack } from './enclosure.js'
import { isPlain, show } from './plain.js'
import { ownStarts, startsReplaced } from './starts-replaced.js'
import { findNode, placeOf, readYaml, type YamlFile } from './yaml-file.js'

const DEEPEST_CHAIN = 8

export interface Chain {
  /** The merged content; later files of the chain first give way to the nearer ones. */
  readonly content: Record<string, unknown>
  /** Nearest file first. */
  readonly files: readonly YamlFile[]
}

interface ReadChain {
  /** Absent where a file cannot be read. */
  readonly chain?: Chain
  readonly problems: Problem[]
  /** What was replaced and hardly meant to be. */
  readonly warnings: Problem[]
}

/** Read a file and everything it extends; of a packed scenario nothing outside its enclosure. */
export function readChain(file: string, enclosure?: Enclosure): ReadChain {
  const without = (problems: Problem[]): ReadChain => ({ problems, warnings: [] })
  const files: YamlFile[] = []
  let next: string | undefined = file
  while (next !== undefined) {
    const { yaml, problems } = readYaml(next)
    const child = files.at(-1)
    const unreadable = problems[0]?.where.line === undefined
    if (!yaml && child && unreadable) return without([missingBase(child, problems[0])])
    if (!yaml) return without(problems)
    const circular = files.some((known) => resolve(known.file) === resolve(yaml.file))
    files.push(yaml)
    if (circular || files.length > DEEPEST_CHAIN) return without([circle(files, circular)])
    const base: unknown = yaml.content['extends']
    if (base !== undefined && (typeof base !== 'string' || base === '')) return without([badBase(yaml, base)])
    next = base && placeOfBase(yaml, base, enclosure)
    if (base && next === undefined) return without([outside(yaml, 'extends')])
    const { data } = yaml.content
    if (typeof data === 'string' && enclosure && placeInPack(yaml.file, data, enclosure) === undefined)
      return without([outside(yaml, 'data')])
  }
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const [base, ...nearer] = files.map((yaml) => ownContent(yaml, enclosure)).reverse()
  const content = nearer.reduce((below, own, index) => {
    const yaml = files[files.length - 2 - index]
    const reports: MergeReports = {
      missing: (path) => problems.push(nothingToRemove(yaml, path)),
      starts: (path, base, child) => warnings.push(...startsReplaced(at(yaml, path), base, child)),
    }
    return merge(below, own, [], reports) as Record<string, unknown>
  }, base)
  return { chain: { content, files }, problems, warnings }
}

/** What a file says itself; its data folder is looked for beside it. */
function ownContent({ content, file }: YamlFile, enclosure: Enclosure | undefined): Record<string, unknown> {
  const { extends: _, ...own } = content
  const data = own['data']
  if (typeof data !== 'string' || data === '') return own
  const placed = enclosure ? placeInPack(file, data, enclosure) : resolve(dirname(file), data)
  return { ...own, data: placed }
}

function placeOfBase({ file }: YamlFile, base: string, enclosure: Enclosure | undefined): string | undefined {
  if (enclosure) return placeInPack(file, base, enclosure)
  return isAbsolute(base) ? base : join(dirname(file), base)
}

/** A packed scenario is another's: it reads what was packed with it and no file of whoever opens it. */
function outside(yaml: YamlFile, field: 'extends' | 'data'): Problem {
  return {
    code: 'outside-pack',
    where: at(yaml, [field]),
    found: `${show(yaml.content[field])}, ${OUTSIDE}`,
    expected: 'a path within what was packed',
    hint: 'A scenario that comes in a report reads nothing else. Run its own file where you trust it.',
  }
}

const at = (yaml: YamlFile, path: Path) => {
  const { node } = findNode(yaml, path)
  return { file: yaml.file, ...placeOf(yaml, node?.range?.[0] ?? 0), field: path.join('.') }
}

function missingBase(child: YamlFile, problem: Problem): Problem {
  return {
    code: 'base-unreadable',
    where: at(child, ['extends']),
    found: `${problem.found} at ${String(child.content['extends'])}`,
    expected: 'a scenario file to extend',
    hint: 'The path is taken from the folder of this file.',
  }
}

function circle(files: readonly YamlFile[], circular: boolean): Problem {
  const child = files.at(-2)!
  const base = String(child.content['extends'])
  const own = files.length === 2
  return {
    code: circular ? 'extends-circle' : 'extends-too-deep',
    where: at(child, ['extends']),
    found: circular
      ? `${base}, which ${own ? 'is this file itself' : 'extends this file in its turn'}`
      : `a chain of more than ${DEEPEST_CHAIN} files`,
    expected: circular ? 'a chain of files that ends' : `at most ${DEEPEST_CHAIN}`,
  }
}

function badBase(yaml: YamlFile, base: unknown): Problem {
  const expected = 'the name of one scenario file'
  return { code: 'type-wrong', where: at(yaml, ['extends']), found: show(base), expected }
}

/** A field without a value takes one of the base away; where the base has none, something else was meant. */
function nothingToRemove(yaml: YamlFile, path: Path): Problem {
  const { key } = findNode(yaml, path)
  const name = String(path.at(-1))
  const number = /^\d{1,3}$/.test(name) ? 'Write numbers without commas: 1000, not 1,000.' : undefined
  return {
    code: 'nothing-to-remove',
    where: { file: yaml.file, ...placeOf(yaml, key?.range?.[0] ?? 0), field: path.join('.') },
    found: `the field "${name}" without a value`,
    expected: 'a value, or the name of a field of the base file, which is then left out',
    hint: number ?? 'A text with a comma in it goes in quotation marks.',
  }
}

/** Called while files are merged. */
interface MergeReports {
  /** A field without a value that the base does not have. */
  readonly missing: (path: Path) => void
  /** Starts of a programme that take the place of the base's. */
  readonly starts: (
    path: Path,
    base: Readonly<Record<string, unknown>>,
    child: Readonly<Record<string, unknown>>,
  ) => void
}

/** Keys of which a map holds exactly one way to say a value; another way replaces it whole. */
const WAYS = ['by_year', 'by_city', 'total']
/** Maps whose entries are one whole, so that a child's replaces it. */
const WHOLE = new Set(['by_year', 'by_city', 'distribution'])

/** Where a value stands; elsewhere `total` may be a name, and `by_city` the weights of a programme. */
function isValue([section, , field, , part]: Path): boolean {
  if (section === 'services' && field === 'programmes') return part !== undefined
  return field !== undefined && ['population', 'services', 'indicators'].includes(String(section))
}

/** Whether a path leads to the starts of a programme. */
const areStarts = ([section, , field, , part, ...deeper]: Path) =>
  section === 'services' && field === 'programmes' && part === 'starts' && deeper.length === 0

/** Parts of a programme of which a variant's takes the place of the base's: months with their shares, a backlog by year. */
const isWholePart = ([section, , field, , part, ...deeper]: Path) =>
  section === 'services' &&
  field === 'programmes' &&
  (part === 'lead' || part === 'under_way') &&
  deeper.length === 0

/** Child over base: maps are merged, null takes a key away, lists of targets go by id, correlations by pair. */
function merge(base: unknown, child: unknown, path: Path, reports: MergeReports): unknown {
  if (isPlain(base) && isPlain(child)) {
    if (isValue(path) && WAYS.some((way) => way in base !== way in child)) return child
    // a series is one with the way between its years
    if (isValue(path) && 'by_year' in child) return child
    if (areStarts(path)) {
      for (const [year, projects] of Object.entries(child))
        if (projects === null && !(year in base)) reports.missing([...path, year])
      reports.starts(path, base, child)
      return ownStarts(child)
    }
    if (isWholePart(path)) return child
    if (path.length > 2 && WHOLE.has(String(path.at(-1)))) return child
    const merged: Record<string, unknown> = { ...base }
    for (const [key, value] of Object.entries(child)) {
      if (value === null && !(key in merged)) reports.missing([...path, key])
      if (value === null) delete merged[key]
      else merged[key] = key in merged ? merge(merged[key], value, [...path, key], reports) : value
    }
    return merged
  }
  if (Array.isArray(base) && Array.isArray(child) && path.length === 1) {
    const keyOf = path[0] === 'targets' ? idOf : path[0] === 'correlations' ? pairOf : undefined
    if (keyOf) return mergeLists(base, child, keyOf, path, reports)
  }
  return child
}

/** What identifies a target in a list. */
export const idOf = (item: unknown) => (isPlain(item) ? String(item['id'] ?? '') : '')
/** What identifies a correlation, whichever end is named first. */
export const pairOf = (item: unknown) =>
  isPlain(item) && Array.isArray(item['between']) ? [...item['between']].sort().join('|') : ''

function mergeLists(
  base: unknown[],
  child: unknown[],
  keyOf: (item: unknown) => string,
  path: Path,
  reports: MergeReports,
): unknown[] {
  const own = new Map([...child].reverse().map((item) => [keyOf(item), item]))
  own.delete('')
  const merged = base.map((item) =>
    own.has(keyOf(item)) ? merge(item, own.get(keyOf(item)), [...path, 0], reports) : item,
  )
  const known = new Set(base.map(keyOf))
  return [...merged, ...child.filter((item) => !known.has(keyOf(item)) || keyOf(item) === '')]
}
