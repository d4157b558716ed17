/** Changes that cannot be made one without another, such as an uncertainty and the formula that names it. */
import type { Problem } from '../../vocabulary/problems.js'

/** Changes that are made together or not at all. */
export interface JointChange {
  readonly changes: readonly string[]
  /** What is wrong where only a part of them is made; absent where it is one change. */
  readonly because?: Problem
}

/** What is wrong with a mixture in which these are made and no others; undefined where nothing is. */
type ProblemOf = (made: readonly JointChange[]) => Problem | undefined

/**
 * Join what has to be: `stuck` was found to be wrong by itself, while none of them, and all of them, are right.
 *
 * The smallest part of `stuck` that is wrong is joined with the least that it needs to be right.
 */
export function joinChanges(
  all: readonly JointChange[],
  stuck: readonly JointChange[],
  problemOf: ProblemOf,
): JointChange[] {
  const wrong = leastOf(stuck, [], (made) => problemOf(made) !== undefined)
  const right = leastOf(all, wrong, (made) => problemOf(made) === undefined)
  const joint = { changes: right.flatMap(({ changes }) => changes), because: problemOf(wrong) }
  const first = all.findIndex((one) => right.includes(one))
  return all.flatMap((one, at) => (at === first ? joint : right.includes(one) ? [] : one))
}

/** What is left after taking away, one by one and again, all but `kept` without which it still holds. */
function leastOf(
  from: readonly JointChange[],
  kept: readonly JointChange[],
  holds: (made: readonly JointChange[]) => boolean,
): readonly JointChange[] {
  const left = from.reduce<readonly JointChange[]>((rest, one) => {
    const without = rest.filter((other) => other !== one)
    return !kept.includes(one) && holds(without) ? without : rest
  }, from)
  // what could not go before another may go after it
  return left.length < from.length ? leastOf(left, kept, holds) : left
}
