/** The headline by year: median and bands of the futures, what is asked for, if anything is, and the line beside ours. */
import type { GrowthLine, RevisedOdds, Series, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach, phrase } from '../words/bilingual.js'
import { asWritten, measured } from '../words/numbers.js'
import { axisOf, between, quantity } from './axes.js'
import { apart, type ColourOf, colourOf, inner, type Size, withAir } from './kit.js'
import { label } from './labels.js'
import { ASKED_RULE, texts } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour } from './theme.js'

const HEIGHT = 250
/** px between the middles of two lines of text. */
const LINE = 14
const ENTRIES = {
  ours: { title: phrase('median of the futures', '情景中位数'), colour: 'ours' },
  band50: { title: phrase('50 % of futures', '50%的情景'), colour: 'band50' },
  band80: { title: phrase('80 %', '80%'), colour: 'band80' },
  band95: { title: phrase('95 %', '95%'), colour: 'band95' },
} as const
const REVISED = { title: phrase('with census revision', '计入普查修正'), colour: 'beside' } as const

/** What is asked for, by when, and what a census may revise of it. */
type Aim = Pick<TargetVerdict, 'threshold' | 'revised' | 'year'>

export interface FanFacts {
  readonly target?: Aim
  readonly series: Series
  readonly line: GrowthLine | undefined
}

export function fanChart({ target, series, line }: FanFacts, size: Size): ChartSpec {
  const { unit } = series
  const revised = target?.revised
  const years = series.years.map(({ year }) => year)
  const [first, last] = [years[0], years.at(-1)!]
  const step = (last - first) / Math.max(1, years.length - 1)
  const points = series.years.map(({ year, spread }) => ({ year, median: spread.median, ...bands(spread) }))
  const domain = withAir([
    ...(target ? [target.threshold] : []),
    ...points.flatMap(({ low95, high95 }) => [low95, high95]),
    ...(line?.years.map(({ value }) => value) ?? []),
    ...(revised?.range95 ?? []),
  ])
  // the bar of a target in the last year stands beside the bands, an earlier one among them
  const beyond = revised !== undefined && target!.year === last
  const color = colourOf([...Object.values(ENTRIES), ...(revised ? [REVISED] : [])], size)
  const value = quantity('value', {
    scale: between(domain),
    axis: { ...axisOf(unit), grid: true, tickCount: 5 },
  })
  const gap = (LINE * (domain[1] - domain[0])) / HEIGHT
  return {
    width: inner(size, size === 'wide' ? 150 : 140),
    height: HEIGHT,
    encoding: {
      x: quantity('year', {
        scale: { domain: [first, last + step * (beyond ? 0.3 : 0.05)], nice: false },
        axis: {
          values: size === 'wide' || years.length < 8 ? years : every(years, 5),
          format: 'd',
          title: null,
        },
      }),
    },
    layer: [
      ...bandLayers(points, value, color),
      ...(target ? [askedLayer(target)] : []),
      ...(line ? [besideLayer(line)] : []),
      medianLayer(points, color),
      ...(revised ? revisionLayers(revised, target!.year + step * 0.2, color) : []),
      ...endLayers(apart(endLabels(target, series, line), gap), last + step * (beyond ? 0.34 : 0.08)),
    ],
  }
}

const askedLayer = ({ threshold }: Aim) => ({
  data: { values: [{ at: threshold }] },
  mark: ASKED_RULE,
  encoding: { y: quantity('at'), x: { value: 0 }, x2: { value: 'width' as const } },
})

function bands({ range50, range80, range95 }: Series['years'][number]['spread']) {
  const [low50, high50] = range50
  const [low80, high80] = range80
  const [low95, high95] = range95
  return { low50, high50, low80, high80, low95, high95 }
}

/** The widest band lies below the others. */
const bandLayers = <Value extends object>(points: readonly object[], value: Value, color: ColourOf) =>
  ([95, 80, 50] as const).map((percent) => ({
    data: { values: [...points] },
    mark: { type: 'area' as const, opacity: 1 },
    encoding: {
      y: { ...value, field: `low${percent}` },
      y2: { field: `high${percent}` },
      color: color(ENTRIES[`band${percent}`]),
    },
  }))

const besideLayer = ({ years }: GrowthLine) => ({
  data: { values: years.map(({ year, value }) => ({ year, value })) },
  mark: { type: 'line' as const, color: colour('beside'), strokeDash: [5, 4], strokeWidth: 1.5 },
  encoding: { x: quantity('year'), y: quantity('value') },
})

const medianLayer = (points: readonly object[], color: ColourOf) => ({
  data: { values: [...points] },
  mark: { type: 'line' as const, point: { size: 40, filled: true }, strokeWidth: 2.5 },
  encoding: { y: quantity('median'), color: color(ENTRIES.ours) },
})

/** Two bars, one upon the other, right of the last year. */
const revisionLayers = ({ range80, range95 }: RevisedOdds, year: number, color: ColourOf) =>
  [
    { range: range95, strokeWidth: 2 },
    { range: range80, strokeWidth: 6 },
  ].map(({ range: [low, high], strokeWidth }) => ({
    data: { values: [{ year, low, high }] },
    mark: { type: 'rule' as const, strokeWidth, strokeCap: 'butt' as const },
    encoding: { x: quantity('year'), y: quantity('low'), y2: { field: 'high' }, color: color(REVISED) },
  }))

interface EndLabel {
  readonly at: number
  readonly text: Bilingual
  readonly colour: Colour
}

/** What stands at the right end of each line. */
function endLabels(target: Aim | undefined, series: Series, line: GrowthLine | undefined): EndLabel[] {
  const { unit } = series
  const end = (at: number, { en, zh }: Bilingual, colour: Colour): EndLabel => {
    const value = inEach((language) => measured(at, unit, language))
    return { at, text: phrase(`${en} ${value.en}`, `${zh}${value.zh}`), colour }
  }
  const lineEnd = line?.years.at(-1)
  return [
    ...(target ? [askedLabel(target.threshold, unit)] : []),
    end(series.years.at(-1)!.spread.median, phrase('median', '中位数'), 'ours'),
    ...(lineEnd ? [end(lineEnd.value, phrase('growth line', '增长率差'), 'beside')] : []),
  ]
}

const askedLabel = (threshold: number, unit: string): EndLabel => ({
  at: threshold,
  text: phrase(`asked for ${asWritten(threshold, unit, 'en')}`, `要求${asWritten(threshold, unit, 'zh')}`),
  colour: 'asked',
})

const endLayers = (ends: readonly (EndLabel & { readonly shown: number })[], year: number) =>
  ends.map(({ shown, text, colour: name }) =>
    texts(
      [{ year, shown, text: label(text) }],
      { align: 'left' as const, clip: false, color: colour(name), fontWeight: 'bold' as const },
      { x: quantity('year'), y: quantity('shown') },
    ),
  )

const every = (years: readonly number[], step: number) => years.filter((year) => year % step === 0)
