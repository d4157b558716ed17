/** Draws that do not belong to their inputs or their design: a located error, never a number. */

import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument } from '../../vocabulary/wrong-argument.js'
import type { Input } from './estimate.js'

/** Every input must have a number for each draw of the outcome, which is finite where there is one. */
export function requireLengths(called: string, inputs: readonly Input[], outcome: ArrayLike<number>): void {
  for (const { name, values } of inputs) {
    if (values.length === outcome.length) continue
    refuseArgument(
      called,
      'outcome',
      howMany(outcome.length, 'value'),
      `${values.length}, as many as the input ${name} has`,
    )
  }
  for (let draw = 0; draw < outcome.length; draw++) {
    const value = outcome[draw]
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      refuseArgument(called, 'outcome', `${value} for draw ${draw}`, 'numbers, or NaN where there is none')
  }
}

/** Columns without names, as their places name them. */
export const namedByPlace = (columns: readonly Float64Array[]): Input[] =>
  columns.map((values, place) => ({ name: String(place), values }))

/** Inputs are numbers in every draw: one that is none has no rank, no slice and no line. */
export function requireOrdinary(called: string, inputs: readonly Input[]): void {
  for (const { name, values } of inputs) {
    for (let draw = 0; draw < values.length; draw++) {
      if (Number.isFinite(values[draw])) continue
      refuseArgument(called, `inputs.${name}`, `${values[draw]} for draw ${draw}`, 'numbers')
    }
  }
}

/** Confidence of an interval. */
export function requireLevel(called: string, level: number): void {
  if (level > 0 && level < 1) return
  refuseArgument(called, 'level', String(level), 'a share between 0 and 1, such as 0.95')
}

/** An outcome of a design: whole blocks of its draws, at least one. */
export function requireBlocks(called: string, outcome: ArrayLike<number>, block: number, what: string): void {
  if (block > 0 && outcome.length >= block && outcome.length % block === 0) return
  refuseArgument(
    called,
    'outcome',
    howMany(outcome.length, 'value'),
    `a multiple of ${block}, the draws of one ${what}`,
  )
}

/** A group of draws: 1 or 0 for each draw that the inputs have. */
export function requireGroup(called: string, inputs: readonly Input[], group: ArrayLike<number>): void {
  for (const { name, values } of inputs) {
    if (values.length === group.length) continue
    const expected = `${values.length}, as many as the input ${name} has`
    refuseArgument(called, 'group', howMany(group.length, 'draw'), expected)
  }
  for (let draw = 0; draw < group.length; draw++) {
    if (group[draw] === 0 || group[draw] === 1) continue
    refuseArgument(
      called,
      'group',
      `${group[draw]} for draw ${draw}`,
      '1 for draws of interest, 0 for others',
    )
  }
}

/** Columns of one length, and an outcome of as many draws. */
export function requireColumns(inputs: readonly ArrayLike<number>[], outcome?: ArrayLike<number>): void {
  const draws = inputs[0]?.length
  for (const [input, { length }] of inputs.entries()) {
    if (length === draws) continue
    refuseArgument(
      'statistic',
      `inputs[${input}]`,
      howMany(length, 'value'),
      `${draws}, as many as the first has`,
    )
  }
  if (draws === undefined || outcome === undefined || outcome.length === draws) return
  refuseArgument(
    'statistic',
    'outcome',
    howMany(outcome.length, 'value'),
    `${draws}, as many as the inputs have`,
  )
}
