/** Morris' plane: how large the effects of an input are (mu*), against how much they differ from place to place (sigma). */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { phrase } from '../../words/bilingual.js'
import { axisOf, between, quantity } from '../axes.js'
import { inner, type Size } from '../kit.js'
import { label } from '../labels.js'
import { dotMark, texts } from '../layers.js'
import type { ChartSpec } from '../render.js'
import { colour } from '../theme.js'
import { NAMES, type NamedPoint, namesBeside, type Plane } from './named-points.js'

const HEIGHT = 320
/** Ratios of sigma to mu* at which a line is drawn: nearly the same everywhere, not falling here and rising there, beyond. */
const RATIOS = [0.1, 0.5, 1] as const

const MU_STAR = phrase('mu*: mean size of the effect', 'mu*：影响大小的均值')
const SIGMA = phrase('sigma: how much it differs', 'sigma：影响的差异')

/** x of the points is mu*, y sigma, both in `unit`; those that are `named` have their names beside them. */
export function morrisPlane(
  points: readonly NamedPoint[],
  named: readonly NamedPoint[],
  unit: string,
  size: Size,
): ChartSpec {
  const most = (of: (point: NamedPoint) => number) => 1.06 * Math.max(...points.map(of), 1e-300)
  const plane: Plane = {
    width: inner(size, NAMES[size] + 46),
    height: HEIGHT,
    x: [0, most(({ x }) => x)],
    y: [0, most(({ y }) => y)],
  }
  const along = (domain: Plane['x'], tickCount: number, title: Bilingual) => (field: string) =>
    quantity(field, {
      scale: between(domain),
      axis: { ...axisOf(unit), tickCount, grid: true, title: label(title) },
    })
  const x = along(plane.x, size === 'wide' ? 6 : 3, MU_STAR)
  const y = along(plane.y, 6, SIGMA)
  const lines = RATIOS.map((ratio) => {
    const end = Math.min(plane.x[1], plane.y[1] / ratio)
    return { x: 0, y: 0, x2: end, y2: ratio * end, text: `sigma = ${ratio} mu*` }
  })
  const lineNames = (values: readonly object[], mark: object) =>
    texts(values, { color: colour('quiet'), ...mark }, { x: x('x2'), y: y('y2') })
  return {
    width: plane.width,
    height: plane.height,
    layer: [
      {
        data: { values: lines },
        mark: { type: 'rule', color: colour('quiet'), strokeDash: [3, 3], strokeWidth: 1 },
        encoding: { x: x('x'), y: y('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
      },
      ...namesBeside(named, plane, NAMES[size]),
      {
        data: { values: points.map((one) => ({ x: one.x, y: one.y })) },
        mark: { ...dotMark(55), color: colour('ours') },
        encoding: { x: x('x'), y: y('y') },
      },
      lineNames(
        lines.filter(({ x2 }) => x2 < plane.x[1]),
        { align: 'left', baseline: 'top', dx: 6, dy: 4 },
      ),
      lineNames(
        lines.filter(({ x2 }) => x2 >= plane.x[1]),
        { align: 'right', baseline: 'bottom', dx: -3, dy: -2 },
      ),
    ],
  }
}
