/**
 * Formulas made of chance that the compiler takes: units agree, nothing is worked out of plain numbers alone, and every
 * function of the language has its turn. What they come to is anything, no number and numbers without end included.
 */
import type { Chance } from './chance.js'

/** A formula, and whether it has a number for every city. */
export interface Said {
  readonly text: string
  readonly isWide: boolean
}

/** What formulas may name: pure numbers, and persons. */
export interface Words {
  readonly pure: readonly Said[]
  readonly persons: readonly Said[]
  /** Of the pure ones, those that are an uncertainty or a lever. */
  readonly causes: readonly Said[]
}

export interface FormulaMaker {
  readonly pure: (depth: number) => Said
  readonly persons: (depth: number) => Said
  /** An uncertainty or a lever alone, where there is one. */
  readonly cause: () => Said | undefined
}

const LITERALS = ['0', '0.5', '1', '2', '3', '0.1', '(-1)', '(-0.25)']
const COMPARISONS = ['<', '<=', '>', '>=', '==', '!=']
const PURE_ONLY = ['sqrt', 'exp', 'log']
const OF_ONE = ['abs', 'round', 'floor', 'ceil']
const OVER_CITIES = ['sum', 'highest', 'lowest']

/** words: of them at least one pure that is no plain number; years: that at(..) may name, none where there is no at(..). */
export function createFormulaMaker(chance: Chance, words: Words, years: readonly number[]): FormulaMaker {
  const { pick, odds, whole } = chance
  /** Within at(year, ..), where previous(..) has no meaning. */
  let inYear = false
  type Make = (depth: number) => Said

  const made = (text: string, ...parts: readonly Said[]): Said => ({
    text,
    isWide: parts.some(({ isWide }) => isWide),
  })
  const literal = (): Said => ({ text: pick(LITERALS), isWide: false })
  /** One part may be a plain number, and the same part may come twice. */
  const two = (of: Make, depth: number): [Said, Said] => {
    const first = of(depth)
    const second = odds(0.1) ? first : odds(0.25) ? literal() : of(depth)
    return odds(0.5) ? [first, second] : [second, first]
  }
  const inTime = (of: Make, depth: number): Said => {
    if (years.length === 0 || (!inYear && odds(0.5))) {
      const part = of(depth - 1)
      return made(`previous(${part.text})`, part)
    }
    const outside = inYear
    inYear = true
    const part = of(depth - 1)
    inYear = outside
    return made(`at(${pick(years)}, ${part.text})`, part)
  }
  const overCities = (of: Make, depth: number): Said => {
    const part = of(depth - 1)
    return part.isWide ? { text: `${pick(OVER_CITIES)}(${part.text})`, isWide: false } : part
  }
  const choice = (of: Make, depth: number): Said => {
    const condition = truth(depth - 1)
    const [a, b] = two(of, depth - 1)
    return made(`(${condition.text} ? ${a.text} : ${b.text})`, condition, a, b)
  }
  const ends = (of: Make, depth: number): Said => {
    const [a, b] = two(of, depth - 1)
    const c = of(depth - 1)
    if (odds(0.1)) {
      const [p, u] = two(truth, depth - 1)
      return made(`counted(${c.text}, ${p.text}, ${u.text})`, c, p, u)
    }
    if (odds(0.3)) return made(`clamp(${c.text}, ${a.text}, ${b.text})`, a, b, c)
    const name = pick(['min', 'max'])
    return odds(0.7)
      ? made(`${name}(${a.text}, ${b.text})`, a, b)
      : made(`${name}(${a.text}, ${b.text}, ${c.text})`, a, b, c)
  }
  const ofOne = (of: Make, depth: number, names: readonly string[]): Said => {
    const part = of(depth - 1)
    return made(odds(0.25) ? `(-${part.text})` : `${pick(names)}(${part.text})`, part)
  }
  /** Something that is true or not; a number will do. */
  const truth = (depth: number): Said => {
    if (depth <= 0) return leaf(words.pure)
    if (odds(0.2)) {
      const part = truth(depth - 1)
      return made(`(not(${part.text}))`, part)
    }
    if (odds(0.25)) {
      const [a, b] = two(truth, depth - 1)
      return made(`(${a.text} ${pick(['and', 'or'])} ${b.text})`, a, b)
    }
    const [a, b] = two(words.persons.length > 0 && odds(0.4) ? persons : pure, depth - 1)
    return made(`(${a.text} ${pick(COMPARISONS)} ${b.text})`, a, b)
  }
  const leaf = (from: readonly Said[]): Said => pick(from)

  const pure = (depth: number): Said => {
    if (depth <= 0) return leaf(words.pure)
    const kind = whole(0, 9)
    if (kind === 0) return truth(depth)
    if (kind === 1) return choice(pure, depth)
    if (kind === 2) return ends(pure, depth)
    if (kind === 3) return ofOne(pure, depth, [...PURE_ONLY, ...OF_ONE])
    if (kind === 4) return inTime(pure, depth)
    if (kind === 5) return overCities(pure, depth)
    if (kind === 6 && words.persons.length > 0) {
      const [a, b] = [persons(depth - 1), persons(depth - 1)]
      return made(`(${a.text} / ${b.text})`, a, b)
    }
    const [a, b] = two(pure, depth - 1)
    return made(`(${a.text} ${pick(['+', '-', '*', '/', '*', '^'])} ${b.text})`, a, b)
  }
  const persons = (depth: number): Said => {
    if (depth <= 0) return leaf(words.persons)
    const kind = whole(0, 7)
    if (kind === 0) return choice(persons, depth)
    if (kind === 1) return ends(persons, depth)
    if (kind === 2) return ofOne(persons, depth, OF_ONE)
    if (kind === 3) return inTime(persons, depth)
    if (kind === 4) return overCities(persons, depth)
    if (kind === 5) {
      const [a, b] = [persons(depth - 1), pure(depth - 1)]
      return made(odds(0.7) ? `(${a.text} * ${b.text})` : `(${a.text} / ${b.text})`, a, b)
    }
    const [a, b] = [persons(depth - 1), persons(depth - 1)]
    return made(`(${a.text} ${pick(['+', '-'])} ${b.text})`, a, b)
  }
  return { pure, persons, cause: () => (words.causes.length > 0 ? pick(words.causes) : undefined) }
}

/** What is said three times is kept short, since formulas have an end (random-values.ts). */
const LONGEST_THRICE = 180

/** A formula held within bounds; and to one of them where it is no number, if it is short. */
export function within({ text, isWide }: Said, low: number, high: number): Said {
  const number = text.length < LONGEST_THRICE ? `${text} == ${text} ? ${text} : ${low}` : text
  return { text: `clamp(${number}, ${low}, ${high})`, isWide }
}
