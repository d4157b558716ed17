/** The part of the page on what the policy costs. */
import type { Summary } from '../../analysis/summary.js'
import { tableHtml } from '../html/table.js'
import { element } from '../html/tags.js'
import { type Content, html } from '../words/markup.js'
import { costTables } from './table.js'
import { COST_NOTES, COSTS_TITLE } from './words.js'

/** Nothing where no programme has a cost. */
export function costsHtml(summary: Summary): Content {
  const tables = (['years', 'cities', 'points'] as const).flatMap((kind) => costTables(summary, kind))
  if (tables.length === 0) return ''
  const notes = COST_NOTES.map((note) => element('p', note, 'note'))
  return html`<section id="costs">${element('h2', COSTS_TITLE)}${tables.map((table) => tableHtml(table))}${notes}</section>`
}
