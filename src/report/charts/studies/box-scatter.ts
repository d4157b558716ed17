/** Futures over two inputs, those of interest and the others, with the box that PRIM has found. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { between, quantity } from '../axes.js'
import { inner, legendOf, type Size, withAir } from '../kit.js'
import { label } from '../labels.js'
import type { ChartSpec } from '../render.js'
import { type Colour, colour } from '../theme.js'

export interface ScatterAxis {
  readonly title: Bilingual
  readonly values: ArrayLike<number>
  readonly above?: number
  readonly below?: number
}

/** Points of each kind that are drawn, the first ones: more would hide each other, and make a large file. */
export const MOST_POINTS = 600
const HEIGHT = 340
/** Of those of interest, and of the others. */
const KINDS: readonly Colour[] = ['asked', 'band50']
/** px of the legend above the plane, whose upright axis has its title there. */
const ABOVE_TITLE = 26

/** of: 1 for the draws of interest; words: what these and the others are. */
export function boxScatter(
  [across, up]: readonly [ScatterAxis, ScatterAxis],
  of: Uint8Array,
  words: readonly [Bilingual, Bilingual],
  size: Size,
): ChartSpec {
  const all = Array.from(of, (one, draw) => ({
    x: across.values[draw],
    y: up.values[draw],
    kind: label(words[one === 1 ? 0 : 1]),
    one,
  }))
  const [others, ofInterest] = [0, 1].map((kind) =>
    all.filter(({ one }) => one === kind).slice(0, MOST_POINTS),
  )
  const points = [...others, ...ofInterest]
  const ends = (axis: ScatterAxis, field: 'x' | 'y') =>
    withAir(
      [...points.map((point) => point[field]), ...[axis.above, axis.below].flatMap((end) => end ?? [])],
      0.03,
    )
  const [xs, ys] = [ends(across, 'x'), ends(up, 'y')]
  const position = (field: string, domain: readonly [number, number], title: Bilingual) =>
    quantity(field, {
      scale: between(domain),
      axis: { format: '~g', tickCount: 5, grid: true, title: label(title), titleLimit: inner(size, 20) },
    })
  const x = (field: string) => position(field, xs, across.title)
  const y = (field: string) => position(field, ys, up.title)
  const { scale, legend } = legendOf(
    words.map((title, k) => ({ title, colour: KINDS[k] })),
    size,
  )
  const box = {
    left: across.above ?? xs[0],
    right: across.below ?? xs[1],
    bottom: up.above ?? ys[0],
    top: up.below ?? ys[1],
  }
  return {
    width: inner(size, 60),
    height: HEIGHT,
    layer: [
      {
        data: { values: [box] },
        mark: { type: 'rect', color: colour('wash'), stroke: colour('ink'), strokeWidth: 1.5 },
        encoding: { x: x('left'), x2: { field: 'right' }, y: y('bottom'), y2: { field: 'top' } },
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 14, opacity: 0.8 },
        encoding: {
          x: x('x'),
          y: y('y'),
          color: { field: 'kind', type: 'nominal', scale, legend: { ...legend, offset: ABOVE_TITLE } },
        },
      },
    ],
  }
}
