/** What several charts share: their two widths, a legend in their own colours, and labels kept apart. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { label } from './labels.js'
import { type Colour, colour } from './theme.js'

/** A page draws every chart twice, for a desk and for a phone; px. */
export const WIDTHS = { wide: 660, narrow: 335 } as const
export type Size = keyof typeof WIDTHS

/** The room a chart's own axis and labels leave of a width. */
export const inner = (size: Size, taken: number): number => WIDTHS[size] - taken

export interface LegendEntry {
  readonly title: Bilingual
  readonly colour: Colour
}

const SWATCH = {
  symbolType: 'square',
  symbolStrokeWidth: 0.5,
  symbolStrokeColor: colour('quiet'),
  symbolOpacity: 1,
  columnPadding: 14,
} as const

/** A colour scale whose legend names each entry. */
export function legendOf(entries: readonly LegendEntry[], size: Size, columns?: number) {
  return {
    scale: {
      domain: entries.map(({ title }) => label(title)),
      range: entries.map((entry) => colour(entry.colour)),
    },
    legend: { columns: columns ?? (size === 'wide' ? 0 : 2), ...SWATCH },
  } as const
}

/** The colour of a layer that stands for one entry. */
export function colourOf(entries: readonly LegendEntry[], size: Size, columns?: number) {
  const legend = legendOf(entries, size, columns)
  return ({ title }: LegendEntry) => ({ datum: label(title), ...legend })
}
export type ColourOf = ReturnType<typeof colourOf>

interface LabelPosition {
  readonly at: number
}

/** Move labels on one axis apart until each is `gap` from the next, keeping their order and about their middle. */
export function apart<T extends LabelPosition>(
  labels: readonly T[],
  gap: number,
): (T & { readonly shown: number })[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at).map((one) => ({ ...one, shown: one.at }))
  for (let pass = 0; pass < sorted.length; pass++) {
    for (let k = 1; k < sorted.length; k++) {
      const short = gap - (sorted[k].shown - sorted[k - 1].shown)
      if (short <= 0) continue
      sorted[k - 1].shown -= short / 2
      sorted[k].shown += short / 2
    }
  }
  return sorted
}

/** A range of values with a little air at both ends. */
export function withAir(values: readonly number[], air = 0.08): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low || Math.abs(high) || 1) * air
  return [low - room, high + room]
}
