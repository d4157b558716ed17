/** Arguments of functions of the library that cannot be meant: a located error, never a number. */
import { fail } from './problems.js'

/** Throws CitywardError `argument-wrong`: the function stands where a file would, the argument where a field would. */
export function refuseArgument(called: string, argument: string, found: string, expected: string): never {
  return fail({ code: 'argument-wrong', where: { file: called, field: argument }, found, expected })
}

/** A whole number of at least so much, exact in a double. */
export function requireWhole(called: string, argument: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return
  refuseArgument(called, argument, String(value), `a whole number of ${least} or more`)
}

/** One of the names that there are. */
export function requireOneOf(
  called: string,
  argument: string,
  value: string,
  known: readonly string[],
): void {
  if (known.includes(value)) return
  refuseArgument(called, argument, `"${value}"`, `one of ${known.join(', ')}`)
}
