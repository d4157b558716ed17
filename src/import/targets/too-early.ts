/** Years before those that tables of a data folder can be of, as long series have them. */
import type { Problem } from '../../vocabulary/problems.js'
import type { Placed } from './made.js'

const FIRST_YEAR = 1800

export function tooEarly(observations: readonly Placed[]): Problem[] {
  const first = observations.find(({ year }) => year !== undefined && year < FIRST_YEAR)
  if (first === undefined) return []
  return [
    {
      code: 'year-wrong',
      where: first.at,
      found: String(first.year),
      expected: `a year from ${FIRST_YEAR} on`,
      hint: 'Say one year with --year.',
    },
  ]
}
