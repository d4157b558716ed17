/** What differs from what is compared with: odds of targets, and what is lacking where. */
import { difference } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import { gapChanges, oddsChanges } from '../state/changes.js'
import { isSameSetting } from '../state/setting.js'
import { changesAgainst, IS_COMPARED, NO_CHANGES, pointsText, WHOLE_REGION } from '../words/view-words.js'
import type { PartProps } from './app.js'
import { shortTitle } from './cities.js'
import { pinnedTitle } from './pinned-title.js'

/** Lines of each list. */
const MOST = 6

export function ChangesShown({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, view, pinned, setting } = state
  if (!view || !pinned.view) return null
  const odds = oddsChanges(facts, view, pinned.view)
  const gaps = gapChanges(facts, view, pinned.view)
  const isSame = isSameSetting(setting, pinned.setting)
  return (
    <section class="changes">
      <h2>{changesAgainst(pinnedTitle(explorer))[language]}</h2>
      {odds.length + gaps.length === 0 ? (
        <p class="note">{(isSame ? IS_COMPARED : NO_CHANGES)[language]}</p>
      ) : (
        <div class="lists">
          <ul>
            {odds.slice(0, MOST).map(({ target, change }) => (
              <li key={target.id}>
                <b class={change > 0 ? 'up' : 'down'}>{pointsText(change)[language]}</b>{' '}
                {target.title[language]}
              </li>
            ))}
          </ul>
          <ul>
            {gaps.slice(0, MOST).map(({ shortfall, place, change, year }) => (
              <li key={`${shortfall.indicator} ${place.code}`}>
                <b class={change < 0 ? 'up' : 'down'}>
                  {minus(difference(change, shortfall.unit, language))}
                </b>{' '}
                {place === facts.places[0] ? WHOLE_REGION[language] : shortTitle(place.name)[language]} ·{' '}
                {shortfall.title[language]}, {year}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
