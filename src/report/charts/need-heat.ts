/** Places that are lacking, as a heat table: a field for every city, service and year. */
import type { Summary } from '../../analysis/summary.js'
import type { ServiceCourse } from '../../results/projection.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import { placeName } from '../tables/headline.js'
import { phrase } from '../words/bilingual.js'
import { pixelPositions, TEXT_ON_FIELD } from './axes.js'
import { inner, legendOf, type Size } from './kit.js'
import { label, lineCount, wrappedLabel } from './labels.js'
import { corners, texts } from './layers.js'
import { NEED_ENTRIES, needStep } from './need-steps.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'

const ROW = 22
/** px of a line of a heading. */
const LINE = 13
/** px of the names of cities at the left. */
const NAMES = 92
/** px between the columns of one service and the next, and before the column of the worst year. */
const GAP = 8
const APART = 4

/** The column of the year in which a city lacks most, whichever that is. */
const WORST = 'worst'
type Column = number | typeof WORST

/** Columns of each service: all years of a short horizon, else every fifth, then the worst; on a phone the worst alone. */
function shownColumns(years: readonly number[], size: Size): readonly Column[] {
  if (size === 'narrow') return [WORST]
  const some =
    years.length <= 5 ? years : years.filter((year, at) => at === years.length - 1 || year % 5 === 0)
  return [...some, WORST]
}

/** Where the columns of services and years stand, px. */
interface Layout {
  readonly columns: readonly Column[]
  readonly cities: readonly string[]
  /** Width of the columns of one service, and of one of them. */
  readonly group: number
  readonly cell: number
  readonly leftOf: (service: number) => number
  /** From the top to the first row. */
  readonly headed: number
}

export function needHeat(summary: Summary, services: readonly ServiceCourse[], size: Size): ChartSpec {
  const columns = shownColumns(summary.years, size)
  const width = inner(size, NAMES + 14)
  const group = (width - GAP * (services.length - 1)) / services.length
  const leftOf = (service: number) => service * (group + GAP)
  const heads = services.map(({ title }, service) => ({
    at: leftOf(service) + group / 2,
    text: wrappedLabel(title, group + GAP - 2, TYPE.label),
  }))
  const headed =
    Math.max(...heads.map(({ text }) => lineCount(text))) * LINE + (columns.length > 1 ? LINE : 0) + 6
  const cities = summary.map.slice(1).map(({ code }) => code)
  const layout = { columns, cities, group, cell: group / columns.length, leftOf, headed }
  const height = headed + cities.length * ROW
  const at = pixelPositions([-NAMES, width], height)
  const fields = fieldsOf(services, layout, summary.years[0])
  const names = cities.map((code, row) => ({
    at: -6,
    row: headed + (row + 0.5) * ROW,
    text: label(placeName(summary, code)),
  }))
  return {
    width: width + NAMES,
    height,
    layer: [
      {
        data: { values: fields },
        mark: { type: 'rect' },
        encoding: {
          ...corners(at),
          color: { field: 'step', type: 'nominal', ...legendOf(NEED_ENTRIES, size) },
        },
      },
      texts(
        fields.filter(({ text }) => text !== ''),
        {},
        { x: at.x('middle'), y: at.y('center'), color: TEXT_ON_FIELD },
      ),
      texts(names, { align: 'right' as const }, { x: at.x('at'), y: at.y('row') }),
      ...(columns.length > 1
        ? [
            texts(
              yearMarks(services, layout),
              { baseline: 'bottom' as const, color: colour('quiet') },
              { x: at.x('at'), y: { value: headed - 4 } },
            ),
          ]
        : []),
      texts(
        heads,
        { baseline: 'top' as const, fontWeight: 'bold' as const },
        { x: at.x('at'), y: { value: 0 } },
      ),
    ],
  }
}

type ServiceRow = ServiceCourse['rows'][number]

/** The row of a city in a year, or in the year after the base one in which it lacks most, the earliest of equal ones. */
function rowOf(
  rows: readonly ServiceRow[],
  city: string,
  column: Column,
  base: number,
): ServiceRow | undefined {
  const own = rows.filter(({ code }) => code === city)
  if (column !== WORST) return own.find(({ year }) => year === column)
  return own.filter(({ year }) => year > base).sort((a, b) => b.lacking - a.lacking || a.year - b.year)[0]
}

/** A field for every city and column of each service, with its colour and text. */
function fieldsOf(
  services: readonly ServiceCourse[],
  { columns, cities, cell, leftOf, headed }: Layout,
  base: number,
) {
  return services.flatMap(({ rows }, service) =>
    cities.flatMap((city, row) =>
      columns.flatMap((column, place) => {
        const found = rowOf(rows, city, column, base)
        if (!found) return []
        const { entry, deep } = needStep(found.lackingShare)
        const left = leftOf(service) + place * cell + (column === WORST && place > 0 ? APART : 0)
        return [
          {
            left,
            right: leftOf(service) + (place + 1) * cell - 1,
            middle: left + (cell - (column === WORST && place > 0 ? APART : 0)) / 2,
            top: headed + row * ROW,
            bottom: headed + (row + 1) * ROW - 1,
            center: headed + (row + 0.5) * ROW,
            step: label(entry.title),
            deep,
            text: fieldText(found, column, columns.length),
          },
        ]
      }),
    ),
  )
}

/** Per cent that is lacking; in the column of the worst year that year, and both where it stands alone. */
function fieldText({ lackingShare: share, year }: ServiceRow, column: Column, columns: number): string {
  if (share <= 0.005) return ''
  const lacking = String(Math.max(1, wholePercent(share)))
  if (column !== WORST) return lacking
  return columns === 1 ? `${lacking} · ${year}` : String(year)
}

const yearMarks = (services: readonly ServiceCourse[], { columns, cell, leftOf }: Layout) =>
  services.flatMap((_, service) =>
    columns.map((column, place) => ({
      at: leftOf(service) + (place + 0.5) * cell,
      text: column === WORST ? label(phrase('worst', '最缺')) : String(column),
    })),
  )
