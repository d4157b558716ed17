/** The unit of an operation's result, or why its parts cannot go together. */
import { combineUnits, formatUnit, PURE, sameUnit, type Unit } from '../vocabulary/units.js'
import { SIGNS } from './operations.js'
import type { FormulaProblem } from './scope.js'

/** A part of a formula: its unit, undefined for literals, and its value where it is constant. */
interface Part {
  readonly unit: Unit | undefined
  readonly value?: number
}
type Answer = { readonly unit?: Unit; readonly problem?: Omit<FormulaProblem, 'at'> }

const COMPARISONS = new Set(['smaller', 'smallerEq', 'larger', 'largerEq', 'equal', 'unequal'])
const SAME_UNIT = new Set(['add', 'subtract', 'min', 'max', ...COMPARISONS])
const PURE_ONLY = new Set(['exp', 'log', 'sqrt'])
const LOGICAL = new Set(['and', 'or', 'not'])
const HIGHEST_POWER = 6

/** Unit of `operation` on its parts; a literal takes the unit that stands beside it. */
export function resultUnit(operation: string, parts: readonly Part[]): Answer {
  const [a, b, c] = parts.map(({ unit }) => unit)
  if (operation === 'choose') return sameOf('and', b, c)
  if (operation === 'counted') {
    const odds = [b, c].find((unit) => unit && !sameUnit(unit, PURE))
    if (!odds) return { unit: a }
    const found = `counted(...) with odds in ${formatUnit(odds)}`
    return { problem: { code: 'unit-not-pure', found, expected: 'a pure number' } }
  }
  if (SAME_UNIT.has(operation)) {
    const { unit, problem } = sameOf(SIGNS.get(operation) ?? 'and', a, b)
    return problem ? { problem } : { unit: COMPARISONS.has(operation) ? PURE : unit }
  }
  if (operation === 'multiply' || operation === 'divide') {
    return a || b ? { unit: combineUnits(a ?? PURE, b ?? PURE, operation === 'multiply' ? 1 : -1) } : {}
  }
  if (operation === 'pow') return power(a, b, parts[1].value)
  if (PURE_ONLY.has(operation) && a && !sameUnit(a, PURE)) {
    const found = `${operation}(...) of ${formatUnit(a)}`
    return { problem: { code: 'unit-not-pure', found, expected: 'a pure number' } }
  }
  return { unit: LOGICAL.has(operation) ? PURE : a }
}

function sameOf(sign: string, one: Unit | undefined, other: Unit | undefined): Answer {
  if (!one || !other || sameUnit(one, other)) return { unit: one ?? other }
  const found = `${formatUnit(one)} ${sign} ${formatUnit(other)}`
  return { problem: { code: 'units-differ', found, expected: 'the same unit on both sides' } }
}

/** A base that has a unit needs a whole exponent; the exponent itself never has one. */
function power(base: Unit | undefined, exponent: Unit | undefined, times: number | undefined): Answer {
  if (exponent && !sameUnit(exponent, PURE)) {
    const found = `an exponent in ${formatUnit(exponent)}`
    return { problem: { code: 'unit-not-pure', found, expected: 'a pure number' } }
  }
  if (!base || sameUnit(base, PURE)) return { unit: base ?? exponent }
  if (times === undefined || !Number.isInteger(times) || Math.abs(times) > HIGHEST_POWER) {
    const expected = `a whole exponent from -${HIGHEST_POWER} to ${HIGHEST_POWER}, or a pure number`
    return { problem: { code: 'unit-not-pure', found: `a power of ${formatUnit(base)}`, expected } }
  }
  let unit: Unit = PURE
  for (let k = 0; k < Math.abs(times); k++) unit = combineUnits(unit, base, times > 0 ? 1 : -1)
  return { unit }
}
