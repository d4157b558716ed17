import { quantileSorted } from 'simple-statistics'

/**
 * Quantile of values sorted upwards, p from 0 to 1, by linear interpolation between order statistics; NaN of none.
 *
 * Source: Hyndman & Fan (1996), type 7, as in numpy, R, Excel and simple-statistics (older versions of which had another
 * convention; the test holds this one). Its types name arrays only; it reads index and length, as typed arrays have them.
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  return sorted.length === 0
    ? Number.NaN
    : quantileSorted(sorted as ArrayLike<number> as readonly number[], p)
}
