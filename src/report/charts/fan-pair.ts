/** One indicator by year in two scenarios: the median and 80 % of the futures of each, one fan over the other. */
import type { CourseChange } from '../../analysis/comparison/compare-places.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach, phrase } from '../words/bilingual.js'
import { asWritten, measured } from '../words/numbers.js'
import { axisOf, between, quantity } from './axes.js'
import { apart, colourOf, inner, type Size, withAir } from './kit.js'
import { label } from './labels.js'
import { ASKED_RULE, texts } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour } from './theme.js'

const HEIGHT = 260
/** px between the middles of two lines of text. */
const LINE = 14

interface Fan {
  readonly key: 'before' | 'after'
  readonly title: Bilingual
  readonly colour: Colour
  readonly band: Colour
}

/** here, there: what the two scenarios are called in the picture. */
export function fanPairChart(course: CourseChange, here: Bilingual, there: Bilingual, size: Size): ChartSpec {
  const { unit, threshold } = course
  const fans: readonly Fan[] = [
    { key: 'after', title: there, colour: 'migrant', band: 'lack2' },
    { key: 'before', title: here, colour: 'ours', band: 'band80' },
  ]
  const all = fans.flatMap(({ key }) => course[key])
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)!]
  const step = (last - first) / Math.max(1, years.length - 1)
  const domain = withAir([threshold, ...all.flatMap(({ spread }) => spread.range80)])
  const gap = (LINE * (domain[1] - domain[0])) / HEIGHT
  const color = colourOf([...fans].reverse(), size)
  const value = quantity('value', {
    scale: between(domain),
    axis: { ...axisOf(unit), grid: true, tickCount: 5 },
  })
  return {
    width: inner(size, size === 'wide' ? 150 : 140),
    height: HEIGHT,
    encoding: {
      x: quantity('year', {
        scale: { domain: [first, last + step * 0.05], nice: false },
        axis: {
          values: size === 'wide' || years.length < 8 ? years : years.filter((year) => year % 5 === 0),
          format: 'd',
          title: null,
        },
      }),
    },
    layer: [
      ...bandsOf(course, fans, value),
      {
        data: { values: [{ at: threshold }] },
        mark: ASKED_RULE,
        encoding: { y: quantity('at'), x: { value: 0 }, x2: { value: 'width' } },
      },
      ...fans.map((fan) => ({
        data: { values: course[fan.key].map(({ year, spread }) => ({ year, median: spread.median })) },
        mark: { type: 'line' as const, point: { size: 36, filled: true }, strokeWidth: 2.5 },
        encoding: { y: quantity('median'), color: color(fan) },
      })),
      ...apart(endsOf(course, fans), gap).map(({ shown, text, colour: name }) =>
        texts(
          [{ year: last + step * 0.08, shown, text: label(text) }],
          { align: 'left' as const, clip: false, color: colour(name), fontWeight: 'bold' as const },
          { x: quantity('year'), y: quantity('shown') },
        ),
      ),
    ],
  }
}

/** 80 % of the futures of each. */
const bandsOf = <Value extends object>(course: CourseChange, fans: readonly Fan[], value: Value) =>
  fans.map(({ key, band }) => ({
    data: {
      values: course[key].map(({ year, spread: { range80 } }) => ({
        year,
        low: range80[0],
        high: range80[1],
      })),
    },
    mark: { type: 'area' as const, color: colour(band), opacity: 0.75 },
    encoding: { y: { ...value, field: 'low' }, y2: { field: 'high' } },
  }))

/** What stands at the right end: what is asked for, and the last median of each. */
function endsOf(course: CourseChange, fans: readonly Fan[]) {
  const { unit, threshold } = course
  const asked = inEach((language) => asWritten(threshold, unit, language))
  return [
    {
      at: threshold,
      text: phrase(`asked for ${asked.en}`, `要求${asked.zh}`),
      colour: 'asked' as const,
    },
    ...fans.map(({ key, colour: name }) => {
      const at = course[key].at(-1)!.spread.median
      const value = inEach((language) => measured(at, unit, language))
      return { at, text: phrase(`median ${value.en}`, `中位数${value.zh}`), colour: name }
    }),
  ]
}
