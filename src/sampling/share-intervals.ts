/** Intervals of a share, for programs: what cannot be meant is refused. */
import { betaQuantile } from '../math/beta-function.js'
import { wilsonInterval } from '../math/wilson.js'
import { refuseArgument, requireWhole } from '../vocabulary/wrong-argument.js'

interface Interval {
  readonly low: number
  readonly high: number
}

/** Wilson's, as odds have it everywhere here: right on average over shares, and the narrower one. */
export function wilson(successes: number, trials: number, level = 0.95): Interval {
  requireCounts('wilson', successes, trials, level)
  return wilsonInterval(successes, trials, level)
}

/**
 * Clopper and Pearson's: it holds the share at least as often as it says, whatever the share is, and is wider than Wilson's
 * for it. With no trials: 0 to 1.
 *
 * Source: Clopper & Pearson (1934), Biometrika 26, 404-413; by the beta distribution, Newcombe (1998), Stat. Med. 17, 857-872.
 */
export function clopperPearsonInterval(successes: number, trials: number, level = 0.95): Interval {
  requireCounts('clopperPearsonInterval', successes, trials, level)
  const tail = (1 - level) / 2
  const failures = trials - successes
  return {
    // nobody, or everybody, was seen: the interval ends there
    low: successes === 0 ? 0 : betaQuantile(successes, failures + 1, tail),
    high: failures === 0 ? 1 : betaQuantile(successes + 1, failures, 1 - tail, tail),
  }
}

function requireCounts(called: string, successes: number, trials: number, level: number): void {
  requireWhole(called, 'trials', trials, 0)
  requireWhole(called, 'successes', successes, 0, trials)
  if (!(level > 0 && level < 1)) refuseArgument(called, 'level', String(level), 'a share between 0 and 1')
}
