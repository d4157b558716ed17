/**
 * Mean products of the rows of a Saltelli design, over its base points: what every estimator of Sobol' indices is made of.
 *
 * Each product of two rows is summed once, over the base points that have all their outcomes; a base point that lacks some
 * is added where the rows asked for are there. So pairs of factors, of which there are half their number squared, cost
 * two products each, and the rest is looked up.
 */

/** A row by its place in the block of a base point. */
export type Row = number

export type Pair = readonly [Row, Row]

export interface RowProducts {
  /** Mean product of each pair of rows, averaged over pairs and the base points that have all rows of `needs`. */
  readonly mean: (needs: readonly Row[], pairs: readonly Pair[]) => number
}

/**
 * outcome  [draw], base point by base point in blocks; NaN where there is none
 * block    draws of a base point
 * first    draw at which the first base point begins
 * stride   draws from one base point to the next
 * points   base points
 * about    rows whose mean is taken off every outcome
 */
export function rowProducts(
  outcome: Float64Array,
  { block, first, stride, points }: { block: number; first: number; stride: number; points: number },
  about: readonly Row[],
): RowProducts {
  const whole: number[] = []
  const broken: number[] = []
  for (let point = 0; point < points; point++) {
    const begin = first + point * stride
    ;(isWhole(outcome, begin, block) ? whole : broken).push(begin)
  }
  const mean = meanOfRows(outcome, [...whole, ...broken], about)
  const columns = columnsOf(outcome, whole, block, mean)
  const rest = broken.map((begin) => outcome.slice(begin, begin + block).map((value) => value - mean))
  const sums = new Float64Array(block * block).fill(Number.NaN)
  const place = (one: Row, other: Row) => Math.min(one, other) * block + Math.max(one, other)
  const sumOf = (one: Row, other: Row): number => {
    const at = place(one, other)
    if (Number.isNaN(sums[at])) sums[at] = product(columns[one], columns[other])
    return sums[at]
  }
  return {
    mean(needs, pairs) {
      let sum = 0
      for (const [one, other] of pairs) sum += sumOf(one, other)
      let count = whole.length
      for (const values of rest) {
        if (needs.some((row) => Number.isNaN(values[row]))) continue
        for (const [one, other] of pairs) sum += values[one] * values[other]
        count += 1
      }
      return sum / (pairs.length * count)
    },
  }
}

function isWhole(outcome: Float64Array, begin: number, block: number): boolean {
  for (let draw = begin; draw < begin + block; draw++) if (Number.isNaN(outcome[draw])) return false
  return true
}

/** Outcomes less their mean: by row of the block, [base point]. */
function columnsOf(
  outcome: Float64Array,
  begins: readonly number[],
  block: number,
  mean: number,
): Float64Array[] {
  const columns = Array.from({ length: block }, () => new Float64Array(begins.length))
  for (let point = 0; point < begins.length; point++) {
    for (let row = 0; row < block; row++) columns[row][point] = outcome[begins[point] + row] - mean
  }
  return columns
}

function meanOfRows(outcome: Float64Array, begins: readonly number[], rows: readonly Row[]): number {
  let sum = 0
  let count = 0
  for (const row of rows) {
    for (const begin of begins) {
      const value = outcome[begin + row]
      if (Number.isNaN(value)) continue
      sum += value
      count += 1
    }
  }
  return sum / count
}

/** Sum of products; four running sums, since one would wait for itself. */
function product(one: Float64Array, other: Float64Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let at = 0
  for (; at + 3 < one.length; at += 4) {
    a += one[at] * other[at]
    b += one[at + 1] * other[at + 1]
    c += one[at + 2] * other[at + 2]
    d += one[at + 3] * other[at + 3]
  }
  for (; at < one.length; at++) a += one[at] * other[at]
  return a + b + (c + d)
}
