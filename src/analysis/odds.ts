/** Odds as a number with its interval, and as a word. */
import { wilsonInterval } from '../math/wilson.js'
import type { Odds, OddsWord } from './summary.js'

/** Share of draws with its Wilson 95 % interval; draws that failed count as not reached. */
export function oddsOf(hits: number, draws: number): Odds {
  return { share: draws === 0 ? 0 : hits / draws, ...wilsonInterval(hits, draws), hits, draws }
}

/** Odds that are not known, since in some futures there is nothing to measure against. */
export const NO_ODDS: Odds = { share: Number.NaN, low: Number.NaN, high: Number.NaN, hits: 0, draws: 0 }

/** From 95, 66 and 33 %; 5 % and less is almost impossible. */
export function wordFor({ share }: Odds): OddsWord {
  if (share >= 0.95) return 'almost_certain'
  if (share >= 0.66) return 'likely'
  if (share >= 0.33) return 'even'
  return share > 0.05 ? 'unlikely' : 'almost_impossible'
}
