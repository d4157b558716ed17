/** The numbers behind pictures of indices: every input, every measure, with the interval of the main one. */
import { column, type DataCell, type DataTable, numberCell, wordsCell } from '../tables/data-table.js'
import { intervalHeading, MEASURES } from '../words/sensitivity.js'
import type { PicturedAnalysis } from './pictured.js'

export function indexTable({ title, unit, result, titleOf }: PicturedAnalysis): DataTable {
  const { main, indices, level } = result
  const others = Object.keys(indices[0].measures).filter((name) => name !== main)
  const of = intervalHeading(level)
  const heading = (name: string) => MEASURES[name].heading
  const cellOf = (name: string, value: number | undefined): DataCell => {
    const { form } = MEASURES[name]
    const known = value === undefined || !Number.isFinite(value) ? null : value
    const shown = form === 'share' && known !== null ? 100 * known : known
    return numberCell(shown, form === 'share' ? 'percent' : form === 'plain' ? 'ratio' : unit, '')
  }
  return {
    id: 'indices',
    title,
    columns: [
      column('Uncertainty', '不确定因素', false),
      column(heading(main).en, heading(main).zh),
      column(`${of.en}, from`, `${of.zh}下限`),
      column('to', '上限'),
      ...others.map((name) => column(heading(name).en, heading(name).zh)),
    ],
    rows: indices.map(({ name, measures }) => [
      wordsCell(titleOf(name)),
      cellOf(main, measures[main].value),
      cellOf(main, measures[main].low),
      cellOf(main, measures[main].high),
      ...others.map((other) => cellOf(other, measures[other]?.value)),
    ]),
  }
}
