/** Small multiples of need and capacity: a panel for each place and service, its years from left to right. */
import type { Summary } from '../../analysis/summary.js'
import type { ServiceCourse } from '../../results/projection.js'
import { placeName } from '../tables/headline.js'
import { type PixelPositions, pixelPositions } from './axes.js'
import { inner, legendOf, type Size } from './kit.js'
import { label, lineCount, wrappedLabel } from './labels.js'
import { texts } from './layers.js'
import { NEED_AND_CAPACITY } from './need-pairs.js'
import { coursesOf, crossed, type Point } from './need-points.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'

/** px of a row of panels, of the air within it, of a line of a heading, and of the names at the left. */
const ROW = 34
const AIR = 7
const LINE = 13
const NAMES = 92
/** px between panels, and at the right of a panel for what is lacking at its end. */
const GAP = { wide: 14, narrow: 8 } as const
const END = { wide: 40, narrow: 0 } as const

interface Panel {
  readonly panel: string
  readonly left: number
  readonly right: number
  /** px from the top to the line below it. */
  readonly base: number
  readonly points: readonly Point[]
  readonly x: (year: number) => number
  readonly y: (share: number) => number
  /** Places lacking in the last year. */
  readonly lacking: number
}

/** Where panels stand, px. */
interface Layout {
  readonly size: Size
  readonly places: readonly string[]
  readonly ends: readonly [number, number]
  /** Width of a column of panels, and from the top to the first row. */
  readonly column: number
  readonly headed: number
}

export function needCourses(summary: Summary, services: readonly ServiceCourse[], size: Size): ChartSpec {
  const width = inner(size, NAMES + 14)
  const column = (width - GAP[size] * (services.length - 1)) / services.length
  const places = summary.map.map(({ code }) => code)
  const heads = services.map(({ title }, at) => ({
    at: at * (column + GAP[size]),
    text: wrappedLabel(title, column, TYPE.label, 'bottom'),
  }))
  const headed = Math.max(...heads.map(({ text }) => lineCount(text))) * LINE + 8
  const height = headed + places.length * ROW + LINE + 4
  const ends = [summary.years[0], summary.years.at(-1)!] as const
  const layout: Layout = { size, places, ends, column, headed }
  const panels = services.flatMap((service, at) => panelsOf(service, at, layout))
  const at = pixelPositions([-NAMES, width], height)
  const words = (values: readonly object[], mark: object) =>
    texts(values, mark, { x: at.x('at'), y: at.y('row') })
  const names = places.map((code, row) => ({
    at: -6,
    row: headed + (row + 0.5) * ROW,
    text: label(placeName(summary, code)),
  }))
  // the first line stands where it is put, and the others go down from it
  const raised = heads.map((head) => ({ ...head, row: headed - 6 - (lineCount(head.text) - 1) * LINE }))
  return {
    width: width + NAMES,
    height,
    layer: [
      ...panelLayers(panels, at, size),
      words(names, { align: 'right' }),
      words(raised, { align: 'left', baseline: 'bottom', fontWeight: 'bold' }),
      words(lackingAtEnd(panels, size), { align: 'left', color: colour('asked') }),
      words(yearMarks(panels, layout), { align: 'left', baseline: 'top', color: colour('quiet') }),
    ],
  }
}

/** The panels of a service share one scale, so that they compare down the page; px from the upper left. */
function panelsOf(service: ServiceCourse, at: number, layout: Layout): Panel[] {
  const { size, places, ends, column, headed } = layout
  const [first, last] = ends
  const { courses, extent } = coursesOf(service, places)
  const [low, high] = extent
  const left = at * (column + GAP[size])
  const width = column - END[size]
  return courses.map((points, row) => {
    const top = headed + row * ROW + AIR / 2
    return {
      panel: `${service.service} ${places[row]}`,
      left,
      right: left + width,
      base: headed + (row + 1) * ROW,
      points,
      x: (year) => left + ((year - first) / (last - first)) * width,
      y: (value) => top + (1 - (value - low) / (high - low)) * (ROW - AIR),
      lacking: service.rows.find(({ code, year }) => code === places[row] && year === last)?.lacking ?? 0,
    }
  })
}

/** The line below each panel, what is lacking as an area, and need and capacity as lines. */
function panelLayers(panels: readonly Panel[], at: PixelPositions, size: Size) {
  const { scale, legend } = legendOf(NEED_AND_CAPACITY, size)
  const strokes = { scale, legend: { ...legend, symbolType: 'stroke' as const, symbolStrokeWidth: 2 } }
  const own = { x: at.x('x'), y: at.y('y'), detail: { field: 'panel' } }
  const lack = panels.flatMap(({ panel, points, x, y }) =>
    crossed(points).map(({ year, need, capacity }) => ({
      panel,
      x: x(year),
      y: y(Math.max(need, capacity)),
      to: y(capacity),
    })),
  )
  const line = (field: 'need' | 'capacity', { title }: (typeof NEED_AND_CAPACITY)[number]) => ({
    data: {
      values: panels.flatMap(({ panel, points, x, y }) =>
        points.map((point) => ({ panel, x: x(point.year), y: y(point[field]) })),
      ),
    },
    mark: { type: 'line' as const, strokeWidth: 1.6 },
    encoding: { ...own, color: { datum: label(title), ...strokes } },
  })
  return [
    {
      data: { values: panels.map(({ left, right, base }) => ({ left, right, base })) },
      mark: { type: 'rule' as const, color: colour('rule') },
      encoding: { x: at.x('left'), x2: { field: 'right' }, y: at.y('base') },
    },
    {
      data: { values: lack },
      mark: { type: 'area' as const, color: colour('lack2') },
      encoding: { ...own, y2: { field: 'to' } },
    },
    line('need', NEED_AND_CAPACITY[0]),
    line('capacity', NEED_AND_CAPACITY[1]),
  ]
}

/** Fewer than 50 places would be written as none. */
function lackingAtEnd(panels: readonly Panel[], size: Size) {
  if (size !== 'wide') return []
  return panels
    .filter(({ lacking }) => lacking >= 50)
    .map(({ right, base, lacking }) => ({ at: right + 5, row: base - ROW / 2, text: inThousands(lacking) }))
}

/** Below the last panel of each service. */
function yearMarks(panels: readonly Panel[], { size, places, ends: [first, last] }: Layout) {
  const lowest = panels.filter((_, at) => at % places.length === places.length - 1)
  return lowest.flatMap(({ left, right, base }) => {
    const mark = (at: number, text: string) => ({ at, row: base + 5, text })
    return size === 'wide'
      ? [mark(left, String(first)), mark(right - 26, String(last))]
      : [mark(left, `${first}–${String(last).slice(2)}`)]
  })
}

/** Places lacking, in thousands, a decimal below ten; in Chinese in ten thousands. */
function inThousands(places: number): string {
  const thousands = places / 1000
  const digits = { maximumFractionDigits: thousands < 10 ? 1 : 0 }
  const tens = { maximumFractionDigits: thousands < 10 ? 2 : 1 }
  return label({
    en: thousands.toLocaleString('en', digits),
    zh: (thousands / 10).toLocaleString('en', tens),
  })
}
