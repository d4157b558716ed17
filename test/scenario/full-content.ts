import { type Document, LineCounter, parseAllDocuments } from 'yaml'
import { slipsOf } from '../../src/scenario/read/yaml-slips.js'

/** What the parser with places makes of a text; undefined where it finds anything wrong. */
export function fullContent(text: string): unknown {
  const options = { lineCounter: new LineCounter(), uniqueKeys: true, merge: false }
  const [document, second] = parseAllDocuments(text, options) as Document.Parsed[]
  if (!document || second || slipsOf(document, text).length > 0) return undefined
  return document.toJS({ maxAliasCount: 100 })
}
