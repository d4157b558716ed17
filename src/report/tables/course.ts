/** Tables of indicators: by year, by single future, and by city where they have no verdict. */
import type { Peak, Summary, TargetVerdict } from '../../analysis/summary.js'
import { phrase } from '../words/bilingual.js'
import { titleWithUnit } from '../words/titles.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  revisedCell,
  revisedColumn,
  SPREAD_COLUMNS,
  shareCell,
  spreadCells,
  titled,
  wordsCell,
  yearCell,
} from './data-table.js'
import { mainPolicy, seriesOf } from './headline.js'

/** An indicator of the region by year; the headline's with the growth-difference line beside it. */
export function yearTable(
  summary: Summary,
  { indicator, title, unit }: Pick<TargetVerdict, 'indicator' | 'title' | 'unit'>,
): DataTable | undefined {
  const found = seriesOf(summary, indicator)
  if (!found) return undefined
  const line = summary.growthDifference?.indicator === indicator ? summary.growthDifference : undefined
  return {
    id: `years-${indicator}`,
    title: phrase(`${title.en} by year`, `${title.zh}（按年）`),
    subject: titleWithUnit(title, unit),
    columns: [
      column('Year', '年份'),
      titled(titleWithUnit(SPREAD_COLUMNS[0].title, unit)),
      ...SPREAD_COLUMNS.slice(1),
      ...(line ? [column('Growth-difference line (%)', '城乡增长率差外推（%）')] : []),
    ],
    rows: found.series.years.map(({ year: when, spread }, index): DataCell[] => {
      const from = `series.${found.at}.years.${index}`
      const at = line?.years.findIndex((one) => one.year === when) ?? -1
      return [
        yearCell(when, `${from}.year`),
        ...spreadCells(spread, unit, `${from}.spread`),
        ...(line
          ? [
              at < 0
                ? numberCell(null, '', '')
                : numberCell(line.years[at].value, unit, `growthDifference.years.${at}.value`),
            ]
          : []),
      ]
    }),
  }
}

/** Chance that at least (at most) a value is reached, from the quantiles of the futures. */
export function chanceTable(summary: Summary, index: number): DataTable {
  const { policy, at } = mainPolicy(summary)
  const { title, unit, quantiles, year: when } = policy.targets[index]
  return {
    id: 'chance',
    title: phrase(`Quantiles of ${title.en.toLowerCase()}, ${when}`, `${when}年${title.zh}的分位数`),
    columns: [
      column('Share of futures at or below', '不高于该值的情景比例'),
      titled(titleWithUnit(phrase('Value', '数值'), unit)),
    ],
    rows: quantiles.map(({ share, value }, place) => {
      const from = `policies.${at}.targets.${index}.quantiles.${place}`
      return [shareCell(share, `${from}.share`), numberCell(value, unit, `${from}.value`)]
    }),
  }
}

/** Year and median of a peak; nothing where none is lacking in any year. */
function peakCells(peak: Peak | undefined, unit: string, from: string): DataCell[] {
  if (!peak || peak.spread.median <= 0) return [numberCell(null, '', ''), numberCell(null, '', '')]
  return [yearCell(peak.year, `${from}.year`), numberCell(peak.spread.median, unit, `${from}.spread.median`)]
}

/** Indicators by city without a verdict: shortfalls, counts, and ratios without a target. */
export function placeTablesOf(summary: Summary): DataTable[] {
  const { name } = mainPolicy(summary).policy
  return summary.places.flatMap((table, at) => {
    if (table.policy !== name) return []
    const { indicator, title, unit, year: when, rows, peak } = table
    const withRevision = revisedColumn(rows)
    return [
      {
        id: `places-${indicator}`,
        title: phrase(`${title.en} by area, ${when}`, `${when}年各地${title.zh}`),
        subject: titleWithUnit(title, unit),
        columns: [
          column('Area', '地区', false),
          titled(titleWithUnit(phrase(`Base, ${summary.years[0]}`, `基期（${summary.years[0]}年）`), unit)),
          ...SPREAD_COLUMNS,
          ...withRevision,
          ...(peak
            ? [column('Year with most lacking', '缺口最大的年份'), column('Median then', '当年中位数')]
            : []),
        ],
        rows: rows.map((row, place) => {
          const from = `places.${at}.rows.${place}`
          return [
            wordsCell(row.name),
            numberCell(row.base, unit, `${from}.base`),
            ...spreadCells(row.spread, unit, `${from}.spread`),
            ...revisedCell(withRevision, row.revised, unit, `${from}.revised`),
            ...(peak ? peakCells(row.peak, unit, `${from}.peak`) : []),
          ]
        }),
      },
    ]
  })
}
