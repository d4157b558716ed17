/** Odds as a number with its interval, as a word, and as a plain phrase. */
import { wilsonInterval } from '../math/wilson.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Odds, OddsWord } from './summary.js'

/** Share of draws with its Wilson 95 % interval; draws that failed count as not reached. */
export function oddsOf(hits: number, draws: number): Odds {
  return { share: draws === 0 ? 0 : hits / draws, ...wilsonInterval(hits, draws), hits, draws }
}

/** From 95, 66 and 33 %; 5 % and less is almost impossible. */
export function wordFor({ share }: Odds): OddsWord {
  if (share >= 0.95) return 'almost_certain'
  if (share >= 0.66) return 'likely'
  if (share >= 0.33) return 'even'
  return share > 0.05 ? 'unlikely' : 'almost_impossible'
}

/**
 * A phrase that completes "reached in ...": tenths in the middle, hundredths near the ends, and at the ends what
 * was simulated, which is never certainty.
 */
export function phraseFor({ share, hits, draws }: Odds): Bilingual {
  const count = draws.toLocaleString('en')
  if (hits === 0) return { en: `none of the ${count} simulated futures`, zh: `${count}个模拟情景中无一达标` }
  if (hits === draws) return { en: `all ${count} simulated futures`, zh: `全部${count}个模拟情景达标` }
  if (share < 0.01) return { en: 'fewer than 1 in 100 futures', zh: '不到1%的情景达标' }
  if (share > 0.99) return { en: 'more than 99 in 100 futures', zh: '超过99%的情景达标' }
  const hundredths = Math.round(share * 100)
  const tenths = Math.round(share * 10)
  if (hundredths >= 10 && hundredths <= 90)
    return { en: `about ${tenths} in 10 futures (${hundredths} %)`, zh: `约${hundredths}%的情景达标` }
  return { en: `about ${hundredths} in 100 futures`, zh: `约${hundredths}%的情景达标` }
}
