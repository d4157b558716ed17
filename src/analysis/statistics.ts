/**
 * Sums, means and extents of typed arrays by simple-statistics.
 *
 * Where analysis uses that library and where it does not:
 *   quantiles    the library's (math/quantile.ts): type 7, the convention of every range that is reported
 *   sums, means  its simple ones, which add in draw order; its `sum` and `mean` compensate rounding and differ in the
 *                last bit, which would move numbers of earlier runs
 *   regression   not: its linearRegression has one input, ours has all of a run (sensitivity/regression.ts)
 */
import { extent, meanSimple, sumSimple } from 'simple-statistics'

/** The library reads index and length, as typed arrays have them; its types name arrays only. */
const asArray = (values: ArrayLike<number>) => values as readonly number[]

/** 0 for no values. */
export function sumOf(values: ArrayLike<number>): number {
  return sumSimple(asArray(values))
}

/** NaN for no values. */
export function average(values: ArrayLike<number>): number {
  return values.length === 0 ? Number.NaN : meanSimple(asArray(values))
}

/** A difference of less than this share of the largest number is rounding; no target can tell it (attainment.ts). */
const ROUNDING = 1e-9

/** Whether values differ by more than rounding; failed draws (NaN) are left out. */
export function varies(values: ArrayLike<number>): boolean {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let draw = 0; draw < values.length; draw++) {
    const value = values[draw]
    if (value < low) low = value
    if (value > high) high = value
  }
  return high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high))
}

/** How many values are no number. */
export function countMissing(values: ArrayLike<number>): number {
  let missing = 0
  for (let draw = 0; draw < values.length; draw++) if (Number.isNaN(values[draw])) missing++
  return missing
}

/** Smallest and largest of at least one value. */
export function extentOf(values: ArrayLike<number>): readonly [number, number] {
  return extent(asArray(values))
}
