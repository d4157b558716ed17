/** Gives every part of a formula its shape and unit, and finds all that does not fit. */
import { nearest } from '../vocabulary/nearest.js'
import { combineUnits, formatUnit, PURE, sameUnit, type Unit } from '../vocabulary/units.js'
import type { Argument, FormulaProblem, Language } from './language.js'
import { BINARY, FUNCTIONS, OVER_CITIES, SIGNS, UNARY } from './operations.js'
import type { Tree } from './parse.js'
import type { Load, Shape } from './program.js'

/** A part whose shape and unit are known. The unit is undefined for literals, which fit any. */
export interface Typed {
  readonly operation: string
  readonly args: readonly Typed[]
  readonly shape: Shape
  readonly unit: Unit | undefined
  readonly value?: number
  readonly load?: Load
}

type Time = Load['time']

const COMPARISONS = new Set(['smaller', 'smallerEq', 'larger', 'largerEq', 'equal', 'unequal'])
const SAME_UNIT = new Set(['add', 'subtract', 'min', 'max', ...COMPARISONS])

const UNKNOWN: Typed = {
  operation: 'constant',
  args: [],
  shape: 'number',
  unit: undefined,
  value: Number.NaN,
}

/** Check a tree against a language; the problems of every part are added to `problems`. */
export function checkTree(tree: Tree, language: Language, problems: FormulaProblem[]): Typed {
  return new Checker(language, problems).check(tree, 'now')
}

class Checker {
  constructor(
    private readonly language: Language,
    private readonly problems: FormulaProblem[],
  ) {}

  check(tree: Tree, time: Time): Typed {
    if (tree.kind === 'number')
      return { operation: 'constant', args: [], shape: 'number', unit: undefined, value: tree.value }
    if (tree.kind === 'name') return this.name(tree, time)
    if (tree.kind === 'call') return this.call(tree, time)
    return this.apply(
      tree.operation,
      tree.args.map((arg) => this.check(arg, time)),
      tree,
    )
  }

  private name(tree: Tree & { kind: 'name' }, time: Time): Typed {
    const known = this.language.names.get(tree.name)
    if (known) return this.load(known.key, known.shape, known.unit, time)
    const isCall = this.language.calls.has(tree.name) || FUNCTIONS.has(tree.name)
    const near = nearest(tree.name, this.language.names.keys())
    const usage = this.language.calls.get(tree.name)?.usage.split(',')[0]
    return this.refuse(
      'unknown-name',
      tree.at,
      `the name "${tree.name}"`,
      'an uncertainty, a lever, year or a call',
      isCall
        ? `Write ${usage ?? `${tree.name}(...)`}${usage && !usage.includes(')') ? ')' : ''}.`
        : near
          ? `Did you mean ${near}?`
          : undefined,
    )
  }

  private load(key: string, shape: Shape, unit: Unit, time: Time): Typed {
    return { operation: 'load', args: [], shape, unit, load: { key, shape, time } }
  }

  private call(tree: Tree & { kind: 'call' }, time: Time): Typed {
    const { name, args, at } = tree
    if (name === 'at') return this.atYear(tree)
    if (name === 'previous') {
      if (args.length !== 1)
        return this.refuse(
          'wrong-arguments',
          at,
          `${args.length} arguments of previous`,
          'one: previous(expression)',
        )
      if (time !== 'now' && 'year' in time)
        return this.refuse('time-in-time', at, 'previous(...) inside at(...)', 'one of them')
      return this.check(args[0], { back: time === 'now' ? 1 : time.back + 1 })
    }
    if (FUNCTIONS.has(name))
      return this.builtIn(
        tree,
        args.map((arg) => this.check(arg, time)),
      )
    const call = this.language.calls.get(name)
    if (!call) {
      const near = nearest(name, [...this.language.calls.keys(), ...FUNCTIONS.keys()])
      return this.refuse(
        'unknown-function',
        at,
        `the function "${name}"`,
        `one of ${[...this.language.calls.keys(), ...FUNCTIONS.keys()].join(', ')}`,
        near ? `Did you mean ${near}?` : undefined,
      )
    }
    const plain: Argument[] = []
    for (const arg of args) {
      if (arg.kind === 'name') plain.push({ word: arg.name })
      else if (arg.kind === 'number') plain.push({ number: arg.value })
      else
        return this.refuse(
          'argument-not-plain',
          arg.at,
          `a formula inside ${name}(...)`,
          'a plain name or whole number',
        )
    }
    const answer = call.resolve(plain)
    if (answer.ok) return this.load(answer.key, answer.shape, answer.unit, time)
    const place = args[answer.argument]?.at ?? at
    return this.refuse(
      'unknown-argument',
      args[answer.argument]?.kind === 'name' ? place : at,
      answer.found,
      answer.expected,
      answer.hint,
    )
  }

  private atYear({ args, at }: Tree & { kind: 'call' }): Typed {
    const [year, inner] = args
    const { first, last } = this.language.years
    if (args.length !== 2 || year?.kind !== 'number') {
      return this.refuse(
        'wrong-arguments',
        at,
        'at(...) without a year',
        'at(year, expression), the year as a number',
      )
    }
    if (!(year.value >= first && year.value <= last && Number.isInteger(year.value))) {
      return this.refuse('year-outside', at, `the year ${year.value}`, `a year from ${first} to ${last}`)
    }
    return this.check(inner!, { year: year.value })
  }

  private builtIn({ name, args: trees, at }: Tree & { kind: 'call' }, args: readonly Typed[]): Typed {
    const expected = name === 'clamp' ? 3 : name === 'min' || name === 'max' ? 2 : 1
    const fits = expected === 2 ? args.length >= 2 : args.length === expected
    if (!fits)
      return this.refuse(
        'wrong-arguments',
        at,
        `${args.length} arguments of ${name}`,
        `${expected}${expected === 2 ? ' or more' : ''}`,
      )
    const place = trees[0]
    if (name === 'clamp')
      return this.apply('min', [this.apply('max', [args[0], args[1]], place), args[2]], place)
    if (expected === 2) return args.slice(1).reduce((so, arg) => this.apply(name, [so, arg], place), args[0])
    return this.apply(name, args, { ...place, at })
  }

  private apply(operation: string, args: readonly Typed[], { at }: Pick<Tree, 'at'>): Typed {
    if (operation in OVER_CITIES) {
      if (args[0].shape === 'number') {
        return this.refuse(
          'one-number',
          at,
          `${operation}(...) of one number`,
          'a number for every city',
          `Leave ${operation}(...) out.`,
        )
      }
      return { operation, args, shape: 'number', unit: args[0].unit }
    }
    const shape: Shape = args.some((arg) => arg.shape === 'cities') ? 'cities' : 'number'
    const unit = this.unitOf(operation, args, at)
    const fold =
      shape === 'number' && args.every((arg) => arg.value !== undefined && arg.operation === 'constant')
    const value = fold
      ? foldConstants(
          operation,
          args.map((arg) => arg.value!),
        )
      : undefined
    if (value !== undefined) return { operation: 'constant', args: [], shape, unit, value }
    return { operation, args, shape, unit }
  }

  private unitOf(operation: string, args: readonly Typed[], at: number): Unit | undefined {
    const [a, b, c] = args.map((arg) => arg.unit)
    if (SAME_UNIT.has(operation) || operation === 'choose') {
      const [one, other] = operation === 'choose' ? [b, c] : [a, b]
      if (one && other && !sameUnit(one, other)) {
        this.refuse(
          'units-differ',
          at,
          `${formatUnit(one)} ${SIGNS[operation] ?? 'and'} ${formatUnit(other)}`,
          'the same unit on both sides',
        )
      }
      return COMPARISONS.has(operation) ? PURE : (one ?? other)
    }
    if (operation === 'multiply' || operation === 'divide') {
      if (!a && !b) return undefined
      return combineUnits(a ?? PURE, b ?? PURE, operation === 'multiply' ? 1 : -1)
    }
    if (operation === 'pow') return this.unitOfPower(a, args[1], at)
    if (operation === 'exp' || operation === 'log' || operation === 'sqrt') {
      if (a && !sameUnit(a, PURE))
        this.refuse('unit-not-pure', at, `${operation}(...) of ${formatUnit(a)}`, 'a pure number')
      return a
    }
    return operation === 'and' || operation === 'or' || operation === 'not' ? PURE : a
  }

  private unitOfPower(base: Unit | undefined, exponent: Typed, at: number): Unit | undefined {
    if (!base || sameUnit(base, PURE)) return base
    const times = exponent.value
    if (times === undefined || !Number.isInteger(times) || Math.abs(times) > 6) {
      this.refuse(
        'unit-not-pure',
        at,
        `a power of ${formatUnit(base)}`,
        'a whole exponent from -6 to 6, or a pure number',
      )
      return undefined
    }
    let unit: Unit = PURE
    for (let k = 0; k < Math.abs(times); k++) unit = combineUnits(unit, base, times > 0 ? 1 : -1)
    return unit
  }

  private refuse(code: string, at: number, found: string, expected: string, hint?: string): Typed {
    this.problems.push({ code, at, found, expected, hint })
    return UNKNOWN
  }
}

function foldConstants(operation: string, values: readonly number[]): number | undefined {
  const [x, y, z] = values as [number, number, number]
  if (operation === 'choose') return x === 0 ? z : y
  return UNARY[operation]?.(x) ?? BINARY[operation]?.(x, y)
}
