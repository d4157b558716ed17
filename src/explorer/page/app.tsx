/** The page: controls beside the answer, and the pictures that follow. */
import { INVENTED } from '../../analysis/summary-words.js'
import { LANGUAGES } from '../../vocabulary/language.js'
import { REDO, RESET, UNDO } from '../words/control-words.js'
import {
  announcement,
  CHOOSE_LANGUAGE,
  FAULT,
  failedFutures,
  LANGUAGE_NAMES,
  LINK_STANDING,
  PAGE_FOOTER,
  PLAN,
  SCENARIO_WRONG,
  SEED,
  TO_ANSWER,
} from '../words/view-words.js'
import { ChangesShown } from './changes.js'
import { Cities } from './cities.js'
import { Controls } from './controls.js'
import { CostsShown } from './costs.js'
import type { Explorer } from './explorer.js'
import { Gaps } from './gaps.js'
import { Headline } from './headline.js'
import { Ranks } from './ranks.js'
import { Targets } from './targets.js'

/** What every part of the page is given. */
export interface PartProps {
  readonly explorer: Explorer
}

export function App({ explorer }: PartProps) {
  const { state, facts } = explorer
  const { language } = state
  document.documentElement.lang = language
  document.title = `${facts.title[language]} · cityward`
  return (
    <div class="page" data-settled={state.isSettled ? '' : undefined}>
      <button type="button" class="skip" onClick={() => document.getElementById('answer')?.focus()}>
        {TO_ANSWER[language]}
      </button>
      <Bar explorer={explorer} />
      <Notices explorer={explorer} />
      <main>
        <Controls explorer={explorer} />
        <div class="answer">
          <Headline explorer={explorer} />
          <Ranks explorer={explorer} />
          <ChangesShown explorer={explorer} />
          <CostsShown explorer={explorer} />
          <Cities explorer={explorer} />
          <Gaps explorer={explorer} />
        </div>
        <Targets explorer={explorer} />
      </main>
      <footer>
        <p>{PAGE_FOOTER[language]}</p>
        <p class="made">
          cityward {facts.version} · {facts.file} · {PLAN[language]} {facts.fingerprint.slice(0, 12)} ·{' '}
          {SEED[language]} {facts.seed}
        </p>
      </footer>
      <Spoken explorer={explorer} />
    </div>
  )
}

function Bar({ explorer }: PartProps) {
  const { state, facts } = explorer
  const { language, canUndo, canRedo } = state
  return (
    <header class="bar">
      <span class="name">cityward</span>
      <span class="plan">{facts.title[language]}</span>
      <span class="tools">
        <button type="button" onClick={() => explorer.undo()} disabled={!canUndo} title="Ctrl+Z">
          {UNDO[language]}
        </button>
        <button type="button" onClick={() => explorer.redo()} disabled={!canRedo} title="Ctrl+Y">
          {REDO[language]}
        </button>
        <button type="button" onClick={() => explorer.backToPlan()}>
          {RESET[language]}
        </button>
      </span>
      <fieldset class="switch">
        <legend>{CHOOSE_LANGUAGE}</legend>
        {LANGUAGES.map((one) => (
          <>
            <input
              type="radio"
              name="language"
              id={`lang-${one}`}
              checked={one === language}
              onChange={() => explorer.speak(one)}
            />
            <label for={`lang-${one}`}>{LANGUAGE_NAMES[one]}</label>
          </>
        ))}
      </fieldset>
    </header>
  )
}

function Notices({ explorer }: PartProps) {
  const { language, link, fault, served, view } = explorer.state
  const { warned } = explorer.facts
  return (
    <>
      {explorer.facts.invented && <p class="notice caution lasting">{INVENTED[language]}</p>}
      {explorer.facts.scaled && <p class="notice lasting">{explorer.facts.scaled[language]}</p>}
      {warned && (
        <details class="notice caution lasting">
          <summary>{warned.title[language]}</summary>
          {warned.texts.map((text) => (
            <pre key={text.en}>{text[language]}</pre>
          ))}
        </details>
      )}
      {view && view.failed > 0 && (
        <p class="notice caution">{failedFutures(view.failed, view.draws)[language]}</p>
      )}
      {link && link !== 'unknown' && (
        <p class={`notice ${link === 'same' ? '' : 'caution'}`}>{LINK_STANDING[link][language]}</p>
      )}
      {fault && <p class="notice caution">{FAULT[language] + fault}</p>}
      {served && (
        <div class="notice caution">
          <p>{SCENARIO_WRONG[language]}</p>
          <pre>{served}</pre>
        </div>
      )}
    </>
  )
}

/** For whoever hears the page: the odds once they are settled, not at every move. */
function Spoken({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { view, isSettled, focus, language } = state
  const text =
    view && isSettled
      ? announcement(focus.title, view.targets[facts.targets.indexOf(focus)].odds, view.draws)
      : undefined
  return (
    <p class="hidden" role="status" aria-live="polite">
      {text?.[language]}
    </p>
  )
}
