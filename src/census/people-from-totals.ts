/**
 * People by status, sex and single age from totals of places: the nearest to a pattern that has the totals, in whole persons
 * (docs/totals.md). What is given is kept to the person; all between is the pattern's.
 */
import { shareWhole } from '../math/age-splitting.js'
import { fitProportionally, type Misfit } from '../math/proportional-fitting.js'
import { wholeTable } from '../math/whole-table.js'
import type { ByAge } from './single-ages.js'
import { cellsIn, marginsOf, type RegionTotals } from './total-margins.js'

/** People of a place by status (rural first), sex and single age. */
export type PlacePattern = readonly ByAge[]

export interface PeopleFromTotals {
  /** Whole persons of every place [place][status][sex][age]. */
  readonly people: readonly PlacePattern[]
  /** Where the pattern had to give way most: how many times as many as it would have of as many people. */
  readonly farthest: Adjustment
}

/** People of a place in villages or towns, from an age on. */
export interface Adjustment {
  readonly place: number
  readonly urban: boolean
  /** First age of the group, and that of the next; undefined for the open one. */
  readonly from: number
  readonly to: number | undefined
  readonly factor: number
}

/** Groups of fewer people say little of a pattern. */
const LEAST_PEOPLE = 500

/**
 * patterns  of every place, of any size, none negative
 * totals    whole persons that add up (`readTotals` sees to it)
 *
 * Totals that the pattern cannot meet come back as misfits, by the margins of `marginsOf`.
 */
export function peopleFromTotals(
  patterns: readonly PlacePattern[],
  totals: RegionTotals,
): PeopleFromTotals | { readonly misfits: readonly Misfit[] } {
  const { cells, misfits } = fitProportionally(
    patterns.flatMap((place) => place.flat(2)),
    marginsOf(totals, shapeOf(patterns)).map(({ margin }) => margin),
    { within: 1e-7 },
  )
  if (misfits.some(({ total, sum }) => Math.abs(total - sum) >= 0.5)) return { misfits }
  const fitted = nestedLike(patterns, cells)
  const bySex = wholeBySex(fitted, totals)
  const people = fitted.map((place, k) => wholePlace(place, bySex[k], totals.places[k].urban, totals.blocks))
  return { people, farthest: farthestOf(patterns, people, totals.blocks) }
}

const shapeOf = ([place]: readonly PlacePattern[]) => ({
  statuses: place.length,
  sexes: place[0].length,
  ages: place[0][0].length,
})

function nestedLike(patterns: readonly PlacePattern[], cells: Float64Array): number[][][][] {
  let at = 0
  return patterns.map((place) =>
    place.map((status) =>
      status.map((row) => {
        at += row.length
        return Array.from(cells.subarray(at - row.length, at))
      }),
    ),
  )
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Persons of a place by sex and block, of some of its statuses. */
function sumsBySex(place: PlacePattern, blocks: readonly number[], statuses: readonly number[]): number[][] {
  return place[0].map((row, sex) =>
    blocks.map((from, block) =>
      sumOf(statuses.map((status) => sumOf(place[status][sex].slice(from, blocks[block + 1] ?? row.length)))),
    ),
  )
}

const allOf = (place: PlacePattern) => place.map((_, status) => status)

/** Whole persons by place, sex and block of ages: what places give and what the region gives are kept. */
function wholeBySex(fitted: readonly PlacePattern[], totals: RegionTotals): number[][][] {
  const { blocks, places } = totals
  const exact = fitted.map((place) => sumsBySex(place, blocks, allOf(place)))
  if (!totals.pyramid) {
    return exact.map((table, k) => {
      const { people, men, ages } = places[k]
      const sexes = men === undefined ? shareWhole(people, table.map(sumOf)) : [men, people - men]
      return wholeTable(table, sexes, ages)
    })
  }
  const out = exact.map((table) => table.map((row) => row.map(() => 0)))
  for (const { cells, columns, rows } of cellsIn(totals, exact)) {
    const whole = wholeTable(
      cells.map(([sex, block]) => exact.map((table) => table[sex][block])),
      rows,
      columns,
    )
    cells.forEach(([sex, block], row) => {
      out.forEach((table, place) => {
        table[sex][block] = whole[row][place]
      })
    })
  }
  return out
}

/** Whole persons of a place, once those of every sex and block are. */
function wholePlace(
  place: PlacePattern,
  bySex: readonly (readonly number[])[],
  urban: number,
  blocks: readonly number[],
): number[][][] {
  const [villages, ...towns] = allOf(place)
  const rural = sumsBySex(place, blocks, [villages]).flat()
  const inTown = sumsBySex(place, blocks, towns).flat()
  const rows = bySex.flat()
  const residence = wholeTable(rural.map((persons, k) => [persons, inTown[k]]), rows, [sumOf(rows) - urban, urban]) // biome-ignore format: one table
  const out = place.map((status) => status.map((row) => row.map(() => 0)))
  const fill = (statuses: readonly number[], sex: number, block: number, persons: number) => {
    const [from, to] = [blocks[block], blocks[block + 1] ?? place[0][sex].length]
    const whole = shareWhole(
      persons,
      statuses.flatMap((status) => place[status][sex].slice(from, to)),
    )
    statuses.forEach((status, k) => {
      for (let age = from; age < to; age++) out[status][sex][age] = whole[k * (to - from) + age - from]
    })
  }
  residence.forEach(([inVillages, inTowns], row) => {
    const [sex, block] = [Math.floor(row / blocks.length), row % blocks.length]
    fill([villages], sex, block, inVillages)
    fill(towns, sex, block, inTowns)
  })
  return out
}

function farthestOf(
  patterns: readonly PlacePattern[],
  people: readonly PlacePattern[],
  blocks: readonly number[],
): Adjustment {
  const all = patterns.flatMap((pattern, place) => {
    const scale = sumOf(people[place].flat(2)) / sumOf(pattern.flat(2))
    const [villages, ...towns] = allOf(pattern)
    return [[villages], towns].flatMap((statuses, urban) => {
      const [was, is] = [pattern, people[place]].map((one) => sumsBySex(one, blocks, statuses))
      return blocks.map((from, block) => {
        const [before, after] = [was, is].map((rows) => sumOf(rows.map((row) => row[block])))
        const weighs = Math.max(scale * before, after) >= LEAST_PEOPLE
        const factor = weighs && before > 0 ? after / (scale * before) : 1
        return { place, urban: urban === 1, from, to: blocks[block + 1], factor }
      })
    })
  })
  const far = ({ factor }: Adjustment) => Math.abs(Math.log(Math.max(1e-9, factor)))
  return all.reduce((worst, one) => (far(one) > far(worst) ? one : worst))
}
