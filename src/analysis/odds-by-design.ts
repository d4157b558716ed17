/**
 * Odds by the design of a run. Draws that a design sets (one at a time, factorial, Morris, a table of rows) are no random
 * sample of the futures: counts of them are no odds, and there is no verdict.
 */
import { wilsonInterval } from '../math/wilson.js'
import type { RunHeader } from '../results/run-header.js'
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

export function oddsWordingFor({ design, update }: Pick<RunHeader, 'design' | 'update'>): OddsWording {
  if (update)
    return { oddsOf: (hits, draws) => oddsOfUpdated(hits, draws, update.effectiveDraws), wordFor, phraseFor }
  if (isSample(design)) return { oddsOf, wordFor, phraseFor }
  return {
    oddsOf: (hits, draws) => ({ ...oddsOf(hits, draws), low: Number.NaN, high: Number.NaN }),
    wordFor: () => 'no_odds',
    phraseFor: settingsPhrase,
  }
}

/** Draws that were taken again by their weight are known as narrowly as so many that were not. */
function oddsOfUpdated(hits: number, draws: number, effective: number): Odds {
  const odds = oddsOf(hits, draws)
  return draws === 0 ? odds : { ...odds, ...wilsonInterval(odds.share * effective, effective) }
}

/** The caution on a run whose draws are no sample; undefined for a sample. */
export function noSampleOf(design: Design, draws: number): NoSample | undefined {
  if (isSample(design)) return undefined
  const kind = kindOf(design) as DesignKind
  return { design: kind, caution: noSampleCaution(kind, draws) }
}
