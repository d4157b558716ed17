/** Uncertainties, each of which can be held in all futures: at a quantile or at a value, by dragging or typing. */
import { useState } from 'preact/hooks'
import { asWritten } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import { type ExplorerUncertainty, HOLD_PERCENTS } from '../facts.js'
import { type Held, valueHeld, withHeld } from '../state/setting.js'
import * as words from '../words/control-words.js'
import { PERCENT_EXPECTED, valueExpected } from '../words/typed-words.js'
import type { PartProps } from './app.js'
import { heldText } from './held-text.js'
import { TypedNumber } from './typed-number.js'

export function HeldOnes({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, setting } = state
  const [wanted, search] = useState('')
  const all = facts.uncertainties
  const found = all.filter(({ title }) =>
    `${title.en} ${title.zh}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  return (
    <details class="held">
      <summary>
        {words.HELD[language]}{' '}
        <span class="note">{words.heldCount(Object.keys(setting.held).length, all.length)[language]}</span>
      </summary>
      <p class="note">{words.HELD_HELP[language]}</p>
      <input
        type="search"
        placeholder={words.SEARCH[language]}
        aria-label={words.SEARCH[language]}
        value={wanted}
        onInput={({ currentTarget }) => search(currentTarget.value)}
      />
      <ul>
        {found.map((uncertainty) => (
          <HeldOne key={uncertainty.name} explorer={explorer} uncertainty={uncertainty} />
        ))}
      </ul>
    </details>
  )
}

/** Where an uncertainty is held at first. */
const MIDDLE: Held = { percent: 50 }

interface HeldProps extends PartProps {
  readonly uncertainty: ExplorerUncertainty
}

function HeldOne({ explorer, uncertainty }: HeldProps) {
  const { language, setting } = explorer.state
  const { name, title, unit, values, because } = uncertainty
  const held = setting.held[name]
  const shown = (value: number) => minus(asWritten(Number(value.toPrecision(4)), unit, language))
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={held !== undefined}
          onChange={({ currentTarget }) =>
            explorer.choose(withHeld(setting, name, currentTarget.checked ? MIDDLE : undefined))
          }
        />
        <span>{title[language]}</span>
      </label>
      {held === undefined ? (
        <span class="note" title={because[language]}>
          {shown(values[9])} … {shown(values[89])}
        </span>
      ) : (
        <HeldAt explorer={explorer} uncertainty={uncertainty} held={held} />
      )}
    </li>
  )
}

/** The slider over the quantiles, and both numbers to type. */
function HeldAt({ explorer, uncertainty, held }: HeldProps & { readonly held: Held }) {
  const { language, setting } = explorer.state
  const { name, title, values, because, ends, only, with: partner } = uncertainty
  const hold = (next: Held) => explorer.move(withHeld(setting, name, next))
  const value = valueHeld(uncertainty, held)
  const percent = 'percent' in held ? held.percent : percentAt(values, value)
  const isWithin = (typed: number) => (only ? only.includes(typed) : typed >= ends[0] && typed <= ends[1])
  return (
    <>
      <output class="note">{heldText(uncertainty, held)[language]}</output>
      <input
        type="range"
        min={1}
        max={HOLD_PERCENTS.length}
        step={1}
        value={percent}
        aria-label={title[language]}
        aria-valuetext={heldText(uncertainty, held)[language]}
        onInput={({ currentTarget }) => hold({ percent: Number(currentTarget.value) })}
      />
      <p class="pair">
        <span>
          <span>{words.VALUE[language]}</span>
          <TypedNumber
            language={language}
            label={`${title[language]}, ${words.VALUE[language]}`}
            value={value}
            check={(typed) => (isWithin(typed) ? undefined : valueExpected(uncertainty))}
            onValue={(typed) => hold({ value: typed })}
          />
        </span>
        <span>
          <span>{words.PERCENT_BELOW[language]}</span>
          <TypedNumber
            language={language}
            label={`${title[language]}, ${words.PERCENT_BELOW[language]}`}
            value={percent}
            check={(typed) => (HOLD_PERCENTS.includes(typed) ? undefined : PERCENT_EXPECTED)}
            onValue={(typed) => hold({ percent: typed })}
          />
        </span>
      </p>
      {partner && <p class="note">{words.goesWith(partner.title, partner.rank)[language]}</p>}
      <p class="note because">{because[language]}</p>
    </>
  )
}

/** The nearest whole per cent of the futures that lie below a value. */
function percentAt(values: readonly number[], value: number): number {
  const above = values.findIndex((one) => one >= value)
  return above < 0 ? HOLD_PERCENTS.length : HOLD_PERCENTS[above]
}
