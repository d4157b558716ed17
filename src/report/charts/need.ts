/** Places needed against places there: a heat table of what is lacking, and need and capacity side by side. */
import type { Summary } from '../../analysis/summary.js'
import type { ServiceCourse } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { wholePercent } from '../../vocabulary/numbers.js'
import { placeName } from '../tables/headline.js'
import { type Entry, inner, legendOf, type Size } from './kit.js'
import { label, lineCount, wrappedLabel } from './labels.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour, TYPE } from './theme.js'

/** Share of the need that is lacking, up to which a step goes. */
const STEPS: readonly { readonly upTo: number; readonly entry: Entry }[] = [
  { upTo: 0.005, entry: { title: { en: 'enough', zh: '充足' }, colour: 'lack1' } },
  { upTo: 0.05, entry: { title: { en: 'up to 5 % lacking', zh: '缺5%以内' }, colour: 'lack2' } },
  { upTo: 0.1, entry: { title: { en: '5–10 %', zh: '缺5%—10%' }, colour: 'lack3' } },
  { upTo: 0.2, entry: { title: { en: '10–20 %', zh: '缺10%—20%' }, colour: 'lack4' } },
  { upTo: Number.POSITIVE_INFINITY, entry: { title: { en: 'over 20 %', zh: '缺20%以上' }, colour: 'lack5' } },
]
const DEEP: ReadonlySet<Colour> = new Set(['lack4', 'lack5'])
const ROW = 22
/** px of a line of a heading. */
const LINE = 13
const LABEL = 92
/** px between the columns of one service and the next. */
const GAP = 8

/** Years that a heat table shows of each service: all of a short horizon, else every fifth; on a phone the last. */
function shownYears(years: readonly number[], size: Size): readonly number[] {
  if (size === 'narrow') return years.slice(-1)
  return years.length <= 5 ? years : years.filter((year, at) => at === years.length - 1 || year % 5 === 0)
}

export function needHeat(summary: Summary, services: readonly ServiceCourse[], size: Size): ChartSpec {
  const years = shownYears(summary.years, size)
  const width = inner(size, LABEL + 14)
  const group = (width - GAP * (services.length - 1)) / services.length
  const cell = group / years.length
  const region = summary.map[0].code
  const cities = summary.map.map(({ code }) => code).filter((code) => code !== region)
  const heads = services.map(({ title }, at) => ({
    at: at * (group + GAP) + group / 2,
    text: wrappedLabel(title, group + GAP - 2, TYPE.label),
  }))
  const headed =
    Math.max(...heads.map(({ text }) => lineCount(text))) * LINE + (years.length > 1 ? LINE : 0) + 6
  const cells = services.flatMap((service, at) =>
    service.rows.flatMap(({ code, year, lackingShare: share }) => {
      const column = years.indexOf(year)
      const row = cities.indexOf(code)
      if (column < 0 || row < 0) return []
      const { entry } = STEPS.find(({ upTo }) => share <= upTo)!
      const left = at * (group + GAP) + column * cell
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
  const marks = services.flatMap((_, at) =>
    years.map((year, column) => ({ at: at * (group + GAP) + (column + 0.5) * cell, text: String(year) })),
  )
  const height = headed + cities.length * ROW
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [-LABEL, width], nice: false },
    axis: null,
  })
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, height], nice: false, reverse: true },
    axis: null,
  })
  const words = (values: readonly object[], mark: object, at: object) => ({
    data: { values: [...values] },
    mark: { type: 'text' as const, fontSize: TYPE.label, ...mark },
    encoding: { ...at, text: { field: 'text' } },
  })
  return {
    width: width + LABEL,
    height,
    layer: [
      {
        data: { values: cells },
        mark: { type: 'rect' },
        encoding: {
          x: x('left'),
          x2: { field: 'right' },
          y: y('top'),
          y2: { field: 'bottom' },
          color: {
            field: 'step',
            type: 'nominal',
            ...legendOf(
              STEPS.map(({ entry }) => entry),
              size,
            ),
          },
        },
      },
      words(
        cells.filter(({ text }) => text !== ''),
        {},
        {
          x: x('middle'),
          y: y('center'),
          color: { condition: { test: 'datum.deep', value: colour('onDeep') }, value: colour('onPale') },
        },
      ),
      words(
        cities.map((code, row) => ({
          at: -6,
          row: headed + (row + 0.5) * ROW,
          text: label(placeName(summary, code)),
        })),
        { align: 'right' },
        { x: x('at'), y: y('row') },
      ),
      ...(years.length > 1
        ? [
            words(
              marks,
              { baseline: 'bottom', color: colour('quiet') },
              { x: x('at'), y: { value: headed - 4 } },
            ),
          ]
        : []),
      words(heads, { baseline: 'top', fontWeight: 'bold' }, { x: x('at'), y: { value: 0 } }),
    ],
  }
}

/** What two marks of one colour each stand for. */
export const PAIR = [
  { title: { en: 'needed', zh: '需要' }, colour: 'asked' },
  { title: { en: 'there', zh: '供给' }, colour: 'ours' },
] as const

/** A panel for each service: need and capacity of every city in the last year, joined by a line. */
export function needPairs(summary: Summary, services: readonly ServiceCourse[], size: Size): ChartSpec {
  const last = summary.years.at(-1)!
  const across = size === 'wide' ? 2 : 1
  const width = inner(size, across * (LABEL + 30)) / across
  const color = legendOf(PAIR, size)
  const panel = ({ title, unit, rows }: ServiceCourse) => {
    const values = rows
      .filter(({ code, year }) => year === last && code !== summary.map[0].code)
      .map(({ code, need, capacity }) => ({
        city: label(placeName(summary, code)),
        need: thousands(need),
        capacity: thousands(capacity),
      }))
    const x = (field: string) => ({
      field,
      type: 'quantitative' as const,
      axis: { title: null, tickCount: 4, grid: true, format: ',~f' },
    })
    const dot = (field: 'need' | 'capacity', entry: (typeof PAIR)[number]) => ({
      mark: { type: 'point' as const, filled: true, size: 46, opacity: 1 },
      encoding: { x: x(field), color: { datum: label(entry.title), ...color } },
    })
    return {
      title: {
        text: label(inThousands(title, unit)),
        anchor: 'start' as const,
        fontSize: TYPE.label,
        color: colour('ink'),
        offset: 6,
        frame: 'bounds' as const,
      },
      width,
      height: { step: 15 },
      data: { values },
      encoding: {
        y: { field: 'city', type: 'nominal' as const, sort: null, axis: { title: null, ticks: false } },
      },
      layer: [
        {
          mark: { type: 'rule' as const, color: colour('beside'), strokeWidth: 1.5 },
          encoding: { x: x('need'), x2: { field: 'capacity' } },
        },
        dot('need', PAIR[0]),
        dot('capacity', PAIR[1]),
      ],
    }
  }
  return { columns: across, spacing: { row: 22, column: 16 }, concat: services.map(panel) }
}

const thousands = (value: number) => value / 1000

function inThousands({ en, zh }: Bilingual, unit: string): Bilingual {
  return unit === 'bed'
    ? { en: `${en}, thousand beds`, zh: `${zh}（千张）` }
    : { en: `${en}, thousand`, zh: `${zh}（千个）` }
}
