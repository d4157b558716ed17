/** Where a path of the merged content stands: file, line and column, to the character of a formula. */
import { isScalar, type Node } from 'yaml'
import type { Locate, Path } from '../scenario.js'
import { type Chain, idOf, pairOf } from './chain.js'
import { findNode, placeOf, type YamlFile } from './yaml-file.js'

/** A locator for a chain of files: the nearest file that goes as deep as any answers. */
export function locator(chain: Chain): Locate {
  return (path, at = 0) => {
    const found = chain.files.map((yaml) => ({ yaml, ...findNode(yaml, pathIn(yaml, chain, path)) }))
    const deepest = Math.max(...found.map(({ depth }) => depth))
    const { yaml, node, key, depth } = found.find((candidate) => candidate.depth === deepest)!
    const point = (at === 'key' || depth < path.length ? key : node) ?? node
    const start = typeof at === 'number' && at > 0 ? characterOf(yaml, point, at) : (point?.range?.[0] ?? 0)
    return { file: yaml.file, ...placeOf(yaml, start), field: fieldOf(chain, path) || undefined }
  }
}

/** Targets are named by their id where no other has it. */
function fieldOf(chain: Chain, [list, item, ...rest]: Path): string {
  const all = chain.content[list]
  const id = list === 'targets' && Array.isArray(all) && typeof item === 'number' ? idOf(all[item]) : ''
  const own = id !== '' && (all as unknown[]).filter((other) => idOf(other) === id).length === 1
  return [list, own ? id : item, ...rest].filter((part) => part !== undefined).join('.')
}

/** Places in lists that were merged by id are looked up by id, not by their number in the merged list. */
function pathIn(yaml: YamlFile, chain: Chain, path: Path): Path {
  const [list, item, ...rest] = path
  if ((list !== 'targets' && list !== 'correlations') || item === undefined) return path
  const keyOf = list === 'targets' ? idOf : pairOf
  const merged = chain.content[list]
  const own = yaml.content[list]
  if (!Array.isArray(merged) || !Array.isArray(own)) return path
  if (typeof item === 'number' && chain.files.length === 1) return path
  const asked = typeof item === 'number' ? keyOf(merged[item]) : item
  // of several entries with one key, the second of the merged list is the second of the file
  const before = typeof item === 'number' ? merged.slice(0, item) : []
  const nth = before.filter((other) => keyOf(other) === asked).length
  const places = own.flatMap((candidate, index) => (keyOf(candidate) === asked ? [index] : []))
  const index = places[Math.min(nth, places.length - 1)]
  return index === undefined ? [list] : [list, index, ...rest]
}

/**
 * Offset in the file of a character of a text. YAML folds lines and spaces but leaves all else in its order, so
 * the n-th character that is no space is the n-th in the file as well; an escape counts as the one it stands for.
 */
function characterOf(yaml: YamlFile, node: Node | undefined, offset: number): number {
  const [start, end] = node?.range ?? [0, 0]
  if (!isScalar(node) || typeof node.value !== 'string') return start
  const text = node.value
  const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  const from = block ? yaml.text.indexOf('\n', start) + 1 : start + (quoted ? 1 : 0)
  const source = yaml.text.slice(from, quoted ? end - 1 : end)
  const before = text.slice(0, offset).replace(/\s/g, '').length
  const onCharacter = offset < text.length && /\S/.test(text[offset])
  const units = [...source.matchAll(UNITS[node.type ?? ''] ?? /\S/g)].filter(({ 0: unit }) => !isSpace(unit))
  if (onCharacter) return from + (units[before]?.index ?? 0)
  const last = units[before - 1]
  return last ? from + last.index + last[0].length : start
}

/** What stands for one character of the text, by how the text is quoted. */
const UNITS: Readonly<Record<string, RegExp>> = {
  QUOTE_DOUBLE: /\\(?:x\w{2}|u\w{4}|U\w{8}|[\s\S])|\S/g,
  QUOTE_SINGLE: /''|\S/g,
}

const isSpace = (unit: string) =>
  /^\\[\sntrvfNLP_]$|^\\x(?:09|0a|0d|20|a0)$|^\\u00(?:09|0a|0d|20|a0)$/i.test(unit)
