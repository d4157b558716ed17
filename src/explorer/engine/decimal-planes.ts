/**
 * Long lists of decimals as bytes: whole numbers of a power of ten, all first bytes, then all second ones. Text of the
 * same numbers packs into a fifth more.
 */

/** Where a list lies among the bytes, and how it is read. */
export interface PlanesMark {
  /** Decimals, least whole number, bytes of each, numbers, first byte. */
  readonly $planes: readonly [digits: number, low: number, bytes: number, length: number, at: number]
}

/** Shorter lists are not worth their mark. */
const SHORTEST = 64
const MOST_DIGITS = 12
/** A difference of whole numbers is exact below 2^53; with a byte to spare. */
const MOST_BYTES = 5

/** Lists that are put one behind another. */
export class DecimalPlanes {
  readonly pieces: Uint8Array[] = []
  private length = 0

  /** Undefined where a list is short, or not of decimals that come back with their bits. */
  put(list: ArrayLike<unknown>): PlanesMark | undefined {
    if (list.length < SHORTEST) return undefined
    const numbers = Array.from(list)
    if (!numbers.every(isPlain)) return undefined
    for (let digits = 0; digits <= MOST_DIGITS; digits++) {
      const whole: number[] = numbers.map((value) => Math.round(value * 10 ** digits))
      if (numbers.every((value, k): boolean => Object.is(whole[k] / 10 ** digits, value)))
        return this.putWhole(whole, digits)
    }
    return undefined
  }

  private putWhole(whole: readonly number[], digits: number): PlanesMark | undefined {
    const [low, high] = whole.reduce(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    )
    let bytes = 1
    while (256 ** bytes <= high - low) bytes++
    if (bytes > MOST_BYTES) return undefined
    const { length } = whole
    const planes = new Uint8Array(bytes * length)
    for (const [k, value] of whole.entries())
      for (let byte = 0; byte < bytes; byte++)
        planes[byte * length + k] = Math.floor((value - low) / 256 ** byte) % 256
    const at = this.length
    this.pieces.push(planes)
    this.length += planes.length
    return { $planes: [digits, low, bytes, length, at] }
  }
}

/** A number that is no other one's twin: whole numbers know no -0. */
const isPlain = (value: unknown): value is number => Number.isFinite(value) && !Object.is(value, -0)

/** The list of a mark. */
export function listAt({ $planes: [digits, low, bytes, length, at] }: PlanesMark, all: Uint8Array): number[] {
  return Array.from({ length }, (_, k) => {
    let value = low
    for (let byte = 0; byte < bytes; byte++) value += all[at + byte * length + k] * 256 ** byte
    return value / 10 ** digits
  })
}
