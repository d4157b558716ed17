/** When a trajectory has reached a target, and when the odds of all targets are known narrowly enough. */
import { wilsonInterval } from '../math/wilson.js'
import type { TargetPlan } from '../plan/plan.js'

type Aim = Pick<TargetPlan, 'comparator' | 'threshold' | 'tolerance'>

/** Sums of many doubles end a hair beside the round number that they stand for. */
const ROUNDING = 1e-9

/** Whether a value, in the indicator's unit, reaches a target; "about" is read as threshold - tolerance or more. */
export function reached({ comparator, threshold, tolerance }: Aim, value: number): boolean {
  const slack = ROUNDING * Math.abs(threshold)
  return comparator === 'at_most' ? value <= threshold + slack : value >= threshold - tolerance - slack
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
