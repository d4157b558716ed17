/** Levers of a search for what would be enough, by what a target gains for the effort. */
import type { ReachFinding, ReachLever } from '../reach.js'

export interface RankedLever {
  /** Place of the lever, and of its answer, in the finding. */
  readonly at: number
  readonly lever: ReachLever
  /** Where it would stand, and the odds of the target then. */
  readonly setting: number
  readonly odds: number
  readonly isEnough: boolean
  /** Odds (0-1) above those with every lever as it stands. */
  readonly gain: number
  /** Yuan where every lever has a cost, else the part of its range (0-1) that the lever is moved by. */
  readonly effort: number
  /** What programmes cost more where it is enough, of each currency and price year of the finding. */
  readonly costs?: readonly number[]
}

/** Those that gain at least so much (0-1), the most for the effort first; then the others in their order. */
export interface LeverRanking {
  readonly helpful: readonly RankedLever[]
  readonly others: readonly ReachLever[]
}

/**
 * Of one target, by its place in the finding.
 *
 * least  a gain (0-1) below which a lever counts as of no help
 */
export function rankLevers(
  { levers, targets, effort }: ReachFinding,
  target: number,
  least: number,
): LeverRanking {
  const { answers, now } = targets[target]
  const moved = levers.flatMap((lever, at): RankedLever[] => {
    const answer = answers[at]
    if (!answer || answer.kind === 'no effect' || answer.setting === lever.from) return []
    const { setting, odds } = answer
    return [
      {
        ...{ at, lever, setting, odds },
        isEnough: answer.kind === 'enough',
        ...(answer.kind === 'enough' && answer.costs && { costs: answer.costs }),
        gain: odds - now,
        effort: effortOf(lever, setting, effort),
      },
    ]
  })
  const helpful = moved.filter(({ gain }) => gain >= least)
  const named = new Set(helpful.map(({ at }) => at))
  return {
    helpful: helpful.sort((a, b) => worthOf(b) - worthOf(a) || b.gain - a.gain),
    others: levers.filter((_, at) => !named.has(at)),
  }
}

/** What is gained for the effort; a change that costs nothing comes first. */
const worthOf = ({ gain, effort }: RankedLever) => (effort > 0 ? gain / effort : Number.POSITIVE_INFINITY)

function effortOf(
  { from, low, high, cost }: ReachLever,
  setting: number,
  effort: ReachFinding['effort'],
): number {
  if (effort === 'yuan') return Math.max(0, setting - from) * (cost ?? 0)
  return high > low ? Math.abs(setting - from) / (high - low) : 0
}
