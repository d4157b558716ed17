/** The headline by year: principal projection, bands of futures, what is asked for, and the line beside ours. */
import type { GrowthLine, Series, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { asWritten, measured } from '../words/numbers.js'
import { apart, axisOf, inner, legendOf, type Size, withAir } from './kit.js'
import { label } from './labels.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'

const HEIGHT = 300
/** px between the middles of two lines of text. */
const LINE = 14
const ENTRIES = {
  ours: { title: { en: 'projected', zh: '主预测' }, colour: 'ours' },
  band50: { title: { en: '50 % of futures', zh: '50%的情景' }, colour: 'band50' },
  band80: { title: { en: '80 %', zh: '80%' }, colour: 'band80' },
  band95: { title: { en: '95 %', zh: '95%' }, colour: 'band95' },
  revised: { title: { en: 'with census revision', zh: '计入普查修正' }, colour: 'beside' },
} as const

export interface FanFacts {
  readonly target: TargetVerdict
  readonly series: Series
  readonly line: GrowthLine | undefined
}

export function fanChart({ target, series, line }: FanFacts, size: Size): ChartSpec {
  const { unit, threshold, revised } = target
  const years = series.years.map(({ year }) => year)
  const [first, last] = [years[0], years.at(-1)!]
  const step = (last - first) / Math.max(1, years.length - 1)
  const points = series.years.map(({ year, principal, spread }) => ({ year, principal, ...bands(spread) }))
  const domain = withAir([
    threshold,
    ...points.flatMap(({ low95, high95, principal }) => [low95, high95, principal]),
    ...(line?.years.map(({ value }) => value) ?? []),
    ...(revised?.range95 ?? []),
  ])
  const perPixel = (domain[1] - domain[0]) / HEIGHT
  const entries = [
    ENTRIES.ours,
    ENTRIES.band50,
    ENTRIES.band80,
    ENTRIES.band95,
    ...(revised ? [ENTRIES.revised] : []),
  ]
  const color = legendOf(entries, size)
  const named_ = (entry: (typeof entries)[number]) => ({ color: { datum: label(entry.title), ...color } })
  const x = { field: 'year', type: 'quantitative' as const }
  const ends = apart(endLabels(target, series, line), LINE * perPixel).map((one) => ({
    ...one,
    year: last + step * (revised ? 0.34 : 0.08),
  }))
  return {
    width: inner(size, size === 'wide' ? 150 : 140),
    height: HEIGHT,
    encoding: {
      x: {
        ...x,
        scale: { domain: [first, last + step * (revised ? 0.3 : 0.05)], nice: false },
        axis: {
          values: size === 'wide' || years.length < 8 ? years : every(years, 5),
          format: 'd',
          title: null,
        },
      },
    },
    layer: [
      ...([95, 80, 50] as const).map((percent) => ({
        data: { values: points },
        mark: { type: 'area' as const, opacity: 1 },
        encoding: {
          y: {
            field: `low${percent}`,
            type: 'quantitative' as const,
            scale: { domain, nice: false, zero: false },
            axis: { ...axisOf(unit), grid: true, tickCount: 5 },
          },
          y2: { field: `high${percent}` },
          ...named_(ENTRIES[`band${percent}`]),
        },
      })),
      {
        data: { values: [{ at: threshold }] },
        mark: { type: 'rule', color: colour('asked'), strokeWidth: 1.5 },
        encoding: { y: { field: 'at', type: 'quantitative' }, x: { value: 0 }, x2: { value: 'width' } },
      },
      ...(line
        ? [
            {
              data: { values: line.years.map(({ year, value }) => ({ year, value })) },
              mark: { type: 'line' as const, color: colour('beside'), strokeDash: [5, 4], strokeWidth: 1.5 },
              encoding: { x, y: { field: 'value', type: 'quantitative' as const } },
            },
          ]
        : []),
      {
        data: { values: points },
        mark: { type: 'line', point: { size: 40, filled: true }, strokeWidth: 2.5 },
        encoding: { y: { field: 'principal', type: 'quantitative' }, ...named_(ENTRIES.ours) },
      },
      ...(revised
        ? ([95, 80] as const).map((percent) => {
            const [low, high] = percent === 95 ? revised.range95 : revised.range80
            return {
              data: { values: [{ year: last + step * 0.2, low, high }] },
              mark: {
                type: 'rule' as const,
                strokeWidth: percent === 95 ? 2 : 6,
                strokeCap: 'butt' as const,
              },
              encoding: {
                x,
                y: { field: 'low', type: 'quantitative' as const },
                y2: { field: 'high' },
                ...named_(ENTRIES.revised),
              },
            }
          })
        : []),
      ...ends.map(({ year, shown, text, colour: name }) => ({
        data: { values: [{ year, shown, text: label(text) }] },
        mark: {
          type: 'text' as const,
          align: 'left' as const,
          clip: false,
          color: colour(name),
          fontSize: TYPE.label,
          fontWeight: 'bold' as const,
        },
        encoding: { x, y: { field: 'shown', type: 'quantitative' as const }, text: { field: 'text' } },
      })),
    ],
  }
}

function bands({ range50, range80, range95 }: Series['years'][number]['spread']) {
  const [low50, high50] = range50
  const [low80, high80] = range80
  const [low95, high95] = range95
  return { low50, high50, low80, high80, low95, high95 }
}

/** What stands at the right end of each line. */
function endLabels(target: TargetVerdict, series: Series, line: GrowthLine | undefined) {
  const { unit, threshold } = target
  const asked: Bilingual = {
    en: `asked for ${asWritten(threshold, unit, 'en')}`,
    zh: `要求${asWritten(threshold, unit, 'zh')}`,
  }
  const words = (en: string, zh: string, value: number): Bilingual => ({
    en: `${en} ${measured(value, unit, 'en')}`,
    zh: `${zh}${measured(value, unit, 'zh')}`,
  })
  const last = series.years.at(-1)!
  const lineEnd = line?.years.at(-1)
  return [
    { at: threshold, text: asked, colour: 'asked' as const },
    { at: last.principal, text: words('projected', '预测', last.principal), colour: 'ours' as const },
    ...(lineEnd
      ? [
          {
            at: lineEnd.value,
            text: words('growth line', '增长率差', lineEnd.value),
            colour: 'beside' as const,
          },
        ]
      : []),
  ]
}

const every = (years: readonly number[], step: number) => years.filter((year) => year % step === 0)
