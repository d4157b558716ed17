/** All targets as rows of odds that slide, beside those of what is compared with; a row comes into focus when chosen. */
import { isKnown, wordFor } from '../../analysis/odds.js'
import { oddsShare } from '../../report/words/numbers.js'
import { QUALITY } from '../../report/words/verdicts.js'
import type { ExplorerTarget } from '../facts.js'
import { oddsChange } from '../state/changes.js'
import { aimOf } from '../state/setting.js'
import { oddsSpoken, pointsText, TARGETS_HEADING, TARGETS_HELP } from '../words/view-words.js'
import { aimText } from './aim-text.js'
import type { PartProps } from './app.js'

export function Targets({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language } = state
  return (
    <section class="targets">
      <h2>{TARGETS_HEADING[language]}</h2>
      <p class="note">{TARGETS_HELP[language]}</p>
      <div class="rows">
        {facts.targets.map((target, at) => (
          <Row key={target.id} explorer={explorer} target={target} at={at} />
        ))}
      </div>
    </section>
  )
}

interface RowProps extends PartProps {
  readonly target: ExplorerTarget
  readonly at: number
}

function Row({ explorer, target, at }: RowProps) {
  const { language, setting, view, pinned, focus } = explorer.state
  const odds = view?.targets[at].odds
  const before = pinned.view?.targets[at].odds
  const change = odds && before ? oddsChange(odds.share, before.share) : 0
  const aim = aimOf(target, setting)
  const said = odds ? oddsSpoken(odds)[language] : ''
  return (
    <button
      type="button"
      class={`row ${odds ? wordFor(odds) : ''}`}
      id={`target-${at}`}
      aria-pressed={target.id === focus.id}
      onClick={() => explorer.focusOn(target)}
      title={said}
    >
      <span class="title">{target.title[language]}</span>
      <span class="asks">
        {aimText(aim, language)}
        {target.quality === 'data' ? '' : ` · ${QUALITY[target.quality][language]}`}
      </span>
      <span class="scale">
        {odds && isKnown(odds) && (
          <>
            <i class="interval" style={{ '--from': odds.low, '--to': odds.high }} />
            <i class="dot" style={{ '--at': odds.share }} />
          </>
        )}
        {before && isKnown(before) && <i class="then" style={{ '--at': before.share }} />}
      </span>
      <span class="share">{odds ? oddsShare(odds, language) : '–'}</span>
      <span class={`change ${change > 0 ? 'up' : 'down'}`}>
        {change !== 0 ? pointsText(change).en.replace(/ points?$/, '') : ''}
      </span>
    </button>
  )
}
