import { describe, expect, it } from 'vitest'
import {
  covarianceFactorOf,
  deviationsOf,
  minimise,
  precisionOf,
  type Residuals,
} from '../../src/math/gauss-newton.js'

/** Residuals a z - y, in units of their standard deviation. */
function linear(a: readonly (readonly number[])[], y: readonly number[]): Residuals {
  const unknowns = a[0].length
  return {
    unknowns,
    data: a.length,
    at: (z, out) => {
      a.forEach((row, datum) => {
        out[datum] = row.reduce((sum, slope, k) => sum + slope * z[k], -y[datum])
      })
      return true
    },
    slopes: (_z, _residuals, out) => out.set(a.flat()),
  }
}

describe('a straight line with normal priors', () => {
  it('has for one unknown the mean and variance of Bayes: y s / (1 + s s) and 1 / (1 + s s)', () => {
    const found = minimise(linear([[3]], [2]), new Float64Array(1), 50)!
    expect(found.settled).toBe(true)
    expect(found.z[0]).toBeCloseTo((3 * 2) / 10, 7)
    expect(deviationsOf(covarianceFactorOf(precisionOf(found.slopes, 1), 1), 1)[0]).toBeCloseTo(
      1 / Math.sqrt(10),
      12,
    )
  })

  it('has for two unknowns the posterior worked out by hand: precision [[3, 1], [1, 3]], mean [9, 5] / 8', () => {
    // rows (1, 1), (1, -0) and (0, 1): I + J'J = [[3, 1], [1, 3]] and J'y = (4, 3)
    const rows = [
      [1, 1],
      [1, 0],
      [0, 1],
    ]
    const found = minimise(linear(rows, [3, 1, 0]), new Float64Array(2), 50)!
    expect(found.z[0]).toBeCloseTo(9 / 8, 7)
    expect(found.z[1]).toBeCloseTo(5 / 8, 7)
    const spread = covarianceFactorOf(precisionOf(found.slopes, 2), 2)
    const covariance = [0, 1].map((row) =>
      [0, 1].map(
        (column) => spread[row * 2] * spread[column * 2] + spread[row * 2 + 1] * spread[column * 2 + 1],
      ),
    )
    expect(covariance[0][0]).toBeCloseTo(3 / 8, 12)
    expect(covariance[0][1]).toBeCloseTo(-1 / 8, 12)
    expect(covariance[1][1]).toBeCloseTo(3 / 8, 12)
  })

  it('leaves the prior where data are left out', () => {
    const found = minimise(linear([[3]], [2]), new Float64Array(1), 50)!
    expect([...precisionOf(found.slopes, 1, () => false)]).toEqual([1])
  })
})

describe('a bent valley', () => {
  it('is followed to its floor, round what cannot be lived', () => {
    // Rosenbrock's valley with weak priors about 0: its floor is (1, 1) to the pull of the prior
    const found = minimise(
      {
        unknowns: 2,
        data: 2,
        at: (z, out) => {
          out[0] = 1000 * (z[1] - z[0] * z[0])
          out[1] = 1000 * (1 - z[0])
          return z[0] < 1.5
        },
        slopes: (z, _, out) => out.set([-2000 * z[0], 1000, -1000, 0]),
      },
      Float64Array.of(-1.2, 1),
      200,
    )!
    expect(found.settled).toBe(true)
    expect(found.z[0]).toBeCloseTo(1, 4)
    expect(found.z[1]).toBeCloseTo(1, 4)
  })

  it('is not entered from a start that cannot be lived', () => {
    const nowhere = { ...linear([[1]], [0]), at: () => false }
    expect(minimise(nowhere, new Float64Array(1), 5)).toBeUndefined()
  })
})

describe('slopes that are followed and not computed (Broyden 1965)', () => {
  // residuals exp(z0) - 2, z0 z1 - 1 with weight 1000: the prior hardly counts, so z0 = ln 2 and z1 = 1 / ln 2
  const curved: Residuals = {
    unknowns: 2,
    data: 2,
    at: ([a, b], out) => {
      out[0] = 1000 * (Math.exp(a) - 2)
      out[1] = 1000 * (a * b - 1)
      return true
    },
    slopes: ([a, b], _residuals, out) => out.set([1000 * Math.exp(a), 0, 1000 * b, 1000 * a]),
  }

  it('lead to the same minimum, on computed slopes at its end', () => {
    for (const secants of [0, 3]) {
      let computed = 0
      const counted: Residuals = {
        ...curved,
        slopes: (...given) => {
          computed++
          curved.slopes(...given)
        },
      }
      const { z, settled, slopes, rounds } = minimise(counted, new Float64Array([0.5, 0.5]), 80, secants)!
      expect(settled).toBe(true)
      expect(z[0]).toBeCloseTo(Math.LN2, 4)
      expect(z[1]).toBeCloseTo(1 / Math.LN2, 4)
      expect(slopes[0]).toBeCloseTo(1000 * Math.exp(z[0]), 6)
      if (secants === 0) expect(computed).toBe(rounds + 1)
      else expect(computed).toBeLessThan(rounds + 1)
    }
  })
})

describe('a search whose residuals stay large', () => {
  // (z^2 - 9)^2 / 4 + (4 - z)^2 + z^2: its derivative z^3 - 5 z - 8 is nought at 2.8025888; whole steps of Gauss and Newton go beyond
  const curved: Residuals = {
    unknowns: 1,
    data: 2,
    at: ([z], out) => {
      out.set([(z * z - 9) / 2, 4 - z])
      return true
    },
    slopes: ([z], _residuals, out) => out.set([z, -1]),
  }

  it('damps by what a step gained of what was foreseen, and ends at the same minimum', () => {
    const found = minimise(curved, Float64Array.of(0.5), 60, 0, 1e-9)!
    expect(found.settled).toBe(true)
    const [z] = found.z
    expect(z ** 3 - 5 * z - 8).toBeCloseTo(0, 3)
  })
})
