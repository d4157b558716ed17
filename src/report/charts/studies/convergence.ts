/** Whether there were enough draws: the main index of the leading inputs over the first quarter, half and all of them. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { phrase } from '../../words/bilingual.js'
import { axisOf, between, quantity } from '../axes.js'
import { inner, type Size, withAir } from '../kit.js'
import { label } from '../labels.js'
import { dotMark } from '../layers.js'
import type { ChartSpec } from '../render.js'
import { colour } from '../theme.js'
import { NAMES, namesBeside, type Plane } from './named-points.js'

const HEIGHT = 260
/** px from one interval to the next. */
const APART = 5

export interface ConvergencePath {
  readonly title: Bilingual
  /** Index at each size, and the interval at the last. */
  readonly values: readonly number[]
  readonly low: number
  readonly high: number
}

/** sizes: draws, rising; values in `unit`. */
export function convergenceChart(
  paths: readonly ConvergencePath[],
  sizes: readonly number[],
  unit: string,
  size: Size,
): ChartSpec {
  const known = paths.flatMap(({ values, low, high }) => [...values, low, high]).filter(Number.isFinite)
  const width = inner(size, NAMES[size] + 46)
  const plane: Plane = {
    width,
    height: HEIGHT,
    // room at the right for the intervals, beside each other
    x: [0, (sizes.at(-1)! * width) / (width - APART * (paths.length + 1))],
    y: withAir([0, ...known]),
  }
  const axisX = {
    values: [...sizes],
    format: ',~f',
    title: label(phrase('draws', '抽样次数')),
    labelOverlap: true,
  }
  const x = (field: string) => quantity(field, { scale: between(plane.x), axis: axisX })
  const y = (field: string) =>
    quantity(field, { scale: between(plane.y), axis: { ...axisOf(unit), tickCount: 5, grid: true } })
  const steps = paths.flatMap(({ title, values }) =>
    values.map((value, k) => ({ x: sizes[k], y: value, path: label(title) })),
  )
  const ends = paths.map(({ title, values, low, high }) => ({
    ...{ title, low, high },
    x: sizes.at(-1)!,
    y: values.at(-1)!,
  }))
  return {
    width: plane.width,
    height: plane.height,
    layer: [
      {
        data: { values: steps },
        mark: { type: 'line', color: colour('ours'), strokeWidth: 1.5 },
        encoding: { x: x('x'), y: y('y'), detail: { field: 'path', type: 'nominal' } },
      },
      ...ends.map((end, k) => ({
        data: { values: Number.isFinite(end.low) ? [end] : [] },
        mark: { type: 'rule' as const, color: colour('band50'), strokeWidth: 3, xOffset: APART * (k + 1) },
        encoding: { x: x('x'), y: y('low'), y2: { field: 'high' } },
      })),
      ...namesBeside(ends, plane, NAMES[size]),
      {
        data: { values: steps },
        mark: { ...dotMark(30), color: colour('ours') },
        encoding: { x: x('x'), y: y('y') },
      },
    ],
  }
}
