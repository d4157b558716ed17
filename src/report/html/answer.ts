/** Page one: the question, the answer in plain sentences, what stands in the way, what helps, how far to trust it. */
import type { Addition } from '../../analysis/addition.js'
import type { ReachFinding } from '../../analysis/reach.js'
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import { updateFinding } from '../../analysis/summary-words.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import { everyCityNotes, everyCityTable } from '../tables/every-city.js'
import { evidenceTable } from '../tables/evidence.js'
import { headline, mainPolicy } from '../tables/headline.js'
import { readingsLine, readingsTable } from '../tables/readings.js'
import { targetTable } from '../tables/targets.js'
import { addedTitle, additionWords } from '../words/addition.js'
import { phrase } from '../words/bilingual.js'
import { evidenceCounts } from '../words/evidence.js'
import {
  courseWithSpread,
  policyLine,
  principalCourse,
  question,
  reachedBy,
  verdictSentence,
} from '../words/headline.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { count } from '../words/numbers.js'
import { helps, obstacles, shortages, verdictCounts } from '../words/policy-findings.js'
import { ENOUGH_TITLE, enoughWords } from '../words/reach.js'
import { aboutSettings, countedSettings } from '../words/settings.js'
import { minusesIn } from '../words/typography.js'
import { tableHtml, tablesBehind } from './table.js'
import { element } from './tags.js'
import { restsOn, TRUST, trustIn } from './trust.js'

export interface AnswerFacts {
  /** What would be enough, where that was looked for. */
  readonly reach: ReachFinding | undefined
  /** What the policy adds, where that was looked for. */
  readonly addition: Addition | undefined
  /** What else the numbers depend on, and how well the model did where the outcome is known. */
  readonly trust: readonly Bilingual[]
}

export function answerHtml(summary: Summary, { reach, addition, trust }: AnswerFacts): Markup {
  const target = headline(summary)
  const caution = summary.noSample ? element('p', summary.noSample.caution, 'caution') : ''
  if (!target) return html`<section id="answer">${element('h1', summary.title)}${caution}</section>`
  const { policy } = mainPolicy(summary)
  if (summary.noSample) return settingsHtml(summary, target, caution, trust)
  const cards = [
    addition ? card(addedTitle(addition), signed(additionWords(addition, summary, target))) : '',
    card(
      phrase(`Where places are short in ${summary.years.at(-1)}`, `${summary.years.at(-1)}年哪里缺口最大`),
      shortages(summary, policy),
    ),
    card(phrase('What helps most', '什么最有效'), helps(summary, policy, target)),
    card(ENOUGH_TITLE, reach ? signed(enoughWords(reach, target)) : []),
    card(phrase('What stands in the way', '难点'), obstacles(summary, policy, target)),
    card(TRUST, [...trustIn(target), ...trust]),
  ]
  const { update, draws } = summary
  const readings = readingsLine(summary, target)
  const parts = [
    element('p', policyLine(summary, policy), 'eyebrow'),
    element('h1', question(summary, target)),
    update ? element('p', updateFinding(update, draws), 'caution') : '',
    element('p', verdictSentence(target), 'verdict'),
    readings ? element('p', readings, 'readings') : '',
    leads(courseWithSpread(summary, target), verdictCounts(policy)),
    html`<div class="cards">${cards}</div>`,
  ]
  return html`<section id="answer" class="${target.word}">${parts}</section>${targetsHtml(summary, legend(summary))}`
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
    html`<div class="cards">${card(TRUST, [restsOn(target), ...trust])}</div>`,
  ]
  return html`<section id="answer">${parts}</section>${targetsHtml(summary, aboutSettings(summary))}`
}

/** With the minus of a page. */
const signed = (lines: readonly Bilingual[]) =>
  lines.map(({ en, zh }) => phrase(minusesIn(en), minusesIn(zh)))

/** Two paragraphs side by side. */
const leads = (one: Bilingual, other: Bilingual): Markup =>
  html`<div class="leads"><div>${element('p', one)}</div><div>${element('p', other)}</div></div>`

function targetsHtml(summary: Summary, note: Bilingual): Markup {
  const counts = summary.noSample ? undefined : evidenceCounts(mainPolicy(summary).policy.targets)
  const evidence = summary.noSample ? undefined : evidenceTable(summary)
  const readings = readingsTable(summary)
  const behind = [
    counts ? element('p', counts, 'note') : '',
    evidence ? tablesBehind(evidence.title, [evidence]) : '',
    readings ? tablesBehind(readings.title, [readings]) : '',
  ]
  return html`<section id="targets">${element('h2', TARGETS)}${element('p', note, 'note')}${tableHtml(targetTable(summary))}${everyCityHtml(summary)}${behind}</section>`
}

/** Targets of every city, where the scenario has any. */
function everyCityHtml(summary: Summary): Content {
  const table = everyCityTable(summary)
  if (!table) return ''
  const notes = everyCityNotes(mainPolicy(summary).policy.targets)
  return html`${tableHtml(table)}${notes.map((note) => element('p', note, 'note'))}`
}

export const TARGETS = phrase('Every target', '各项目标')

function card(title: Bilingual, lines: readonly Bilingual[]): Content {
  if (lines.length === 0) return ''
  return html`<div class="card">${element('h3', title)}<ul>${lines.map((line) => element('li', line))}</ul></div>`
}

function legend({ draws, years }: Summary): Bilingual {
  return phrase(
    `Base: end of ${years[0]}. Odds: share of ${howMany(draws, 'simulated future')} that reach the target; all and none are no certainty. ≈ means about. Rests on: the worst quality of what the verdict is computed from.`,
    `基期：${years[0]}年末。达标概率：${count(draws)}个模拟情景中达到目标的比例，“全部”“无”不等于必然。≈ 表示左右。依据：计算所用信息中质量最低者。`,
  )
}
