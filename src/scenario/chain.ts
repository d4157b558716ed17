/** A scenario and the files it extends, merged; with the file, line and column of every field. */
import { dirname, join, resolve } from 'node:path'
import type { Location, Problem } from '../vocabulary/problems.js'
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
    if (!yaml && child && unreadable) return { problems: [missingBase(child, next, problems[0])] }
    if (!yaml) return { problems }
    const circular = files.some((known) => resolve(known.file) === resolve(yaml.file))
    files.push(yaml)
    if (circular || files.length > DEEPEST_CHAIN) return { problems: [circle(files, circular)] }
    const base: unknown = yaml.content['extends']
    if (base !== undefined && typeof base !== 'string') return { problems: [badBase(yaml, base)] }
    next = base === undefined ? undefined : join(dirname(yaml.file), base as string)
  }
  const content = files.reduceRight<Record<string, unknown>>((below, { content, file: from }) => {
    const { extends: _, ...own } = content
    const data = typeof own['data'] === 'string' ? { data: resolve(dirname(from), own['data']) } : {}
    return merge(below, { ...own, ...data }, []) as Record<string, unknown>
  }, {})
  return { chain: { content, files }, problems: [] }
}

const at = (yaml: YamlFile, path: Path) => {
  const { node } = findNode(yaml, path)
  return { file: yaml.file, ...placeOf(yaml, node?.range?.[0] ?? 0), field: path.join('.') }
}

function missingBase(child: YamlFile, base: string, problem: Problem): Problem {
  return {
    code: 'base-unreadable',
    where: at(child, ['extends']),
    found: `${problem.found} at ${base}`,
    expected: 'a scenario file to extend',
    hint: 'The path is taken from the folder of this file.',
  }
}

function circle(files: readonly YamlFile[], circular: boolean): Problem {
  const child = files.at(-2)!
  return {
    code: circular ? 'extends-circle' : 'extends-too-deep',
    where: at(child, ['extends']),
    found: circular
      ? 'a file that extends itself, by way of others or at once'
      : `more than ${DEEPEST_CHAIN} files`,
    expected: 'a chain of files that ends',
  }
}

function badBase(yaml: YamlFile, base: unknown): Problem {
  return {
    code: 'wrong-type',
    where: at(yaml, ['extends']),
    found: Array.isArray(base) ? 'a list' : `${typeof base}`,
    expected: 'the name of one scenario file',
  }
}

/** Keys of which a map holds exactly one way to say a value; another way replaces it whole. */
const WAYS = ['by_year', 'by_city', 'total', 'kind']
/** Maps whose entries are one whole: a child's list of starts by year adds to the base's, but a series replaces it. */
const WHOLE = new Set(['by_year', 'by_city', 'distribution', 'range'])

/** Child over base: maps are merged, null takes a key away, lists of targets go by id, correlations by pair. */
function merge(base: unknown, child: unknown, path: Path): unknown {
  if (isPlain(base) && isPlain(child)) {
    if (WAYS.some((way) => way in base !== way in child) || WHOLE.has(String(path.at(-1)))) return child
    const merged: Record<string, unknown> = { ...base }
    for (const [key, value] of Object.entries(child)) {
      if (value === null) delete merged[key]
      else merged[key] = key in merged ? merge(merged[key], value, [...path, key]) : value
    }
    return merged
  }
  if (Array.isArray(base) && Array.isArray(child)) {
    const keyOf = path[0] === 'targets' ? idOf : path[0] === 'correlations' ? pairOf : undefined
    if (keyOf) return mergeLists(base, child, keyOf, path)
  }
  return child
}

const idOf = (item: unknown) => (isPlain(item) ? String(item['id']) : '')
const pairOf = (item: unknown) =>
  isPlain(item) && Array.isArray(item['between']) ? [...item['between']].sort().join('|') : ''

function mergeLists(
  base: unknown[],
  child: unknown[],
  keyOf: (item: unknown) => string,
  path: Path,
): unknown[] {
  const merged = base.map((item) => {
    const own = child.find((candidate) => keyOf(candidate) === keyOf(item) && keyOf(item) !== '')
    return own === undefined ? item : merge(item, own, [...path, 0])
  })
  const known = new Set(base.map(keyOf))
  return [...merged, ...child.filter((item) => !known.has(keyOf(item)) || keyOf(item) === '')]
}

/** Find where a path of the merged content stands: in the nearest file that goes as deep as any. */
export function locator(chain: Chain): (path: Path, offset?: number, onKey?: boolean) => Location {
  return (path, offset = 0, onKey = false) => {
    const found = chain.files.map((yaml) => ({ yaml, ...findNode(yaml, pathIn(yaml, chain, path)) }))
    const deepest = Math.max(...found.map(({ depth }) => depth))
    const { yaml, node, key, depth } = found.find((candidate) => candidate.depth === deepest)!
    const point = (onKey || depth < path.length ? key : node) ?? node
    const quoted = (point as { type?: string })?.type?.startsWith('QUOTE') ? 1 : 0
    const start = (point?.range?.[0] ?? 0) + (offset > 0 ? offset + quoted : 0)
    return { file: yaml.file, ...placeOf(yaml, start), field: path.join('.') || undefined }
  }
}

/** Places in lists that were merged by id are looked up by id, not by their number in the merged list. */
function pathIn(yaml: YamlFile, chain: Chain, path: Path): Path {
  const [list, item, ...rest] = path
  if ((list !== 'targets' && list !== 'correlations') || item === undefined) return path
  const keyOf = list === 'targets' ? idOf : pairOf
  const merged = chain.content[list]
  const own = yaml.content[list]
  if (!Array.isArray(merged) || !Array.isArray(own)) return path
  const asked = typeof item === 'number' ? keyOf(merged[item]) : item
  const index = own.findIndex((candidate) => keyOf(candidate) === asked)
  return index >= 0 ? [list, index, ...rest] : [list]
}
