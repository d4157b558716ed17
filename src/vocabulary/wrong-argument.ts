/** Arguments of functions of the library that cannot be meant: a located error, never a number. */
import { fail } from './problems.js'

/** Throws CitywardError `argument-wrong`: the function stands where a file would, the argument where a field would. */
export function refuseArgument(called: string, argument: string, found: string, expected: string): never {
  return fail({ code: 'argument-wrong', where: { file: called, field: argument }, found, expected })
}

/** A whole number of at least so much, exact in a double, and of at most so much where that is said. */
export function requireWhole(
  called: string,
  argument: string,
  value: number,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return
  const expected =
    most < Number.MAX_SAFE_INTEGER
      ? `a whole number from ${least} to ${most}`
      : `a whole number of ${least} or more`
  refuseArgument(called, argument, String(value), expected)
}

/** A share above 0, of at most so much. */
export function requireShare(called: string, argument: string, value: number, most = 1): void {
  if (value > 0 && value <= most) return
  refuseArgument(called, argument, String(value), `a number above 0 and at most ${most}`)
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
