/** Gives every part of a formula its shape and unit, and finds all that does not fit. */
import { nearest } from '../vocabulary/nearest.js'
import type { Unit } from '../vocabulary/units.js'
import type { Argument, FormulaProblem, Language } from './language.js'
import { BINARY, FUNCTIONS, OVER_CITIES, UNARY } from './operations.js'
import type { Tree } from './parse.js'
import type { Load, Shape } from './program.js'
import { unitOf } from './unit-of.js'

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
type CallTree = Tree & { readonly kind: 'call' }

/** Stands for a part that was refused; what is built on it is not refused again. */
const REFUSED: Typed = { operation: 'refused', args: [], shape: 'number', unit: undefined }

const constant = (value: number, unit?: Unit): Typed => ({
  operation: 'constant',
  args: [],
  shape: 'number',
  unit,
  value,
})

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
    if (tree.kind === 'number') return constant(tree.value)
    if (tree.kind === 'name') return this.name(tree, time)
    if (tree.kind === 'call') return this.call(tree, time)
    const args = tree.args.map((arg) => this.check(arg, time))
    return this.apply(tree.operation, args, tree.at)
  }

  private name({ name, at }: Tree & { readonly kind: 'name' }, time: Time): Typed {
    const known = this.language.names.get(name)
    if (known) return load(known.key, known.shape, known.unit, time)
    const expected = 'an uncertainty, a lever, year or a call'
    return this.refuse({
      code: 'unknown-name',
      at,
      found: `the name "${name}"`,
      expected,
      hint: this.hintFor(name),
    })
  }

  /** A call written without brackets, a slip of the fingers, or what the language has for such a word. */
  private hintFor(name: string): string | undefined {
    const usage = this.language.calls.get(name)?.usage ?? FUNCTIONS.get(name)?.usage
    if (usage) return `Write ${usage.slice(0, usage.indexOf(')') + 1)}.`
    const meant = nearest(name, this.language.names.keys()) ?? this.language.meantBy?.(name)
    return meant && `Did you mean ${meant}?`
  }

  private call(tree: CallTree, time: Time): Typed {
    const { name, args, at } = tree
    if (FUNCTIONS.has(name)) return this.builtIn(tree, time)
    const call = this.language.calls.get(name)
    if (!call) return this.unknownFunction(name, at)
    const plain: Argument[] = []
    for (const arg of args) {
      if (arg.kind === 'name') plain.push({ word: arg.name })
      else if (arg.kind === 'number') plain.push({ number: arg.value })
      else {
        const found = `a formula inside ${name}(...)`
        return this.refuse({
          code: 'argument-not-plain',
          at: arg.at,
          found,
          expected: 'a plain name or whole number',
        })
      }
    }
    const answer = call.resolve(plain)
    if (answer.ok) return load(answer.key, answer.shape, answer.unit, time)
    const { argument, found, expected, hint } = answer
    return this.refuse({ code: 'unknown-argument', at: args[argument]?.at ?? at, found, expected, hint })
  }

  private unknownFunction(name: string, at: number): Typed {
    const known = [...this.language.calls.keys(), ...FUNCTIONS.keys()]
    const near = nearest(name, known)
    const hint = near && `Did you mean ${near}?`
    const expected = `one of ${known.join(', ')}`
    return this.refuse({ code: 'unknown-function', at, found: `the function "${name}"`, expected, hint })
  }

  private builtIn(tree: CallTree, time: Time): Typed {
    const { name, args: trees, at } = tree
    const { least, most, usage } = FUNCTIONS.get(name)!
    if (trees.length < least || trees.length > most) {
      const found = `${trees.length} ${trees.length === 1 ? 'value' : 'values'} in ${name}(...)`
      return this.refuse({ code: 'wrong-arguments', at, found, expected: usage })
    }
    if (name === 'at') return this.atYear(tree)
    if (name === 'previous') return this.previous(tree, time)
    const args = trees.map((arg) => this.check(arg, time))
    if (name === 'clamp') return this.apply('min', [this.apply('max', [args[0], args[1]], at), args[2]], at)
    if (most === 1) return this.apply(name, args, at)
    return args.slice(1).reduce((so, arg) => this.apply(name, [so, arg], at), args[0])
  }

  private previous({ args, at }: CallTree, time: Time): Typed {
    if (time !== 'now' && 'year' in time) {
      const expected = 'one of them'
      return this.refuse({ code: 'time-in-time', at, found: 'previous(...) inside at(...)', expected })
    }
    return this.check(args[0], { back: time === 'now' ? 1 : time.back + 1 })
  }

  private atYear({ args }: CallTree): Typed {
    const [year, inner] = args
    const { first, last } = this.language.years
    const expected = `a year from ${first} to ${last}`
    if (year.kind !== 'number') {
      return this.refuse({
        code: 'year-not-plain',
        at: year.at,
        found: 'at(...) without a plain year',
        expected,
      })
    }
    if (!(year.value >= first && year.value <= last && Number.isInteger(year.value))) {
      return this.refuse({ code: 'year-outside', at: year.at, found: `the year ${year.value}`, expected })
    }
    return this.check(inner, { year: year.value })
  }

  /** An operation on parts that are checked; of constants it is worked out at once. */
  private apply(operation: string, args: readonly Typed[], at: number): Typed {
    if (args.includes(REFUSED)) return REFUSED
    if (operation in OVER_CITIES) {
      if (args[0].shape === 'cities') return { operation, args, shape: 'number', unit: args[0].unit }
      const found = `${operation}(...) of one number`
      const hint = `Leave ${operation}(...) out.`
      return this.refuse({ code: 'one-number', at, found, expected: 'a number for every city', hint })
    }
    const { unit, problem } = unitOf(operation, args)
    if (problem) return this.refuse({ ...problem, at })
    const values = args.flatMap(({ value }) => value ?? [])
    if (values.length === args.length) return constant(foldConstants(operation, values), unit)
    const shape = args.some((arg) => arg.shape === 'cities') ? 'cities' : 'number'
    return { operation, args, shape, unit }
  }

  private refuse(problem: FormulaProblem): Typed {
    this.problems.push(problem)
    return REFUSED
  }
}

function load(key: string, shape: Shape, unit: Unit, time: Time): Typed {
  return { operation: 'load', args: [], shape, unit, load: { key, shape, time } }
}

function foldConstants(operation: string, [x, y, z]: readonly number[]): number {
  if (operation === 'choose') return x === 0 ? z : y
  return operation in UNARY ? UNARY[operation](x) : BINARY[operation](x, y)
}
