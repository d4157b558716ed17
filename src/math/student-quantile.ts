/**
 * Quantile of Student's t: t with P(T <= t) = p, at so many degrees of freedom.
 *
 * By the beta distribution: df / (df + T^2) has shapes df / 2 and 1 / 2.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 28.
 */
import { betaQuantile } from './beta-function.js'

export function studentQuantile(p: number, degrees: number): number {
  const tail = Math.min(p, 1 - p)
  if (tail === 0.5) return 0
  const x = betaQuantile(degrees / 2, 0.5, 2 * tail)
  const t = Math.sqrt((degrees * (1 - x)) / x)
  return p < 0.5 ? -t : t
}
