/** Whether a value reaches a target, and whether the odds of all targets are known narrowly enough. */
import { wilsonInterval } from '../math/wilson.js'
import type { TargetPlan } from '../plan/plan.js'

export type Aim = Pick<TargetPlan, 'comparator' | 'threshold' | 'tolerance'>

/** Relative rounding error that is allowed in sums of many doubles. */
const ROUNDING = 1e-9

/** The value that just reaches a target, in the indicator's unit; "about" is read as threshold - tolerance or more. */
export function boundOf({ comparator, threshold, tolerance }: Aim): number {
  const slack = ROUNDING * Math.abs(threshold)
  return comparator === 'at_most' ? threshold + slack : threshold - tolerance - slack
}

/** Whether a value reaches a target. */
export function reached(aim: Aim, value: number): boolean {
  return aim.comparator === 'at_most' ? value <= boundOf(aim) : value >= boundOf(aim)
}

/** How many values reach a target. The bound is computed once: there are as many values as futures, times columns. */
export function countReached(aim: Aim, values: ArrayLike<number>): number {
  const bound = boundOf(aim)
  const isUpper = aim.comparator === 'at_most'
  let hits = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (isUpper ? value <= bound : value >= bound) hits++
  }
  return hits
}

/**
 * Whether the Wilson 95 % interval of every count of hits is at most `halfWidth` (0-1) to each side of its middle,
 * after so many draws each.
 */
export function narrowEnough(hits: readonly number[], draws: number, halfWidth: number): boolean {
  return hits.every((count) => {
    const { low, high } = wilsonInterval(count, draws)
    return (high - low) / 2 <= halfWidth
  })
}
