/** A table of the page; every number says in `data-from` where in summary.json it stands. */

import { escaped } from '../escape.js'
import { amount, oddsShare, points, range, share, signed } from '../numbers.js'
import type { Cell, DataTable } from '../tables/data-table.js'
import { inBoth, say } from './tags.js'

/** A table in a frame of its own, which scrolls where the page is too narrow; the first cell of a row heads it. */
export function tableHtml({ id, title, columns, rows }: DataTable): string {
  const heads = columns.map(
    ({ title: head, numeric }) => `<th scope="col"${numeric ? ' class="n"' : ''}>${say(head)}</th>`,
  )
  const lines = rows.map((cells) => `<tr>${cells.map((cell, at) => cellHtml(cell, at === 0)).join('')}</tr>`)
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${inBoth(title)}"><table id="t-${escaped(id)}">` +
    `<caption>${say(title)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`
  )
}

/** The table behind a picture, closed until it is asked for. */
export function tableBehind(table: DataTable): string {
  return `<details><summary>${say({ en: 'The numbers', zh: '查看数据' })}: ${say(table.title)}</summary>${tableHtml(table)}</details>`
}

function cellHtml(cell: Cell, heads: boolean): string {
  if (cell.kind === 'words') {
    const text = say(cell.text)
    return heads ? `<th scope="row">${text}</th>` : `<td>${text}</td>`
  }
  const from = cell.from === '' ? '' : ` data-from="${escaped(cell.from)}" data-as="${cell.kind}"`
  return heads
    ? `<th scope="row" class="n"${from}>${shown(cell)}</th>`
    : `<td class="n"${from}>${shown(cell)}</td>`
}

function shown(cell: Exclude<Cell, { kind: 'words' }>): string {
  if (cell.kind === 'number') {
    if (cell.value === null) return '–'
    return escaped(cell.signed ? signed(cell.value, cell.unit) : amount(cell.value, cell.unit))
  }
  if (cell.kind === 'year') return cell.value === null ? '–' : String(cell.value)
  if (cell.kind === 'range') return escaped(range(cell.range, cell.unit).replace('-', '–'))
  if (cell.kind === 'points') return escaped(points(cell.value))
  const text = (language: 'en' | 'zh') =>
    cell.kind === 'odds' ? oddsShare(cell.odds, language) : share(cell.value, language)
  return say({ en: text('en'), zh: text('zh') })
}
