/** What differs between two views: odds of targets, and places that are lacking in cities. */

import type { PlanPlace } from '../../plan/plan.js'
import type { ExplorerFacts, ExplorerShortfall, ExplorerTarget } from '../facts.js'
import type { View } from './view.js'

export interface OddsChange {
  readonly target: ExplorerTarget
  /** Of the share, -1 to 1. */
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

/** Odds that differ by half a point or more, the largest difference first. */
export function oddsChanges({ targets }: ExplorerFacts, now: View, then: View): OddsChange[] {
  return targets
    .map((target, at) => ({ target, change: now.targets[at].odds.share - then.targets[at].odds.share }))
    .filter(({ change }) => Math.abs(change) >= 0.005)
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
