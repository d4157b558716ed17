/** What a box covers against how dense it is, along the way on which it was peeled; a number says how many inputs it limits. */
import { phrase } from '../../words/bilingual.js'
import { axisOf, between, quantity } from '../axes.js'
import { inner, type Size } from '../kit.js'
import { label } from '../labels.js'
import { dotMark, texts } from '../layers.js'
import type { ChartSpec } from '../render.js'
import { colour } from '../theme.js'

export interface TradeOffPoint {
  /** Shares, 0-1. */
  readonly coverage: number
  readonly density: number
  readonly limits: number
}

const HEIGHT = 300

export function tradeOffChart(
  way: readonly TradeOffPoint[],
  chosen: readonly TradeOffPoint[],
  size: Size,
): ChartSpec {
  const percent = ({ coverage, density, limits }: TradeOffPoint) => ({
    coverage: 100 * coverage,
    density: 100 * density,
    limits,
    text: String(limits),
  })
  const points = way.map(percent)
  const lowest = Math.min(...[...way, ...chosen].map(({ density }) => 100 * density))
  const floor = Math.max(0, 10 * Math.floor(lowest / 10) - 5)
  const axis = { ...axisOf('percent'), tickCount: size === 'wide' ? 6 : 4, grid: true }
  const x = quantity('coverage', {
    scale: between([0, 104]),
    axis: {
      ...axis,
      title: label(
        phrase('coverage: of the futures in question, share in the box', '覆盖率：所关注情景落入箱内的比例'),
      ),
    },
  })
  const y = quantity('density', {
    scale: between([floor, 104]),
    axis: {
      ...axis,
      title: label(
        phrase('density: of the futures in the box, share in question', '密度：箱内情景中所关注者的比例'),
      ),
    },
  })
  const turns = spaced(points.filter(({ limits }, k) => k === 0 || limits !== points[k - 1].limits))
  return {
    width: inner(size, 60),
    height: HEIGHT,
    layer: [
      {
        data: { values: points },
        mark: { type: 'line', color: colour('band50'), strokeWidth: 1.5 },
        encoding: { x, y, order: { field: 'coverage', type: 'quantitative' } },
      },
      { data: { values: points }, mark: { ...dotMark(22), color: colour('ours') }, encoding: { x, y } },
      texts(turns, { align: 'left' as const, dx: 7, dy: -6, color: colour('quiet') }, { x, y }),
      {
        data: { values: chosen.map(percent) },
        mark: { ...dotMark(110), color: colour('asked') },
        encoding: { x, y },
      },
    ],
  }
}

/** Points of coverage in which a number is apart from the next one. */
const ROOM = 4

/** Those whose numbers do not run into each other. */
function spaced<T extends { readonly coverage: number }>(points: readonly T[]): T[] {
  const shown: T[] = []
  for (const point of points) {
    const last = shown.at(-1)
    if (!last || Math.abs(last.coverage - point.coverage) >= ROOM) shown.push(point)
  }
  return shown
}
