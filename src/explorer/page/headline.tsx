/** The target in focus: the question, its odds in large, and its course with what is asked for, which can be dragged. */

import { wordFor } from '../../analysis/odds.js'
import { phraseFor } from '../../analysis/summary-words.js'
import { question } from '../../report/words/headline.js'
import { oddsShare } from '../../report/words/numbers.js'
import { VERDICT } from '../../report/words/verdicts.js'
import { aimLimits } from '../state/aim-limits.js'
import { oddsChange } from '../state/changes.js'
import { aimOf, withAim } from '../state/setting.js'
import { BY_YEAR, PIN, SWAP, THRESHOLD } from '../words/control-words.js'
import { withinExpected } from '../words/typed-words.js'
import { countsAsReached, futuresShown, pointsText, SIMULATING, versus } from '../words/view-words.js'
import type { PartProps } from './app.js'
import { Fan } from './fan.js'
import { HelpsMost } from './helps-most.js'
import { pinnedTitle } from './pinned-title.js'
import { TypedNumber } from './typed-number.js'

export function Headline({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, focus, setting, view, pinned, isSettled } = state
  const aim = aimOf(focus, setting)
  const at = facts.targets.indexOf(focus)
  const odds = view?.targets[at].odds
  const before = pinned.view?.targets[at].odds
  const change = odds && before ? oddsChange(odds.share, before.share) : 0
  return (
    <section class="headline" aria-busy={!isSettled}>
      <h1 id="answer" tabIndex={-1}>
        {question({ region: facts.places[0].name, map: facts.places }, aim)[language]}
      </h1>
      <div class="odds-row">
        <p class={`large${isSettled ? '' : ' moving'}`}>{odds ? oddsShare(odds, language) : '–'}</p>
        <div>
          <p class="word">
            {odds && <span class={`chip ${wordFor(odds)}`}>{VERDICT[wordFor(odds)][language]}</span>}
            {change !== 0 && (
              <span class={`change ${change > 0 ? 'up' : 'down'}`}>{pointsText(change)[language]}</span>
            )}
          </p>
          <p class="note">
            {odds ? `${phraseFor(odds)[language]} · ` : ''}
            {view && odds ? futuresShown(view.draws, view.asked, odds)[language] : SIMULATING[language]}
          </p>
          {aim.comparator === 'about' && <p class="note">{countsAsReached(aim)[language]}</p>}
        </div>
      </div>
      <div class="asked-row">
        <Aim explorer={explorer} />
        <Pin explorer={explorer} />
      </div>
      <HelpsMost explorer={explorer} />
      <Fan explorer={explorer} />
    </section>
  )
}

function Pin({ explorer }: PartProps) {
  const { language } = explorer.state
  return (
    <div class="pin">
      <span class="note">{versus(pinnedTitle(explorer))[language]}</span>
      <button type="button" onClick={() => explorer.pin()}>
        {PIN[language]}
      </button>
      <button type="button" onClick={() => explorer.swap()}>
        {SWAP[language]}
      </button>
    </div>
  )
}

/** The threshold and the year of the target in focus, to be typed. */
function Aim({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, focus, setting, view } = state
  const aim = aimOf(focus, setting)
  const [low, high] = aimLimits(focus, view?.courses.get(focus.indicator) ?? [])
  const ask = (threshold: number, year: number) => explorer.move(withAim(setting, focus, { threshold, year }))
  return (
    <p class="aim">
      <span>
        <label for="threshold">{THRESHOLD[language]}</label>{' '}
        <TypedNumber
          key={focus.id}
          id="threshold"
          language={language}
          label={THRESHOLD[language]}
          value={aim.threshold}
          check={(typed) =>
            typed >= low && typed <= high ? undefined : withinExpected([low, high], aim.unit)
          }
          onValue={(typed) => ask(typed, aim.year)}
        />
      </span>
      <label>
        {BY_YEAR[language]}{' '}
        <select
          value={aim.year}
          onChange={({ currentTarget }) => ask(aim.threshold, Number(currentTarget.value))}
        >
          {facts.years.slice(1).map((year) => (
            <option value={year} selected={year === aim.year}>
              {year}
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}
