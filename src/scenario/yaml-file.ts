/** One YAML file: read with care, parsed with the place of every node. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { type Document, isMap, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { Location, Problem } from '../vocabulary/problems.js'

/** A scenario is a page or ten; what is longer was meant for something else. */
const LARGEST_FILE = 1_000_000

export interface YamlFile {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
  /** The whole file as plain data. */
  readonly content: Readonly<Record<string, unknown>>
}

/** Read and parse a file; problems where it cannot be read, is not YAML, or is not a map of fields. */
export function readYaml(file: string): { yaml?: YamlFile; problems: Problem[] } {
  const refuse = (
    code: string,
    found: string,
    expected: string,
    hint?: string,
    place?: Partial<Location>,
  ) => ({
    problems: [{ code, where: { file, ...place }, found, expected, hint }],
  })
  const text = readText(file)
  if (typeof text !== 'string') return refuse(text.code, text.found, 'a scenario file (YAML)', text.hint)
  if (text.includes('\0'))
    return refuse('not-text', 'bytes that are no text', 'a scenario file (YAML in UTF-8)')
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, merge: false })
  const [document] = documents as Document[]
  if (!document || document.contents === null) return refuse('empty-file', 'an empty file', 'a scenario')
  if (documents.length > 1) {
    return refuse('several-documents', `${documents.length} documents, divided by ---`, 'one scenario a file')
  }
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0])
        const slip =
          error.code === 'DUPLICATE_KEY'
            ? 'the same field twice'
            : `text that is no YAML (${shorten(error.message)})`
        const hint = error.code === 'TAB_AS_INDENT' ? 'Indent with spaces, not tabs.' : undefined
        const code = error.code === 'DUPLICATE_KEY' ? 'field-twice' : 'not-yaml'
        return { code, where: { file, line, column: col }, found: slip, expected: 'valid YAML', hint }
      }),
    }
  }
  if (!isMap(document.contents)) {
    return refuse('not-a-map', 'a list or a single value', 'fields such as title, data, years', undefined, {
      line: 1,
      column: 1,
    })
  }
  try {
    const content = document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>
    return { yaml: { file, document, lines, content }, problems: [] }
  } catch {
    return refuse(
      'too-many-aliases',
      'aliases that repeat parts too many times',
      'a scenario without nested aliases',
    )
  }
}

function readText(file: string): string | { code: string; found: string; hint?: string } {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    const about = fstatSync(handle)
    if (about.isDirectory())
      return { code: 'is-a-folder', found: 'a folder', hint: 'Name the scenario file in it.' }
    if (about.size > LARGEST_FILE) return { code: 'file-too-large', found: `${about.size} bytes` }
    return readFileSync(handle, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EISDIR')
      return { code: 'is-a-folder', found: 'a folder', hint: 'Name the scenario file in it.' }
    if (code === 'ENOENT') return { code: 'no-such-file', found: 'no file of this name' }
    return { code: 'file-unreadable', found: `a file that cannot be read (${code ?? 'unknown reason'})` }
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function shorten(message: string): string {
  return message.split(/ at line |\n/)[0]
}

/** The node at a path and its key, as deep as the file goes. */
export function findNode(
  yaml: YamlFile,
  path: readonly (string | number)[],
): { node: Node | undefined; key: Node | undefined; depth: number } {
  let node = yaml.document.contents as Node | undefined
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
    const pair = node.items.find(
      (item) => String((item.key as { value?: unknown })?.value ?? item.key) === String(part),
    )
    return pair && { node: (pair.value as Node | null) ?? undefined, key: pair.key as Node }
  }
  const items = (node as { items?: Node[] } | undefined)?.items
  const item = typeof part === 'number' ? items?.[part] : undefined
  return item && { node: item, key: item }
}

/** Line and column of an offset in the file. */
export function placeOf(yaml: YamlFile, offset: number): { line: number; column: number } {
  const { line, col } = yaml.lines.linePos(offset)
  return { line, column: col }
}
