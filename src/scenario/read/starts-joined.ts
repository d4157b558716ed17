/** Starts of a programme that a variant has by year, beside years of the base that it does not name: those stay. */
import type { Location, Problem } from '../../vocabulary/problems.js'

/**
 * A warning where a variant adds years and leaves others of the base standing, so that more is started in all than the
 * base promised: `{ 2022: 50, 2023: 50 }` over `{ 2021: 50, 2022: 50 }` is 150, and hardly the same a year late.
 */
export function startsJoined(
  where: Location,
  base: Readonly<Record<string, unknown>>,
  child: Readonly<Record<string, unknown>>,
): Problem[] {
  const added = Object.keys(child).filter((year) => child[year] !== null && !(year in base))
  const kept = Object.keys(base).filter((year) => !(year in child))
  const [before, after] = [sumOf(base), sumOf({ ...base, ...child })]
  if (added.length === 0 || kept.length === 0 || !(after > before)) return []
  const taken = kept.map((year) => `${year}: null`).join(', ')
  return [
    {
      code: 'starts-joined',
      where,
      found: `starts of ${added.join(', ')} beside those of ${kept.join(', ')} in the base file: ${after} in all for ${before}`,
      expected: 'as many as in the base file, or every year of it named',
      hint: `For the same a year late write \`shift: 1\` in place of \`starts:\`; \`${taken}\` takes the base's away.`,
    },
  ]
}

/** Projects of all years; what is no number is reported elsewhere. */
function sumOf(starts: Readonly<Record<string, unknown>>): number {
  return Object.values(starts).reduce<number>(
    (sum, projects) => sum + (typeof projects === 'number' ? projects : 0),
    0,
  )
}
