/** Indices as bars, largest first, with the interval of the one that they are read by. */
import type { Estimate } from '../../../analysis/sensitivity/estimate.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { type PixelPositions, pixelPositions } from '../axes.js'
import { colourOf, inner, type LegendEntry, type Size } from '../kit.js'
import { corners } from '../layers.js'
import type { ChartSpec } from '../render.js'
import { type TitledRow, titledRows, titleLayer } from '../rows.js'
import { colour } from '../theme.js'

export interface IndexBar {
  /** With its value, as it is to be read. */
  readonly title: Bilingual
  readonly main: Estimate
  /** A part of it, drawn upon it, such as the share that goes with an input alone. */
  readonly part?: Estimate
}

/** px by which the part is narrower than the whole, above and below. */
const WITHIN = 3

/** words: what the bar and, where there is one, its part are. */
export function indexBars(bars: readonly IndexBar[], words: readonly Bilingual[], size: Size): ChartSpec {
  const width = inner(size, 18)
  const { rows, height } = titledRows(
    bars.map(({ title }) => title),
    width,
  )
  const ends = bars.flatMap(({ main, part }) => [main.value, main.low, main.high, part?.value ?? 0])
  const known = [0, ...ends.filter(Number.isFinite)]
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const px = (value: number) => ((value - low) / (high - low || 1)) * width
  const at = pixelPositions([0, width], height)
  const entries: LegendEntry[] = words.map((title, k) => ({ title, colour: k === 0 ? 'band50' : 'ours' }))
  const color = colourOf(entries, size)
  const bar = (values: readonly object[], k: number) => ({
    data: { values: [...values] },
    mark: { type: 'rect' as const },
    encoding: { ...corners(at), color: color(entries[k]) },
  })
  const span = (value: number) => ({ left: px(Math.min(0, value)), right: px(Math.max(0, value)) })
  const whole = rows.map((row, k) => ({ ...row, ...span(bars[k].main.value) }))
  const parts = rows.flatMap((row, k) => {
    const { part } = bars[k]
    if (!part) return []
    return [{ top: row.top + WITHIN, bottom: row.bottom - WITHIN, ...span(Math.max(0, part.value)) }]
  })
  const intervals = rows.flatMap(({ middle, top, bottom }, k) => {
    const { main } = bars[k]
    if (!Number.isFinite(main.low)) return []
    return [{ middle, top: top + 1, bottom: bottom - 1, low: px(main.low), high: px(main.high) }]
  })
  const cap = (field: string) => ({
    data: { values: intervals },
    mark: { type: 'rule' as const, color: colour('ink'), strokeWidth: 1 },
    encoding: { x: at.x(field), y: at.y('top'), y2: { field: 'bottom' } },
  })
  return {
    width,
    height,
    layer: [
      bar(whole, 0),
      ...(words.length > 1 ? [bar(parts, 1)] : []),
      {
        data: { values: intervals },
        mark: { type: 'rule', color: colour('ink'), strokeWidth: 1 },
        encoding: { x: at.x('low'), x2: { field: 'high' }, y: at.y('middle') },
      },
      cap('low'),
      cap('high'),
      ...(low < 0 ? [zeroLine(px(0), rows, at)] : []),
      titleLayer(rows, at),
    ],
  }
}

/** Through the bars and not through their titles. */
const zeroLine = (zero: number, rows: readonly TitledRow[], at: PixelPositions) => ({
  data: { values: rows.map(({ top, bottom }) => ({ zero, top: top - 2, bottom: bottom + 2 })) },
  mark: { type: 'rule' as const, color: colour('quiet'), strokeWidth: 1 },
  encoding: { x: at.x('zero'), y: at.y('top'), y2: { field: 'bottom' } },
})
