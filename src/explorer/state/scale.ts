/** A scale from numbers to pixels, with round ticks. */

export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
  /** Pixels from the end of the low number. */
  readonly at: (value: number) => number
  readonly valueAt: (pixel: number) => number
}

/** Steps between ticks, each a round number. */
function roundStep(width: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(width / most))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => width / step <= most)!
}

/** A scale that holds all the numbers, over so many pixels, with at most so many ticks. */
export function axisScale(numbers: readonly number[], pixels: number, most = 6): Scale {
  const known = numbers.filter(Number.isFinite)
  const [least, greatest] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1]
  const pad = (greatest - least || Math.abs(greatest) || 1) * 0.08
  const [from, upTo] = [least >= 0 ? Math.max(0, least - pad) : least - pad, greatest + pad]
  const step = roundStep(upTo - from, most)
  const first = Math.ceil(from / step)
  const count = Math.max(0, Math.floor(upTo / step) - first + 1)
  const ticks = Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)))
  return {
    low: from,
    high: upTo,
    ticks,
    at: (value) => ((value - from) / (upTo - from)) * pixels,
    valueAt: (pixel) => from + (pixel / pixels) * (upTo - from),
  }
}

/** A number on a round step of a scale: what a hand can mean by a place on it. */
export function roundOn({ low, high }: Scale, value: number, parts = 150): number {
  const step = roundStep(high - low, parts)
  return Number((Math.round(value / step) * step).toPrecision(12))
}
