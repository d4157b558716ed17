/**
 * Regional sensitivity: do the draws that reach a target (or fail) have other inputs than the rest?
 *
 * For each input the Kolmogorov-Smirnov distance between the two groups, and the mean rank of the group among all draws:
 * above 1/2 it has larger values. `critical` is the critical value at the 5 % level.
 * Sources: Hornberger & Spear (1981), J. Environ. Manag. 12, 7-18; Smirnov (1948), Ann. Math. Stat. 19, 279-281.
 */
import { midranks } from '../../math/ranks.js'
import { sumOf } from '../statistics.js'
import { requireGroup, requireOrdinary } from './arguments.js'
import type { Input } from './estimate.js'
import { orderOf, type Statistic, separately } from './statistic.js'

export interface RegionalIndex {
  readonly name: string
  readonly distance: number
  /** Mean rank of the group's draws, 0-1. */
  readonly middle: number
}

export interface RegionalSensitivity {
  readonly indices: readonly RegionalIndex[]
  /** Draws in the group. */
  readonly count: number
  readonly critical: number
}

/** group: 1 for each draw in it, 0 for the others. */
export function regionalSensitivity(inputs: readonly Input[], group: Uint8Array): RegionalSensitivity {
  requireGroup('regionalSensitivity', inputs, group)
  requireOrdinary('regionalSensitivity', inputs)
  const count = sumOf(group)
  const others = group.length - count
  const indices = inputs.map(({ name, values }) => {
    const order = orderOf(values)
    let within = 0
    let without = 0
    let distance = 0
    order.forEach((draw, place) => {
      if (group[draw] === 1) within += 1
      else without += 1
      if (place + 1 < order.length && values[order[place + 1]] === values[draw]) return
      distance = Math.max(distance, Math.abs(within / count - without / others))
    })
    const ranks = midranks(values, order)
    const sum = ranks.reduce((total, rank, draw) => total + rank * group[draw], 0)
    return { name, distance, middle: sum / count / Math.max(1, values.length - 1) }
  })
  return { indices, count, critical: 1.358 * Math.sqrt(1 / count + 1 / others) }
}

/** The same for an outcome of 1 for each draw in the group and 0 for the others: measures `distance` and `middle`. */
export const regional: Statistic = separately((columns) => {
  const inputs = columns.map((values) => ({ name: '', values }))
  return (outcome) => {
    const { indices } = regionalSensitivity(inputs, Uint8Array.from(outcome))
    return {
      distance: Float64Array.from(indices, ({ distance }) => distance),
      middle: Float64Array.from(indices, ({ middle }) => middle),
    }
  }
})
