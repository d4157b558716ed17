/** Which lever by itself helps the target in focus most, in a line that leads to all of them. */
import { inEach } from '../../report/words/bilingual.js'
import { asWritten } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import { ALL_LEVERS, enoughFrom, heldTo, helpsMost, LOOKING, NONE_HELPS } from '../words/rank-words.js'
import { pointsText } from '../words/view-words.js'
import type { PartProps } from './app.js'
import type { Explorer } from './explorer.js'

export function HelpsMost({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, focus, isSlow } = state
  if (facts.levers.length === 0 || focus.unmoved || isSlow) return null
  return (
    <p class="helps">
      <span>{sentence(explorer)[language]}</span>{' '}
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
  const points = wholePercent(gain)
  if (points < 1) return NONE_HELPS
  const { title, unit } = facts.levers[lever]
  const written = (value: number) => inEach((language) => minus(asWritten(value, unit, language)))
  const most = helpsMost(title, written(end.value), pointsText(points))
  if (smallest.kind !== 'at' || (smallest.isMost && !smallest.isReached)) return most
  const least = written(smallest.value)
  const enough = smallest.isReached ? heldTo(least, smallest.isMost, wanted) : enoughFrom(least, wanted)
  return inEach((language) => most[language] + enough[language])
}
