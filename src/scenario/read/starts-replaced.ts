/** Starts of a programme that a variant has by year: they take the place of all of the base's, as a series does. */
import type { Location, Problem } from '../../vocabulary/problems.js'
import { isPlain } from './plain.js'

type Starts = Readonly<Record<string, unknown>>

/** The variant's own years; one without a value says that the base's is left out, which it is anyway. */
export function ownStarts(child: Starts): Record<string, unknown> {
  return Object.fromEntries(Object.entries(child).filter(([, projects]) => projects !== null))
}

/**
 * A warning where a variant leaves years of the base unnamed and comes to another number in all: `{ 2023: 4 }` over
 * `{ 2021: 2, 2022: 1 }` may be meant as four more. `{ 2022: 50, 2023: 50 }` over `{ 2021: 50, 2022: 50 }` comes to the
 * same a year later, and is what it says.
 */
export function startsReplaced(where: Location, base: Starts, child: Starts): Problem[] {
  // how many cities `others` are is known with the data folder
  if ([...Object.values(base), ...Object.values(child)].some(isPlain)) return []
  const left = Object.keys(base).filter((year) => !(year in child))
  const [before, after] = [sumOf(base), sumOf(child)]
  if (left.length === 0 || before === after) return []
  const own = Object.keys(ownStarts(child))
  const years = own.length === 0 ? 'no year' : own.join(', ')
  return [
    {
      code: 'starts-replaced',
      where,
      found: `starts of ${years} in place of all in the base file, those of ${left.join(', ')} too: ${after} in all for ${before}`,
      expected: 'as many as in the base file, or every year of it named',
      hint: `Where it is meant, say so: ${left.map((year) => `\`${year}: 0\``).join(', ')}; else write the base's numbers beside.`,
    },
  ]
}

/** Projects of all years; what is no number is reported elsewhere. */
function sumOf(starts: Starts): number {
  return Object.values(starts).reduce<number>(
    (sum, projects) => sum + (typeof projects === 'number' ? projects : 0),
    0,
  )
}
