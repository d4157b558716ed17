/** What differs from the plan, each with a way back. */
import { asWritten } from '../../report/words/numbers.js'
import { aimOf, type Setting, withAim, withHeld, withLever, withSplit } from '../state/setting.js'
import { aimChanged, DIFFERS, GIVE_BACK, NOTHING_DIFFERS } from '../words/control-words.js'
import { splitOf, splitTitle } from '../words/split-words.js'
import { aimText } from './aim-text.js'
import type { PartProps } from './app.js'
import type { Explorer } from './explorer.js'
import { heldText } from './held-text.js'
import { Keep } from './keep.js'

interface Difference {
  readonly title: string
  readonly text: string
  readonly without: Setting
}

export function Differences({ explorer }: PartProps) {
  const { language } = explorer.state
  const all = differencesOf(explorer)
  return (
    <section class="differences">
      <h3>{DIFFERS[language]}</h3>
      {all.length === 0 ? (
        <p class="note">{NOTHING_DIFFERS[language]}</p>
      ) : (
        <ul>
          {all.map(({ title, text, without }) => (
            <li>
              <span>
                {title} <b>{text}</b>
              </span>
              <button
                type="button"
                aria-label={`${GIVE_BACK[language]}: ${title}`}
                title={GIVE_BACK[language]}
                onClick={() => explorer.choose(without)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Keep explorer={explorer} />
    </section>
  )
}

function differencesOf({ facts, state, base }: Explorer): Difference[] {
  const { language, setting } = state
  const levers = facts.levers.flatMap(({ title, unit }, lever): Difference[] => {
    const [from, to] = [base.levers[lever], setting.levers[lever]]
    if (from === to) return []
    const [one, other] = [from, to].map((value) => asWritten(value, unit, language))
    return [
      {
        title: title[language],
        text: aimChanged(one, other)[language],
        without: withLever(setting, lever, from),
      },
    ]
  })
  const held = facts.uncertainties.flatMap((one): Difference[] => {
    const own = setting.held[one.name]
    if (!own) return []
    const without = withHeld(setting, one.name, undefined)
    return [{ title: one.title[language], text: heldText(one, own)[language], without }]
  })
  const splits = facts.splits.flatMap(({ service, title }): Difference[] => {
    const own = setting.splits[service]
    if (!own) return []
    const text = splitTitle(own, facts.years[0])[language]
    return [{ title: splitOf(title)[language], text, without: withSplit(setting, service, undefined) }]
  })
  const aims = facts.targets.flatMap((target): Difference[] => {
    if (!setting.aims[target.id]) return []
    const [one, other] = [target, aimOf(target, setting)].map((aim) => aimText(aim, language))
    const text = aimChanged(one, other)[language]
    return [{ title: target.title[language], text, without: withAim(setting, target, target) }]
  })
  return [...levers, ...splits, ...held, ...aims]
}
