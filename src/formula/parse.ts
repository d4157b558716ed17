/**
 * From text to a tree of the few things a formula may be. mathjs parses; nothing of it evaluates.
 *
 * Only numbers, names, calls, + - * / ^, comparisons, and, or, not and ?: pass; all else is refused by its place.
 * Precedence is mathjs's: -2^2 is -4, 2^3^2 is 2^9, and binds closer than or, ?: loosest of all.
 */
import { create, parseDependencies } from 'mathjs/number'
import type { FormulaProblem } from './language.js'
import { scan, type Token } from './tokens.js'

/** Where a part stands: from start to end with its own brackets; `at` is its name, number or operator. */
interface Span {
  readonly start: number
  readonly end: number
  readonly at: number
}

export type Tree = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] }
    | { readonly kind: 'operation'; readonly operation: string; readonly args: readonly Tree[] }
  )

/** What is read of a node of mathjs. */
interface ParsedNode {
  readonly type: string
  readonly value?: unknown
  readonly name?: string
  readonly fn?: ParsedNode | string
  readonly args?: readonly ParsedNode[]
  readonly implicit?: boolean
  readonly content?: ParsedNode
  readonly condition?: ParsedNode
  readonly trueExpr?: ParsedNode
  readonly falseExpr?: ParsedNode
  readonly params?: readonly ParsedNode[]
}

const MOST_NODES = 500
const DEEPEST = 60

/** Operators by mathjs's name for them, with their sign. */
const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['pow', '^'],
  ['unaryMinus', '-'],
  ['unaryPlus', '+'],
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
  ['equal', '=='],
  ['unequal', '!='],
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
])

let parser: ((text: string) => unknown) | undefined

/** Parse a formula; offsets are those of the text. Never throws for what the text says. */
export function parseFormula(text: string): { tree?: Tree; problem?: FormulaProblem } {
  const { tokens, problem } = scan(text)
  if (problem) return { problem }
  if (tokens.length === 0) {
    return { problem: { code: 'formula-empty', at: 0, found: 'an empty formula', expected: 'a formula' } }
  }
  parser ??= create({ parseDependencies }, {}).parse as unknown as (text: string) => unknown
  let parsed: ParsedNode
  try {
    // A line's end would end a statement for mathjs, and other spaces of the world are none to it.
    parsed = parser(text.replace(/\s/gu, ' ')) as ParsedNode
  } catch (error) {
    return { problem: syntaxProblem(text, error) }
  }
  try {
    return { tree: new Reader(tokens).readAll(parsed) }
  } catch (refused) {
    if (refused instanceof Refusal) return { problem: refused.problem }
    throw refused
  }
}

function syntaxProblem(text: string, error: unknown): FormulaProblem {
  const { char, message = '' } = error as { char?: number; message?: string }
  const at = Math.min(Math.max((char ?? 1) - 1, 0), text.length)
  const rest = text.slice(at).trim()
  const shown = rest.length > 12 ? `${rest.slice(0, 12)}...` : rest
  return {
    code: 'formula-broken',
    at,
    found: rest === '' ? 'the end of the formula too soon' : `"${shown}" where it makes no sense`,
    expected: 'a whole formula',
    hint: brokenHint(rest, message),
  }
}

function brokenHint(rest: string, message: string): string | undefined {
  if (/parenthesis \)/i.test(message)) return 'A bracket is open.'
  if (/false part/i.test(message)) return 'Write condition ? value : other value.'
  if (rest.startsWith('*')) return 'To raise to a power, write ^.'
  return undefined
}

class Refusal extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.found)
  }
}

/**
 * Walks the parser's tree beside the tokens of the text: every bracket, name, number and sign of the tree must be
 * the next token, so each part has its place, and nothing that the parser reads otherwise than we do can pass.
 */
class Reader {
  private next = 0
  private nodes = 0

  constructor(private readonly tokens: readonly Token[]) {}

  readAll(node: ParsedNode): Tree {
    const tree = this.read(node, 0)
    return this.next === this.tokens.length ? tree : this.misread()
  }

  private read(node: ParsedNode, depth: number): Tree {
    if (++this.nodes > MOST_NODES || depth > DEEPEST) {
      this.refuse('formula-too-long', 'a formula of too many parts', `at most ${MOST_NODES}, ${DEEPEST} deep`)
    }
    switch (node.type) {
      case 'ParenthesisNode': {
        const { at: start } = this.take('(')
        const inner = this.read(node.content!, depth + 1)
        return { ...inner, start, end: this.take(')').at + 1 }
      }
      case 'ConstantNode': {
        const { at, text } = this.take()
        const value = Number(text)
        return value === node.value ? { kind: 'number', value, ...spanOf(at, text) } : this.misread()
      }
      case 'SymbolNode':
        return { kind: 'name', name: node.name!, ...spanOf(this.take(node.name).at, node.name!) }
      case 'FunctionNode':
        return this.call(node, depth)
      case 'ConditionalNode':
        return this.choice(node, depth)
      case 'OperatorNode':
        return this.operation(node, depth)
      case 'RelationalNode':
        return this.chain(node, depth)
      default: {
        const kind = node.type.replace(/Node$/, '').toLowerCase()
        return this.refuse('formula-not-allowed', `a ${kind}`, 'numbers, names, calls and operators')
      }
    }
  }

  private operation(node: ParsedNode, depth: number): Tree {
    const operation = node.fn as string
    const sign = OPERATIONS.get(operation)
    if (!sign)
      return this.refuse('formula-not-allowed', `the operator ${operation}`, '+ - * / ^ and comparisons')
    const [first, second] = node.args!
    if (!second) {
      const { at } = this.take(sign)
      const arg = this.read(first, depth + 1)
      if (operation === 'unaryPlus') return { ...arg, start: at }
      return { kind: 'operation', operation, args: [arg], at, start: at, end: arg.end }
    }
    // A long sum or product leans to the left without being deep.
    const left = this.read(first, first.type === 'OperatorNode' ? depth : depth + 1)
    if (node.implicit) {
      this.refuse(
        'multiplication-missing',
        'two values with nothing between them',
        'an operator',
        'Write * to multiply.',
      )
    }
    const { at } = this.take(sign)
    const right = this.read(second, depth + 1)
    return { kind: 'operation', operation, args: [left, right], at, start: left.start, end: right.end }
  }

  private choice(node: ParsedNode, depth: number): Tree {
    const condition = this.read(node.condition!, depth + 1)
    const { at } = this.take('?')
    const chosen = this.read(node.trueExpr!, depth + 1)
    this.take(':')
    const other = this.read(node.falseExpr!, depth + 1)
    const args = [condition, chosen, other]
    return { kind: 'operation', operation: 'choose', args, at, start: condition.start, end: other.end }
  }

  private call(node: ParsedNode, depth: number): Tree {
    const { type, name } = node.fn as ParsedNode
    if (type !== 'SymbolNode' || name === undefined) {
      return this.refuse(
        'formula-not-allowed',
        'a call of something that is no name',
        'a function by its name',
      )
    }
    const { at } = this.take(name)
    this.take('(')
    const args = node.args!.map((arg, index) => {
      if (index > 0) this.take(',')
      return this.read(arg, depth + 1)
    })
    return { kind: 'call', name, args, at, start: at, end: this.take(')').at + 1 }
  }

  /** a < b < c: the place of the second comparison is what helps. */
  private chain(node: ParsedNode, depth: number): never {
    this.read(node.params![0], depth + 1)
    this.take()
    this.read(node.params![1], depth + 1)
    return this.refuse(
      'comparison-chain',
      'one comparison after another',
      'one comparison',
      'Write a < b and b < c.',
    )
  }

  private take(text?: string): Token {
    const token = this.tokens[this.next]
    if (!token || (text !== undefined && token.text !== text)) return this.misread()
    this.next++
    return token
  }

  private misread(): never {
    return this.refuse(
      'formula-not-allowed',
      'something that is no formula',
      'numbers, names, calls and operators',
    )
  }

  private refuse(code: string, found: string, expected: string, hint?: string): never {
    const at = (this.tokens[this.next] ?? this.tokens.at(-1)!).at
    throw new Refusal({ code, at, found, expected, hint })
  }
}

function spanOf(at: number, text: string): Span {
  return { at, start: at, end: at + text.length }
}
