/** What the check of a scenario and its data warns of, on the page: nothing of it shows in the numbers. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Problem } from '../../vocabulary/problems.js'
import { phrase } from '../words/bilingual.js'
import { WARNINGS, warningsCount, warningTexts } from '../words/first-page/warnings.js'
import { type Content, html } from '../words/markup.js'
import { element } from './tags.js'

/** On page one, where there are any: how many, and where they stand. */
export function warningsNote(warnings: readonly Problem[]): Bilingual[] {
  return warningsCount(warnings).map(({ en, zh }) =>
    phrase(`${en} See “${WARNINGS.en}”.`, `${zh}见“${WARNINGS.zh}”。`),
  )
}

/** Every warning; nothing where there is none. */
export function warningsHtml(warnings: readonly Problem[]): Content {
  if (warnings.length === 0) return ''
  const texts = warningTexts(warnings).map((text) => element('pre', text))
  return html`<section id="warnings">${element('h2', WARNINGS)}${texts}</section>`
}
