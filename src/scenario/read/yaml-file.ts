/** One YAML file: read whatever stands under its name, parsed with the place of every node. */
import {
  type Document,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml'
import { PARSING } from '../../dataset/reading/yaml-keys.js'
import { tooDeep } from '../../dataset/reading/yaml-nesting.js'
import type { Location, Problem } from '../../vocabulary/problems.js'
import { plainContent } from './plain-yaml.js'
import { readText } from './text-file.js'
import { slipsOf } from './yaml-slips.js'

/** A scenario is a page or ten; what is longer was meant for something else. */
const LARGEST_FILE = 1_000_000
/** Lines that a file may have: what is found wrong in each of them is looked up in all. */
const MOST_LINES = 200_000

const EXPECTED = 'a scenario file (YAML)'
const HINTS: Readonly<Record<string, string>> = {
  'file-is-folder': 'Name the scenario file in it.',
  'file-not-text': 'Save the file as UTF-8.',
}

export interface YamlFile {
  readonly file: string
  readonly text: string
  /** The place of every node; computed when it is first needed. */
  readonly nodes: () => Nodes
  /** The whole file as plain data. */
  readonly content: Readonly<Record<string, unknown>>
}

interface Nodes {
  readonly document: Document
  readonly lines: LineCounter
}

/** Read and parse a file; problems where it cannot be read, is not YAML, or is not a map of fields. */
export function readYaml(file: string): { yaml?: YamlFile; problems: Problem[] } {
  const refuse = (problem: Omit<Problem, 'where'>, place?: Partial<Location>) => ({
    problems: [{ ...problem, where: { file, ...place } }],
  })
  const read = readText(file, LARGEST_FILE)
  if ('code' in read) {
    const { code, found, line } = read
    return refuse({ code, found, expected: EXPECTED, hint: HINTS[code] }, line === undefined ? {} : { line })
  }
  const { text } = read
  const lineCount = text.split('\n').length
  if (lineCount > MOST_LINES) {
    const found = `a file of ${lineCount} lines (at most ${MOST_LINES} are read)`
    return refuse({ code: 'file-too-large', found, expected: EXPECTED })
  }
  const deep = tooDeep(text)
  if (deep) return refuse(deep.problem, deep.place)
  const plain = plainContent(text)
  if (plain) {
    return { yaml: { file, text, content: plain, nodes: nodesLater(text) }, problems: [] }
  }
  const { documents, lines } = parseWhole(text)
  const [document, second] = documents
  if (!document || (documents.length === 1 && isEmpty(document)))
    return refuse({ code: 'file-empty', found: 'an empty file', expected: 'a scenario' })
  if (second) {
    const found = `${documents.length} documents, divided by ---`
    const { line } = lines.linePos(second.range[0])
    return refuse({ code: 'documents-several', found, expected: 'one scenario a file' }, { line })
  }
  const slips = slipsOf(document, text)
  if (slips.length > 0) {
    return {
      problems: slips.map(({ at, ...slip }) => {
        const { line, col: column } = lines.linePos(at)
        return { ...slip, where: { file, line, column } }
      }),
    }
  }
  if (!isMap(document.contents)) {
    const found = isScalar(document.contents) ? 'a single value' : 'a list'
    const expected = 'fields such as title, data, years'
    return refuse({ code: 'not-a-map', found, expected }, { line: 1, column: 1 })
  }
  try {
    const content = document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>
    return { yaml: { file, text, nodes: () => ({ document, lines }), content }, problems: [] }
  } catch {
    const found = 'aliases (*name) that repeat parts too many times'
    return refuse({ code: 'aliases-too-many', found, expected: 'a scenario without aliases inside aliases' })
  }
}

function nodesLater(text: string): () => Nodes {
  let nodes: Nodes | undefined
  return () => {
    if (nodes) return nodes
    const { documents, lines } = parseWhole(text)
    nodes = { document: documents[0], lines }
    return nodes
  }
}

function parseWhole(text: string): { documents: readonly Document.Parsed[]; lines: LineCounter } {
  const lines = new LineCounter()
  const { stackTraceLimit } = Error
  // a text of nothing but mistakes has an error for each character, and where in the parser it was found helps nobody
  Error.stackTraceLimit = 0
  try {
    const documents = parseAllDocuments(text, { ...PARSING, lineCounter: lines, merge: false })
    return { documents: documents as Document.Parsed[], lines }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function isEmpty({ contents, errors }: Document): boolean {
  return errors.length === 0 && (contents === null || (isScalar(contents) && contents.value === null))
}

/** The node at a path and its key, as deep as the file goes. */
export function findNode(
  yaml: YamlFile,
  path: readonly (string | number)[],
): { node: Node | undefined; key: Node | undefined; depth: number } {
  let node = yaml.nodes().document.contents as Node | undefined
  let key: Node | undefined
  let depth = 0
  for (const part of path) {
    const next = childOf(node, part)
    if (!next) break
    node = next.node ?? node
    key = next.key
    depth++
  }
  return { node, key, depth }
}

function childOf(node: unknown, part: string | number): { node?: Node; key?: Node } | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node).get(String(part))
    return pair && { node: (pair.value as Node | null) ?? undefined, key: pair.key as Node }
  }
  const items = (node as { items?: Node[] } | undefined)?.items
  const item = typeof part === 'number' ? items?.[part] : undefined
  return item && { node: item, key: item }
}

/** The pairs of a map by their names, which are looked up once for each problem in it. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = PAIRS.get(map)
  if (known) return known
  const pairs = new Map<string, Pair>()
  for (const pair of map.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined
    if (name !== undefined && !pairs.has(name)) pairs.set(name, pair)
  }
  PAIRS.set(map, pairs)
  return pairs
}

const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

/** Line and column of an offset in the file. */
export function placeOf(yaml: YamlFile, offset: number): { line: number; column: number } {
  const { line, col } = yaml.nodes().lines.linePos(offset)
  return { line, column: col }
}
