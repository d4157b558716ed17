/** Single futures as dots, and below them the chance that a value is reached. */
import type { TargetVerdict } from '../../analysis/summary.js'
import { asWritten, share as shareText } from '../words/numbers.js'
import { axisOf, inner, legendOf, type Size, withAir } from './kit.js'
import { label } from './labels.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'

const CURVE_HEIGHT = 190
/** Columns of dots over the whole axis, and px from dot to dot above each other. */
const COLUMNS = { wide: 44, narrow: 26 } as const
const DOT = 8
const ENTRIES = [
  { title: { en: 'a future that reaches it', zh: '达标的情景' }, colour: 'ours' },
  { title: { en: 'a future that does not', zh: '未达标的情景' }, colour: 'lacking' },
] as const

export function chanceChart(target: TargetVerdict, size: Size): ChartSpec {
  const { quantiles, futures, comparator, threshold, tolerance, unit } = target
  const domain = withAir([...futures, threshold, quantiles[1].value, quantiles.at(-2)!.value], 0.03)
  const width = inner(size, 62)
  const bound = comparator === 'at_most' ? threshold : threshold - tolerance
  const hits = (value: number) => (comparator === 'at_most' ? value <= bound : value >= bound)
  const dots = stacked(futures, domain, COLUMNS[size]).map((dot) => ({
    ...dot,
    kind: label(ENTRIES[hits(dot.value) ? 0 : 1].title),
  }))
  const tallest = Math.max(...dots.map(({ height }) => height)) + 1
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain, nice: false, zero: false },
    axis: { ...axisOf(unit), tickCount: size === 'wide' ? 8 : 5 },
  })
  const color = legendOf(ENTRIES, size, 1)
  const curve = quantiles
    .filter(({ value }) => value >= domain[0] && value <= domain[1])
    .map(({ share, value }) => ({ value, chance: comparator === 'at_most' ? share : 1 - share }))
  const readings = readingsOf(target)
  return {
    spacing: 4,
    vconcat: [
      {
        width,
        height: tallest * DOT,
        data: { values: dots },
        mark: { type: 'circle', size: 44, opacity: 1 },
        encoding: {
          x: { ...x('column'), axis: null },
          y: {
            field: 'height',
            type: 'quantitative',
            scale: { domain: [0, tallest], nice: false },
            axis: null,
          },
          color: { field: 'kind', type: 'nominal', ...color },
        },
      },
      {
        width,
        height: CURVE_HEIGHT,
        layer: [
          {
            data: { values: curve },
            mark: { type: 'line', strokeWidth: 2.5, color: colour('ours') },
            encoding: {
              x: x('value'),
              y: {
                field: 'chance',
                type: 'quantitative',
                scale: { domain: [0, 1] },
                axis: { title: null, format: '.0%', grid: true, values: [0, 0.25, 0.5, 0.75, 1] },
              },
            },
          },
          {
            data: { values: readings },
            mark: { type: 'rule', color: colour('asked'), strokeWidth: 1.5 },
            encoding: { x: { field: 'at', type: 'quantitative' } },
          },
          {
            data: { values: readings },
            mark: { type: 'point', color: colour('asked'), size: 60, filled: true },
            encoding: {
              x: { field: 'at', type: 'quantitative' },
              y: { field: 'chance', type: 'quantitative' },
            },
          },
          ...([0, 1] as const).flatMap((side) => ({
            data: { values: readings.filter((one) => one.side === side) },
            mark: {
              type: 'text' as const,
              align: side === 0 ? ('right' as const) : ('left' as const),
              dx: side === 0 ? -7 : 7,
              dy: side === 0 ? 14 : -10,
              color: colour('asked'),
              fontSize: TYPE.label,
              fontWeight: 'bold' as const,
            },
            encoding: {
              x: { field: 'at', type: 'quantitative' as const },
              y: { field: 'chance', type: 'quantitative' as const },
              text: { field: 'text' },
            },
          })),
        ],
      },
    ],
  }
}

/** Where each reading of the target cuts the curve. */
function readingsOf({ comparator, threshold, tolerance, unit, lenient, strict }: TargetVerdict) {
  const one = (at: number, chance: number, side: 0 | 1) => ({
    at,
    chance,
    side,
    text: label({
      en: `${asWritten(at, unit, 'en')}: ${shareText(chance, 'en')}`,
      zh: `${asWritten(at, unit, 'zh')}：${shareText(chance, 'zh')}`,
    }),
  })
  if (comparator !== 'about' || tolerance === 0) return [one(threshold, strict.share, 1)]
  return [one(threshold - tolerance, lenient.share, 0), one(threshold, strict.share, 1)]
}

/** Dots above each other where their values fall into the same column of the axis. */
function stacked(values: readonly number[], [low, high]: readonly [number, number], columns: number) {
  const width = (high - low) / columns
  const heights = new Map<number, number>()
  return values.map((value) => {
    const column = Math.min(columns - 1, Math.max(0, Math.floor((value - low) / width)))
    const height = heights.get(column) ?? 0
    heights.set(column, height + 1)
    return { value, column: low + (column + 0.5) * width, height: height + 0.5 }
  })
}
