/**
 * Iterative proportional fitting: the table nearest to a pattern among those with given margins.
 *
 * Every margin in turn multiplies its cells by total over sum until none moves any more (Deming and Stephan 1940, Annals of
 * Mathematical Statistics 11). The limit keeps the pattern's odds ratios and is the nearest by Kullback-Leibler divergence
 * (Csiszar 1975); where the pattern is a product, it is the product of the margins. A cell of nought stays nought.
 */

import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'

/** Totals of groups of cells. */
export interface Margin {
  /** Of every cell the index of its total; below 0: it counts towards none. */
  readonly groupOf: ArrayLike<number>
  /** In the unit of the cells, none negative. */
  readonly totals: ArrayLike<number>
}

/** A total that cannot be met. */
export interface Misfit {
  readonly margin: number
  readonly group: number
  readonly total: number
  readonly sum: number
}

export interface ProportionalFit {
  /** In the order of the pattern. */
  readonly cells: Float64Array
  readonly rounds: number
  /** Empty where every total is met to `within`. */
  readonly misfits: readonly Misfit[]
}

/** Rounds after which margins are taken to contradict each other, and the part of a total that it may be off. */
const [MOST_ROUNDS, WITHIN] = [2000, 1e-9]

/**
 * The pattern at the margins. Totals that contradict each other, or of groups in which the pattern has nobody, are named as
 * misfits and not thrown.
 *
 * pattern  cells in any order and unit, none negative
 * margins  at least one; each says of every cell which of its totals it counts towards
 * rounds   after which misfits are final
 * within   part of a total that it may be off, of totals below 1 of 1
 *
 * Throws CitywardError `argument-wrong` for cells and totals that are negative or no numbers, and margins of another length.
 */
export function fitProportionally(
  pattern: ArrayLike<number>,
  margins: readonly Margin[],
  { rounds: most = MOST_ROUNDS, within = WITHIN } = {},
): ProportionalFit {
  requireWhole('fitProportionally', 'rounds', most, 1)
  if (!(within >= 0)) refuseArgument('fitProportionally', 'within', String(within), 'a number of 0 or more')
  requireMargins(pattern, margins)
  const cells = Float64Array.from(pattern)
  let misfits: Misfit[] = []
  let rounds = 0
  do {
    for (const { groupOf, totals } of margins) {
      const sums = sumsOf(cells, groupOf, totals.length)
      for (let cell = 0; cell < cells.length; cell++) {
        const group = groupOf[cell]
        if (group >= 0 && sums[group] > 0) cells[cell] *= totals[group] / sums[group]
      }
    }
    misfits = misfitsOf(cells, margins, within)
    rounds++
  } while (misfits.length > 0 && rounds < most)
  return { cells, rounds, misfits }
}

function requireMargins(pattern: ArrayLike<number>, margins: readonly Margin[]): void {
  const refuse = (argument: string, found: string, expected: string) =>
    refuseArgument('fitProportionally', argument, found, expected)
  const wrongIn = (values: ArrayLike<number>) =>
    Array.from(values).find((value) => !(value >= 0 && value < Infinity))
  const cell = wrongIn(pattern)
  if (cell !== undefined) refuse('pattern', String(cell), 'a number of 0 or more')
  for (const [at, { groupOf, totals }] of margins.entries()) {
    const total = wrongIn(totals)
    if (total !== undefined) refuse(`margins[${at}].totals`, String(total), 'a number of 0 or more')
    if (groupOf.length !== pattern.length)
      refuse(`margins[${at}].groupOf`, `${groupOf.length} groups`, `${pattern.length}, one for each cell`)
    const beyond = Array.from(groupOf).find((group) => !(Number.isInteger(group) && group < totals.length))
    if (beyond !== undefined)
      refuse(
        `margins[${at}].groupOf`,
        String(beyond),
        `an index of its ${totals.length} totals, or one below 0`,
      )
  }
}

function misfitsOf(cells: Float64Array, margins: readonly Margin[], within: number): Misfit[] {
  return margins.flatMap(({ groupOf, totals }, margin) =>
    [...sumsOf(cells, groupOf, totals.length)].flatMap((sum, group) =>
      Math.abs(sum - totals[group]) <= within * Math.max(1, totals[group])
        ? []
        : [{ margin, group, total: totals[group], sum }],
    ),
  )
}

function sumsOf(cells: Float64Array, groupOf: ArrayLike<number>, groups: number): Float64Array {
  const sums = new Float64Array(groups)
  for (let cell = 0; cell < cells.length; cell++) if (groupOf[cell] >= 0) sums[groupOf[cell]] += cells[cell]
  return sums
}
