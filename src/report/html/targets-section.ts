/** Every target: those with evidence of their own, and apart those whose odds are of any promise of their kind. */
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import { everyCityNotes, everyCityTable } from '../tables/every-city.js'
import { evidenceTable } from '../tables/evidence.js'
import { mainPolicy } from '../tables/headline.js'
import { promisedTable } from '../tables/promised.js'
import { readingsTable } from '../tables/readings.js'
import { targetTable } from '../tables/targets.js'
import { phrase } from '../words/bilingual.js'
import { answerToPeople, baseRate, evidenceCounts, promisedNote } from '../words/evidence.js'
import { ALONE_NOTE, ALONE_TITLE, isPromiseAlone } from '../words/first-page/unknowns.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { count } from '../words/numbers.js'
import { verdictCounts } from '../words/policy-findings.js'
import { aboutSettings } from '../words/settings.js'
import { tableHtml, tablesBehind } from './table.js'
import { element } from './tags.js'

export const TARGETS = phrase('Every target', '各项目标')

export function targetsHtml(summary: Summary): Markup {
  const { policy } = mainPolicy(summary)
  const head = element('h2', TARGETS)
  if (summary.noSample)
    return html`<section id="targets">${head}${element('p', aboutSettings(summary), 'note')}${tableHtml(targetTable(summary))}${everyCityHtml(summary)}</section>`
  const counts = evidenceCounts(policy.targets)
  const evidence = evidenceTable(summary)
  const readings = readingsTable(summary)
  const alone = policy.targets.filter(isPromiseAlone)
  const own = policy.targets.length - alone.length
  const parts = [
    element('p', verdictCounts(policy)),
    own > 0
      ? tableHtml(targetTable(summary, { id: 'targets', of: (target) => !isPromiseAlone(target) }))
      : '',
    alone.length > 0
      ? html`${element('h3', ALONE_TITLE)}${element('p', ALONE_NOTE, 'note')}${tableHtml(targetTable(summary, { id: 'targets-promised', of: isPromiseAlone }))}`
      : '',
    everyCityHtml(summary),
    element('p', legend(summary), 'note'),
    counts ? element('p', counts, 'note') : '',
    peopleHtml(summary),
    evidence ? tablesBehind(evidence.title, [evidence]) : '',
    readings ? tablesBehind(readings.title, [readings]) : '',
  ]
  return html`<section id="targets">${head}${parts}</section>`
}

/** Which targets answer to people, and how promised rates do. */
function peopleHtml(summary: Summary): Content {
  const { policy } = mainPolicy(summary)
  const said = answerToPeople(policy.targets)
  const note = promisedNote(policy)
  const table = promisedTable(summary)
  return html`${said ? element('p', said, 'note') : ''}${table && note ? html`${tableHtml(table)}${element('p', note, 'note')}` : ''}`
}

/** Targets of every city, where the scenario has any. */
function everyCityHtml(summary: Summary): Content {
  const table = everyCityTable(summary)
  if (!table) return ''
  const notes = everyCityNotes(mainPolicy(summary).policy.targets)
  return html`${tableHtml(table)}${notes.map((note) => element('p', note, 'note'))}`
}

function legend(summary: Summary): Bilingual {
  const { draws, years } = summary
  const base = baseRateLegend(summary)
  return phrase(
    `Base: end of ${years[0]}. Odds: share of ${howMany(draws, 'simulated future')} that reach the target; all and none are no certainty.${base.en} ≈ means about. Rests on: the worst quality of what the verdict is computed from.`,
    `基期：${years[0]}年末。达标概率：${count(draws)}个模拟情景中达到目标的比例，“全部”“无”不等于必然。${base.zh}≈ 表示左右。依据：计算所用信息中质量最低者。`,
  )
}

/** What base rates are of, with their counts; nothing where none is shown. */
function baseRateLegend(summary: Summary): Bilingual {
  const { targets } = mainPolicy(summary).policy
  const rates = targets.flatMap(({ evidence, word }) =>
    evidence && word !== 'cannot' ? (baseRate(evidence)?.text ?? []) : [],
  )
  const some = [...new Map(rates.map((text) => [text.en, text])).values()]
  if (some.length === 0) return phrase('', '')
  return phrase(
    ` Base rate: the past promises that ran as long, or the railway openings, that were met (${some.map(({ en }) => en).join('; ')}), whatever was promised.`,
    `基准率：不论内容，期限相同的既往承诺（或铁路开通）的完成比例（${some.map(({ zh }) => zh).join('；')}）。`,
  )
}
