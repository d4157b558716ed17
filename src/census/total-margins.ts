/** What totals of places and of their region say, as margins of people by place, status, sex and single age. */
import { shareWhole } from '../math/age-splitting.js'
import type { Margin } from '../math/proportional-fitting.js'

/** Whole persons of a place. */
export interface PlaceTotals {
  readonly people: number
  readonly urban: number
  /** Undefined where no place gives its sexes. */
  readonly men: number | undefined
  /** By group of ages, all of them; one group where places give none. */
  readonly ages: readonly number[]
}

/** The pyramid of a region: whole persons by sex, or of both sexes in one row, and group of ages. */
export interface RegionPyramid {
  readonly starts: readonly number[]
  readonly persons: readonly (readonly number[])[]
}

export interface RegionTotals {
  readonly places: readonly PlaceTotals[]
  /** First ages of the groups of places, from 0 on. */
  readonly starts: readonly number[]
  readonly pyramid: RegionPyramid | undefined
  /** First ages of the finest groups that places and pyramid tell apart. */
  readonly blocks: readonly number[]
}

/** Index of the group that an age is in. */
export const blockOf = (starts: readonly number[], age: number): number =>
  starts.findLastIndex((from) => from <= age)

interface Shape {
  readonly statuses: number
  readonly sexes: number
  readonly ages: number
}

/** What a margin is of: townspeople, ages or sexes of places, or the pyramid; a group's place is `group / width`, rounded down. */
export type MarginKind = 'residence' | 'ages' | 'sexes' | 'pyramid'

/** The margins in the order in which they are fitted, cells in the order [place][status][sex][age]. */
export function marginsOf(
  { places, starts, pyramid }: RegionTotals,
  { statuses, sexes, ages }: Shape,
): { kind: MarginKind; width: number; margin: Margin }[] {
  const perSex = ages
  const perStatus = sexes * perSex
  const perPlace = statuses * perStatus
  const cells = Array.from({ length: places.length * perPlace }, (_, cell) => cell)
  const margin = (
    group: (place: number, status: number, sex: number, age: number) => number,
    totals: number[],
  ) => ({
    groupOf: cells.map((cell) =>
      group(
        Math.floor(cell / perPlace),
        Math.floor(cell / perStatus) % statuses,
        Math.floor(cell / perSex) % sexes,
        cell % perSex,
      ),
    ),
    totals,
  })
  const residence = margin(
    (place, status) => 2 * place + Number(status > 0),
    places.flatMap(({ people, urban }) => [people - urban, urban]),
  )
  const byAge = margin(
    (place, _, __, age) => place * starts.length + blockOf(starts, age),
    places.flatMap(({ ages: own }) => own),
  )
  const bySex = () =>
    margin(
      (place, _, sex) => 2 * place + sex,
      places.flatMap(({ people, men }) => [men!, people - men!]),
    )
  const ofRegion = ({ starts: own, persons }: RegionPyramid) =>
    margin(
      (_, __, sex, age) => (persons.length > 1 ? sex * own.length : 0) + blockOf(own, age),
      persons.flat(),
    )
  return [
    { kind: 'residence', width: 2, margin: residence },
    ...(starts.length > 1 ? [{ kind: 'ages' as const, width: starts.length, margin: byAge }] : []),
    ...(places[0].men === undefined ? [] : [{ kind: 'sexes' as const, width: 2, margin: bySex() }]),
    ...(pyramid
      ? [{ kind: 'pyramid' as const, width: pyramid.starts.length, margin: ofRegion(pyramid) }]
      : []),
  ]
}

/** Cells [sex, block] that are rounded together over all places, their sums over places, and those of the places. */
interface Section {
  readonly cells: readonly (readonly [sex: number, block: number])[]
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/**
 * With a pyramid: a section for every group of ages of the places, or for every sex that they give. Within it the sums of cells are the pyramid's and
 * those of places theirs, so that both can be met in whole persons.
 *
 * exact  persons [place][sex][block]
 */
export function cellsIn(
  { places, starts, pyramid, blocks }: RegionTotals,
  exact: readonly (readonly (readonly number[])[])[],
): Section[] {
  const { starts: own, persons } = pyramid!
  const ofSexes = places[0].men !== undefined
  const all = [0, 1].flatMap((sex) => blocks.map((_, block) => [sex, block] as const))
  const sumAt = ([sex, block]: readonly [number, number]) => sumOf(exact.map((table) => table[sex][block]))
  const known = new Map<string, number>()
  for (const [row, groups] of persons.entries()) {
    for (const [group, total] of groups.entries()) {
      const cells = all.filter(
        ([sex, block]) => (persons.length === 1 || sex === row) && blockOf(own, blocks[block]) === group,
      )
      shareWhole(total, cells.map(sumAt)).forEach((count, k) => {
        known.set(cells[k].join(), count)
      })
    }
  }
  const section = (cells: Section['cells'], columns: readonly number[]): Section => ({
    cells,
    columns,
    rows: shareWhole(
      sumOf(columns),
      cells.map((cell) => known.get(cell.join())!),
    ),
  })
  return ofSexes
    ? [0, 1].map((sex) =>
        section(
          all.filter(([one]) => one === sex),
          places.map(({ people, men }) => (sex === 0 ? men! : people - men!)),
        ),
      )
    : starts.map((_, group) =>
        section(
          all.filter(([, block]) => blockOf(starts, blocks[block]) === group),
          places.map(({ ages }) => ages[group]),
        ),
      )
}
