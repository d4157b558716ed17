/** A first look at a formula's text, before the parser sees it: closed characters, bounded size, places of names. */
import type { FormulaProblem } from './language.js'

const LONGEST = 2000
const MOST_TOKENS = 1000
const DEEPEST = 50
/** Words that are operators, not names. */
const OPERATORS = new Set(['and', 'or', 'not'])
/** Words that the parser would take for constants, operators or units of its own. */
const FOREIGN = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'mod', 'to', 'in', 'xor', 'end', 'i', 'e', 'pi'])

export interface Token {
  readonly text: string
  readonly at: number
}

/** Names and word operators in the order of the text; or the problem that keeps the formula from the parser. */
export function scan(text: string): { names: Token[]; problem?: FormulaProblem } {
  const refuse = (code: string, at: number, found: string, expected: string, hint?: string) => ({
    names: [],
    problem: { code, at, found, expected, hint },
  })
  if (text.length > LONGEST) {
    return refuse('formula-too-long', 0, `a formula of ${text.length} characters`, `at most ${LONGEST}`)
  }
  const names: Token[] = []
  const pattern = /\s+|[A-Za-z_]\w*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|<=|>=|==|!=|[-+*/^(),<>?:]|[^]/gu
  let depth = 0
  let tokens = 0
  for (const match of text.matchAll(pattern)) {
    const [token] = match
    const at = match.index
    if (/^\s/.test(token)) continue
    if (++tokens > MOST_TOKENS) return refuse('formula-too-long', at, `more than ${MOST_TOKENS} parts`, `at most ${MOST_TOKENS}`)
    if (token === '(' && ++depth > DEEPEST) {
      return refuse('formula-too-deep', at, `more than ${DEEPEST} brackets inside each other`, `at most ${DEEPEST}`)
    }
    if (token === ')') depth--
    if (/^[A-Za-z_]/.test(token)) {
      if (FOREIGN.has(token)) return refuse('unknown-name', at, `the word "${token}"`, 'a name of this scenario')
      if (!OPERATORS.has(token)) names.push({ text: token, at })
    } else if (/^\d|^\.\d/.test(token)) {
      if (!Number.isFinite(Number(token))) return refuse('number-too-large', at, `the number ${token}`, 'a number that can be held')
    } else if (!/^[-+*/^(),<>?:]$|^[<>=!]=$/.test(token)) {
      return refuse('character-not-allowed', at, `the character ${named(token)}`, 'names, numbers, + - * / ^ ( ) , ? : and comparisons', hintFor(token))
    }
  }
  return { names }
}

function named(token: string): string {
  const code = token.codePointAt(0)!
  const visible = code > 32 && code < 0x2000 && code !== 127
  return visible || /\p{Script=Han}/u.test(token) ? token : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function hintFor(token: string): string | undefined {
  if (token === '%') return 'Write 3.2 % as 0.032.'
  if (token === '=') return 'To compare, write ==.'
  if (token === '!') return 'Write not(...) or !=.'
  if (token === '，') return 'Use the plain comma.'
  if (token === '（' || token === '）') return 'Use plain brackets.'
  return undefined
}
