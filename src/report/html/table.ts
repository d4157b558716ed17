/**
 * A table of the page. Every number says where in summary.json it stands: the table's `data-in` and its own `data-from`.
 */

import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Cell, DataTable } from '../tables/data-table.js'
import { amount, oddsShare, points, share, signed } from '../words/numbers.js'
import { minus, span } from '../words/typography.js'
import { VERDICT } from '../words/words.js'
import { escaped } from './escape.js'
import { inBoth, say } from './tags.js'

/** A table in a frame of its own, which scrolls where the page is too narrow; the first cell of a row heads it. */
export function tableHtml({ id, title, columns, rows }: DataTable): string {
  const heads = columns.map(
    ({ title: head, numeric }) => `<th scope="col"${numeric ? ' class="n"' : ''}>${say(head)}</th>`,
  )
  const within = commonPath(rows.flat())
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell, at) => cellHtml(cell, at === 0, within.length)).join('')}</tr>`,
  )
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${inBoth(title)}"><table id="t-${escaped(id)}" data-in="${within}">` +
    `<caption>${say(title)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`
  )
}

/** The tables behind a picture, closed until they are asked for. */
export function tablesBehind(title: Bilingual, tables: readonly DataTable[]): string {
  if (tables.length === 0) return ''
  return `<details><summary>${say(title)}</summary>${tables.map(tableHtml).join('')}</details>`
}

/** What the paths of all numbers begin with, up to a dot. */
function commonPath(cells: readonly Cell[]): string {
  const paths = cells.flatMap((cell) => ('from' in cell && cell.from !== '' ? [cell.from] : []))
  const [first = '', ...rest] = paths
  let length = first.length
  for (const path of rest) while (!path.startsWith(first.slice(0, length))) length--
  return first.slice(0, first.lastIndexOf('.', length - 1) + 1)
}

/** skip: letters of a path that the table says for all. */
function cellHtml(cell: Cell, heads: boolean, skip: number): string {
  if (cell.kind === 'verdict')
    return `<td><span class="chip ${cell.word}">${say(VERDICT[cell.word])}</span></td>`
  if (cell.kind === 'words') {
    const text = say(cell.text)
    return heads ? `<th scope="row">${text}</th>` : `<td>${text}</td>`
  }
  const as = cell.kind === 'number' ? '' : ` data-as="${cell.kind}"`
  const from = cell.from === '' ? '' : ` data-from="${escaped(cell.from.slice(skip))}"${as}`
  const bar =
    cell.kind === 'odds' && Number.isFinite(cell.odds.share)
      ? ` style="--p:${Math.round(cell.odds.share * 100)}%"`
      : ''
  const marked = `class="n${bar === '' ? '' : ' odds'}"${bar}${from}`
  return heads ? `<th scope="row" ${marked}>${shown(cell)}</th>` : `<td ${marked}>${shown(cell)}</td>`
}

function shown(cell: Exclude<Cell, { kind: 'words' | 'verdict' }>): string {
  if (cell.kind === 'number') {
    if (cell.value === null) return '–'
    return minus(cell.signed ? signed(cell.value, cell.unit) : amount(cell.value, cell.unit))
  }
  if (cell.kind === 'year') return cell.value === null ? '–' : String(cell.value)
  if (cell.kind === 'range') return escaped(span(cell.range, cell.unit))
  if (cell.kind === 'points') return minus(points(cell.value))
  const text = (language: 'en' | 'zh') =>
    cell.kind === 'odds' ? oddsShare(cell.odds, language) : share(cell.value, language)
  return say({ en: text('en'), zh: text('zh') })
}
