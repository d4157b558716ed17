/**
 * From rates of change between states to the shares found in each state a step later.
 *
 * Source: Rogers (1975, 1995) and Willekens and Rogers (1978), "option 3": several moves a step are allowed.
 */

/** A small square matrix as rows. Columns are where people come from. */
export type Matrix = readonly (readonly number[])[]

/**
 * P = (I + M/2)^-1 (I - M/2) for a step of length one; multiply M by n beforehand for n years.
 *
 * rates    M: diagonal = all rates out of the state (moves and death), off-diagonal = -(rate from column to row)
 * returns  shares; column s says where those who were in s are found
 * throws   RangeError where I + M/2 cannot be solved
 */
export function stateTransition(rates: Matrix): number[][] {
  const half = (sign: 1 | -1) =>
    rates.map((row, i) => row.map((rate, j) => (i === j ? 1 : 0) + (sign * rate) / 2))
  return solve(half(1), half(-1))
}

/** Solve A X = B by elimination with row exchange. */
export function solve(a: Matrix, b: Matrix): number[][] {
  const size = a.length
  const rows = a.map((row, i) => [...row, ...b[i]])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row
    }
    if (rows[pivot][column] === 0) throw new RangeError('the matrix cannot be solved')
    ;[rows[column], rows[pivot]] = [rows[pivot], rows[column]]
    const lead = rows[column]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row][column] / lead[column]
      if (factor !== 0) rows[row] = rows[row].map((value, k) => value - factor * lead[k])
    }
  }
  return rows.map((row, i) => row.slice(size).map((value) => value / row[i]))
}

/** Product of two matrices. */
export function matrixProduct(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)))
}

/** Dominant eigenvalue of a non-negative primitive matrix by repeated projection, to 12 digits. */
export function growthRatio(projection: Matrix): number {
  let people = projection.map(() => [1 / projection.length])
  let ratio = 0
  for (let step = 0; step < 20_000; step++) {
    const next = matrixProduct(projection, people)
    const total = next.reduce((sum, [value]) => sum + value!, 0)
    people = next.map(([value]) => [value! / total])
    if (Math.abs(total - ratio) < 1e-13 * total) return total
    ratio = total
  }
  return ratio
}
