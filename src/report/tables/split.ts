/** What each city would gain and lose by the best split of a quota. */
import type { QuotaSplit } from '../../studies/split/split-quota.js'
import { phrase } from '../words/bilingual.js'
import { titleWithUnit } from '../words/titles.js'
import { column, type DataTable, numberCell, shareCell, signedCell, titled, wordsCell } from './data-table.js'

export function splitTable({ title, unit, year, cities, present, proposed, draws }: QuotaSplit): DataTable {
  const best = proposed.total
  const whole = (best.parts ?? []).reduce((sum, part) => sum + part, 0)
  return {
    id: 'split',
    title: phrase(
      `${title.en}, ${year}: averages of ${draws} futures`,
      `${year}年${title.zh}：${draws}个情景的平均`,
    ),
    columns: [
      column('Area', '地区', false),
      titled(titleWithUnit(phrase('Opened, as split now', '现行分配建成'), unit)),
      titled(titleWithUnit(phrase('Lacking, as split now', '现行分配缺口'), unit)),
      column('Best share of the quota', '最优分配比例'),
      titled(titleWithUnit(phrase('Gains or loses', '增减'), unit)),
      titled(titleWithUnit(phrase('Lacking then', '调整后缺口'), unit)),
    ],
    rows: cities.map(({ name }, at) => [
      wordsCell(name),
      numberCell(present.given[at], unit, ''),
      numberCell(present.lacking[at], unit, ''),
      shareCell((best.parts?.[at] ?? 0) / (whole || 1), ''),
      signedCell(best.given[at] - present.given[at], unit, ''),
      numberCell(best.lacking[at], unit, ''),
    ]),
  }
}
