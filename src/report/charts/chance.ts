/** Single futures as dots, and below them the chance that a value is reached. */
import type { TargetVerdict } from '../../analysis/summary.js'
import { inEach, phrase } from '../words/bilingual.js'
import { asWritten, share as shareText } from '../words/numbers.js'
import { COLON } from '../words/typography.js'
import { axisOf, between, quantity } from './axes.js'
import { inner, legendOf, type Size, withAir } from './kit.js'
import { label } from './labels.js'
import { ASKED_RULE, texts } from './layers.js'
import type { ChartSpec } from './render.js'
import { colour } from './theme.js'

const CURVE_HEIGHT = 190
/** Columns of dots over the whole axis, and px from dot to dot above each other. */
const COLUMNS = { wide: 44, narrow: 26 } as const
const DOT = 8
const ENTRIES = [
  { title: phrase('a future that reaches it', '达标的情景'), colour: 'ours' },
  { title: phrase('a future that does not', '未达标的情景'), colour: 'lacking' },
] as const

export function chanceChart(target: TargetVerdict, size: Size): ChartSpec {
  const { quantiles, futures, threshold, unit } = target
  const domain = withAir([...futures, threshold, quantiles[1].value, quantiles.at(-2)!.value], 0.03)
  const width = inner(size, 62)
  const scale = between(domain)
  const axis = { ...axisOf(unit), tickCount: size === 'wide' ? 8 : 5 }
  const curve = curveOf(target).filter(({ value }) => value >= domain[0] && value <= domain[1])
  return {
    spacing: 4,
    vconcat: [
      { width, ...dotsPanel(dotsOf(target, domain, size), quantity('column', { scale, axis: null }), size) },
      {
        width,
        height: CURVE_HEIGHT,
        layer: [
          {
            data: { values: curve },
            mark: { type: 'line', strokeWidth: 2.5, color: colour('ours') },
            encoding: { x: quantity('value', { scale, axis }), y: quantity('chance', CHANCE) },
          },
          ...readingLayers(readingsOf(target)),
        ],
      },
    ],
  }
}

const CHANCE = {
  scale: { domain: [0, 1] },
  axis: { title: null, format: '.0%', grid: true, values: [0, 0.25, 0.5, 0.75, 1] },
}

/** Chance that a value is reached, at the quantiles of the futures. */
function curveOf({ quantiles, comparator }: TargetVerdict) {
  return quantiles.map(({ share, value }) => ({
    value,
    chance: comparator === 'at_most' ? share : 1 - share,
  }))
}

interface Dot {
  readonly value: number
  /** Middle of its column, on the axis of values. */
  readonly column: number
  /** Dots from the axis to its middle. */
  readonly height: number
  readonly kind: string
}

/** A dot for each future, in the colour of whether it reaches the target. */
function dotsOf(
  { futures, comparator, threshold, tolerance }: TargetVerdict,
  domain: readonly [number, number],
  size: Size,
): Dot[] {
  const bound = comparator === 'at_most' ? threshold : threshold - tolerance
  const hits = (value: number) => (comparator === 'at_most' ? value <= bound : value >= bound)
  return stacked(futures, domain, COLUMNS[size]).map((dot) => ({
    ...dot,
    kind: label(ENTRIES[hits(dot.value) ? 0 : 1].title),
  }))
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

function dotsPanel<X extends object>(dots: readonly Dot[], x: X, size: Size) {
  const tallest = Math.max(...dots.map(({ height }) => height)) + 1
  return {
    height: tallest * DOT,
    data: { values: [...dots] },
    mark: { type: 'circle' as const, size: 44, opacity: 1 },
    encoding: {
      x,
      y: quantity('height', { scale: { domain: [0, tallest], nice: false }, axis: null }),
      color: { field: 'kind', type: 'nominal' as const, ...legendOf(ENTRIES, size, 1) },
    },
  }
}

interface Reading {
  readonly at: number
  readonly chance: number
  /** Whether its text stands left or right of it. */
  readonly side: 'left' | 'right'
  readonly text: string
}

/** Where each reading of the target cuts the curve. */
function readingsOf({ comparator, threshold, tolerance, unit, lenient, strict }: TargetVerdict): Reading[] {
  const reading = (at: number, chance: number, side: Reading['side']): Reading => ({
    at,
    chance,
    side,
    text: label(
      inEach(
        (language) => `${asWritten(at, unit, language)}${COLON[language]}${shareText(chance, language)}`,
      ),
    ),
  })
  const own = reading(threshold, strict.share, 'right')
  if (comparator !== 'about' || tolerance === 0) return [own]
  return [reading(threshold - tolerance, lenient.share, 'left'), own]
}

function readingLayers(readings: readonly Reading[]) {
  const data = { values: [...readings] }
  const at = { x: quantity('at'), y: quantity('chance') }
  const bold = { color: colour('asked'), fontWeight: 'bold' as const }
  const on = (side: Reading['side']) => readings.filter((one) => one.side === side)
  return [
    { data, mark: ASKED_RULE, encoding: { x: at.x } },
    { data, mark: { type: 'point' as const, color: colour('asked'), size: 60, filled: true }, encoding: at },
    texts(on('left'), { align: 'right' as const, dx: -7, dy: 14, ...bold }, at),
    texts(on('right'), { align: 'left' as const, dx: 7, dy: -10, ...bold }, at),
  ]
}
