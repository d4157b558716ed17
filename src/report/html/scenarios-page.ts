/** Many scenarios on a page of their own, with a way to the report of each. */
import { relative, sep } from 'node:path'
import type { ScenarioComparison, ScenarioTarget } from '../../analysis/scenario-comparison.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { phrase } from '../words/bilingual.js'
import { HEADINGS } from '../words/headings.js'
import { type Content, html, type Markup } from '../words/markup.js'
import {
  aboutScenarios,
  OUTCOME_HEADINGS,
  oddsMark,
  outcomeTexts,
  SCENARIOS,
  scenarioLabel,
  targetLabel,
} from '../words/scenarios.js'
import { minus } from '../words/typography.js'
import { pageHtml } from './shell.js'
import { element, inBoth, say } from './tags.js'

export interface ScenariosPage {
  readonly comparison: ScenarioComparison
  /** Reports of the scenarios, and the folder that the page stands in. */
  readonly reports: readonly string[]
  readonly folder: string
  readonly language: Language | undefined
}

/** The whole file. */
export function scenariosHtml({ comparison, reports, folder, language }: ScenariosPage): string {
  const { targets } = comparison
  const parts: Content[] = [
    html`<section id="answer">${element('h1', SCENARIOS.title)}${element('p', aboutScenarios(comparison))}</section>`,
    ...targets.slice(0, 1).map((target) => firstTarget(comparison, target, linksTo(reports, folder))),
    ...(targets.length > 0 ? [allTargets(comparison)] : []),
  ]
  return pageHtml({ title: SCENARIOS.title, language, parts })
}

/** Addresses of files as seen from a folder. */
function linksTo(files: readonly string[], folder: string): string[] {
  return files.map((file) => relative(folder, file).split(sep).map(encodeURIComponent).join('/'))
}

const both = (text: (language: Language) => string): Bilingual => phrase(text('en'), text('zh'))

function firstTarget(
  comparison: ScenarioComparison,
  target: ScenarioTarget,
  links: readonly string[],
): Markup {
  const rows = target.scenarios.map((outcome, index) => {
    const label = say(both((language) => scenarioLabel(comparison, index, language)))
    const texts = (language: Language) => outcomeTexts(outcome, target.unit, language)
    const cells = texts('en').map((_, at) => number(both((language) => minus(texts(language)[at]))))
    return html`<tr><th scope="row"><a href="${links[index]}">${label}</a></th>${cells}</tr>`
  })
  const heads = [SCENARIOS.scenario, ...OUTCOME_HEADINGS]
  const title = both((language) => targetLabel(target, language))
  return html`<section>${element('h2', title)}${table('first', title, heads.map(say), rows)}</section>`
}

function allTargets(comparison: ScenarioComparison): Markup {
  const numbers = comparison.scenarios.map((_, index) => html`${index + 1}`)
  const rows = comparison.targets.map((target) => {
    const cells = target.scenarios.map((outcome) => number(both((language) => oddsMark(outcome, language))))
    return html`<tr><th scope="row">${say(both((language) => targetLabel(target, language)))}</th>${cells}</tr>`
  })
  const heads = [say(HEADINGS.target), ...numbers]
  return html`<section>${element('h2', SCENARIOS.allTargets)}${element('p', SCENARIOS.note, 'note')}${table('all', SCENARIOS.allTargets, heads, rows)}</section>`
}

const number = (text: Bilingual): Markup => html`<td class="n">${say(text)}</td>`

function table(id: string, title: Bilingual, heads: readonly Content[], rows: readonly Markup[]): Markup {
  const columns = heads.map(
    (head, at) => html`<th scope="col"${at === 0 ? '' : html` class="n"`}>${head}</th>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${inBoth(title)}"><table id="t-${id}"><caption>${say(title)}</caption><thead><tr>${columns}</tr></thead><tbody>${rows}</tbody></table></div>`
}
