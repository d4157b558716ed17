/** Uncertainties, each of which can be held at a quantile in all futures. */
import { useState } from 'preact/hooks'
import { asWritten } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { ExplorerUncertainty } from '../facts.js'
import { HOLD_SHARES } from '../facts.js'
import { HOLD_MIDDLE, withHeldAt } from '../state/setting.js'
import { HELD, HELD_HELP, heldAt, heldCount, SEARCH } from '../words/control-words.js'
import type { PartProps } from './app.js'

export function Held({ explorer }: PartProps) {
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
        {HELD[language]}{' '}
        <span class="note">{heldCount(Object.keys(setting.held).length, all.length)[language]}</span>
      </summary>
      <p class="note">{HELD_HELP[language]}</p>
      <input
        type="search"
        placeholder={SEARCH[language]}
        aria-label={SEARCH[language]}
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

function HeldOne({ explorer, uncertainty }: PartProps & { readonly uncertainty: ExplorerUncertainty }) {
  const { language, setting } = explorer.state
  const { name, title, unit, values, because } = uncertainty
  const at = setting.held[name]
  const value = (index: number) => minus(asWritten(Number(values[index].toPrecision(4)), unit, language))
  const hold = (index: number | undefined) => withHeldAt(setting, name, index)
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={at !== undefined}
          onChange={({ currentTarget }) =>
            explorer.choose(hold(currentTarget.checked ? HOLD_MIDDLE : undefined))
          }
        />
        <span>{title[language]}</span>
      </label>
      {at === undefined ? (
        <span class="note" title={because[language]}>
          {value(1)} … {value(HOLD_SHARES.length - 2)}
        </span>
      ) : (
        <>
          <output class="note">
            {value(at)}, {heldAt(Math.round(100 * HOLD_SHARES[at]))[language]}
          </output>
          <input
            type="range"
            min={0}
            max={HOLD_SHARES.length - 1}
            step={1}
            value={at}
            aria-label={title[language]}
            aria-valuetext={`${value(at)}, ${heldAt(Math.round(100 * HOLD_SHARES[at]))[language]}`}
            onInput={({ currentTarget }) => explorer.move(hold(Number(currentTarget.value)))}
          />
          <p class="note because">{because[language]}</p>
        </>
      )}
    </li>
  )
}
