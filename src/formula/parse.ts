/**
 * From text to a tree of the few things a formula may be. mathjs parses; nothing of it evaluates.
 *
 * Only numbers, names, calls, + - * / ^, comparisons, and, or, not and ?: pass; all else is refused where it
 * stands.
 * Precedence is mathjs's: -2^2 is -4, 2^3^2 is 2^9, and binds closer than or, ?: loosest of all.
 */
import { create, parseDependencies } from 'mathjs/number'
import type { FormulaProblem } from './scope.js'
import { scan, type Token } from './tokens.js'
import { type ParsedNode, readTree, type Tree } from './tree.js'

let parser: ((text: string) => unknown) | undefined

/** Parse a formula; offsets are those of the text. Never throws for what the text says. */
export function parseFormula(text: string): { tree?: Tree; problem?: FormulaProblem } {
  const { tokens, problem } = scan(text)
  if (problem) return { problem }
  if (tokens.length === 0) {
    return { problem: { code: 'formula-empty', at: 0, found: 'an empty formula', expected: 'a formula' } }
  }
  if (tokens.length === 1 && tokens[0].kind !== 'sign') return { tree: single(tokens[0]) }
  parser ??= create({ parseDependencies }, {}).parse as unknown as (text: string) => unknown
  let parsed: ParsedNode
  try {
    // A line's end would end a statement for mathjs, and other spaces of the world are none to it.
    parsed = parser(text.replace(/\s/gu, ' ')) as ParsedNode
  } catch (error) {
    return { problem: syntaxProblem(text, error) }
  }
  return readTree(parsed, tokens)
}

/** A number or a name alone, which half of all formulas are, needs no parser. */
const single = ({ kind, text, at }: Token): Tree =>
  kind === 'number' ? { kind, value: Number(text), at } : { kind: 'name', name: text, at }

/** What mathjs could not read; its `char` counts from 1. */
function syntaxProblem(text: string, error: unknown): FormulaProblem {
  const { char = 1, message = '' } = error as { char?: number; message?: string }
  const at = Math.min(Math.max(char - 1, 0), text.length)
  const rest = text.slice(at).replace(/\s+/gu, ' ').trim()
  const shown = rest.length > 12 ? `${rest.slice(0, 12)}...` : rest
  return {
    code: 'formula-broken',
    at,
    found: rest === '' ? 'the end of the formula too soon' : `"${shown}" where it makes no sense`,
    expected: 'a whole formula',
    hint: brokenHint(text.slice(0, at), rest, message),
  }
}

function brokenHint(before: string, rest: string, message: string): string | undefined {
  if (/parenthesis \)/i.test(message)) return 'A bracket is open.'
  if (/false part/i.test(message)) {
    const nested = before.split('?').length > 2
    return nested ? 'Put a choice inside a choice in brackets.' : 'Write condition ? value : other value.'
  }
  if (before.endsWith('*') && rest.startsWith('*')) return 'To raise to a power, write ^.'
  if (rest.startsWith(')')) return 'Something is missing before the bracket, or the bracket is one too many.'
  if (/\d$/.test(before) && /^,\d/.test(rest)) return 'Write 1,000 as 1000.'
  return undefined
}
