/**
 * Odds by the design of a run. Draws that a design sets (one at a time, factorial, Morris, a table of rows) are no random
 * sample of the futures: counts of them are no odds, and there is no verdict.
 */
import { type Design, type DesignKind, kindOf } from '../sampling/design.js'
import { isSample } from '../sampling/designs.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { oddsOf, wordFor } from './odds.js'
import type { NoSample, Odds, Word } from './summary.js'
import { noSampleCaution, phraseFor, settingsPhrase } from './summary-words.js'

/** Numbers and words for draws that reach a target: odds of a sample, or counts of settings. */
export interface OddsWording {
  readonly oddsOf: (hits: number, draws: number) => Odds
  readonly wordFor: (odds: Odds) => Word
  readonly phraseFor: (odds: Odds) => Bilingual
}

export function oddsWordingFor(design: Design): OddsWording {
  if (isSample(design)) return { oddsOf, wordFor, phraseFor }
  return {
    oddsOf: (hits, draws) => ({ ...oddsOf(hits, draws), low: Number.NaN, high: Number.NaN }),
    wordFor: () => 'no_odds',
    phraseFor: settingsPhrase,
  }
}

/** The caution on a run whose draws are no sample; undefined for a sample. */
export function noSampleOf(design: Design, draws: number): NoSample | undefined {
  if (isSample(design)) return undefined
  const kind = kindOf(design) as DesignKind
  return { design: kind, caution: noSampleCaution(kind, draws) }
}
