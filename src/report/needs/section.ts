/** The part of the page on what to add, by place. */
import type { Summary } from '../../analysis/summary.js'
import { tableHtml } from '../html/table.js'
import { element } from '../html/tags.js'
import { type Content, html } from '../words/markup.js'
import { needTables } from './table.js'
import { basisNotes, NEEDS_TITLE, needNotes } from './words.js'

/** Nothing where no service of which draws are kept lacks anything. */
export function needsHtml(summary: Summary): Content {
  const tables = needTables(summary)
  if (tables.length === 0) return ''
  const notes = summary.needs.flatMap((needs) =>
    needNotes(needs).map(({ en, zh }) => ({
      en: `${needs.title.en}: ${en}`,
      zh: `${needs.title.zh}：${zh}`,
    })),
  )
  const said = [...basisNotes(summary.needs), ...notes].map((note) => element('p', note, 'note'))
  return html`<section id="needs">${element('h2', NEEDS_TITLE)}${tables.map((table) => tableHtml(table, { sortable: true }))}${said}</section>`
}
