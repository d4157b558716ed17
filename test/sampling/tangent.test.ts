import { expect, it } from 'vitest'
import { expm1 } from '../../src/math/exponential.js'
import { partOfTangent, tangentOfPart } from '../../src/sampling/families/tangent.js'

it('has the tangent that the machine has, to its last digits', () => {
  for (let k = 1; k <= 100; k++) {
    const x = k / 400
    expect(Math.abs(tangentOfPart(x) / Math.tan(Math.PI * x) - 1)).toBeLessThan(1e-15)
    for (const value of [x, 4 * x, 1 / x])
      expect(Math.abs((partOfTangent(value) * Math.PI) / Math.atan(value) - 1)).toBeLessThan(1e-15)
  }
  expect(tangentOfPart(1e-300)).toBe(Math.PI * 1e-300)
  expect([partOfTangent(0), partOfTangent(1), partOfTangent(Number.POSITIVE_INFINITY)]).toEqual([
    0, 0.25, 0.5,
  ])
})

it('has exp(x) - 1 as the machine has it, near nothing too', () => {
  for (const x of [-50, -1, -0.1, -1e-9, -1e-300, 0, 1e-300, 1e-9, 0.1, 1, 50, 800])
    expect(expm1(x)).toSatisfy(
      (found: number) => found === Math.expm1(x) || Math.abs(found / Math.expm1(x) - 1) < 1e-15,
    )
  expect(expm1(Number.NEGATIVE_INFINITY)).toBe(-1)
})
