/**
 * From text to a tree of the few things a formula may be. mathjs parses; nothing of it evaluates.
 *
 * Only numbers, names, calls, + - * / ^, comparisons, and, or, not and ?: pass; all else is refused by its place.
 */
import { create, parseDependencies } from 'mathjs/number'
import type { FormulaProblem } from './language.js'
import { scan, type Token } from './tokens.js'

export type Tree =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[]; readonly at: number }
  | { readonly kind: 'operation'; readonly operation: string; readonly args: readonly Tree[]; readonly at: number }

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
}

const MOST_NODES = 500
const DEEPEST = 60

let parser: ((text: string) => unknown) | undefined

/** Operators by mathjs's name for them. */
const OPERATIONS = new Set([
  'add', 'subtract', 'multiply', 'divide', 'pow', 'unaryMinus', 'unaryPlus', 'smaller', 'smallerEq', 'larger', 'largerEq',
  'equal', 'unequal', 'and', 'or', 'not',
]) // biome-ignore format: a list reads best as a paragraph

/** Parse a formula; `at` of every part is its offset in the text. Never throws. */
export function parseFormula(text: string): { tree?: Tree; problem?: FormulaProblem } {
  const { names, problem } = scan(text)
  if (problem) return { problem }
  if (text.trim() === '') return { problem: { code: 'formula-empty', at: 0, found: 'an empty formula', expected: 'a formula' } }
  parser ??= create({ parseDependencies }, {}).parse as unknown as (text: string) => unknown
  let parsed: ParsedNode
  try {
    parsed = parser(text) as ParsedNode
  } catch (error) {
    return { problem: syntaxProblem(text, error) }
  }
  const reader = new Reader(names)
  try {
    return { tree: reader.read(parsed, 0) }
  } catch (refused) {
    if (refused instanceof Refusal) return { problem: refused.problem }
    throw refused
  }
}

function syntaxProblem(text: string, error: unknown): FormulaProblem {
  const { char, message } = error as { char?: number; message?: string }
  const at = Math.min(Math.max((char ?? 1) - 1, 0), text.length)
  const words = (message ?? '').replace(/\s*\(char \d+\)\.?$/, '')
  const end = /Unexpected end/.test(words)
  return {
    code: 'formula-broken',
    at,
    found: end ? 'the end of the formula too soon' : `"${text.slice(at, at + 12) || words}" where it makes no sense`,
    expected: 'a whole formula',
    hint: /Parenthesis|parenthesis/.test(words) ? 'A bracket is open.' : undefined,
  }
}

class Refusal extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.found)
  }
}

/** Walks the parser's tree in the order of the text, so that each name meets its token. */
class Reader {
  private next = 0
  private nodes = 0
  private last = 0

  constructor(private readonly names: readonly Token[]) {}

  read(node: ParsedNode, depth: number): Tree {
    if (++this.nodes > MOST_NODES || depth > DEEPEST) {
      this.refuse('formula-too-long', 'a formula of too many parts', `at most ${MOST_NODES}, ${DEEPEST} deep`)
    }
    switch (node.type) {
      case 'ParenthesisNode':
        return this.read(node.content!, depth + 1)
      case 'ConstantNode':
        if (typeof node.value === 'number') return { kind: 'number', value: node.value, at: this.last }
        return this.refuse('formula-not-allowed', `the constant ${String(node.value)}`, 'a number')
      case 'SymbolNode':
        return { kind: 'name', name: node.name!, at: this.take(node.name!) }
      case 'FunctionNode':
        return this.call(node, depth)
      case 'ConditionalNode': {
        const args = [node.condition!, node.trueExpr!, node.falseExpr!].map((arg) => this.read(arg, depth + 1))
        return { kind: 'operation', operation: 'choose', args, at: args[0]!.at }
      }
      case 'OperatorNode':
        return this.operation(node, depth)
      case 'RelationalNode':
        return this.refuse('comparison-chain', 'one comparison after another', 'one comparison', 'Write a < b and b < c.')
      default:
        return this.refuse('formula-not-allowed', `a ${node.type.replace(/Node$/, '').toLowerCase()}`, 'numbers, names, calls and operators')
    }
  }

  private operation(node: ParsedNode, depth: number): Tree {
    const operation = node.fn as string
    if (node.implicit) {
      this.refuse('multiplication-missing', 'two values with nothing between them', 'an operator', 'Write * to multiply.')
    }
    if (!OPERATIONS.has(operation)) this.refuse('formula-not-allowed', `the operator ${operation}`, '+ - * / ^ and comparisons')
    const args = node.args!.map((arg) => this.read(arg, depth + 1))
    if (operation === 'unaryPlus') return args[0]!
    return { kind: 'operation', operation, args, at: args[0]!.at }
  }

  private call(node: ParsedNode, depth: number): Tree {
    const name = (node.fn as ParsedNode).name
    if (name === undefined) return this.refuse('formula-not-allowed', 'a call of something that is no name', 'a function by its name')
    const at = this.take(name)
    return { kind: 'call', name, args: node.args!.map((arg) => this.read(arg, depth + 1)), at }
  }

  /** Offset of the next name of the text; it is the one that the parser has just met. */
  private take(name: string): number {
    const token = this.names[this.next]
    if (token?.text !== name) return this.last
    this.next++
    this.last = token.at
    return token.at
  }

  private refuse(code: string, found: string, expected: string, hint?: string): never {
    throw new Refusal({ code, at: this.last, found, expected, hint })
  }
}
