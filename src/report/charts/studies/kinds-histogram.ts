/** The histogram of an outcome, each bar stacked of the kinds of futures that it is made of. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { axisOf, between, quantity } from '../axes.js'
import { inner, legendOf, type Size } from '../kit.js'
import { label } from '../labels.js'
import type { ChartSpec } from '../render.js'
import { type Colour, colour } from '../theme.js'

export interface HistogramKind {
  readonly title: Bilingual
  /** Of the bars, the first kind at the bottom. */
  readonly counts: readonly number[]
}

const HEIGHT = 280
/** px of the legend above the plot, whose upright axis has its title there. */
const ABOVE_TITLE = 26

/** Pale to deep: of the lowest state of the first input, of one between, of the highest. */
const HUES: readonly (readonly Colour[])[] = [
  ['lack2', 'lack3', 'lack4', 'lack5'],
  ['rule', 'rural', 'beside', 'quiet'],
  ['band80', 'band50', 'ours', 'odds5'],
]
/** Which of the four are taken for so many kinds of one state. */
const SHADES: readonly (readonly number[])[] = [[], [2], [1, 2], [0, 1, 2], [0, 1, 2, 3]]

/** Colours of kinds by the states of the first input, and how many kinds each of them has. */
export function kindColours(states: number, each: number): Colour[] {
  const hues = states === 1 ? [2] : states === 2 ? [0, 2] : [0, 1, 2]
  return hues.flatMap((hue) => SHADES[each].map((shade) => HUES[hue][shade]))
}

/** states: of the first input; kinds: of its first state first. */
export function kindsHistogram(
  ends: readonly number[],
  kinds: readonly HistogramKind[],
  states: number,
  unit: string,
  size: Size,
): ChartSpec {
  const each = kinds.length / states
  const colours = kindColours(states, each)
  const all = kinds.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)
  const parts = ends.slice(1).flatMap((right, bar) => {
    let bottom = 0
    return kinds.flatMap(({ title, counts }) => {
      const top = bottom + (100 * counts[bar]) / all
      const part = { left: ends[bar], right, bottom, top, kind: label(title) }
      bottom = top
      return counts[bar] > 0 ? [part] : []
    })
  })
  const entries = kinds.map(({ title }, at) => ({ title, colour: colours[at] }))
  const across = each === 1 ? kinds.length : size === 'wide' || each === 3 ? Math.max(2, each) : 2
  const { scale, legend } = legendOf(entries, size, across)
  return {
    width: inner(size, 60),
    height: HEIGHT,
    data: { values: parts },
    mark: { type: 'rect', stroke: colour('paper'), strokeWidth: 0.4 },
    encoding: {
      x: quantity('left', {
        scale: between([ends[0], ends[ends.length - 1]]),
        axis: { ...axisOf(unit), tickCount: size === 'wide' ? 8 : 4 },
      }),
      x2: { field: 'right' },
      y: quantity('bottom', {
        scale: { zero: true },
        axis: { title: label(OF_FUTURES), grid: true, tickCount: 5, labelExpr: "datum.label + '%'" },
      }),
      y2: { field: 'top' },
      color: { field: 'kind', type: 'nominal', scale, legend: { ...legend, offset: ABOVE_TITLE } },
    },
  }
}

const OF_FUTURES: Bilingual = { en: 'of all futures', zh: '占全部情景' }
