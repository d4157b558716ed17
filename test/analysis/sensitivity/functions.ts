/** Functions whose indices are known in closed form, and samples of them. */

import type { Input } from '../../../src/analysis/sensitivity/estimate.js'
import type { Design, Factor } from '../../../src/sampling/design.js'
import { createDesign, wholeDraws } from '../../../src/sampling/designs.js'

export interface Known {
  readonly names: readonly string[]
  /** Of points of the unit cube. */
  readonly of: (point: readonly number[]) => number
  readonly first: readonly number[]
  readonly total: readonly number[]
}

/** Ishigami & Homma (1990), a = 7 and b = 0.1; inputs uniform from -pi to pi. */
export const ISHIGAMI: Known = (() => {
  const [a, b] = [7, 0.1]
  const one = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2
  const two = a ** 2 / 8
  const pair = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50)
  const all = one + two + pair
  return {
    names: ['x1', 'x2', 'x3'],
    of: (point) => {
      const angle = (k: number) => Math.PI * (2 * point[k] - 1)
      return Math.sin(angle(0)) * (1 + b * angle(2) ** 4) + a * Math.sin(angle(1)) ** 2
    },
    first: [one / all, two / all, 0],
    total: [(one + pair) / all, two / all, pair / all],
  }
})()

/** Sobol's G function: product of (|4x - 2| + a) / (1 + a). Source: Saltelli & Sobol' (1995). */
export const SOBOL_G: Known = (() => {
  const weights = [0, 1, 4.5, 9, 99]
  const parts = weights.map((a) => 1 / 3 / (1 + a) ** 2)
  const all = parts.reduce((product, part) => product * (1 + part), 1) - 1
  return {
    names: weights.map((_, k) => `g${k}`),
    of: (point) =>
      weights.reduce((product, a, k) => (product * (Math.abs(4 * point[k] - 2) + a)) / (1 + a), 1),
    first: parts.map((part) => part / all),
    total: parts.map((part) => (part * ((all + 1) / (1 + part))) / all),
  }
})()

/** A weighted sum: what each input has is its own. */
export const LINEAR: Known = (() => {
  const weights = [4, 2, 1, 0]
  const all = weights.reduce((sum, weight) => sum + weight ** 2, 0)
  const shares = weights.map((weight) => weight ** 2 / all)
  return {
    names: ['a', 'b', 'c', 'd'],
    of: (point) => weights.reduce((sum, weight, k) => sum + weight * point[k], 0),
    first: shares,
    total: shares,
  }
})()

export const single = (names: readonly string[]): Factor[] =>
  names.map((name) => ({ name, members: [name], dimensions: [name] }))

/** Points [input][draw] of a design; at least so many draws. */
export function sampleOf(names: readonly string[], design: Design, seed: number, draws: number): Input[] {
  const whole = wholeDraws(design, draws)
  const pointsOf = createDesign({ design, seed, names, draws: whole })
  return names.map((name) => {
    const point = pointsOf(name)
    return { name, values: Float64Array.from({ length: whole }, (_, draw) => point(draw)) }
  })
}

export function outcomeOf(of: (point: readonly number[]) => number, inputs: readonly Input[]): Float64Array {
  const point = inputs.map(() => 0)
  return Float64Array.from(inputs[0].values, (_, draw) => {
    for (let k = 0; k < point.length; k++) point[k] = inputs[k].values[draw]
    return of(point)
  })
}
