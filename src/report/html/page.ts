/** The report: one file that loads nothing from any network, in both languages, for screen, phone and paper. */
import type { Comparison } from '../../analysis/compare.js'
import type { ReachFinding } from '../../analysis/reach.js'
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { reachTables } from '../tables/reach.js'
import { commitmentTable, marginTable } from '../tables/targets.js'
import { phrase } from '../words/bilingual.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { ENOUGH_TITLE } from '../words/reach.js'
import { answerHtml, TARGETS } from './answer.js'
import { figureHtml, groupHtml } from './figure.js'
import { figureGroups } from './figures.js'
import { ORIGINS, type Origins, originsHtml } from './origins.js'
import { reachHtml } from './reach.js'
import { pageHtml } from './shell.js'
import { tableHtml, tablesBehind } from './table.js'
import { element, say } from './tags.js'
import { trustInModel } from './trust.js'

export interface ReportFacts {
  readonly summary: Summary
  readonly origins: Origins
  /** What would be enough, where that was looked for. */
  readonly reach?: ReachFinding
  /** This run compared with each of several others. */
  readonly compared: readonly Comparison[]
  /** The language that is shown first. */
  readonly language: Language
  /** Address of a page in which levers can be dragged, where there is one beside it. */
  readonly explorer?: string
}

/** The whole file. */
export async function reportHtml(facts: ReportFacts): Promise<string> {
  const { summary, language, reach } = facts
  const title = pageTitle(summary)
  const groups = figureGroups(summary)
  const drawn: Content[] = []
  for (const { id, title: name, figures } of groups) {
    const pictures: Markup[] = []
    for (const figure of figures) pictures.push(await figureHtml(figure))
    drawn.push(groupHtml(id, name, pictures))
  }
  const sections = [
    ...(summary.policies.at(-1)!.targets.length > 0 ? [{ id: 'targets', title: TARGETS }] : []),
    ...(reach && reachTables(reach).length > 0 ? [{ id: 'reach', title: ENOUGH_TITLE }] : []),
    ...groups,
    ...(summary.unassessed.length > 0 ? [{ id: 'commitments', title: COMMITMENTS }] : []),
    { id: 'origins', title: ORIGINS },
  ]
  const parts = [
    answerHtml(summary, { reach, trust: trustInModel(facts.origins.dataset, facts.origins.file) }),
    contents(sections),
    reach ? reachHtml(summary, reach) : '',
    ...drawn,
    furtherTables(summary),
    originsHtml(facts),
  ]
  const { explorer } = facts
  return pageHtml({ title, language, parts, ...(explorer !== undefined && { explorer }) })
}

const COMMITMENTS = phrase('Every commitment of the plan', '行动计划全部任务')
const MARGINS = phrase('How far each target is from what is asked for', '各目标与要求之差')
const pageTitle = ({ title }: Summary): Bilingual => phrase(`${title.en} – report`, `${title.zh}——报告`)

function contents(sections: readonly { readonly id: string; readonly title: Bilingual }[]): Markup {
  const items = sections.map(({ id, title }) => html`<li><a href="#${id}">${say(title)}</a></li>`)
  return html`<nav aria-label="Contents / 目录"><ul>${items}</ul></nav>`
}

function commitmentNote({ unassessed, policies, noSample }: Summary): Bilingual {
  const [judged, others] = [policies.at(-1)!.targets.length, unassessed.length]
  return phrase(
    `${judged} ${noSample ? 'targets, counted in settings' : 'verdicts'}, some commitments in two readings; ${others} commitments without one, each with the reason. Nothing of the plan document is dropped.`,
    `${judged}项${noSample ? '目标按设定计数' : '研判'}（部分任务有两种解读）；${others}项任务未作判断，均说明原因。计划文件无一遗漏。`,
  )
}

function furtherTables(summary: Summary): Content {
  if (summary.policies.at(-1)!.targets.length === 0) return ''
  const margins = summary.noSample ? '' : tablesBehind(MARGINS, [marginTable(summary)])
  return html`<section id="commitments">${element('h2', COMMITMENTS)}${element('p', commitmentNote(summary), 'note')}${tableHtml(commitmentTable(summary))}${margins}</section>`
}
