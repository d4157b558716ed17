/** What differs between two views: odds of targets, and places that are lacking in cities. */

import type { PlanPlace } from '../../plan/plan.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import type { ExplorerFacts, ExplorerShortfall, ExplorerTarget } from '../facts.js'
import type { View } from './view.js'

export interface OddsChange {
  readonly target: ExplorerTarget
  /** In points. */
  readonly change: number
}

export interface GapChange {
  readonly shortfall: ExplorerShortfall
  readonly place: PlanPlace
  readonly year: number
  /** Of the median, in the unit of the shortfall. */
  readonly change: number
  /** Of the median that was there, -1 to 1, for order. */
  readonly weight: number
}

/** A change of odds (0-1) in points: of the whole per cents that are shown, so that what stands beside it adds up; 0 of unknown odds. */
export function oddsChange(now: number, then: number): number {
  return wholePercent(now) - wholePercent(then) || 0
}

/** Odds that are shown with another per cent, the largest difference first. */
export function oddsChanges({ targets }: ExplorerFacts, now: View, then: View): OddsChange[] {
  return targets
    .map((target, at) => ({
      target,
      change: oddsChange(now.targets[at].odds.share, then.targets[at].odds.share),
    }))
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

/** Medians of the last year that differ by a hundredth of all that is lacking of a kind, the largest difference first. */
export function gapChanges({ shortfalls, places, years }: ExplorerFacts, now: View, then: View): GapChange[] {
  const last = years.length - 1
  const changes = shortfalls.flatMap((shortfall) => {
    const [ours, theirs] = [now, then].map(({ gaps }) => gaps.get(shortfall.indicator)!)
    const all = Math.max(1, ours[0][last], theirs[0][last])
    return places.map((place, at): GapChange => {
      const change = ours[at][last] - theirs[at][last]
      return { shortfall, place, year: years[last], change, weight: change / all }
    })
  })
  return changes
    .filter(({ change, weight }) => Math.abs(weight) >= 0.01 && Math.abs(change) >= 0.5)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
