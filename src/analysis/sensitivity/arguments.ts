/** Arguments of functions of the library that cannot be meant: a located error, never a number. */
import { fail } from '../../vocabulary/problems.js'
import type { Input } from './estimate.js'

/** Throws CitywardError `argument-wrong`: the function stands where a file would, the argument where a field would. */
export function refuseArgument(called: string, argument: string, found: string, expected: string): never {
  return fail({ code: 'argument-wrong', where: { file: called, field: argument }, found, expected })
}

/** Every input must have a number for each draw of the outcome. */
export function requireLengths(called: string, inputs: readonly Input[], outcome: ArrayLike<number>): void {
  for (const { name, values } of inputs) {
    if (values.length === outcome.length) continue
    refuseArgument(
      called,
      'outcome',
      `${outcome.length} values`,
      `${values.length}, as many as the input ${name} has`,
    )
  }
}

/** An outcome of a design: whole blocks of its draws, at least one. */
export function requireBlocks(called: string, outcome: ArrayLike<number>, block: number, what: string): void {
  if (block > 0 && outcome.length >= block && outcome.length % block === 0) return
  refuseArgument(
    called,
    'outcome',
    `${outcome.length} values`,
    `a multiple of ${block}, the draws of one ${what}`,
  )
}

/** A group of draws: 1 or 0 for each draw that the inputs have. */
export function requireGroup(called: string, inputs: readonly Input[], group: ArrayLike<number>): void {
  for (const { name, values } of inputs) {
    if (values.length === group.length) continue
    const expected = `${values.length}, as many as the input ${name} has`
    refuseArgument(called, 'group', `${group.length} draws`, expected)
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
