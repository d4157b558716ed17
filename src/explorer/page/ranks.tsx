/** What every lever does by itself to the target in focus and to what is lacking in a place, and the least of it that is enough. */
import { useRef } from 'preact/hooks'
import { inEach } from '../../report/words/bilingual.js'
import { amount, asWritten, count, difference } from '../../report/words/numbers.js'
import { minus, STOP } from '../../report/words/typography.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import { CURVE_DRAWS, SEARCH_DRAWS } from '../engine/stages.js'
import { HOLD_PERCENTS } from '../facts.js'
import type { LeverRank } from '../state/ahead.js'
import { withLever } from '../state/setting.js'
import * as words from '../words/rank-words.js'
import { WHOLE_PERCENT_EXPECTED } from '../words/typed-words.js'
import { pointsText, WHOLE_REGION } from '../words/view-words.js'
import type { PartProps } from './app.js'
import { shortTitle } from './cities.js'
import type { Explorer } from './explorer.js'
import { ShortfallChoice } from './gaps.js'
import { TypedNumber } from './typed-number.js'

/** Rows that stand there at first, until the levers are known, so that nothing jumps. */
const PLACEHOLDERS = 5

export function Ranks({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, ranks, isSettled, isSlow, focus, draws } = state
  if (facts.levers.length === 0 || focus.unmoved) return null
  const moving = ranks.filter(({ isFlat }) => !isFlat)
  const flat = ranks.filter(({ isFlat }) => isFlat)
  const isWhole = ranks.length === facts.levers.length
  const found = moving.filter(({ smallest }) => smallest.kind !== 'open').length
  const isBusy = !isSlow && !(isSettled && isWhole)
  return (
    <section class={`ranks${isSettled ? '' : ' stale'}`} aria-busy={isBusy}>
      <h2 id="levers-ranked" tabIndex={-1}>
        {words.RANKS[language]}
      </h2>
      <p class="note">
        {
          (isSlow
            ? words.TOO_SLOW
            : words.ranksHelp(Math.min(CURVE_DRAWS, draws), Math.min(SEARCH_DRAWS, draws)))[language]
        }
      </p>
      {!isSlow && <Choices explorer={explorer} />}
      {!isSlow && (moving.length > 0 || !isWhole) && <Table explorer={explorer} />}
      {!isSlow && isWhole && found < moving.length && (
        <p class="note">{words.leastFound(found, moving.length)[language]}</p>
      )}
      {isWhole && flat.length > 0 && (
        <p class="note">
          {words.MOVES_NOTHING[language]}
          {flat.map(({ lever }) => facts.levers[lever].title[language]).join(language === 'zh' ? '、' : ', ')}
          {STOP[language]}
        </p>
      )}
    </section>
  )
}

/** The levers that move the target; rows without words until all of them are known. */
function Table({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, ranks, wanted } = state
  const moving = ranks.filter(({ isFlat }) => !isFlat)
  const isOpen = ranks.length < facts.levers.length
  const rows = useRef(Math.min(PLACEHOLDERS, facts.levers.length))
  if (ranks.length === facts.levers.length) rows.current = moving.length
  const open = isOpen ? Math.max(0, rows.current - moving.length) : 0
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.LEVER[language]}</th>
          <th scope="col">{words.ALL_THE_WAY[language]}</th>
          {facts.shortfalls.length > 0 && <th scope="col">{sideOf(explorer).heading[language]}</th>}
          <th scope="col">{words.leastFor(wanted)[language]}</th>
        </tr>
      </thead>
      <tbody>
        {moving.map((rank) => (
          <Row key={rank.lever} explorer={explorer} rank={rank} />
        ))}
        {Array.from({ length: open }, () => (
          <tr class="open">
            <td colSpan={4}>…</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The odds that are wanted, and of what and where the lack is shown. */
function Choices({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, wanted } = state
  const place = placeOf(explorer)
  return (
    <p class="choices">
      <span>
        <label for="wanted">{words.WANTED[language]}</label>{' '}
        <TypedNumber
          language={language}
          id="wanted"
          label={`${words.WANTED[language]}, %`}
          value={Math.round(100 * wanted)}
          step={1}
          check={(typed) => (HOLD_PERCENTS.includes(typed) ? undefined : WHOLE_PERCENT_EXPECTED)}
          onValue={(typed) => explorer.want(typed / 100)}
        />{' '}
        %
      </span>
      {facts.shortfalls.length > 0 && (
        <>
          <ShortfallChoice explorer={explorer} label={words.EFFECT_ON[language]} />
          <label>
            {words.EFFECT_IN[language]}{' '}
            <select
              id="effect-in"
              value={place}
              onChange={({ currentTarget }) => explorer.showPlace(Number(currentTarget.value))}
            >
              {facts.places.map(({ name }, at) => (
                <option value={at} selected={at === place}>
                  {at === 0 ? WHOLE_REGION[language] : shortTitle(name)[language]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </p>
  )
}

/** The place that was chosen, else the city that lacks most in the last year as it is compared with. */
function placeOf({ facts, state }: Explorer): number {
  const { place, pinned, view, gap } = state
  if (place !== undefined) return place
  const rows = (pinned.view ?? view)?.gaps.get(facts.shortfalls[gap]?.indicator ?? '')
  if (!rows) return 0
  const last = rows.slice(1).map((years) => years[years.length - 1])
  return last.length === 0 ? 0 : 1 + last.indexOf(Math.max(...last))
}

/** Where the lack is shown, and when. */
function sideOf(explorer: Explorer) {
  const { facts, state } = explorer
  const place = placeOf(explorer)
  const { title, unit, indicator } = facts.shortfalls[state.gap]
  const name = place === 0 ? WHOLE_REGION : shortTitle(facts.places[place].name)
  const year = facts.years[facts.years.length - 1]
  const now = state.view?.gaps.get(indicator)?.[place].at(-1) ?? Number.NaN
  const written = inEach((language) => amount(now, unit, language))
  return {
    heading: words.lackingHeading(title, name, year, written),
    label: words.lackingLabel(name, year),
  }
}

function Row({ explorer, rank }: PartProps & { readonly rank: LeverRank }) {
  const { facts, state } = explorer
  const { language, gap, wanted } = state
  const { title, unit } = facts.levers[rank.lever]
  const { end } = rank
  // no odds beside it: those at the top are of more futures, and would not add up with it
  const points = wholePercent(rank.gain)
  const shortfall = facts.shortfalls[gap]
  const change = shortfall && sideChange(explorer, rank)
  const written = (value: number) => inEach((tongue) => minus(asWritten(value, unit, tongue)))
  return (
    <tr>
      <th scope="row">{title[language]}</th>
      <td data-label={words.ALL_THE_WAY[language]}>
        {points >= 1 ? (
          <>
            <b class="up">{pointsText(points)[language]}</b> {words.atValue(written(end.value))[language]}
          </>
        ) : (
          words.NOTHING_HELPS[language]
        )}
      </td>
      {shortfall && (
        <td data-label={sideOf(explorer).label[language]}>
          {change === undefined ? '' : changeShown(change, shortfall.unit, language)}
        </td>
      )}
      <td data-label={words.leastFor(wanted)[language]}>
        <Least explorer={explorer} rank={rank} />
      </td>
    </tr>
  )
}

function sideChange(explorer: Explorer, rank: LeverRank): number | undefined {
  const { facts, state } = explorer
  const column =
    facts.columns[facts.shortfalls[state.gap].indicator][placeOf(explorer)][facts.years.length - 1]
  return column < 0 ? undefined : explorer.changeBy(rank, column)
}

function changeShown(change: number, unit: string, language: 'en' | 'zh') {
  if (Math.abs(change) < 0.5) return count(0)
  return <b class={change < 0 ? 'up' : 'down'}>{minus(difference(change, unit, language))}</b>
}

function Least({ explorer, rank }: PartProps & { readonly rank: LeverRank }) {
  const { facts, state } = explorer
  const { language, setting } = state
  const { lever, smallest } = rank
  const { title, unit } = facts.levers[lever]
  if (smallest.kind === 'open') return <>…</>
  if (smallest.kind === 'anywhere') return <>{words.ANYWHERE[language]}</>
  if (smallest.kind === 'nowhere') return <>{words.notAlone(smallest.share)[language]}</>
  const value = inEach((tongue) => minus(asWritten(smallest.value, unit, tongue)))
  return (
    <>
      <button
        type="button"
        title={words.setTo(title, value)[language]}
        aria-label={words.setTo(title, value)[language]}
        onClick={() => explorer.choose(withLever(setting, lever, smallest.value))}
      >
        {(smallest.isMost ? words.upTo(value) : value)[language]}
      </button>{' '}
      <span class="note">
        {
          (smallest.isReached
            ? words.reachedAlready(smallest.isMost, smallest.share)
            : words.givesOdds(smallest.share))[language]
        }
      </span>
    </>
  )
}
