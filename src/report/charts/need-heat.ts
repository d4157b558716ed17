/** Places that are lacking, as a heat table: a field for every city, service and year. */
import type { Summary } from '../../analysis/summary.js'
import type { ServiceCourse } from '../../results/projection.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import { placeName } from '../tables/headline.js'
import { phrase } from '../words/bilingual.js'
import { pixelPositions, TEXT_ON_FIELD } from './axes.js'
import { inner, type LegendEntry, legendOf, type Size } from './kit.js'
import { label, lineCount, wrappedLabel } from './labels.js'
import { corners, texts } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour, TYPE } from './theme.js'

/** Share of the need that is lacking, up to which a step goes. */
const STEPS: readonly { readonly upTo: number; readonly entry: LegendEntry }[] = [
  { upTo: 0.005, entry: { title: phrase('enough', '充足'), colour: 'lack1' } },
  { upTo: 0.05, entry: { title: phrase('up to 5 % lacking', '缺5%以内'), colour: 'lack2' } },
  { upTo: 0.1, entry: { title: phrase('5–10 %', '缺5%—10%'), colour: 'lack3' } },
  { upTo: 0.2, entry: { title: phrase('10–20 %', '缺10%—20%'), colour: 'lack4' } },
  { upTo: Number.POSITIVE_INFINITY, entry: { title: phrase('over 20 %', '缺20%以上'), colour: 'lack5' } },
]
const ENTRIES = STEPS.map(({ entry }) => entry)
const DEEP: ReadonlySet<Colour> = new Set(['lack4', 'lack5'])
const ROW = 22
/** px of a line of a heading. */
const LINE = 13
/** px of the names of cities at the left. */
const NAMES = 92
/** px between the columns of one service and the next. */
const GAP = 8

/** Years that a heat table shows of each service: all of a short horizon, else every fifth; on a phone the last. */
function shownYears(years: readonly number[], size: Size): readonly number[] {
  if (size === 'narrow') return years.slice(-1)
  return years.length <= 5 ? years : years.filter((year, at) => at === years.length - 1 || year % 5 === 0)
}

/** Where the columns of services and years stand, px. */
interface Layout {
  readonly years: readonly number[]
  readonly cities: readonly string[]
  /** Width of the columns of one service, and of one of them. */
  readonly group: number
  readonly cell: number
  readonly leftOf: (service: number) => number
  /** From the top to the first row. */
  readonly headed: number
}

export function needHeat(summary: Summary, services: readonly ServiceCourse[], size: Size): ChartSpec {
  const years = shownYears(summary.years, size)
  const width = inner(size, NAMES + 14)
  const group = (width - GAP * (services.length - 1)) / services.length
  const leftOf = (service: number) => service * (group + GAP)
  const heads = services.map(({ title }, service) => ({
    at: leftOf(service) + group / 2,
    text: wrappedLabel(title, group + GAP - 2, TYPE.label),
  }))
  const headed =
    Math.max(...heads.map(({ text }) => lineCount(text))) * LINE + (years.length > 1 ? LINE : 0) + 6
  const cities = summary.map.slice(1).map(({ code }) => code)
  const layout = { years, cities, group, cell: group / years.length, leftOf, headed }
  const height = headed + cities.length * ROW
  const at = pixelPositions([-NAMES, width], height)
  const fields = fieldsOf(services, layout)
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
        encoding: { ...corners(at), color: { field: 'step', type: 'nominal', ...legendOf(ENTRIES, size) } },
      },
      texts(
        fields.filter(({ text }) => text !== ''),
        {},
        { x: at.x('middle'), y: at.y('center'), color: TEXT_ON_FIELD },
      ),
      texts(names, { align: 'right' as const }, { x: at.x('at'), y: at.y('row') }),
      ...(years.length > 1
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

/** A field for every city and shown year of each service, with its colour and number. */
function fieldsOf(services: readonly ServiceCourse[], { years, cities, cell, leftOf, headed }: Layout) {
  return services.flatMap(({ rows }, service) =>
    rows.flatMap(({ code, year, lackingShare: share }) => {
      const [column, row] = [years.indexOf(year), cities.indexOf(code)]
      if (column < 0 || row < 0) return []
      const { entry } = STEPS.find(({ upTo }) => share <= upTo)!
      const left = leftOf(service) + column * cell
      return [
        {
          left,
          right: left + cell - 1,
          middle: left + cell / 2,
          top: headed + row * ROW,
          bottom: headed + (row + 1) * ROW - 1,
          center: headed + (row + 0.5) * ROW,
          step: label(entry.title),
          deep: DEEP.has(entry.colour),
          text: share > 0.005 ? String(Math.max(1, wholePercent(share))) : '',
        },
      ]
    }),
  )
}

const yearMarks = (services: readonly ServiceCourse[], { years, cell, leftOf }: Layout) =>
  services.flatMap((_, service) =>
    years.map((year, column) => ({ at: leftOf(service) + (column + 0.5) * cell, text: String(year) })),
  )
