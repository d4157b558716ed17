/** The tables of a run as Markdown, in one language, after its verdicts. */
import type { Language } from '../../vocabulary/language.js'
import type { TableGroup } from '../tables/all-tables.js'
import type { DataCell, DataTable } from '../tables/data-table.js'
import { amount, oddsShare, points, range, share, signed } from '../words/numbers.js'
import { VERDICT } from '../words/verdicts.js'

export function tablesMarkdown(groups: readonly TableGroup[], language: Language): string {
  return groups.flatMap(({ tables }) => tables.map((table) => tableMarkdown(table, language))).join('\n')
}

function tableMarkdown({ title, columns, rows }: DataTable, language: Language): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [
    `## ${title[language].replaceAll(/\s+/g, ' ')}`,
    '',
    line(columns.map((one) => one.title[language])),
    line(columns.map(({ numeric }) => (numeric ? '---:' : '---'))),
    ...rows.map((cells) => line(cells.map((cell) => textOf(cell, language)))),
    '',
  ].join('\n')
}

function textOf(cell: DataCell, language: Language): string {
  switch (cell.kind) {
    case 'words':
      return cell.text[language]
    case 'verdict':
      return VERDICT[cell.word][language]
    case 'number':
      return cell.signed && cell.value !== null
        ? signed(cell.value, cell.unit, language)
        : amount(cell.value, cell.unit, language)
    case 'year':
      return String(cell.value ?? '-')
    case 'share':
      return share(cell.value, language)
    case 'points':
      return points(cell.value)
    case 'odds':
      return oddsShare(cell.odds, language)
    case 'range':
      return range(cell.range, cell.unit, language)
  }
}
