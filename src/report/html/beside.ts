/** Another scenario beside this one, on page one: odds, fan over fan, and who gains and loses where. */
import type { Comparison } from '../../analysis/compare.js'
import { scaledApart } from '../../results/scaled-words.js'
import { fanPairChart } from '../charts/fan-pair.js'
import { type BesideTables, besidePlaces, besideTargets } from '../tables/beside.js'
import { inEach, phrase } from '../words/bilingual.js'
import { mismatchText, regionsText, renamedText } from '../words/compare.js'
import {
  besideTitle,
  firstChange,
  scenarioNames,
  shortScenarioNames,
  THERE_AGAINST_HERE,
  UNCHANGED,
  whoGains,
} from '../words/first-page/beside.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { type Figure, figureHtml } from './figure.js'
import { tableHtml, tablesBehind } from './table.js'
import { element } from './tags.js'

/** Nothing where no other run is held against this one. */
export async function besideHtml(compared: readonly Comparison[]): Promise<Content> {
  if (compared.length === 0) return ''
  const parts: Markup[] = []
  for (const [index, comparison] of compared.entries()) parts.push(await oneBeside(comparison, index))
  return html`<section id="compared">${parts}</section>`
}

async function oneBeside(comparison: Comparison, index: number): Promise<Markup> {
  const targets = besideTargets(comparison, index)
  const places = besidePlaces(comparison, index)
  const first = firstChange(comparison)
  const figure = fanOverFan(comparison, index, targets)
  const gains = comparison.services.flatMap((service) => whoGains(service, THERE_AGAINST_HERE) ?? [])
  const parts: Content[] = [
    element('h2', besideTitle(comparison)),
    ...mismatchNotes(comparison),
    first ? element('p', first) : '',
    figure ? await figureHtml(figure) : targets.changed.map((table) => tableHtml(table)),
    gains.length > 0 ? html`<ul class="points">${gains.map((line) => element('li', line))}</ul>` : '',
    places.changed.map((table) => tableHtml(table, { sortable: true })),
    tablesBehind(UNCHANGED.places, places.alike),
    tablesBehind(UNCHANGED.targets, targets.alike),
  ]
  return html`${parts}`
}

/** With the targets that differ as the numbers behind it; undefined where the runs have no indicator in common. */
function fanOverFan(comparison: Comparison, index: number, targets: BesideTables): Figure | undefined {
  const { course } = comparison
  if (!course) return undefined
  const { before, after } = scenarioNames(comparison)
  const short = shortScenarioNames(comparison)
  return {
    id: `compared-fan-${index}`,
    title: phrase(`${course.title.en} in both scenarios`, `两个方案的${course.title.zh}`),
    caption: phrase(
      `Lines are medians, bands hold 80 % of the futures. Here: “${before.en}”. There: “${after.en}”.`,
      `实线为情景中位数，色带为80%的情景。本方案：“${before.zh}”；另一方案：“${after.zh}”。`,
    ),
    spec: (size) => fanPairChart(course, short.before, short.after, size),
    tables: [...targets.changed],
  }
}

function mismatchNotes(comparison: Comparison): Markup[] {
  const { before, after, mismatched, renamed } = comparison
  const notes = [
    ...(before.region.en === after.region.en
      ? []
      : [inEach((language) => regionsText(comparison, language))]),
    ...scaledApart(before.controlYears, after.controlYears),
    ...mismatched.map((one) => inEach((language) => mismatchText(one, language))),
    ...renamed.map((one) => inEach((language) => renamedText(one, language))),
  ]
  return notes.map((note) => element('p', note, 'note'))
}
