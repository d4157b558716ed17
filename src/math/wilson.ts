import { normalQuantile } from './normal-quantile.js'

/**
 * Wilson's score interval for a share of which `successes` out of `trials` were seen. With no trials: 0 to 1.
 *
 * Source: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  level = 0.95,
): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 }
  const z = -normalQuantile((1 - level) / 2)
  const share = successes / trials
  const centre = share + (z * z) / (2 * trials)
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  const scale = 1 + (z * z) / trials
  // at 0 and at all the bound is exact; rounding must not push it off
  return {
    low: successes === 0 ? 0 : (centre - half) / scale,
    high: successes === trials ? 1 : (centre + half) / scale,
  }
}
