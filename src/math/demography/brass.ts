/**
 * Brass' relational model: the logits of two life tables lie on a line, so that a whole table follows from a standard by two
 * numbers: alpha, how heavy mortality is, and beta, how old it is.
 *
 * Source: Brass (1971), On the scale of mortality, in: Biological Aspects of Demography; Preston, Heuveline and Guillot (2001),
 * Demography, ch. 9.
 */
import { exp, log } from '../exponential.js'

/** Y = 1/2 ln((1 - l) / l) of the share of those born who survive to an age. */
export function brassLogit(survivors: number): number {
  return log((1 - survivors) / survivors) / 2
}

/** Survivors whose logits are alpha + beta times those of the standard; of 1 and of 0, the same. */
export function fromStandard(alpha: number, beta: number, standard: ArrayLike<number>): Float64Array {
  return Float64Array.from(standard, (survivors) => {
    if (survivors <= 0 || survivors >= 1) return survivors
    return 1 / (1 + exp(2 * (alpha + beta * brassLogit(survivors))))
  })
}

/** Alpha and beta by least squares over the ages at which both tables have survivors other than nobody and everybody. */
export function fitToStandard(
  survivors: ArrayLike<number>,
  standard: ArrayLike<number>,
): { readonly alpha: number; readonly beta: number; readonly ages: number } {
  const isInside = (share: number) => share > 0 && share < 1
  const points = Array.from(survivors, (own, age) => [own, standard[age]] as const)
    .filter(([own, of]) => isInside(own) && isInside(of))
    .map(([own, of]) => [brassLogit(of), brassLogit(own)] as const)
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const along = points.reduce((sum, [of, own]) => sum + (of - x) * (own - y), 0)
  const square = points.reduce((sum, [of]) => sum + (of - x) ** 2, 0)
  const beta = along / square
  return { alpha: y - beta * x, beta, ages: points.length }
}
