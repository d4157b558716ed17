/** How the quota of a service is shared out among cities: as in the plan, by need, as is best, or by hand. */
import { partsBy } from '../../analysis/needs/best-split.js'
import type { ExplorerSplit } from '../facts.js'
import { partsUnder, SPLIT_KINDS, type Split, withSplit } from '../state/setting.js'
import * as words from '../words/split-words.js'
import { PART_EXPECTED } from '../words/typed-words.js'
import type { PartProps } from './app.js'
import { shortTitle } from './cities.js'
import { TypedNumber } from './typed-number.js'

export function Splits({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, setting } = state
  const { splits, unsplit } = facts
  if (splits.length + unsplit.length === 0) return null
  return (
    <details class="splits">
      <summary>
        {words.SPLITS[language]}{' '}
        {splits.length > 0 && (
          <span class="note">
            {words.splitCount(Object.keys(setting.splits).length, splits.length)[language]}
          </span>
        )}
      </summary>
      {splits.length > 0 && <p class="note">{words.SPLITS_HELP[language]}</p>}
      {splits.map((split) => (
        <OneSplit key={split.service} explorer={explorer} split={split} />
      ))}
      {unsplit.length > 0 && (
        <div class="note">
          {words.NOT_OFFERED[language]}
          <ul>
            {words.unsplitReasons(unsplit).map((reason) => (
              <li>{reason[language]}</li>
            ))}
          </ul>
        </div>
      )}
    </details>
  )
}

interface SplitProps extends PartProps {
  readonly split: ExplorerSplit
}

function OneSplit({ explorer, split }: SplitProps) {
  const { facts, state } = explorer
  const { language, setting } = state
  const { service, title, noBest } = split
  const own = setting.splits[service]
  const [base] = facts.years
  const kinds = SPLIT_KINDS.filter((kind) => (kind === 'need' ? split.byNeed : split.best))
  const id = `split-${service}`
  const choose = (chosen: string) => {
    const kind = SPLIT_KINDS.find((one) => one === chosen)
    // a hand begins where the split stands
    const next: Split | undefined = kind ?? (chosen === 'hand' ? partsUnder(split, own) : undefined)
    explorer.choose(withSplit(setting, service, next))
  }
  const chosen = own === undefined ? 'plan' : typeof own === 'string' ? own : 'hand'
  return (
    <div class={`split${own === undefined ? '' : ' moved'}`}>
      <label for={id}>{title[language]}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="plan" selected={chosen === 'plan'}>
          {words.AS_PLANNED[language]}
        </option>
        {kinds.map((kind) => (
          <option value={kind} selected={chosen === kind}>
            {words.kindTitle(kind, base)[language]}
          </option>
        ))}
        <option value="hand" selected={chosen === 'hand'}>
          {words.BY_HAND[language]}
        </option>
      </select>
      {noBest && <p class="note">{words.NO_BEST[noBest][language]}</p>}
      <details open={chosen !== 'plan'}>
        <summary>{words.WHO_GETS[language]}</summary>
        {own === undefined && <p class="note">{words.ABOUT_PLANNED[language]}</p>}
        <Parts explorer={explorer} split={split} />
      </details>
    </div>
  )
}

/** Every city's part of the quota, and how many projects that is; by hand to be typed. */
function Parts({ explorer, split }: SplitProps) {
  const { facts, state } = explorer
  const { language, setting } = state
  const own = setting.splits[split.service]
  const parts = partsUnder(split, own)
  const sum = parts.reduce((all, part) => all + part, 0)
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.CITY[language]}</th>
              <th scope="col">{words.SHARE_OF_QUOTA[language]}</th>
              {split.programmes.map(({ title }) => (
                <th scope="col">{title[language]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.places.slice(1).map(({ name, code }, city) => (
              <tr key={code}>
                <th scope="row">{shortTitle(name)[language]}</th>
                <td>
                  <Part explorer={explorer} split={split} city={city} />
                </td>
                {split.programmes.map((programme) => (
                  <td>{words.projectsOf(parts[city] / sum, programme)[language]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {typeof own === 'object' && (
        <p class={`note${sum === WHOLE ? '' : ' off'}`} role="status">
          {words.sumText(sum)[language]}{' '}
          {sum !== WHOLE && (
            <button
              type="button"
              onClick={() => explorer.choose(withSplit(setting, split.service, partsBy(own)))}
            >
              {words.MAKE_WHOLE[language]}
            </button>
          )}
        </p>
      )}
    </>
  )
}

/** Parts of a quota. */
const WHOLE = 1000

function Part({ explorer, split, city }: SplitProps & { readonly city: number }) {
  const { facts, state } = explorer
  const { language, setting } = state
  const own = setting.splits[split.service]
  if (typeof own !== 'object') return <>{(partsUnder(split, own)[city] / 10).toFixed(1)}</>
  const others = own.reduce((sum, part, at) => (at === city ? sum : sum + part), 0)
  const label = `${shortTitle(facts.places[city + 1].name)[language]}, ${words.SHARE_OF_QUOTA[language]}`
  return (
    <TypedNumber
      language={language}
      label={label}
      value={own[city] / 10}
      check={(value) => (value >= 0 && value <= 100 && value + others > 0 ? undefined : PART_EXPECTED)}
      onValue={(value) => {
        const parts = own.map((part, at) => (at === city ? Math.round(10 * value) : part))
        if (parts.some((part) => part > 0)) explorer.move(withSplit(setting, split.service, parts))
      }}
    />
  )
}
