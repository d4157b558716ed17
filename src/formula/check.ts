/** Gives every part of a formula its shape and unit, and finds all that does not fit. */
import type { ProblemCode } from '../vocabulary/problem-codes.js'
import type { Unit } from '../vocabulary/units.js'
import { hintForCall, hintForName, knownCalls } from './hints.js'
import { BINARY, FUNCTIONS, OVER_CITIES, TERNARY, UNARY } from './operations.js'
import type { Load, Shape } from './program.js'
import { resultUnit } from './result-unit.js'
import type { Argument, FormulaProblem, FormulaScope } from './scope.js'
import type { Tree } from './tree.js'

/** A part whose shape and unit are known. The unit is undefined for literals, which fit any. */
export interface CheckedPart {
  readonly operation: string
  readonly args: readonly CheckedPart[]
  readonly shape: Shape
  readonly unit: Unit | undefined
  readonly value?: number
  readonly load?: Load
}

type Time = Load['time']
type CallTree = Tree & { readonly kind: 'call' }

/** Stands for a part that was refused; what is built on it is not refused again. */
const REFUSED: CheckedPart = { operation: 'refused', args: [], shape: 'number', unit: undefined }

const constant = (value: number, unit?: Unit): CheckedPart => ({
  operation: 'constant',
  args: [],
  shape: 'number',
  unit,
  value,
})

/** Check a tree against a scope; the problems of every part are added to `problems`. */
export function checkTree(tree: Tree, scope: FormulaScope, problems: FormulaProblem[]): CheckedPart {
  return new Checker(scope, problems).check(tree, 'now')
}

class Checker {
  constructor(
    private readonly scope: FormulaScope,
    private readonly problems: FormulaProblem[],
  ) {}

  check(tree: Tree, time: Time): CheckedPart {
    if (tree.kind === 'number') return constant(tree.value)
    if (tree.kind === 'name') return this.name(tree, time)
    if (tree.kind === 'call') return this.call(tree, time)
    const args = tree.args.map((arg) => this.check(arg, time))
    return this.apply(tree.operation, args, tree.at)
  }

  /** What may be said of a time. */
  private scopeOf(time: Time): FormulaScope {
    const { past, years } = this.scope
    if (!past || time === 'now') return this.scope
    return 'back' in time || time.year === years.first ? past : this.scope
  }

  private name({ name, at }: Tree & { readonly kind: 'name' }, time: Time): CheckedPart {
    const scope = this.scopeOf(time)
    const known = scope.names.get(name)
    if (known) return load(known.key, known.shape, known.unit, time)
    const expected = 'an uncertainty, a lever, year or a call'
    return this.refuse('name-unknown', at, `the name "${name}"`, expected, hintForName(name, scope))
  }

  private call(tree: CallTree, time: Time): CheckedPart {
    const { name, args, at } = tree
    if (FUNCTIONS.has(name)) return this.builtIn(tree, time)
    const scope = this.scopeOf(time)
    const call = scope.calls.get(name)
    if (!call) {
      const expected = `one of ${knownCalls(scope).join(', ')}`
      const hint = hintForCall(name, scope)
      return this.refuse('function-unknown', at, `the function "${name}"`, expected, hint)
    }
    const plain: Argument[] = []
    for (const arg of args) {
      if (arg.kind === 'name') plain.push({ word: arg.name })
      else if (arg.kind === 'number') plain.push({ number: arg.value })
      else {
        const found = `a formula inside ${name}(...)`
        return this.refuse('argument-not-plain', arg.at, found, 'a plain name or whole number')
      }
    }
    const answer = call.resolve(plain)
    if (answer.ok) return load(answer.key, answer.shape, answer.unit, time)
    const { argument, found, expected, hint } = answer
    return this.refuse('argument-unknown', args[argument]?.at ?? at, found, expected, hint)
  }

  private builtIn(tree: CallTree, time: Time): CheckedPart {
    const { name, args: trees, at } = tree
    const { least, most, usage } = FUNCTIONS.get(name)!
    if (trees.length < least || trees.length > most) {
      const found = `${trees.length} ${trees.length === 1 ? 'value' : 'values'} in ${name}(...)`
      return this.refuse('arguments-wrong', at, found, usage)
    }
    if (name === 'at') return this.atYear(tree)
    if (name === 'previous') return this.previous(tree, time)
    const args = trees.map((arg) => this.check(arg, time))
    if (TERNARY.has(name)) return this.apply(name, args, at)
    if (name === 'clamp') return this.apply('min', [this.apply('max', [args[0], args[1]], at), args[2]], at)
    if (most === 1) return this.apply(name, args, at)
    return args.slice(1).reduce((so, arg) => this.apply(name, [so, arg], at), args[0])
  }

  private previous({ args, at }: CallTree, time: Time): CheckedPart {
    if (time !== 'now' && 'year' in time) {
      return this.refuse('time-in-time', at, 'previous(...) inside at(...)', 'one of them')
    }
    return this.check(args[0], { back: time === 'now' ? 1 : time.back + 1 })
  }

  private atYear({ args }: CallTree): CheckedPart {
    const [year, inner] = args
    const { first, last } = this.scope.years
    const expected = `a year from ${first} to ${last}`
    if (year.kind !== 'number') {
      return this.refuse('year-not-plain', year.at, 'at(...) without a plain year', expected)
    }
    if (!(year.value >= first && year.value <= last && Number.isInteger(year.value))) {
      return this.refuse('year-outside', year.at, `the year ${year.value}`, expected)
    }
    return this.check(inner, { year: year.value })
  }

  /** An operation on parts that are checked; of constants it is computed at once. */
  private apply(operation: string, args: readonly CheckedPart[], at: number): CheckedPart {
    if (args.includes(REFUSED)) return REFUSED
    if (OVER_CITIES.has(operation)) {
      if (args[0].shape === 'cities') return { operation, args, shape: 'number', unit: args[0].unit }
      const found = `${operation}(...) of one number`
      return this.refuse('one-number', at, found, 'a number for every city', `Leave ${operation}(...) out.`)
    }
    const { unit, problem } = resultUnit(operation, args)
    if (problem) return this.refuse(problem.code, at, problem.found, problem.expected)
    const values = args.flatMap(({ value }) => value ?? [])
    if (values.length === args.length) return constant(fold(operation, values), unit)
    const shape = args.some((arg) => arg.shape === 'cities') ? 'cities' : 'number'
    return { operation, args, shape, unit }
  }

  private refuse(code: ProblemCode, at: number, found: string, expected: string, hint?: string): CheckedPart {
    this.problems.push({ code, at, found, expected, hint })
    return REFUSED
  }
}

function load(key: string, shape: Shape, unit: Unit, time: Time): CheckedPart {
  return { operation: 'load', args: [], shape, unit, load: { key, shape, time } }
}

function fold(operation: string, [x, y, z]: readonly number[]): number {
  const compute = UNARY.get(operation) ?? BINARY.get(operation) ?? TERNARY.get(operation)!
  return compute(x, y, z)
}
