/** The first screen: the question, the answer in one sentence with one number, the fan beside it. */
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import { updateFinding } from '../../analysis/summary-words.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { headline, mainPolicy } from '../tables/headline.js'
import { lastYearTable } from '../tables/last-year.js'
import { readingsLine } from '../tables/readings.js'
import {
  NEXT_QUESTIONS,
  oneAnswer,
  otherReadings,
  READINGS,
  toTheLetter,
} from '../words/first-page/one-answer.js'
import { restsAtWorst, UNKNOWNS_TITLE } from '../words/first-page/unknowns.js'
import { policyLine, principalCourse, question, reachedBy } from '../words/headline.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { countedSettings } from '../words/settings.js'
import { tableHtml } from './table.js'
import { element } from './tags.js'

export interface AnswerFacts {
  /** The fan; empty where there is none. */
  readonly picture: Content
  /** Ids of the sections that follow on page one. */
  readonly next: readonly (keyof typeof NEXT_QUESTIONS)[]
  /** On what the numbers depend, for a run that gives no odds. */
  readonly trust: readonly Bilingual[]
}

export function answerHtml(summary: Summary, { picture, next, trust }: AnswerFacts): Markup {
  const target = headline(summary)
  const caution = summary.noSample ? element('p', summary.noSample.caution, 'caution') : ''
  if (!target) return projectionHtml(summary, picture, caution)
  if (summary.noSample) return settingsHtml(summary, target, caution, trust)
  const { policy } = mainPolicy(summary)
  const { update, draws } = summary
  const head = [
    element('p', policyLine(summary, policy), 'eyebrow'),
    element('h1', question(summary, target)),
    update ? element('p', updateFinding(update, draws), 'caution') : '',
  ]
  const links = next.map((id) => html`<li><a href="#${id}">${element('span', NEXT_QUESTIONS[id])}</a></li>`)
  const readings = otherReadings(summary, target).map((line) => element('li', line))
  const byLastYears = readingsLine(summary, target, true)
  const said = [
    answerLine(target),
    ...toTheLetter(target).map((line) => element('p', line, 'last-years')),
    byLastYears ? element('p', byLastYears, 'last-years') : '',
    html`<details class="readings"><summary>${element('span', READINGS)}</summary><ul>${readings}</ul></details>`,
    html`<ul class="next">${links}</ul>`,
  ]
  return html`<section id="answer" class="${target.word}">${head}<div class="first"><div>${said}</div>${picture}</div></section>`
}

/** Of a run without targets: what is projected, with ranges. */
function projectionHtml(summary: Summary, picture: Content, caution: Content): Markup {
  const table = summary.noSample ? undefined : lastYearTable(summary)
  const projected = table ? tableHtml(table) : ''
  return html`<section id="answer">${element('h1', summary.title)}${caution}${picture}${projected}</section>`
}

/** The sentence, its number large. */
function answerLine(target: TargetVerdict): Markup {
  const { before, number, after } = oneAnswer(target)
  const one = (language: 'en' | 'zh') => {
    const large = number[language] === '' ? '' : html`<strong>${number[language]}</strong>`
    return html`<p lang="${language}" class="verdict">${before[language]}${large}${after[language]}</p>`
  }
  return html`${one('en')}${one('zh')}`
}

/** Of draws that are no sample: the caution first, how many settings reach the target, and no verdict. */
function settingsHtml(
  summary: Summary,
  target: TargetVerdict,
  caution: Content,
  trust: readonly Bilingual[],
): Markup {
  const { policy } = mainPolicy(summary)
  const parts = [
    element('p', policyLine(summary, policy), 'eyebrow'),
    element('h1', question(summary, target)),
    caution,
    element('p', reachedBy(target), 'verdict'),
    leads(principalCourse(summary, target), countedSettings(summary, policy)),
    listHtml(UNKNOWNS_TITLE, [restsAtWorst(target), ...trust]),
  ]
  return html`<section id="answer">${parts}</section>`
}

/** Two paragraphs side by side. */
const leads = (one: Bilingual, other: Bilingual): Markup =>
  html`<div class="leads"><div>${element('p', one)}</div><div>${element('p', other)}</div></div>`

/** A heading of the third rank with a list; nothing where the list is empty. */
function listHtml(title: Bilingual, lines: readonly Bilingual[]): Content {
  if (lines.length === 0) return ''
  return html`${element('h3', title)}<ul>${lines.map((line) => element('li', line))}</ul>`
}
