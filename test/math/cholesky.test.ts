import { describe, expect, it } from 'vitest'
import { cholesky } from '../../src/math/cholesky.js'

describe('cholesky', () => {
  it('factors the textbook matrix of Golub & Van Loan into whole numbers', () => {
    const matrix = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98)
    expect([...cholesky(matrix, 3)!]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3])
  })
  it('leaves the earlier rows as they were when a row is appended', () => {
    const two = cholesky(Float64Array.of(1, 0.5, 0.5, 1), 2)!
    const three = cholesky(Float64Array.of(1, 0.5, 0.2, 0.5, 1, -0.3, 0.2, -0.3, 1), 3)!
    expect([three[0], three[3], three[4]]).toEqual([two[0], two[2], two[3]])
  })
  it('finds that correlations of 0.9, 0.9 and -0.9 contradict each other', () => {
    expect(cholesky(Float64Array.of(1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1), 3)).toBeUndefined()
  })
  it('refuses a singular matrix', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined()
  })
})
