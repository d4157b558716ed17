/**
 * The x by which A x is nearest to b, by Householder's reflections: no square of A is formed, whose condition would be squared.
 *
 * Source: Golub & Van Loan (2013), Matrix Computations, algorithm 5.3.2.
 */
export function leastSquares(rows: readonly (readonly number[])[], b: readonly number[]): number[] {
  const a = rows.map((row, at) => [...row, b[at]])
  const columns = rows[0].length
  for (let column = 0; column < columns; column++) reflect(a, column)
  const x = new Array<number>(columns).fill(0)
  for (let row = columns - 1; row >= 0; row--) {
    let sum = a[row][columns]
    for (let k = row + 1; k < columns; k++) sum -= a[row][k] * x[k]
    x[row] = sum / a[row][row]
  }
  return x
}

/** Make a column nought below its diagonal, by a reflection of the rows from there on. */
function reflect(a: number[][], column: number): void {
  const below = a.slice(column)
  const length = Math.sqrt(below.reduce((sum, row) => sum + row[column] * row[column], 0))
  if (length === 0) return
  const first = below[0][column]
  const normal = below.map((row) => row[column])
  normal[0] = first + (first < 0 ? -length : length)
  const square = normal.reduce((sum, one) => sum + one * one, 0)
  for (let k = column; k < below[0].length; k++) {
    const along = below.reduce((sum, row, at) => sum + normal[at] * row[k], 0)
    below.forEach((row, at) => {
      row[k] -= (2 * along * normal[at]) / square
    })
  }
}
