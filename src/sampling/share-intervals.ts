/** Intervals of a share, for programs: what cannot be meant is refused. */
import { clopperPearson } from '../math/clopper-pearson.js'
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

/** Clopper and Pearson's: never right less often than it says. */
export function clopperPearsonInterval(successes: number, trials: number, level = 0.95): Interval {
  requireCounts('clopperPearsonInterval', successes, trials, level)
  return clopperPearson(successes, trials, level)
}

function requireCounts(called: string, successes: number, trials: number, level: number): void {
  requireWhole(called, 'trials', trials, 0)
  requireWhole(called, 'successes', successes, 0, trials)
  if (!(level > 0 && level < 1)) refuseArgument(called, 'level', String(level), 'a share between 0 and 1')
}
