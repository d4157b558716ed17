/** What is lacking, by city and year: medians, the darker the more. */
import { amount, labelled, signed } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { Language } from '../../vocabulary/language.js'
import { isSameSetting } from '../state/setting.js'
import { GAP_CHANGE } from '../words/rank-words.js'
import { GAP_COLOURS, GAPS, WHICH_GAP, WHOLE_REGION } from '../words/view-words.js'
import type { PartProps } from './app.js'
import { shortTitle } from './cities.js'
import { pinnedTitle } from './pinned-title.js'

/** Most years side by side. */
const MOST_YEARS = 6
/** Upper ends of the first four steps of colour, as shares of the most that is lacking anywhere. */
const STEPS = [0.001, 0.1, 0.3, 0.6]

export function Gaps({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, gap, view, pinned } = state
  const shortfall = facts.shortfalls[gap]
  if (!shortfall || !view) return null
  const rows = view.gaps.get(shortfall.indicator)!
  const before = pinned.view?.gaps.get(shortfall.indicator)
  const isOther = !isSameSetting(state.setting, pinned.setting)
  const years = shownYears(facts.years)
  // one scale for both, so that a colour does not change its meaning while a lever moves
  const most = Math.max(1, ...[...rows.slice(1), ...(before?.slice(1) ?? [])].flat().filter(Number.isFinite))
  const stepOf = (value: number) => STEPS.findIndex((end) => value / most <= end)
  return (
    <section class="gaps">
      <h2>{GAPS[language]}</h2>
      <ShortfallChoice explorer={explorer} label={WHICH_GAP[language]} />
      <p class="note">{GAP_COLOURS[language]}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <td />
              {years.map((year) => (
                <th scope="col">{facts.years[year]}</th>
              ))}
              {isOther && <th scope="col">{GAP_CHANGE(pinnedTitle(explorer))[language]}</th>}
            </tr>
          </thead>
          <tbody>
            {facts.places.map(({ name, code }, place) => (
              <tr class={place === 0 ? 'all' : ''} key={code}>
                <th scope="row">{place === 0 ? WHOLE_REGION[language] : shortTitle(name)[language]}</th>
                {years.map((year) => {
                  const value = rows[place][year]
                  const step = stepOf(value)
                  return (
                    <td class={place === 0 ? '' : `lack${step < 0 ? 5 : step + 1}`}>
                      {value < 0.5 ? '0' : amount(value, shortfall.unit, language)}
                    </td>
                  )
                })}
                {isOther && (
                  <GapChange
                    now={rows[place]}
                    then={before?.[place]}
                    unit={shortfall.unit}
                    language={language}
                  />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The shortfall that is shown. */
export function ShortfallChoice({ explorer, label }: PartProps & { readonly label: string }) {
  const { facts, state } = explorer
  const { language, gap } = state
  return (
    <label>
      {label}{' '}
      <select value={gap} onChange={({ currentTarget }) => explorer.showGap(Number(currentTarget.value))}>
        {facts.shortfalls.map(({ title, unit }, at) => (
          <option value={at} selected={at === gap}>
            {labelled(title, unit, language)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface GapChangeProps {
  /** By year. */
  readonly now: readonly number[]
  readonly then: readonly number[] | undefined
  readonly unit: string
  readonly language: Language
}

/** By how much more is lacking in the last year than in what is compared with. */
function GapChange({ now, then, unit, language }: GapChangeProps) {
  const change = then ? now[now.length - 1] - then[then.length - 1] : 0
  if (Math.abs(change) < 0.5) return <td />
  return <td class={change < 0 ? 'up' : 'down'}>{minus(signed(change, unit, language))}</td>
}

/** Indices of the last years, or of some spread over a long horizon. */
function shownYears(years: readonly number[]): number[] {
  const all = years.map((_, year) => year)
  if (all.length <= MOST_YEARS) return all
  return Array.from({ length: MOST_YEARS }, (_, k) => Math.round(((k + 1) / MOST_YEARS) * (all.length - 1)))
}
