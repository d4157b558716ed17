/** The report: one file that loads nothing from any network, in both languages, for screen, phone and paper. */
import type { Addition } from '../../analysis/addition.js'
import type { Comparison } from '../../analysis/compare.js'
import type { ReachFinding } from '../../analysis/reach.js'
import type { Summary } from '../../analysis/summary.js'
import type { QuotaSplit } from '../../studies/split/split-quota.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import type { Problem } from '../../vocabulary/problems.js'
import { costsHtml } from '../costs/section.js'
import { COSTS_TITLE } from '../costs/words.js'
import { needsHtml } from '../needs/section.js'
import { needTables } from '../needs/table.js'
import { NEEDS_TITLE } from '../needs/words.js'
import { cutNote, isCut, placesThatMatter } from '../tables/places-that-matter.js'
import { reachTables } from '../tables/reach.js'
import { commitmentTable, marginTable } from '../tables/targets.js'
import { phrase } from '../words/bilingual.js'
import { alikeNote } from '../words/commitments.js'
import { unknownInModel } from '../words/first-page/unknowns.js'
import { WARNINGS } from '../words/first-page/warnings.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { ENOUGH_TITLE } from '../words/reach.js'
import { answerHtml } from './answer.js'
import { besideHtml } from './beside.js'
import { figureHtml, groupHtml } from './figure.js'
import { shownGroups } from './figures.js'
import { actionsHtml, unknownsHtml, whereHtml } from './first-page.js'
import { ORIGINS, type Origins, originsHtml } from './origins.js'
import { reachHtml } from './reach.js'
import { pageHtml } from './shell.js'
import { tableHtml, tablesBehind } from './table.js'
import { element, say } from './tags.js'
import { TARGETS, targetsHtml } from './targets-section.js'
import { warningsHtml } from './warnings.js'

export interface ReportFacts {
  readonly summary: Summary
  readonly origins: Origins
  /** What would be enough, where that was looked for. */
  readonly reach?: ReachFinding
  /** What the policy adds to the first target, lever by lever, where that was looked for. */
  readonly addition?: Addition
  /** How the most wanting quota could be split, where that was looked for. */
  readonly split?: QuotaSplit
  /** This run compared with each of several others. */
  readonly compared: readonly Comparison[]
  /** What the check of the scenario and its data warns of. */
  readonly warnings: readonly Problem[]
  /** The language that is shown first; undefined for that of the reader's browser. */
  readonly language: Language | undefined
  /** Address of a page in which levers can be dragged, where there is one beside it. */
  readonly explorer?: string
}

/** The whole file. */
export async function reportHtml(facts: ReportFacts): Promise<string> {
  const { language, reach, addition, split, compared } = facts
  const summary = placesThatMatter(facts.summary)
  const isShort = isCut(facts.summary)
  const title = pageTitle(summary)
  const { first, groups } = await drawnGroups(facts)
  const where = whereHtml(summary, first['where-map'])
  const actions = actionsHtml(summary, { reach, addition, split })
  const unknown = unknownsHtml(summary, facts.origins.dataset, facts.warnings)
  const beside = await besideHtml(compared)
  const onFirst = { compared: beside, where, actions, unknowns: unknown }
  const parts = [
    answerHtml(summary, {
      picture: first.fan,
      next: ORDER.filter((id) => onFirst[id] !== ''),
      trust: unknownInModel(facts.origins.dataset),
    }),
    ...ORDER.map((id) => onFirst[id]),
    isShort ? element('p', cutNote(facts.summary), 'note') : '',
    contents(sectionsOf(summary, facts, groups)),
    summary.policies.at(-1)!.targets.length > 0 ? targetsHtml(summary) : '',
    reach ? reachHtml(summary, reach) : '',
    needsHtml(summary),
    costsHtml(summary),
    ...groups.map(({ html: group }) => group),
    furtherTables(summary),
    warningsHtml(facts.warnings),
    await originsHtml(facts),
  ]
  const { explorer } = facts
  const page = pageHtml({
    title,
    language,
    parts,
    running: summary.title,
    ...(explorer !== undefined && { explorer }),
  })
  // rows of fewer places stand elsewhere in summary.json than their paths say
  return isShort ? page.replaceAll(/ data-(?:from|in)="[^"]*"/g, '') : page
}

/** Sections of page one after the answer. */
const ORDER = ['compared', 'where', 'actions', 'unknowns'] as const

interface DrawnGroup {
  readonly id: string
  readonly title: Bilingual
  readonly html: Content
}

/** Every picture drawn: those of page one by themselves, the others in their groups. */
async function drawnGroups({ summary, origins }: ReportFacts) {
  const first: Record<'fan' | 'where-map', Content> = { fan: '', 'where-map': '' }
  const groups: DrawnGroup[] = []
  for (const { id, title, figures } of shownGroups(summary, origins.dataset)) {
    const pictures: Markup[] = []
    for (const figure of figures) {
      if (figure.id === 'fan') first.fan = await figureHtml(figure, 'beside')
      else if (figure.id === 'where-map') first['where-map'] = await figureHtml(figure)
      else pictures.push(await figureHtml(figure))
    }
    const alike = id === 'places' ? alikeNote(summary) : undefined
    const whole = alike ? [...pictures, element('p', alike, 'note')] : pictures
    if (pictures.length > 0) groups.push({ id, title, html: groupHtml(id, title, whole) })
  }
  return { first, groups }
}

type Section = Pick<DrawnGroup, 'id' | 'title'>

function sectionsOf(
  summary: Summary,
  { reach, warnings }: Pick<ReportFacts, 'reach' | 'warnings'>,
  groups: readonly Section[],
): Section[] {
  return [
    ...(summary.policies.at(-1)!.targets.length > 0 ? [{ id: 'targets', title: TARGETS }] : []),
    ...(reach && reachTables(reach).length > 0 ? [{ id: 'reach', title: ENOUGH_TITLE }] : []),
    ...(needTables(summary).length > 0 ? [{ id: 'needs', title: NEEDS_TITLE }] : []),
    ...(summary.costs ? [{ id: 'costs', title: COSTS_TITLE }] : []),
    ...groups,
    ...(summary.unassessed.length > 0 ? [{ id: 'commitments', title: COMMITMENTS }] : []),
    ...(warnings.length > 0 ? [{ id: 'warnings', title: WARNINGS }] : []),
    { id: 'origins', title: ORIGINS },
  ]
}

const COMMITMENTS = phrase('Every commitment of the plan', '行动计划全部任务')
const MARGINS = phrase('How far each target is from what is asked for', '各目标与要求之差')
const pageTitle = ({ title }: Summary): Bilingual => phrase(`${title.en} – report`, `${title.zh}——报告`)

function contents(sections: readonly { readonly id: string; readonly title: Bilingual }[]): Markup {
  const items = sections.map(({ id, title }) => html`<li><a href="#${id}">${say(title)}</a></li>`)
  return html`<nav aria-label="Contents / 目录"><ul>${items}</ul></nav>`
}

function commitmentNote({ unassessed, policies, sections, noSample }: Summary): Bilingual {
  const { targets } = policies.at(-1)!
  const cannot = targets.filter(({ word }) => word === 'cannot').length
  const [judged, others] = [targets.length - cannot, unassessed.length]
  const still = phrase(
    cannot === 0 ? '' : ` ${cannot} targets on what nothing in the model moves, which cannot be assessed;`,
    cannot === 0 ? '' : `${cannot}项目标的衡量指标在模型中固定不变，无法评估；`,
  )
  const empty = phrase(
    sections.length === 0
      ? ''
      : ` ${sections.length} sections without a commitment in the list, each with the reason.`,
    sections.length === 0 ? '' : `${sections.length}个章节未列任务，均说明原因。`,
  )
  return phrase(
    `${judged} ${noSample ? 'targets, counted in settings' : 'verdicts'}, some commitments in two readings;${still.en} ${others} commitments without one, each with the reason.${empty.en} Nothing of the plan document is dropped.`,
    `${judged}项${noSample ? '目标按设定计数' : '研判'}（部分任务有两种解读）；${still.zh}${others}项任务未作判断，均说明原因。${empty.zh}计划文件无一遗漏。`,
  )
}

function furtherTables(summary: Summary): Content {
  if (summary.policies.at(-1)!.targets.length === 0) return ''
  const margins = summary.noSample ? '' : tablesBehind(MARGINS, [marginTable(summary)])
  return html`<section id="commitments">${element('h2', COMMITMENTS)}${element('p', commitmentNote(summary), 'note')}${tableHtml(commitmentTable(summary))}${margins}</section>`
}
