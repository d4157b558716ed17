/** Keys that a map of a YAML document has already: the parser's own look holds every pair of keys against each other. */
import { type Document, isScalar, type Node, visit } from 'yaml'

/** Options for the parser: this file looks for keys that stand twice, and problems are located by ours. */
export const PARSING = { uniqueKeys: false, prettyErrors: false } as const

/** Every key that stands in its map a second time or more, in the order of the text. */
export function keysTwice(document: Document): Node[] {
  const twice: Node[] = []
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) twice.push(key as Node)
        seen.add(key.value)
      }
    },
  })
  return twice
}
