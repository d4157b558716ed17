/**
 * The Lomax (Pareto II) distribution with mean 1: P(X > x) = (1 + x / (a - 1)) ^ -a, a > 1.
 *
 * An exponential whose rate itself varies by a gamma distribution: the heavier its tail, the smaller a. Beyond the
 * largest of SHAPES it is as good as exponential. Source: Lomax (1954), J. Am. Stat. Assoc. 49, 847-852.
 */
import { exp, log1p } from './exponential.js'

export interface Observed {
  /** In units of its expected size. */
  readonly value: number
  /** False where it is a lower bound. */
  readonly ended: boolean
  readonly weight: number
}

const SHAPES = [1.5, 1.75, 2, 2.5, 3, 4, 6, 10, 20, 50] as const

/** P(X > x) for x of 0 or more. */
export function lomaxBeyond(shape: number, x: number): number {
  return exp(-shape * log1p(x / (shape - 1)))
}

/** The shape of SHAPES under which the observations are likeliest. */
export function shapeOf(observed: readonly Observed[]): number {
  let best: number = SHAPES[0]
  let most = Number.NEGATIVE_INFINITY
  for (const shape of SHAPES) {
    let likelihood = 0
    for (const { value, ended, weight } of observed) {
      // density a / (a - 1) (1 + x / (a - 1)) ^ -(a + 1); of a lower bound the odds beyond it
      const down = log1p(value / (shape - 1))
      likelihood += weight * (ended ? log1p(1 / (shape - 1)) - (shape + 1) * down : -shape * down)
    }
    if (likelihood > most) [best, most] = [shape, likelihood]
  }
  return best
}
