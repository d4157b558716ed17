/** What a target can sensibly ask for. */
import type { Spread } from '../../analysis/summary.js'
import type { ExplorerTarget } from '../facts.js'

/** How many times what is seen of an indicator a threshold can lie away from nothing. */
const TIMES = 10

/**
 * A share from 0 to 100 %; anything else, and a percentage that is seen to be no share, within ten times what the scenario
 * asks for and what its indicator comes to. No limits where both are nothing.
 */
export function aimLimits(
  { unit, threshold }: ExplorerTarget,
  course: readonly (Spread | undefined)[],
): readonly [number, number] {
  const seen = [threshold, ...course.flatMap((spread) => spread?.range95 ?? [])].filter(Number.isFinite)
  const [low, high] = [Math.min(...seen), Math.max(...seen)]
  if (unit === 'percent' && low >= 0 && high <= 100) return [0, 100]
  const reach = Number((TIMES * Math.max(-low, high)).toPrecision(2))
  if (reach === 0) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return [low < 0 ? -reach : 0, reach]
}
