/** Page one below the first screen: where places are short, what can be done, what is not known. */
import type { Addition } from '../../analysis/addition.js'
import { rankLevers } from '../../analysis/levers/lever-ranking.js'
import type { ReachFinding } from '../../analysis/reach.js'
import type { PolicySummary, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Dataset } from '../../dataset/dataset.js'
import { metByAll } from '../../results/scaled-words.js'
import type { QuotaSplit } from '../../studies/split/split-quota.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Problem } from '../../vocabulary/problems.js'
import { actionTable } from '../tables/actions.js'
import { headline, mainPolicy } from '../tables/headline.js'
import { needPeakTable } from '../tables/need-peaks.js'
import { splitTable } from '../tables/split.js'
import { additionWords } from '../words/addition.js'
import { phrase } from '../words/bilingual.js'
import {
  ACTIONS_TITLE,
  ADDED_BY_PLAN,
  aboutLevers,
  enoughAlready,
  LEAST_GAIN,
  littleHelp,
  MECHANISMS,
} from '../words/first-page/actions.js'
import { pastAtSuchOdds } from '../words/first-page/past-at-such-odds.js'
import { isSplitFar, SPLIT_NOTE, SPLIT_TITLE, splitSentence } from '../words/first-page/quota.js'
import {
  promisesAlone,
  UNKNOWNS_TITLE,
  unknowns,
  unknownWithoutTargets,
  withoutNumbers,
} from '../words/first-page/unknowns.js'
import { mostWanting, toBuild, WHERE_TITLE, wantingServices } from '../words/first-page/where.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { helps } from '../words/policy-findings.js'
import { mechanisms } from '../words/reach.js'
import { minusesIn } from '../words/typography.js'
import { ORIGINS } from './origins.js'
import { tableHtml } from './table.js'
import { element } from './tags.js'
import { warningsNote } from './warnings.js'

const section = (id: string, title: Bilingual, parts: readonly Content[]): Markup =>
  html`<section id="${id}">${element('h2', title)}${parts}</section>`

const listOf = (lines: readonly Bilingual[], className: string): Content =>
  lines.length === 0 ? '' : html`<ul class="${className}">${lines.map((line) => element('li', line))}</ul>`

/** The map of cities; where it cannot be drawn, the same as a table. Nothing where no city has anything to add. */
export function whereHtml(summary: Summary, picture: Content): Content {
  const services = wantingServices(summary)
  if (services.length === 0) return ''
  const drawn =
    picture === ''
      ? [listOf(services.map(mostWanting), 'points'), tableHtml(needPeakTable(summary, services))]
      : [picture]
  return section('where', WHERE_TITLE, drawn)
}

export interface ActionFacts {
  readonly reach: ReachFinding | undefined
  readonly addition: Addition | undefined
  readonly split: QuotaSplit | undefined
}

/** Levers and works of the plan; nothing where the run says nothing of either. */
export function actionsHtml(summary: Summary, { reach, addition, split }: ActionFacts): Content {
  const target = headline(summary)
  if (!target || summary.noSample) return ''
  const parts: Content[] = [
    ...(reach ? leversHtml(reach, target) : []),
    ...worksHtml(summary, split),
    ...addedHtml(summary, target, addition),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : section('actions', ACTIONS_TITLE, parts)
}

function leversHtml(reach: ReachFinding, target: TargetVerdict): Content[] {
  const index = reach.targets.findIndex(({ id }) => id === target.id)
  if (index < 0) return []
  const found = reach.targets[index]
  if (found.now >= reach.wanted) return [element('p', enoughAlready(reach, found))]
  const table = actionTable(reach, index)
  const ranking = rankLevers(reach, index, LEAST_GAIN)
  const little = littleHelp(ranking)
  const said = mechanisms(ranking.helpful.map(({ lever }) => lever))
  return [
    element('p', aboutLevers(reach, found), 'note'),
    table ? tableHtml(table) : '',
    little ? element('p', little, 'note') : '',
    said.length > 0
      ? html`<details><summary>${element('span', MECHANISMS)}</summary>${said.map((line) => element('p', line, 'note'))}</details>`
      : '',
  ]
}

/** What to build where, and how to share it out. */
function worksHtml(summary: Summary, split: QuotaSplit | undefined): Content[] {
  const far = split && isSplitFar(split) ? split : undefined
  const lines = [
    ...(far ? [splitSentence(far)] : []),
    ...wantingServices(summary).flatMap((service) => toBuild(summary, service) ?? []),
  ]
  return [
    listOf(lines, 'works'),
    far
      ? html`<details><summary>${element('span', SPLIT_TITLE)}</summary>${tableHtml(splitTable(far))}${element('p', SPLIT_NOTE, 'note')}</details>`
      : '',
  ]
}

function addedHtml(summary: Summary, target: TargetVerdict, addition: Addition | undefined): Content[] {
  const { policy } = mainPolicy(summary)
  const lines = addition ? additionWords(addition, summary, target) : helps(summary, policy, target)
  if (lines.length === 0) return []
  const shown = lines.map(({ en, zh }) => phrase(minusesIn(en), minusesIn(zh)))
  return [
    html`<details><summary>${element('span', ADDED_BY_PLAN)}</summary>${listOf(shown, 'points')}</details>`,
  ]
}

/** What the answer turns on and rests on. */
export function unknownsHtml(summary: Summary, dataset: Dataset, warnings: readonly Problem[]): Content {
  const target = headline(summary)
  if (summary.noSample) return ''
  const { policy } = mainPolicy(summary)
  const { targets } = policy
  const ofPromises = [promisesAlone(targets), pastAtSuchOdds(targets, dataset.pastOdds)]
  const lines = target
    ? [...unknowns(target, dataset), ...ofPromises.filter((one) => one !== undefined)]
    : unknownWithoutTargets(dataset)
  lines.unshift(...withoutNumbersNote(summary, policy))
  lines.push(...metByAll(summary.controlYears), ...warningsNote(warnings))
  return lines.length === 0 ? '' : section('unknowns', UNKNOWNS_TITLE, [listOf(lines, 'points')])
}

/** With the place where the cause is told. */
const withoutNumbersNote = (summary: Summary, policy: PolicySummary): Bilingual[] =>
  withoutNumbers(summary, policy).map(({ en, zh }) =>
    phrase(`${en} See “${ORIGINS.en}”.`, `${zh}见“${ORIGINS.zh}”。`),
  )
