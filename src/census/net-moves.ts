/** What places gained and lost by moves between two censuses, from how cohorts of the nation shrank meanwhile. */
import type { Counted } from './counted.js'

/** Groups of five years from 0-4 to 80-84, and the open one; the census counts infants and 1-4 apart. */
const fives = ([infants, toddlers, ...others]: readonly number[]) => [infants + toddlers, ...others]

/** Ten years are two groups; those of the last three end in the open one. */
const [AGED, OPEN] = [2, 3]

/** Persons of one sex at the earlier census by cohort, from 0-4 to 75 and over, and the same cohorts ten years later. */
function cohorts(before: readonly number[], after: readonly number[]): [earlier: number, later: number][] {
  const [young, old] = [fives(before), fives(after)]
  const closed = young.slice(0, -OPEN).map((persons, k): [number, number] => [persons, old[k + AGED]])
  const open = young.slice(-OPEN).reduce((sum, persons) => sum + persons, 0)
  return [...closed, [open, old[old.length - 1]]]
}

/**
 * Of each cohort of a nation nearly without moves across its borders, people at the later census for one at the earlier
 * [sex][cohort]: deaths, and whom either census missed or counted twice (census survival ratios; United Nations 1970,
 * Manual VI, ch. II).
 */
export function cohortRatios(before: Counted, after: Counted): number[][] {
  return before.groups.map((row, sex) =>
    cohorts(row, after.groups[sex]).map(([earlier, later]) => later / earlier),
  )
}

/**
 * People who came to a place less those who left, persons: whom the later census counts from the age of ten on, less those
 * of the earlier one times the nation's ratios. Two censuses ten years apart.
 */
export function netMoves(before: Counted, after: Counted, ratios: readonly (readonly number[])[]): number {
  return before.groups.reduce(
    (net, row, sex) =>
      cohorts(row, after.groups[sex]).reduce(
        (sum, [earlier, later], cohort) => sum + later - ratios[sex][cohort] * earlier,
        net,
      ),
    0,
  )
}
