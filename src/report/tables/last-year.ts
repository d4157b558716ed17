/** Where the region stands at the end of a run without targets: every number with its range, beside the base year. */
import type { Summary } from '../../analysis/summary.js'
import { isShortfall } from '../../plan/outcome-columns.js'
import { phrase } from '../words/bilingual.js'
import { titleWithUnit } from '../words/titles.js'
import { column, type DataTable, numberCell, rangeCell, wordsCell } from './data-table.js'
import { mainPolicy } from './headline.js'

/** Undefined where the run has no series of an indicator. */
export function lastYearTable(summary: Summary): DataTable | undefined {
  const { policy } = mainPolicy(summary)
  const [base, last] = [summary.years[0], summary.years.at(-1)!]
  const rows = summary.series.flatMap(({ policy: name, indicator, title, unit, years }, at) => {
    const [from, to] = [base, last].map((year) => years.findIndex((one) => one.year === year))
    if (name !== policy.name || isShortfall(indicator) || to < 0) return []
    const path = (place: number) => `series.${at}.years.${place}.spread`
    // what is counted within a year is nothing in the base year, of which no year is simulated
    const first = from < 0 ? null : years[from].spread.median || null
    return [
      [
        wordsCell(titleWithUnit(title, unit)),
        numberCell(first, unit, first === null ? '' : `${path(from)}.median`),
        numberCell(years[to].spread.median, unit, `${path(to)}.median`),
        rangeCell(years[to].spread.range80, unit, `${path(to)}.range80`),
      ],
    ]
  })
  if (rows.length === 0) return undefined
  return {
    id: 'last-year',
    title: phrase(`At the end of ${last}: ${policy.title.en}`, `${last}年末：${policy.title.zh}`),
    columns: [
      column('Indicator', '指标', false),
      column(String(base), `${base}年`),
      column('Median', '中位数'),
      column('80 % range', '80%区间'),
    ],
    rows,
  }
}
