/** What a reader can set: policies, levers, what is held, and how many futures. */
import { asWritten } from '../../report/words/numbers.js'
import { policyAt, type Setting, settingOf } from '../state/setting.js'
import { FUTURES, LEVERS, POLICIES } from '../words/control-words.js'
import type { PartProps } from './app.js'
import { Differences } from './differences.js'
import { HeldOnes } from './held.js'
import { LeverControl } from './lever.js'
import { Splits } from './splits.js'

/** Futures that can be asked for, beside the number that the file was made with. */
const DRAWS = [500, 2000, 10_000]

export function Controls({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language } = state
  return (
    <section class="controls" aria-label={LEVERS[language]}>
      <Policies explorer={explorer} />
      <h2>{LEVERS[language]}</h2>
      {facts.levers.map((_, lever) => (
        <LeverControl explorer={explorer} lever={lever} />
      ))}
      <Splits explorer={explorer} />
      <Differences explorer={explorer} />
      <HeldOnes explorer={explorer} />
      <Futures explorer={explorer} />
    </section>
  )
}

function Policies({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, setting } = state
  const here = policyAt(facts, setting)
  const choose = (policy: number): Setting => ({ ...setting, levers: settingOf(facts, policy).levers })
  return (
    <fieldset class="policies">
      <legend class="hidden">{POLICIES[language]}</legend>
      {facts.policies.map(({ title }, policy) => (
        <button type="button" aria-pressed={policy === here} onClick={() => explorer.choose(choose(policy))}>
          {title[language]}
        </button>
      ))}
    </fieldset>
  )
}

function Futures({ explorer }: PartProps) {
  const { facts, state } = explorer
  const all = [...new Set([...DRAWS, facts.draws])].sort((a, b) => a - b)
  return (
    <label class="futures">
      <span>{FUTURES[state.language]}</span>
      <select
        value={state.draws}
        onChange={({ currentTarget }) => explorer.askFor(Number(currentTarget.value))}
      >
        {all.map((draws) => (
          <option value={draws} selected={draws === state.draws}>
            {asWritten(draws, 'ratio', state.language)}
          </option>
        ))}
      </select>
    </label>
  )
}
