/** A first look at a formula's text before the parser sees it: closed characters, bounded size, places. */
import type { FormulaProblem } from './scope.js'

const LONGEST = 2000
const LONGEST_PART = 100
const MOST_TOKENS = 1000
const DEEPEST = 50

/** Words of the parser's own that have no meaning here, with what to write instead. */
const FOREIGN: ReadonlyMap<string, string | undefined> = new Map([
  ['true', 'Write 1 for true.'],
  ['false', 'Write 0 for false.'],
  ['xor', 'Write != between two comparisons in brackets.'],
  ['mod', undefined],
  ['in', undefined],
  ['to', undefined],
  ['null', undefined],
  ['undefined', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
])

/** What people type where these signs are meant. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['%', 'Write 3.2 % as 0.032.'],
  ['=', 'To compare, write ==.'],
  ['!', 'Write not(...) or !=.'],
  ['&', 'Write and.'],
  ['|', 'Write or.'],
  ['×', 'Write *.'],
  ['＊', 'Write *.'],
  ['÷', 'Write /.'],
  ['／', 'Write /.'],
  ['＋', 'Write +.'],
  ['−', 'Write the plain minus -.'],
  ['–', 'Write the plain minus -.'],
  ['－', 'Write the plain minus -.'],
  ['≤', 'Write <=.'],
  ['≥', 'Write >=.'],
  ['≠', 'Write !=.'],
  ['，', 'Use the plain comma.'],
  ['：', 'Use the plain colon.'],
  ['？', 'Use the plain question mark.'],
  ['（', 'Use plain brackets.'],
  ['）', 'Use plain brackets.'],
])

/** A name, a number, or a sign: an operator (and, or, not among them), bracket, comma, ? or colon. */
export interface Token {
  readonly kind: 'name' | 'number' | 'sign'
  readonly text: string
  readonly at: number
}

const PATTERN = /\s+|[A-Za-z_]\w*|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?|<=|>=|==|!=|[\s\S]/gu

/** Every part of the text but space, in order; or the problem that keeps the formula from the parser. */
export function scan(text: string): { tokens: readonly Token[]; problem?: FormulaProblem } {
  if (text.length > LONGEST) {
    const found = `a formula of ${text.length} characters`
    return { tokens: [], problem: { code: 'formula-too-long', at: 0, found, expected: `at most ${LONGEST}` } }
  }
  const tokens: Token[] = []
  let depth = 0
  for (const { 0: part, index: at } of text.matchAll(PATTERN)) {
    if (/^\s/.test(part)) continue
    const token: Token = { kind: kindOf(part), text: part, at }
    if (part === '(') depth++
    if (part === ')') depth--
    const before = tokens.at(-1)
    const problem = tooMuch(token, tokens.length, depth) ?? misplaced(token, before) ?? unreadable(token)
    if (problem) return { tokens: [], problem: { ...problem, at } }
    tokens.push(token)
  }
  return { tokens }
}

function kindOf(part: string): Token['kind'] {
  if (/^[A-Za-z_]/.test(part)) return /^(and|or|not)$/.test(part) ? 'sign' : 'name'
  return /^\.?\d/.test(part) ? 'number' : 'sign'
}

type Refusal = Omit<FormulaProblem, 'at'> | undefined

/** What keeps the work of parsing small. */
function tooMuch({ kind, text }: Token, count: number, depth: number): Refusal {
  if (count >= MOST_TOKENS) {
    const found = `more than ${MOST_TOKENS} parts`
    return { code: 'formula-too-long', found, expected: `at most ${MOST_TOKENS}` }
  }
  if (depth > DEEPEST) {
    const found = `more than ${DEEPEST} brackets inside each other`
    return { code: 'formula-too-deep', found, expected: `at most ${DEEPEST}` }
  }
  if (text.length > LONGEST_PART) {
    const found = `a ${kind} of ${text.length} characters`
    return { code: 'formula-too-long', found, expected: `at most ${LONGEST_PART}` }
  }
  return undefined
}

/** What is wrong with a token after the one before it. */
function misplaced({ kind, text, at }: Token, before: Token | undefined): Refusal {
  if (before?.text === 'not' && text !== '(') {
    const expected = 'a bracket after not'
    return { code: 'not-without-brackets', found: `not ${text}`, expected, hint: 'Write not(...).' }
  }
  const touching = before?.kind === 'number' && before.at + before.text.length === at
  if (touching && /^[\w.]/.test(text)) {
    const hint = /^(?!e$|x\d)[a-z]/i.test(text) ? `To multiply, write ${before.text} * ${text}.` : undefined
    return brokenNumber(before.text + text, hint)
  }
  if (kind === 'number' && /^0\d/.test(text)) {
    // min(1,000, x) has three values, and means two.
    return brokenNumber(text, before?.text === ',' ? 'Write 1,000 as 1000.' : undefined)
  }
  return undefined
}

function brokenNumber(text: string, hint: string | undefined): Refusal {
  const expected = 'a number such as 12, 0.5 or 1e6'
  return { code: 'number-broken', found: `the number ${text}`, expected, hint }
}

/** What is wrong with a token wherever it stands. */
function unreadable({ kind, text }: Token): Refusal {
  if (FOREIGN.has(text)) {
    const expected = 'a name of this scenario'
    return { code: 'name-unknown', found: `the word "${text}"`, expected, hint: FOREIGN.get(text) }
  }
  if (kind === 'number' && !Number.isFinite(Number(text))) {
    return { code: 'number-too-large', found: `the number ${text}`, expected: 'a number that can be held' }
  }
  if (kind === 'sign' && !/^([-+*/^(),<>?:]|[<>=!]=|and|or|not)$/.test(text)) {
    const found = `the character ${spoken(text)}`
    const expected = 'names, numbers, + - * / ^ ( ) , ? : and comparisons'
    return { code: 'character-not-allowed', found, expected, hint: HINTS.get(text) }
  }
  return undefined
}

/** The character itself where it can be seen, else its code point. */
function spoken(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
