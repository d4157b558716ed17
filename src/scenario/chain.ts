/** A scenario and the files it extends, merged; with the file, line and column of every field. */
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Problem } from '../vocabulary/problems.js'
import { show } from './issues.js'
import { isPlain } from './plain.js'
import type { Path } from './scenario.js'
import { findNode, placeOf, readYaml, type YamlFile } from './yaml-file.js'

const DEEPEST_CHAIN = 8

export interface Chain {
  /** The merged content; later files of the chain first give way to the nearer ones. */
  readonly content: Record<string, unknown>
  /** Nearest file first. */
  readonly files: readonly YamlFile[]
}

/** Read a file and everything it extends. */
export function readChain(file: string): { chain?: Chain; problems: Problem[] } {
  const files: YamlFile[] = []
  let next: string | undefined = file
  while (next !== undefined) {
    const { yaml, problems } = readYaml(next)
    const child = files.at(-1)
    const unreadable = problems[0]?.where.line === undefined
    if (!yaml && child && unreadable) return { problems: [missingBase(child, problems[0])] }
    if (!yaml) return { problems }
    const circular = files.some((known) => resolve(known.file) === resolve(yaml.file))
    files.push(yaml)
    if (circular || files.length > DEEPEST_CHAIN) return { problems: [circle(files, circular)] }
    const base: unknown = yaml.content['extends']
    if (base !== undefined && (typeof base !== 'string' || base === ''))
      return { problems: [badBase(yaml, base)] }
    next = base && (isAbsolute(base) ? base : join(dirname(yaml.file), base))
  }
  const content = files.reduceRight<Record<string, unknown>>((below, { content, file: from }) => {
    const { extends: _, ...own } = content
    const data =
      own['data'] && typeof own['data'] === 'string' ? { data: resolve(dirname(from), own['data']) } : {}
    return merge(below, { ...own, ...data }, []) as Record<string, unknown>
  }, {})
  return { chain: { content, files }, problems: [] }
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
  return { code: 'wrong-type', where: at(yaml, ['extends']), found: show(base), expected }
}

/** Keys of which a map holds exactly one way to say a value; another way replaces it whole. */
const WAYS = ['by_year', 'by_city', 'total']
/** Maps whose entries are one whole: a child's list of starts by year adds to the base's, but a series replaces it. */
const WHOLE = new Set(['by_year', 'by_city', 'distribution'])

/** Where a value stands; elsewhere `total` may be a name, and `by_city` the weights of a programme. */
function isValue([section, , field, , part]: Path): boolean {
  if (section === 'services' && field === 'programmes') return part !== undefined
  return field !== undefined && ['population', 'services', 'indicators'].includes(String(section))
}

/** Child over base: maps are merged, null takes a key away, lists of targets go by id, correlations by pair. */
function merge(base: unknown, child: unknown, path: Path): unknown {
  if (isPlain(base) && isPlain(child)) {
    if (isValue(path) && WAYS.some((way) => way in base !== way in child)) return child
    if (path.length > 2 && WHOLE.has(String(path.at(-1)))) return child
    const merged: Record<string, unknown> = { ...base }
    for (const [key, value] of Object.entries(child)) {
      if (value === null) delete merged[key]
      else merged[key] = key in merged ? merge(merged[key], value, [...path, key]) : value
    }
    return merged
  }
  if (Array.isArray(base) && Array.isArray(child) && path.length === 1) {
    const keyOf = path[0] === 'targets' ? idOf : path[0] === 'correlations' ? pairOf : undefined
    if (keyOf) return mergeLists(base, child, keyOf, path)
  }
  return child
}

/** What tells the targets of a list apart. */
export const idOf = (item: unknown) => (isPlain(item) ? String(item['id'] ?? '') : '')
/** What tells correlations apart, whichever end is named first. */
export const pairOf = (item: unknown) =>
  isPlain(item) && Array.isArray(item['between']) ? [...item['between']].sort().join('|') : ''

function mergeLists(
  base: unknown[],
  child: unknown[],
  keyOf: (item: unknown) => string,
  path: Path,
): unknown[] {
  const own = new Map([...child].reverse().map((item) => [keyOf(item), item]))
  own.delete('')
  const merged = base.map((item) =>
    own.has(keyOf(item)) ? merge(item, own.get(keyOf(item)), [...path, 0]) : item,
  )
  const known = new Set(base.map(keyOf))
  return [...merged, ...child.filter((item) => !known.has(keyOf(item)) || keyOf(item) === '')]
}
