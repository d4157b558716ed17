/** What the check of a scenario and its data warns of, on the page as on the screen: nothing of it shows in the numbers. */
import { basename } from 'node:path'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import type { Problem } from '../../vocabulary/problems.js'
import { formatWarning, warningIn } from '../../vocabulary/problems.js'
import { SPEECH_IN_CHINESE } from '../chinese/chinese.js'
import { phrase } from '../words/bilingual.js'
import { type Content, html } from '../words/markup.js'
import { element } from './tags.js'

export const WARNINGS = phrase('What the check warns of', '检查警告')

/** On page one, where there are any: how many, and that they stand below. */
export function warningsNote(warnings: readonly Problem[]): Bilingual[] {
  const count = warnings.length
  if (count === 0) return []
  const they = count === 1 ? 'It stands' : 'They stand'
  return [
    phrase(
      `The check of the scenario and its data has ${howMany(count, 'warning')}: what looks like a slip, and may be meant. ${they} under “${WARNINGS.en}”.`,
      `对方案和数据的检查有${count}条警告：看似笔误，也可能有意为之。见“${WARNINGS.zh}”。`,
    ),
  ]
}

/** Every warning, as `cityward check` prints it; nothing where there is none. */
export function warningsHtml(warnings: readonly Problem[]): Content {
  if (warnings.length === 0) return ''
  return html`<section id="warnings">${element('h2', WARNINGS)}${warnings.map((one) => {
    // a run may be repeated elsewhere: the name of a file is the same there
    const warning = { ...one, where: { ...one.where, file: basename(one.where.file) } }
    const text = { en: formatWarning(warning), zh: warningIn(SPEECH_IN_CHINESE.wording, warning) }
    return element('pre', text)
  })}</section>`
}
