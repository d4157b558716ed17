/** Small multiples of need and capacity: a panel for each place and service, its years from left to right. */
import type { Summary } from '../../analysis/summary.js'
import type { ServiceCourse } from '../../results/projection.js'
import { placeName } from '../tables/headline.js'
import { inner, legendOf, type Size } from './kit.js'
import { label, lineCount, wrappedLabel } from './labels.js'
import { NEED_AND_CAPACITY } from './need.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'

/** px of a row of panels, of the air within it, of a line of a heading, and of the names at the left. */
const ROW = 34
const AIR = 7
const LINE = 13
const LABEL = 92
/** px between panels, and at the right of a panel for what is lacking at its end. */
const GAP = { wide: 14, narrow: 8 } as const
const END = { wide: 40, narrow: 0 } as const

/** A point of a panel: need and capacity as shares of the need of the first year. */
interface Point {
  readonly year: number
  readonly need: number
  readonly capacity: number
}

/** The panels of a service share one scale, so that they compare down the page; px from the upper left. */
export function needCourses(summary: Summary, services: readonly ServiceCourse[], size: Size): ChartSpec {
  const width = inner(size, LABEL + 14)
  const column = (width - GAP[size] * (services.length - 1)) / services.length
  const [first, last] = [summary.years[0], summary.years.at(-1)!]
  const places = summary.map.map(({ code }) => code)
  const heads = services.map(({ title }, at) => ({
    at: at * (column + GAP[size]),
    text: wrappedLabel(title, column, TYPE.label, 'bottom'),
  }))
  const headed = Math.max(...heads.map(({ text }) => lineCount(text))) * LINE + 8
  const height = headed + places.length * ROW + LINE + 4
  const panels = services.flatMap((service, at) => {
    const courses = places.map((code) => pointsOf(service, code))
    const [low, high] = extentOf(courses.flat())
    return courses.map((points, row) => {
      const top = headed + row * ROW + AIR / 2
      const left = at * (column + GAP[size])
      return {
        panel: `${service.service} ${places[row]}`,
        left,
        right: left + column - END[size],
        points,
        x: (year: number) => left + ((year - first) / (last - first)) * (column - END[size]),
        y: (value: number) => top + (1 - (value - low) / (high - low)) * (ROW - AIR),
        base: headed + (row + 1) * ROW,
        lacking: service.rows.find(({ code, year }) => code === places[row] && year === last)?.lacking ?? 0,
      }
    })
  })
  type Panel = (typeof panels)[number]
  const line = (field: 'need' | 'capacity') =>
    panels.flatMap(({ panel, points, x, y }) =>
      points.map((point) => ({ panel, x: x(point.year), y: y(point[field]) })),
    )
  const lack = panels.flatMap(({ panel, points, x, y }) =>
    crossed(points).map(({ year, need, capacity }) => ({
      panel,
      x: x(year),
      y: y(Math.max(need, capacity)),
      to: y(capacity),
    })),
  )
  const { scale, legend } = legendOf(NEED_AND_CAPACITY, size)
  const lines = { scale, legend: { ...legend, symbolType: 'stroke' as const, symbolStrokeWidth: 2 } }
  const axis = (field: string, domain: readonly [number, number], reverse: boolean) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false, reverse },
    axis: null,
  })
  const x = (field: string) => axis(field, [-LABEL, width], false)
  const y = (field: string) => axis(field, [0, height], true)
  const drawn = (field: 'need' | 'capacity', entry: (typeof NEED_AND_CAPACITY)[number]) => ({
    data: { values: line(field) },
    mark: { type: 'line' as const, strokeWidth: 1.6 },
    encoding: {
      x: x('x'),
      y: y('y'),
      detail: { field: 'panel' },
      color: { datum: label(entry.title), ...lines },
    },
  })
  const words = (values: readonly object[], mark: object) => ({
    data: { values: [...values] },
    mark: { type: 'text' as const, fontSize: TYPE.label, ...mark },
    encoding: { x: x('at'), y: y('row'), text: { field: 'text' } },
  })
  const lacks = (one: Panel) => ({
    at: one.right + 5,
    row: one.base - ROW / 2,
    text: inThousands(one.lacking),
  })
  return {
    width: width + LABEL,
    height,
    layer: [
      {
        data: { values: panels.map(({ left, right, base }) => ({ left, right, base })) },
        mark: { type: 'rule', color: colour('rule') },
        encoding: { x: x('left'), x2: { field: 'right' }, y: y('base') },
      },
      {
        data: { values: lack },
        mark: { type: 'area', color: colour('lack2') },
        encoding: { x: x('x'), y: y('y'), y2: { field: 'to' }, detail: { field: 'panel' } },
      },
      drawn('need', NEED_AND_CAPACITY[0]),
      drawn('capacity', NEED_AND_CAPACITY[1]),
      words(
        places.map((code, row) => ({
          at: -6,
          row: headed + (row + 0.5) * ROW,
          text: label(placeName(summary, code)),
        })),
        { align: 'right' },
      ),
      words(
        // the first line stands where it is put, and the others go down from it
        heads.map(({ at, text }) => ({ at, row: headed - 6 - (lineCount(text) - 1) * LINE, text })),
        { align: 'left', baseline: 'bottom', fontWeight: 'bold' },
      ),
      words(size === 'wide' ? panels.filter(({ lacking }) => lacking >= 50).map(lacks) : [], {
        align: 'left',
        color: colour('asked'),
      }),
      words(
        panels
          .filter((_, at) => at % places.length === places.length - 1)
          .flatMap(({ left, right, base }) =>
            size === 'wide'
              ? [
                  { at: left, row: base + 5, text: String(first) },
                  { at: right - 26, row: base + 5, text: String(last) },
                ]
              : [{ at: left, row: base + 5, text: `${first}–${String(last).slice(2)}` }],
          ),
        { align: 'left', baseline: 'top', color: colour('quiet') },
      ),
    ],
  }
}

function pointsOf({ rows }: ServiceCourse, place: string): Point[] {
  const own = rows.filter(({ code }) => code === place)
  const base = own[0]?.need || 1
  return own.map(({ year, need, capacity }) => ({ year, need: need / base, capacity: capacity / base }))
}

/** From the least to the most of a service, never nothing. */
function extentOf(points: readonly Point[]): readonly [number, number] {
  const values = points.flatMap(({ need, capacity }) => [need, capacity])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return high > low ? [low, high] : [low - 0.5, high + 0.5]
}

/** The points, and between them those where need and capacity are equal, so that a lack begins and ends there. */
function crossed(points: readonly Point[]): Point[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1]
    if (!before) return [point]
    const [was, is] = [before.need - before.capacity, point.need - point.capacity]
    if (was * is >= 0) return [point]
    const part = was / (was - is)
    const between = (from: number, to: number) => from + part * (to - from)
    const equal = between(before.need, point.need)
    return [{ year: between(before.year, point.year), need: equal, capacity: equal }, point]
  })
}

/** Places lacking, in thousands; a decimal below ten. */
function inThousands(places: number): string {
  const thousands = places / 1000
  return thousands.toLocaleString('en', { maximumFractionDigits: thousands < 10 ? 1 : 0 })
}
