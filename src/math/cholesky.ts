/**
 * Lower triangular L with L L' = matrix, both [row, column] in one array; undefined where the matrix is not
 * positive definite, or so near to singular that the factor would be noise.
 *
 * Row k of L depends on the first k + 1 rows of the matrix alone: what is appended moves nothing earlier.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]
      for (let k = 0; k < column; k++) sum -= factor[row * size + k] * factor[column * size + k]
      if (column < row) {
        factor[row * size + column] = sum / factor[column * size + column]
        continue
      }
      if (!(sum > 1e-12 * matrix[row * size + row])) return undefined
      factor[row * size + row] = Math.sqrt(sum)
    }
  }
  return factor
}

/** x of L x = b, for the factor that cholesky gives. */
export function forward(factor: Float64Array, b: Float64Array): Float64Array {
  const size = b.length
  const x = b.slice()
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] -= factor[row * size + k] * x[k]
    x[row] /= factor[row * size + row]
  }
  return x
}

/** x of L L' x = b. */
export function solveFactored(factor: Float64Array, b: Float64Array): Float64Array {
  const size = b.length
  const x = forward(factor, b)
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] -= factor[k * size + row] * x[k]
    x[row] /= factor[row * size + row]
  }
  return x
}
