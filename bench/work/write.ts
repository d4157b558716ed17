/** Writes a work to a file, a draw at a time: a region of 2,850 cities would not fit in one array. */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { Schedules } from '../../src/model/rates.js'
import { doublesOf, FORMAT, RATES, type RateName, SCHEDULES, type WorkSize } from './layout.js'

/** What is the same for all draws. */
export interface WorkStart {
  readonly size: WorkSize
  readonly opening: { readonly people: Float64Array; readonly away: Float64Array }
  readonly originShares: Float64Array
  /** By year. */
  readonly schedules: readonly Pick<Schedules, (typeof SCHEDULES)[number] | 'fertility' | 'mortality'>[]
}

export type Rates = Readonly<Record<RateName, Float64Array>>

/** ratesOf  gives the rates of a draw and year; draws ascend, and so do the years of each. */
export function writeWork(
  file: string,
  start: WorkStart,
  ratesOf: (draw: number, year: number) => Rates,
): void {
  const { size, opening, originShares, schedules } = start
  const out = openSync(file, 'w')
  const put = (values: Float64Array) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    for (let at = 0; at < bytes.length; ) at += writeSync(out, bytes, at)
  }
  try {
    put(Float64Array.of(FORMAT, size.cities, size.ages, size.years, size.draws, size.step, 0, 0))
    for (const values of [opening.people, opening.away, originShares]) put(values)
    for (const year of schedules) {
      for (const name of SCHEDULES) put(year[name])
      put(year.fertility)
      put(year.mortality)
    }
    for (let draw = 0; draw < size.draws; draw++) {
      for (let year = 0; year < size.years; year++) {
        const rates = ratesOf(draw, year)
        for (const [name, shape] of RATES) put(rates[name].subarray(0, doublesOf(shape, size)))
      }
    }
  } finally {
    closeSync(out)
  }
}
