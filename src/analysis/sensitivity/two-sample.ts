/**
 * Regional sensitivity by statistics of two samples: of every input, how far its draws in a group lie from its other draws.
 *
 * Kolmogorov and Smirnov's looks at the largest distance of the two distribution functions, Cramer and von Mises' at all of
 * them, Anderson and Darling's at the tails most. None is a share of anything: they order inputs, and with few draws in the
 * group all are large by chance.
 *
 * Sources: Smirnov (1948), Ann. Math. Stat. 19, 279-281; Anderson (1962), ibid. 33, 1148-1159; Pettitt (1976), Biometrika 63,
 * 161-168, with ties as Scholz & Stephens (1987), J. Am. Stat. Assoc. 82, 918-924, have them (to the right).
 */
import { midranks, risingOrder } from '../../math/ranks.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import { sumOf } from '../statistics.js'
import { requireGroup, requireOrdinary } from './arguments.js'
import type { Input } from './estimate.js'

export interface TwoSampleIndex {
  readonly name: string
  /** Kolmogorov and Smirnov's D, 0-1. */
  readonly kolmogorov: number
  /** Cramer and von Mises' T. */
  readonly cramer: number
  /** Anderson and Darling's A2 of two samples. */
  readonly anderson: number
}

/** group: 1 for each draw in it, 0 for the others; both have a draw or more. */
export function twoSampleStatistics(inputs: readonly Input[], group: Uint8Array): TwoSampleIndex[] {
  const called = 'twoSampleStatistics'
  requireGroup(called, inputs, group)
  const within = sumOf(group)
  if (within === 0 || within === group.length)
    refuseArgument(called, 'group', `${within} of ${group.length} draws`, 'draws in the group, and others')
  requireOrdinary(called, inputs)
  return inputs.map(({ name, values }) => ({
    name,
    ...alongSteps(values, group, within),
    cramer: cramerOf(values, group, within),
  }))
}

/** Both statistics that are added up over the steps of the joint distribution function. */
function alongSteps(values: Float64Array, group: Uint8Array, within: number) {
  const all = values.length
  const others = all - within
  const order = risingOrder(values)
  let kolmogorov = 0
  let anderson = 0
  let own = 0
  let from = 0
  for (let place = 0; place < all; place++) {
    own += group[order[place]]
    if (place + 1 < all && values[order[place + 1]] === values[order[place]]) continue
    const upTo = place + 1
    kolmogorov = Math.max(kolmogorov, Math.abs(own / within - (upTo - own) / others))
    if (upTo < all)
      anderson += ((upTo - from) * (all * own - upTo * within) ** 2) / (within * others * upTo * (all - upTo))
    from = upTo
  }
  return { kolmogorov, anderson }
}

/** By the ranks of both samples among all, which stand in the middle of ties. */
function cramerOf(values: Float64Array, group: Uint8Array, within: number): number {
  const others = values.length - within
  const ranks = midranks(values)
  const order = risingOrder(values)
  let own = 0
  let other = 0
  let sumOwn = 0
  let sumOther = 0
  for (const draw of order) {
    // ranks are counted from 0 here, from 1 in the formula
    const rank = ranks[draw] + 1
    if (group[draw] === 1) {
      own += 1
      sumOwn += (rank - own) ** 2
    } else {
      other += 1
      sumOther += (rank - other) ** 2
    }
  }
  const product = within * others
  const u = within * sumOwn + others * sumOther
  return u / (product * values.length) - (4 * product - 1) / (6 * values.length)
}
