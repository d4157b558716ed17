/** What the plan adds to its first target, below the verdicts. */
import type { Addition } from '../../analysis/addition.js'
import type { Summary } from '../../analysis/summary.js'
import { headline } from '../tables/headline.js'
import { addedTitle, additionWords } from '../words/addition.js'
import { COLON } from '../words/typography.js'
import { wrap } from '../words/width.js'
import type { Page } from './page.js'

/** Empty where the addition is not of the first target. */
export function additionText(summary: Summary, addition: Addition, { language, width, paint }: Page): string {
  const target = headline(summary)
  const sentences = target ? additionWords(addition, summary, target) : []
  if (!target || sentences.length === 0) return ''
  const title = `${addedTitle(addition)[language]}${COLON[language]}${target.title[language]}`
  const lines = sentences.flatMap((sentence) => wrap(sentence[language], width))
  return `\n${[...wrap(title, width).map((line) => paint('bold', line)), ...lines].join('\n')}\n`
}
