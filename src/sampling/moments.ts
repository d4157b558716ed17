/**
 * Mean and variance of every distribution: closed forms where there are such, sums over values or pieces for those that are
 * tables, and slices of equal odds for what is cut off. They are what a program asks for; no draw needs them.
 */
import { exp } from '../math/exponential.js'
import { atomsOf } from './atoms.js'
import type { Distribution } from './distribution.js'
import { familyOf } from './families/families.js'
import type { Moments } from './families/family.js'
import { inverseOf } from './quantiles.js'
import { pertShapes } from './tails.js'

/** Slices of equal odds of a distribution that is cut off, each taken at its middle: it has no closed form. */
const SLICES = 2 ** 16

/** NaN where there is none, Infinity where it has no bound. */
export function momentsOf(distribution: Distribution): Moments {
  const atoms = atomsOf(distribution)
  if (atoms) {
    const odds = atoms.upTo.map((upTo, k) => upTo - (atoms.upTo[k - 1] ?? 0))
    return weighted(atoms.values, odds)
  }
  switch (distribution.kind) {
    case 'normal':
      return { mean: distribution.mean, variance: distribution.sd ** 2 }
    case 'lognormal': {
      const { median, sigma } = distribution
      const square = exp(sigma * sigma)
      return { mean: median * Math.sqrt(square), variance: median * median * square * (square - 1) }
    }
    case 'uniform':
      return betaMoments(1, 1, distribution)
    case 'triangular': {
      const { low, mode, high } = distribution
      const [up, width] = [mode - low, high - low]
      return { mean: (low + mode + high) / 3, variance: (up * up + width * width - up * width) / 18 }
    }
    case 'pert':
      if (distribution.low === distribution.high) return { mean: distribution.low, variance: 0 }
      return betaMoments(...pertShapes(distribution), distribution)
    case 'beta':
      return betaMoments(distribution.alpha, distribution.beta, distribution)
    case 'gamma': {
      const { shape, scale } = distribution
      return { mean: shape * scale, variance: shape * scale * scale }
    }
    case 'quantiles':
      return alongLines(distribution.values)
    default: {
      const { mean, variance } = familyOf(distribution) ?? slicedMoments(distribution)
      return { mean, variance }
    }
  }
}

function betaMoments(a: number, b: number, { low, high }: { low: number; high: number }): Moments {
  const [sum, width] = [a + b, high - low]
  return {
    mean: low + (width * a) / sum,
    variance: (width * width * (a / sum) * (b / sum)) / (sum + 1),
  }
}

function weighted(values: Float64Array, odds: Float64Array): Moments {
  const mean = values.reduce((sum, value, k) => sum + odds[k] * value, 0)
  return { mean, variance: values.reduce((sum, value, k) => sum + odds[k] * (value - mean) ** 2, 0) }
}

/** Every piece between two values is uniform and equally likely. */
function alongLines(values: readonly number[]): Moments {
  const pieces = values.slice(1).map((to, k) => [values[k], to] as const)
  const mean = pieces.reduce((sum, [from, to]) => sum + (from + to) / 2, 0) / pieces.length
  const squares = pieces.map(([from, to]) => ((from + to) / 2 - mean) ** 2 + (to - from) ** 2 / 12)
  return { mean, variance: squares.reduce((sum, square) => sum + square, 0) / pieces.length }
}

function slicedMoments(distribution: Distribution): Moments {
  const inverse = inverseOf(distribution)
  const values = Float64Array.from({ length: SLICES }, (_, k) => {
    const p = (k + 0.5) / SLICES
    return inverse(p, 1 - p)
  })
  return weighted(values, new Float64Array(SLICES).fill(1 / SLICES))
}
