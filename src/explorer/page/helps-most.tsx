/** Which lever by itself helps the target in focus most, in a line that leads to all of them. */
import { inEach } from '../../report/words/bilingual.js'
import { asWritten } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { ALL_LEVERS, enoughFrom, helpsMost, LOOKING, NONE_HELPS } from '../words/rank-words.js'
import { pointsText } from '../words/view-words.js'
import type { PartProps } from './app.js'
import type { Explorer } from './explorer.js'

/** Points of odds (0-1) that are shown as a number. */
export const LEAST_SHOWN = 0.005

export function HelpsMost({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, focus, isSlow } = state
  if (facts.levers.length === 0 || focus.unmoved || isSlow) return null
  return (
    <p class="helps">
      {sentence(explorer)[language]}{' '}
      <button type="button" onClick={goToRanks}>
        {ALL_LEVERS[language]}
      </button>
    </p>
  )
}

function goToRanks(): void {
  const heading = document.getElementById('levers-ranked')
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

function sentence({ facts, state }: Explorer): Bilingual {
  const { ranks, isSettled, wanted } = state
  if (!isSettled || ranks.length < facts.levers.length) return LOOKING
  const [{ lever, end, gain, smallest }] = ranks
  if (gain < LEAST_SHOWN) return NONE_HELPS
  const { title, unit } = facts.levers[lever]
  const written = (value: number) => inEach((language) => minus(asWritten(value, unit, language)))
  const most = helpsMost(title, written(end.value), pointsText(gain))
  if (smallest.kind !== 'at' || smallest.isMost) return most
  const from = enoughFrom(written(smallest.value), wanted)
  return inEach((language) => most[language] + from[language])
}
