/** Positions and axes that several charts share. */
import { labelsBy } from './labels.js'
import { colour } from './theme.js'

/** A channel that stands for the number in a field. */
export const quantity = <Own extends object>(field: string, own?: Own) => ({
  field,
  type: 'quantitative' as const,
  ...own,
})

/** From the first to the second number, neither rounded nor made to begin at zero. */
export const between = ([low, high]: readonly [number, number]) => ({
  domain: [low, high],
  nice: false,
  zero: false,
})

/** Positions in px of a picture that is laid out by hand: to the right of the first end, and down from the top. */
export function pixelPositions(ends: readonly [number, number], height: number) {
  const along = (domain: readonly [number, number], reverse: boolean) => (field: string) =>
    quantity(field, { axis: null, scale: { domain: [...domain], nice: false, reverse } })
  return { x: along(ends, false), y: along([0, height], true) }
}

export type PixelPositions = ReturnType<typeof pixelPositions>

/** How the values of a unit are written on an axis: per cent with their sign, others with separators. */
export function axisOf(unit: string) {
  return unit === 'percent'
    ? ({ title: null, format: '~f', labelExpr: "datum.label + '%'" } as const)
    : ({ title: null, format: ',~f' } as const)
}

/**
 * An axis of values in thousands, with lines across the chart: in English as they are, in Chinese in ten thousands, in
 * which it counts. `of`: how the value is taken, such as without its sign.
 */
export const thousandsAxis = (tickCount: number, of = 'datum.value') => ({
  title: null,
  grid: true,
  tickCount,
  labelExpr: labelsBy({ en: `format(${of}, ',~f')`, zh: `format(${of} / 10, ',~f')` }),
})

/** Cities below each other in the order of the data. */
export const cityRows = (labelColor?: string) => ({
  field: 'city',
  type: 'nominal' as const,
  sort: null,
  axis: { title: null, ticks: false, ...(labelColor === undefined ? {} : { labelColor }) },
})

/** Cities below each other in a given order. */
export const orderedRows = (domain: readonly string[], labels = true) => ({
  field: 'city',
  type: 'ordinal' as const,
  scale: { domain: [...domain] },
  axis: { title: null, ticks: false, labels, ...FIRST_ROW_BOLD },
})

/** The region stands above its cities, in bold. */
const FIRST_ROW_BOLD = {
  labelFontWeight: { condition: { test: 'datum.index === 0', value: 'bold' }, value: 'normal' },
} as const

/** Text on a field that is deep or pale, as the datum says. */
export const TEXT_ON_FIELD = {
  condition: { test: 'datum.deep', value: colour('onDeep') },
  value: colour('onPale'),
} as const
