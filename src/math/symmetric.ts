/** A matrix [row, column] with ones on its diagonal, such as of correlations; each pair is computed once, with the later as its row. */
export function symmetric(size: number, between: (row: number, column: number) => number): Float64Array {
  const matrix = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    matrix[row * size + row] = 1
    for (let column = 0; column < row; column++) {
      const value = between(row, column)
      matrix[row * size + column] = value
      matrix[column * size + row] = value
    }
  }
  return matrix
}
