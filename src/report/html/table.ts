/**
 * A table of the page. Every number carries its path in summary.json: the table's `data-in` and its own `data-from`.
 */
import { isSilent, wordFor } from '../../analysis/odds.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import type { DataCell, DataTable } from '../tables/data-table.js'
import { inEach } from '../words/bilingual.js'
import { type Content, html, inLines, type Markup } from '../words/markup.js'
import { amount, oddsShare, points, share, signed } from '../words/numbers.js'
import { minus, span } from '../words/typography.js'
import { VERDICT } from '../words/verdicts.js'
import { inBoth, say } from './tags.js'

/** How a table is shown. */
interface TableLook {
  /** Whether a reader can order the rows by a column. */
  readonly sortable?: boolean
}

/** A table in a frame of its own, which scrolls where the page is too narrow; the first cell of a row heads it. */
export function tableHtml(
  { id, title, columns, rows }: DataTable,
  { sortable = false }: TableLook = {},
): Markup {
  const heads = columns.map(
    ({ title: head, numeric }) => html`<th scope="col"${numeric ? html` class="n"` : ''}>${say(head)}</th>`,
  )
  const within = commonPath(rows.flat())
  const lines = rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, at) => cellHtml(cell, at === 0, { skip: within.length, sortable }))}</tr>`,
  )
  const table = html`<table id="t-${id}"${sortable ? html` class="sortable"` : ''} data-in="${within}"><caption>${say(title)}</caption><thead><tr>${heads}</tr></thead><tbody>${inLines(lines)}</tbody></table>`
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${inBoth(title)}">${table}</div>`
}

/** The tables behind a picture, closed until they are asked for. */
export function tablesBehind(title: Bilingual, tables: readonly DataTable[]): Content {
  if (tables.length === 0) return ''
  return html`<details><summary>${say(title)}</summary>${tables.map((table) => tableHtml(table))}</details>`
}

/** What the paths of all numbers begin with, up to a dot. */
function commonPath(cells: readonly DataCell[]): string {
  const paths = cells.flatMap((cell) => ('from' in cell && cell.from !== '' ? [cell.from] : []))
  const [first = '', ...rest] = paths
  let length = first.length
  for (const path of rest) while (!path.startsWith(first.slice(0, length))) length--
  return first.slice(0, first.lastIndexOf('.', length - 1) + 1)
}

interface CellLook {
  /** Letters at the start of a path that the table gives for all of them. */
  readonly skip: number
  readonly sortable: boolean
}

function cellHtml(cell: DataCell, heads: boolean, { skip, sortable }: CellLook): Markup {
  if (cell.kind === 'verdict')
    return html`<td><span class="chip ${cell.word}">${say(VERDICT[cell.word])}</span></td>`
  if (cell.kind === 'words') {
    const text = say(cell.text)
    return heads ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`
  }
  const as = cell.kind === 'number' ? '' : html` data-as="${cell.kind}"`
  const from = cell.from === '' ? '' : html` data-from="${cell.from.slice(skip)}"${as}`
  const bar =
    cell.kind === 'odds' && !isSilent(wordFor(cell.odds))
      ? html` style="--p:${wholePercent(cell.odds.share)}%"`
      : ''
  const order = sortable ? html` data-sort="${orderOf(cell)}"` : ''
  const marked = html`class="n${bar === '' ? '' : ' odds'}"${bar}${from}${order}`
  return heads ? html`<th scope="row" ${marked}>${shown(cell)}</th>` : html`<td ${marked}>${shown(cell)}</td>`
}

/** By what rows are ordered: the number in full; of a range its upper end; what is none comes after all numbers. */
function orderOf(cell: Exclude<DataCell, { kind: 'words' | 'verdict' }>): number | string {
  if (cell.kind === 'range') return cell.range[1]
  const value = cell.kind === 'odds' ? cell.odds.share : cell.value
  return value === null || !Number.isFinite(value) ? '' : value
}

function shown(cell: Exclude<DataCell, { kind: 'words' | 'verdict' }>): Content {
  if (cell.kind === 'number') {
    const { value, unit } = cell
    if (value === null) return '–'
    const text = cell.signed ? signed : amount
    return say(inEach((language) => minus(text(value, unit, language))))
  }
  if (cell.kind === 'year') return cell.value === null ? '–' : String(cell.value)
  if (cell.kind === 'range') return say(inEach((language) => span(cell.range, cell.unit, language)))
  if (cell.kind === 'points') return minus(points(cell.value))
  const text = (language: 'en' | 'zh') =>
    cell.kind === 'odds' ? oddsShare(cell.odds, language) : share(cell.value, language)
  return say({ en: text('en'), zh: text('zh') })
}
