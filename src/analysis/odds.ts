/** Odds as a number with its interval, and as a word. */
import { wilsonInterval } from '../math/wilson.js'
import type { Odds, Word } from './summary.js'

/** Share of draws with its Wilson 95 % interval; draws that failed count as not reached. */
export function oddsOf(hits: number, draws: number): Odds {
  return { share: draws === 0 ? 0 : hits / draws, ...wilsonInterval(hits, draws), hits, draws }
}

/** Odds that are not known, since in some futures there is nothing to measure against. */
export const NO_ODDS: Odds = { share: Number.NaN, low: Number.NaN, high: Number.NaN, hits: 0, draws: 0 }

/**
 * The fewest draws that a word needs: those with which Wilson's 95 % interval is at no share wider than a half. At a half it
 * is z / sqrt(n + z2) wide, hence n >= 3 z2 = 11.5. With fewer the interval of a coin's odds takes in "likely" and "unlikely".
 */
export const LEAST_DRAWS = 12

/**
 * The largest share of futures that may fail under a policy whose targets have odds: they count as not reached, and of more
 * than a fifth the odds would say what cannot be lived, and not what is reached.
 */
export const MOST_FAILED = 0.2

/** Whether there are odds, of however many draws. */
export function isKnown({ share }: Odds): boolean {
  return !Number.isNaN(share)
}

/** Whether odds carry no statement: they are not known, of settings that are no sample, from too few draws, or of what nothing moves. */
export function isSilent(word: Word): word is 'no_odds' | 'too_few' | 'cannot' {
  return word === 'no_odds' || word === 'too_few' || word === 'cannot'
}

/** From 95, 66 and 33 %; 5 % and less is almost impossible. None of odds that are not known, or from too few draws. */
export function wordFor({ share, draws }: Odds): Word {
  if (Number.isNaN(share)) return 'no_odds'
  if (draws < LEAST_DRAWS) return 'too_few'
  if (share >= 0.95) return 'almost_certain'
  if (share >= 0.66) return 'likely'
  if (share >= 0.33) return 'even'
  return share > 0.05 ? 'unlikely' : 'almost_impossible'
}
