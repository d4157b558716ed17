/** Reads a work for contestants in TypeScript, as views of the file's bytes in the shapes of the model. */
import { readFileSync } from 'node:fs'
import { ownAges } from '../../src/math/death-ages.js'
import type { Schedules } from '../../src/model/rates.js'
import {
  doublesOf,
  FORMAT,
  HEADER,
  RATES,
  type RateName,
  ratesSize,
  SCHEDULES,
  schedulesSize,
  type WorkSize,
} from './layout.js'
import type { Rates } from './write.js'

export interface Work {
  readonly size: WorkSize
  readonly opening: { readonly people: Float64Array; readonly away: Float64Array }
  readonly originShares: Float64Array
  /** By year. */
  readonly schedules: readonly Schedules[]
  readonly ratesOf: (draw: number, year: number) => Rates
}

/** Throws RangeError where the file is of another format. */
export function readWork(file: string): Work {
  const bytes = readFileSync(file)
  const doubles = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8)
  const [format, cities, ages, years, draws, step] = doubles
  if (format !== FORMAT) throw new RangeError(`${file} is no work of format ${FORMAT}`)
  const size = { cities, ages, years, draws, step }
  let at = HEADER
  const take = (length: number) => {
    at += length
    return doubles.subarray(at - length, at)
  }
  const table = 2 * ages * cities
  const opening = { people: take(4 * table), away: take(table) }
  const originShares = take(cities ** 2)
  const schedules: Schedules[] = []
  for (let year = 0; year < years; year++)
    schedules.push(schedulesIn(take(schedulesSize(size)), size, schedules.at(-1)))
  const first = at
  const ratesOf = (draw: number, year: number): Rates => {
    at = first + (draw * years + year) * ratesSize(size)
    return Object.fromEntries(RATES.map(([name, shape]) => [name, take(doublesOf(shape, size))])) as Record<
      RateName,
      Float64Array
    >
  }
  return { size, opening, originShares, schedules, ratesOf }
}

/** The year step does not read destinations: they are in the compiled rates. */
function schedulesIn(values: Float64Array, size: WorkSize, before: Schedules | undefined): Schedules {
  const none = new Float64Array(0)
  const { ages, cities, step } = size
  const tables = SCHEDULES.length * 2 * ages
  const row = (index: number) => values.subarray(index * 2 * ages, (index + 1) * 2 * ages)
  const named = Object.fromEntries(
    SCHEDULES.map((name, index) => [name, asBefore(row(index), before?.[name])]),
  )
  return {
    ...(named as Record<(typeof SCHEDULES)[number], Float64Array>),
    fertility: asBefore(values.subarray(tables, tables + ages * cities), before?.fertility),
    mortality: asBefore(values.subarray(tables + ages * cities), before?.mortality),
    // deaths in mid-group, as the peers have them
    mortalityAges: { ...ownAges(step, ages), bends: new Float64Array(ages) },
    mortalityMeasure: 'mx',
    destinations: none,
    homes: none,
    netMigration: none,
    netMigrationMeasure: 'count',
    moreNetMigrants: none,
  }
}

/** A table that stays in force is one array for all its years, as in a plan. */
function asBefore(table: Float64Array, before: Float64Array | undefined): Float64Array {
  return before && table.every((value, index) => value === before[index]) ? before : table
}
