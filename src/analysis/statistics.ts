/**
 * Sums, means and extents of typed arrays by simple-statistics.
 *
 * Where analysis uses that library and where it does not:
 *   quantiles         the library's (math/quantile.ts): type 7, the convention of every range that is reported
 *   sums, means       its simple ones, which add in draw order; its `sum` and `mean` compensate rounding and differ in the
 *                     last bit, which would move numbers of earlier runs
 *   rank correlation  its sampleCorrelation on ranks that are computed once a column (contributions.ts);
 *                     sampleRankCorrelation ranks both columns for each pair
 *   regression        not: its linearRegression has one input, ours has all of a run (sensitivity/regression.ts)
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

/** Smallest and largest of at least one value. */
export function extentOf(values: ArrayLike<number>): readonly [number, number] {
  return extent(asArray(values))
}
