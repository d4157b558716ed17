/** The published totals that people are scaled to, each with what it would have been. */
import type { Summary } from '../../analysis/summary.js'
import { scaledPeople } from '../../results/scaled-words.js'
import { phrase } from '../words/bilingual.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  signedCell,
  wordsCell,
  yearCell,
} from './data-table.js'
import { mainProjection, placeName } from './headline.js'

export function controlTable(summary: Summary): DataTable | undefined {
  const found = mainProjection(summary)
  const controls = found?.projection.controls
  if (!found || !controls) return undefined
  return {
    id: 'controls',
    title: phrase(
      'Published totals that people are scaled to, principal projection',
      '人口校准所依据的公布总数（主预测）',
    ),
    columns: [
      column('Place', '地区', false),
      column('Year', '年份'),
      column('Of whom', '人群', false),
      column('Projected (people)', '推演（人）'),
      column('Published (people)', '公布（人）'),
      column('Adjustment (people)', '调整（人）'),
      column('Adjustment (%)', '调整（%）'),
    ],
    rows: controls.map((one, index): DataCell[] => {
      const from = `projections.${found.at}.controls.${index}`
      return [
        wordsCell(placeName(summary, one.code)),
        yearCell(one.year, `${from}.year`),
        wordsCell(scaledPeople(one)),
        numberCell(one.projected, 'person', `${from}.projected`),
        numberCell(one.published, 'person', `${from}.published`),
        signedCell(one.added, 'person', `${from}.added`),
        signedCell(one.adjustment, 'percent', `${from}.adjustment`),
      ]
    }),
  }
}
