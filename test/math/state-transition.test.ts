import { describe, expect, it } from 'vitest'
import { growthRatio, matrixProduct, solve, stateTransition } from '../../src/math/state-transition.js'

describe('transitions between states', () => {
  it('keeps everybody who can only move between states', () => {
    const [first, second] = stateTransition([
      [0.3, -0.1],
      [-0.3, 0.1],
    ])
    expect(first[0] + second[0]).toBeCloseTo(1, 15)
    expect(first[1] + second[1]).toBeCloseTo(1, 15)
  })

  it('is (1 - m/2)/(1 + m/2) for one state', () => {
    expect(stateTransition([[0.2]])).toEqual([[expect.closeTo(0.9 / 1.1, 15)]])
  })

  it('solves a system whose first pivot is zero, and refuses one without a solution', () => {
    const b = [[2], [3]]
    expect(
      solve(
        [
          [0, 1],
          [1, 0],
        ],
        b,
      ),
    ).toEqual([[3], [2]])
    expect(() =>
      solve(
        [
          [1, 1],
          [1, 1],
        ],
        b,
      ),
    ).toThrow(RangeError)
  })

  it('multiplies', () => {
    expect(matrixProduct([[1, 2]], [[3], [4]])).toEqual([[11]])
  })

  it('finds the golden ratio as the growth of rabbits', () => {
    expect(
      growthRatio([
        [1, 1],
        [1, 0],
      ]),
    ).toBeCloseTo((1 + Math.sqrt(5)) / 2, 10)
  })
})
