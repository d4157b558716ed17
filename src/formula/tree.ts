/** The few things a formula may be, read off mathjs's tree; what else mathjs knows is refused. */
import type { ProblemCode } from '../vocabulary/problem-codes.js'
import { SIGNS } from './operations.js'
import type { FormulaProblem } from './scope.js'
import type { Token } from './tokens.js'

/** A part of a formula; `at` is the offset of its name, number or operator in the text. */
export type Tree = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] }
  | { readonly kind: 'operation'; readonly operation: string; readonly args: readonly Tree[] }
)

/** What is read of a node of mathjs. */
export interface ParsedNode {
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
const ALLOWED = 'numbers, names, calls and operators'

/** The tree of a formula that mathjs has parsed, or the problem of the first part that is none of ours. */
export function readTree(
  node: ParsedNode,
  tokens: readonly Token[],
): { tree?: Tree; problem?: FormulaProblem } {
  try {
    return { tree: new Reader(tokens).readAll(node) }
  } catch (refused) {
    if (refused instanceof Refusal) return { problem: refused.problem }
    throw refused
  }
}

class Refusal extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.found)
  }
}

/**
 * Walks the parser's tree beside the tokens of the text: every bracket, name, number and sign of the tree
 * must be the next token. So each part has its place, and nothing passes that mathjs reads otherwise than we.
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
      const expected = `at most ${MOST_NODES}, ${DEEPEST} deep`
      this.refuse('formula-too-long', 'a formula of too many parts', expected)
    }
    switch (node.type) {
      case 'ParenthesisNode': {
        this.take('(')
        const inner = this.read(node.content!, depth + 1)
        this.take(')')
        return inner
      }
      case 'ConstantNode': {
        const { at, text } = this.take()
        const value = Number(text)
        return value === node.value ? { kind: 'number', value, at } : this.misread()
      }
      case 'SymbolNode':
        return { kind: 'name', name: node.name!, at: this.take(node.name).at }
      case 'FunctionNode':
        return this.call(node, depth)
      case 'ConditionalNode':
        return this.choice(node, depth)
      case 'OperatorNode':
        return node.args!.length === 1 ? this.unary(node, depth) : this.binary(node, depth)
      case 'RelationalNode':
        return this.chain(node, depth)
      default: {
        const kind = node.type.replace(/Node$/, '').toLowerCase()
        return this.refuse('formula-not-allowed', `a ${kind}`, ALLOWED)
      }
    }
  }

  private unary(node: ParsedNode, depth: number): Tree {
    const operation = node.fn as string
    const [inner] = node.args!
    const { at } = this.take(this.signOf(operation))
    if (operation === 'not' && inner.type !== 'ParenthesisNode') {
      // mathjs reads not(a) ^ b as not(a ^ b).
      const hint = 'Write (not(...)) ^ ... instead.'
      this.refuse('not-without-brackets', 'a power of not(...)', 'brackets around not(...)', hint)
    }
    const arg = this.read(inner, depth + 1)
    return operation === 'unaryPlus' ? arg : { kind: 'operation', operation, args: [arg], at }
  }

  private binary(node: ParsedNode, depth: number): Tree {
    const operation = node.fn as string
    const [first, second] = node.args!
    // A long sum or product leans to the left without being deep.
    const left = this.read(first, first.type === 'OperatorNode' ? depth : depth + 1)
    if (node.implicit) {
      const found = 'two values with nothing between them'
      this.refuse('multiplication-missing', found, 'an operator', 'Write * to multiply.')
    }
    const { at } = this.take(this.signOf(operation))
    const right = this.read(second, depth + 1)
    return { kind: 'operation', operation, args: [left, right], at }
  }

  private choice(node: ParsedNode, depth: number): Tree {
    const condition = this.read(node.condition!, depth + 1)
    const { at } = this.take('?')
    const chosen = this.read(node.trueExpr!, depth + 1)
    this.take(':')
    const other = this.read(node.falseExpr!, depth + 1)
    return { kind: 'operation', operation: 'choose', args: [condition, chosen, other], at }
  }

  private call(node: ParsedNode, depth: number): Tree {
    const { type, name } = node.fn as ParsedNode
    if (type !== 'SymbolNode' || name === undefined) return this.misread()
    const { at } = this.take(name)
    this.take('(')
    const args = node.args!.map((arg, index) => {
      if (index > 0) this.take(',')
      return this.read(arg, depth + 1)
    })
    this.take(')')
    return { kind: 'call', name, args, at }
  }

  /** a < b < c: the place of the second comparison is what helps. */
  private chain(node: ParsedNode, depth: number): never {
    this.read(node.params![0], depth + 1)
    this.take()
    this.read(node.params![1], depth + 1)
    const found = 'one comparison after another'
    return this.refuse('comparison-chain', found, 'one comparison', 'Write a < b and b < c.')
  }

  /** The sign of an operator of ours; mathjs has many that are not. */
  private signOf(operation: string): string {
    return SIGNS.get(operation) ?? this.misread()
  }

  private take(text?: string): Token {
    const token = this.tokens[this.next]
    if (!token || (text !== undefined && token.text !== text)) return this.misread()
    this.next++
    return token
  }

  private misread(): never {
    return this.refuse('formula-not-allowed', 'something that is no formula', ALLOWED)
  }

  private refuse(code: ProblemCode, found: string, expected: string, hint?: string): never {
    const at = (this.tokens[this.next] ?? this.tokens.at(-1)!).at
    throw new Refusal({ code, at, found, expected, hint })
  }
}
