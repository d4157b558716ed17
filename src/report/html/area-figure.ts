/** Of a run without targets: its indicators area by area, in a picture. */
import type { PlaceTable, Summary } from '../../analysis/summary.js'
import { howMany } from '../../vocabulary/numbers.js'
import { rangeChart } from '../charts/ranges.js'
import { placeTablesOf } from '../tables/course.js'
import { phrase } from '../words/bilingual.js'
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
  const shown = found.slice(0, first.rows.length > MANY ? PANELS_OF_MANY : PANELS)
  const drawn = endsOf(first)
  const all = first.rows.length
  const [base, ends] = [summary.years[0], areaExtremes(first)]
  const ids = new Set(found.map(({ indicator }) => `places-${indicator}`))
  const few = drawn.size < all ? `; of ${howMany(all, 'area')} the ${drawn.size} at both ends are drawn` : ''
  const fewZh = drawn.size < all ? `；共${all}个地区，仅画出其最高和最低的${drawn.size}个` : ''
  return {
    id: 'areas',
    title: phrase(`By area, ${first.year}`, `${first.year}年各地情况`),
    caption: phrase(
      `The dot is the median of the futures in ${first.year}, the bar holds 80 % of them, and the short line is ${base}. ${ends.en}${few}.`,
      `圆点为${first.year}年各情景的中位数，横条为80%区间，竖短线为${base}年。${ends.zh}${fewZh}。`,
    ),
    chooses: true,
    spec: (size) =>
      rangeChart(
        shown.map(({ title, unit, rows }) => ({
          title: titleWithUnit(title, unit),
          unit,
          rows: rows.filter(({ code }) => drawn.has(code)),
          withBase: true,
        })),
        size,
      ),
    tables: placeTablesOf(summary).filter(({ id }) => ids.has(id)),
  }
}

/** Codes of all areas; of very many of those with most and those with least. */
function endsOf({ rows }: PlaceTable): ReadonlySet<string> {
  const sorted = rows.toSorted((a, b) => b.spread.median - a.spread.median)
  const kept = rows.length > MOST ? [...sorted.slice(0, MOST / 2), ...sorted.slice(-MOST / 2)] : rows
  return new Set(kept.map(({ code }) => code))
}
