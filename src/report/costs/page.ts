/** What the main policy costs, on the screen. */
import type { CostSummary, Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Page } from '../terminal/page.js'
import { type TextColumn, tableLines } from '../terminal/table.js'
import { amount, range } from '../words/numbers.js'
import { COLON } from '../words/typography.js'
import { wrap } from '../words/width.js'
import { mainCosts } from './table.js'
import { COST_HEADINGS, COST_NOTES, COSTS_TITLE, costSubject } from './words.js'

/** By year, by city and of a point of odds; no line where no programme has a cost. */
export function costLines(summary: Summary, page: Page): string[] {
  const { language, width, paint } = page
  const found = mainCosts(summary)
  if (found.length === 0) return []
  return [
    ...found.flatMap(({ cost }) => [
      ...wrap(`${COSTS_TITLE[language]}${COLON[language]}${costSubject(cost)[language]}`, width).map((line) =>
        paint('bold', line),
      ),
      ...tablesOf(cost, page),
    ]),
    ...COST_NOTES.flatMap((note) => wrap(note[language], width)).map((line) => paint('dim', line)),
  ]
}

function tablesOf({ currency, years, cities, perPoint }: CostSummary, { language, width }: Page): string[] {
  const {
    year,
    inYear,
    inYearRange,
    soFar,
    soFarRange,
    city,
    target,
    points,
    added,
    perPoint: price,
  } = COST_HEADINGS
  const columns = (first: Bilingual, ...rest: readonly Bilingual[]): TextColumn[] => [
    { heading: first[language], align: 'left', atLeast: 8 },
    ...rest.map((heading): TextColumn => ({ heading: heading[language], align: 'right', atLeast: 6 })),
  ]
  const tables = [
    {
      columns: columns(year, inYear, inYearRange, soFar, soFarRange),
      rows: years
        .slice(1)
        .map((one) => [
          String(one.year),
          amount(one.inYear.median, currency),
          range(one.inYear.range80, currency),
          amount(one.soFar.median, currency),
          range(one.soFar.range80, currency),
        ]),
    },
    {
      columns: columns(city, soFar, soFarRange),
      rows: cities.map((one) => [
        one.name[language],
        amount(one.soFar.median, currency),
        range(one.soFar.range80, currency),
      ]),
    },
    {
      columns: columns(target, points, added, price),
      rows: perPoint.map((one) => [
        one.title[language],
        amount(one.points, 'percent'),
        amount(one.cost, currency),
        amount(one.perPoint, currency),
      ]),
    },
  ]
  const filled = tables.filter(({ rows }) => rows.length > 0)
  return filled.flatMap((table, at) => [
    ...(at === 0 ? [] : ['']),
    ...tableLines(table.columns, table.rows, width),
  ])
}
