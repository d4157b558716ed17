/**
 * How deep a YAML text is nested, by one look at every character before a parser takes it: parsers call themselves for
 * each level, and one that is thousands deep in calls can end the process without an error that could be caught.
 */

import type { Problem } from '../../vocabulary/problems.js'

/** Levels of brackets, of indents, and of marks before a value. A scenario has some ten. */
const DEEPEST = 100

const [LINE, BLANK, TAB] = ['\n', ' ', '\t'].map((sign) => sign.charCodeAt(0))
const OPENING = codesOf('[{')
const CLOSING = codesOf(']}')
/** `- - - a`, `? ? ? a`: each mark is a list or a map inside the one before it. */
const MARKS = codesOf('-?:')

/** The problem of a text that is too deep, and where it becomes so. */
export function tooDeep(
  text: string,
):
  | { readonly problem: Omit<Problem, 'where'>; readonly place: { line: number; column: number } }
  | undefined {
  const at = tooDeepAt(text)
  if (at === undefined) return undefined
  const before = text.slice(0, at)
  const place = { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
  const found = `more than ${DEEPEST} levels inside each other`
  return { problem: { code: 'yaml-broken', found, expected: 'a few levels' }, place }
}

/** Offset at which a text is deeper than can be read; undefined for any other. */
function tooDeepAt(text: string): number | undefined {
  const indents: number[] = []
  let brackets = 0
  for (let start = 0; start < text.length; ) {
    const line = beginningOf(text, start)
    if (line.marks > DEEPEST) return line.at
    if (!line.empty) {
      while (indents.length > 0 && indents.at(-1)! >= line.indent) indents.pop()
      if (indents.push(line.indent) > DEEPEST) return line.at
    }
    let at = line.at
    for (; at < text.length && text.charCodeAt(at) !== LINE; at++) {
      const code = text.charCodeAt(at)
      if (OPENING.has(code) && ++brackets > DEEPEST) return at
      if (CLOSING.has(code) && brackets > 0) brackets--
    }
    start = at + 1
  }
  return undefined
}

/** The blanks and marks that a line begins with; `at`: offset of what stands behind them. */
function beginningOf(
  text: string,
  start: number,
): { readonly at: number; readonly indent: number; readonly marks: number; readonly empty: boolean } {
  let at = start
  let marks = 0
  let indent: number | undefined
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BLANK || code === TAB) continue
    indent ??= at - start
    const next = text.charCodeAt(at + 1)
    if (!MARKS.has(code) || !(next === BLANK || next === TAB || next === LINE || at + 1 === text.length))
      break
    if (++marks > DEEPEST) break
  }
  const empty = indent === undefined || text.charCodeAt(start + indent) === LINE
  return { at, indent: indent ?? 0, marks, empty }
}

function codesOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)))
}
