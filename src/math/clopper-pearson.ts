import { betaQuantile } from './beta-function.js'

/**
 * Clopper and Pearson's interval for a share of which `successes` out of `trials` were seen: it holds the share at least as
 * often as it says, whatever the share is, and is wider than Wilson's for it. With no trials: 0 to 1.
 *
 * Source: Clopper & Pearson (1934), Biometrika 26, 404-413; by the beta distribution, Newcombe (1998), Stat. Med. 17, 857-872.
 */
export function clopperPearson(
  successes: number,
  trials: number,
  level = 0.95,
): { low: number; high: number } {
  const tail = (1 - level) / 2
  const failures = trials - successes
  return {
    low: successes === 0 ? 0 : betaQuantile(successes, failures + 1, tail),
    high: failures === 0 ? 1 : betaQuantile(successes + 1, failures, 1 - tail, tail),
  }
}
