/** Of a run without targets: its indicators area by area, in a picture. */
import type { PlaceTable, Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { howMany } from '../../vocabulary/numbers.js'
import { rangeChart } from '../charts/ranges.js'
import { placeTablesOf } from '../tables/course.js'
import { phrase, same } from '../words/bilingual.js'
import { areaExtremes, areaTables } from '../words/first-page/areas.js'
import { titleWithUnit } from '../words/titles.js'
import type { Figure } from './figure.js'

/** Panels of a picture, and of one with many rows. */
const PANELS = 4
const PANELS_OF_MANY = 2
/** So many areas are many; of more than the most, those at both ends are drawn. */
const MANY = 30
const MOST = 60

/** Undefined where there is a target, a single area, or no indicator by area. */
export function areaFigure(summary: Summary): Figure | undefined {
  const found = areaTables(summary)
  const [first] = found
  if (!first) return undefined
  const isMany = found.slice(0, PANELS_OF_MANY).some(({ rows }) => rows.length > MANY)
  const shown = found.slice(0, isMany ? PANELS_OF_MANY : PANELS)
  const [base, ends, left] = [summary.years[0], areaExtremes(first), leftOut(summary, shown)]
  const ids = new Set(found.map(({ indicator }) => `places-${indicator}`))
  return {
    id: 'areas',
    title: phrase(`By area, ${first.year}`, `${first.year}年各地情况`),
    caption: phrase(
      `The dot is the median of the futures in ${first.year}, the bar holds 80 % of them, and the short line is ${base}. ${ends.en}${left.en}.`,
      `圆点为${first.year}年各情景的中位数，横条为80%区间，竖短线为${base}年。${ends.zh}${left.zh}。`,
    ),
    chooses: true,
    spec: (size) =>
      rangeChart(
        shown.map((table) => ({
          title: titleWithUnit(table.title, table.unit),
          unit: table.unit,
          rows: endsOf(table),
          withBase: true,
        })),
        size,
      ),
    tables: placeTablesOf(summary).filter(({ id }) => ids.has(id)),
  }
}

/** Which areas are not drawn, to be said after the others. */
function leftOut({ places }: Summary, shown: readonly PlaceTable[]): Bilingual {
  const most = Math.max(...shown.map(({ rows }) => rows.length))
  const cut =
    most > MOST
      ? phrase(
          `; of ${howMany(most, 'area')} the ${MOST} at both ends are drawn`,
          `；共${most}个地区，仅画出最高和最低的${MOST}个`,
        )
      : same('')
  const isWhole = shown.every((table) =>
    places.some(
      ({ policy, indicator, rows }) =>
        policy === table.policy && indicator === table.indicator && rows.length === table.rows.length,
    ),
  )
  const unknown = isWhole ? same('') : phrase('; areas without a number are left out', '；无数值的地区未画出')
  return phrase(cut.en + unknown.en, cut.zh + unknown.zh)
}

/** All areas in their order; of very many those with most and those with least. */
function endsOf({ rows }: PlaceTable): PlaceTable['rows'] {
  if (rows.length <= MOST) return rows
  const sorted = rows.toSorted((a, b) => b.spread.median - a.spread.median)
  const kept = new Set([...sorted.slice(0, MOST / 2), ...sorted.slice(-MOST / 2)])
  return rows.filter((row) => kept.has(row))
}
