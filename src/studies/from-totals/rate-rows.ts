/** Rows of the pattern's tables for the places of a table of totals: their own, or the mean of all by people. */

import { countPersons } from '../../census/region-people.js'
import { significant } from '../../vocabulary/numbers.js'
import { type Pattern, type PatternTable, peopleIn } from './pattern.js'
import type { TotalsRegion } from './region.js'

type Cell = string | number

/**
 * How numbers go over: rates as they are; counts as the people of the place to those of the pattern, in parts of persons,
 * or times a factor and in whole ones.
 */
export type Carried = 'rates' | 'counts' | ((place: number) => number)

/** How many people a place of the pattern has. */
export const residentsOf = (pattern: Pattern): number[] =>
  pattern.dataset.cities.map((_, city) =>
    peopleIn(pattern.dataset, city).reduce((sum, one) => sum + countPersons(one), 0),
  )

/**
 * Rows with the codes of the new places, those of the pattern's region with that of the new one.
 *
 * numbers  whether a column holds numbers that are carried
 * keys     columns that together with the code name a row
 */
export function carriedRows(
  { header, rows }: PatternTable,
  { pattern, region, carried }: { pattern: Pattern; region: TotalsRegion; carried: Carried },
  { numbers, keys }: { numbers: (column: string) => boolean; keys: readonly string[] },
): Cell[][] {
  const [code, quality, note] = ['code', 'quality', 'note'].map((name) => header.indexOf(name))
  const at = keys.map((key) => header.indexOf(key))
  const columns = header.flatMap((name, index) => (numbers(name) ? [index] : []))
  const { cities, region: whole } = pattern.dataset
  const people = residentsOf(pattern)
  const all = people.reduce((sum, one) => sum + one, 0)
  const groups = grouped(rows, (row) => at.map((index) => row[index]).join('\n'))
  const filled = (row: readonly string[], values: ReadonlyMap<number, number>): Cell[] =>
    row.map((cell, index) => values.get(index) ?? cell)
  return [...groups.values()].flatMap((group) => {
    const ofRegion = group.filter(
      (row) => row[code] === whole.code && cities.every((city) => city.code !== whole.code),
    )
    const own = cities.map((city) => group.find((row) => row[code] === city.code))
    const isWhole = own.every((row) => row !== undefined)
    const mean = (index: number) =>
      own.reduce(
        (sum, row, city) => sum + Number(row![index]) * (carried === 'rates' ? people[city] / all : 1),
        0,
      )
    const byPlace = region.places.flatMap((place, k): Cell[][] => {
      const row = place.same === undefined ? undefined : own[place.same]
      const size = place.people / (place.same === undefined ? all : people[place.same])
      const value = (number: number) => {
        if (carried === 'rates') return significant(number, 10)
        return carried === 'counts' ? significant(number * size, 6) : Math.round(number * size * carried(k))
      }
      if (row) {
        const kept =
          carried === 'rates'
            ? new Map<number, number>()
            : new Map(columns.map((index) => [index, value(Number(row[index]))]))
        return [filled(row, kept).with(code, place.code)]
      }
      if (!isWhole || place.same !== undefined) return []
      const values = new Map(columns.map((index) => [index, value(mean(index))]))
      const said = 'as in all places of the pattern together, by people'
      return [filled(own[0]!, values).with(code, place.code).with(quality, 'estimate').with(note, said)]
    })
    return [...ofRegion.map((row): Cell[] => row.with(code, region.code)), ...byPlace]
  })
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
