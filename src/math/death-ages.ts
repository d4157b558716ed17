/** The ages of death rates: how they make up the groups of people, and how long those live in one who die in it. */
import { log } from './exponential.js'

/** By age of the rates, the last one open. */
export interface DeathAges {
  /** Years from each age to the next; 0 for the open one. */
  readonly widths: Float64Array
  /** 1 at the last age within a group of people, else 0; 0 throughout the open group. */
  readonly ends: Float64Array
  /** What one death per person-year takes off a_x, years: n^2 / 12 where Greville's formula holds, else 0. */
  readonly bends: Float64Array
}

/** Below it a_x of Greville's formula does not fall, years: that of one death per person-year in a group of five. */
export const SHORTEST_MEAN = 0.97
/** From this age on Greville's formula is used. */
const GREVILLE_FROM = 15
/** Largest ratio of the rates on both sides of an age that is believed. */
const STEEPEST = 100

/**
 * The ages that begin at `starts`, from 0 up, for groups of people of `step` years of which the last is open. Every
 * group begins at one of them.
 */
export function deathAges(starts: readonly number[], step: number, groups: number): DeathAges {
  const last = starts.length - 1
  const open = (groups - 1) * step
  const widths = Float64Array.from(starts, (start, x) => (x < last ? starts[x + 1] - start : 0))
  const ends = widths.map((_, x) => (x < last && starts[x + 1] % step === 0 && starts[x + 1] <= open ? 1 : 0))
  const bends = widths.map((width, x) => {
    const even = x > 0 && widths[x - 1] === width && (x + 1 === last || widths[x + 1] === width)
    return even && width > 1 && starts[x] >= GREVILLE_FROM ? (width * width) / 12 : 0
  })
  return { widths, ends, bends }
}

/** First years of the ages. */
export function startsOf({ widths }: DeathAges): number[] {
  const starts = [0]
  for (const width of widths.subarray(0, -1)) starts.push(starts[starts.length - 1] + width)
  return starts
}

/** The ages of the people themselves. */
export function ownAges(step: number, groups: number): DeathAges {
  const starts = Array.from({ length: groups }, (_, group) => group * step)
  return deathAges(starts, step, groups)
}

/**
 * a_x of a table of death rates [.., age, city] as far as it does not depend on their level: mid-age, and by Greville's
 * formula n/2 + n^2/12 k with k = ln(m_{x+n} / m_{x-n}) / 2n, from which the life table takes n^2/12 m_x.
 */
export function middlesOf(mx: Float64Array, ages: DeathAges, cities: number): Float64Array {
  const count = ages.widths.length
  return mx.map((_, cell) => {
    const age = Math.floor(cell / cities) % count
    const [width, bend] = [ages.widths[age], ages.bends[age]]
    const [before, after] = bend > 0 ? [mx[cell - cities], mx[cell + cities]] : [0, 0]
    if (!(before > 0) || !(after > 0)) return width / 2
    const ratio = Math.min(Math.max(after / before, 1 / STEEPEST), STEEPEST)
    return width / 2 + (bend * log(ratio)) / (2 * width)
  })
}
