/**
 * Whether there were enough draws: the main index of every input at a quarter, a half and all of the draws.
 *
 * Enough means that no interval reaches more than 0.05 to either side and that the second half of the draws moved no
 * index by more. The number that would be enough follows from the interval, which narrows with the root of the draws.
 * Source of the criteria: Sarrazin, Pianosi & Wagener (2016), Environ. Model. Softw. 79, 135-152.
 */
import { refuseArgument, requireOneOf } from '../../vocabulary/wrong-argument.js'
import { type Index, intervalHalfWidth } from './estimate.js'

export interface Convergence {
  readonly enough: boolean
  /** Sizes of sample, rising, and the main index of each input at each. */
  readonly sizes: readonly number[]
  readonly paths: readonly { readonly name: string; readonly values: readonly number[] }[]
  /** Widest half of an interval, and farthest move by the second half of the draws. */
  readonly widest: number
  readonly moved: number
  /** About how many draws would be enough; absent where there are, or where it cannot be estimated. */
  readonly wanted?: number
}

/** Largest error of an index between 0 and 1. */
export const NARROW = 0.05

/**
 * at       indices from so many draws, the first ones
 * sizes    of sample, rising; the last is all
 * measure  the main one
 * scale    what an index of 1 would be, for measures in other units
 */
export function convergenceOf(
  at: readonly (readonly Index[])[],
  sizes: readonly number[],
  measure: string,
  scale = 1,
): Convergence {
  if (at.length === 0 || at.length !== sizes.length)
    refuseArgument(
      'convergenceOf',
      'at',
      `${at.length} lists of indices`,
      `one for each of ${sizes.length} sizes`,
    )
  const last = at.at(-1)!
  const other = at.find((indices) => indices.length !== last.length)
  if (other)
    refuseArgument('convergenceOf', 'at', `${other.length} indices`, `${last.length}, as the last list has`)
  const lacking = at.flat().find(({ measures }) => !measures[measure])
  if (lacking) requireOneOf('convergenceOf', 'measure', measure, Object.keys(lacking.measures))
  const paths = last.map(({ name }, input) => ({
    name,
    values: at.map((indices) => indices[input].measures[measure].value / scale),
  }))
  const most = (values: readonly number[]) => Math.max(0, ...values.filter((value) => !Number.isNaN(value)))
  const widths = last.map(({ measures }) => intervalHalfWidth(measures[measure]) / scale)
  const known = widths.some((width) => !Number.isNaN(width))
  const widest = known ? most(widths) : Number.NaN
  const moved = most(paths.map(({ values }) => Math.abs(values.at(-1)! - (values.at(-2) ?? Number.NaN))))
  const enough = widest <= NARROW && moved <= NARROW
  const factor = Math.max((widest / NARROW) ** 2, moved > NARROW ? 2 : 0)
  const wanted = roundedUp(factor * sizes.at(-1)!)
  return { enough, sizes, paths, widest, moved, ...(!enough && wanted > sizes.at(-1)! && { wanted }) }
}

/** Up to two digits, the second of them 0 or 5. */
function roundedUp(count: number): number {
  const step = 5 * 10 ** (Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.ceil(Math.ceil(count / step) * step)
}
