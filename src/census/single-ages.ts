/** Single years of age from the groups that censuses print: 0, 1-4, 5-9 ... 80-84, and 85 and over. */
import { shareWhole, splitAges } from '../math/age-splitting.js'

/** Counts of a place [sex][age], whole persons; ages 0 to 99, and 100 and over. */
export type ByAge = number[][]

export const AGES = 101

/** First ages of the groups, but for the open one. */
export const GROUP_STARTS = [0, 1, ...Array.from({ length: 16 }, (_, k) => 5 + 5 * k)]
const OPEN_FROM = 85

/** Index of the group that holds an age. */
export const groupOfAge = (age: number) =>
  age >= OPEN_FROM ? GROUP_STARTS.length : GROUP_STARTS.findLastIndex((start) => start <= age)

/**
 * Single ages of one sex, every group's total kept.
 *
 * counts  persons by group, the open one from 85 on last
 * born    births of an age relative to what a smooth split gives, where that is known
 * oldest  persons of 85-89, 90-94, 95-99 and from 100 on in a larger place: the shape of the open group
 */
export function singleAges(
  counts: readonly number[],
  oldest: readonly number[],
  born: (age: number) => number = () => 1,
): number[] {
  const groups = counts.slice(0, GROUP_STARTS.length)
  const smooth = splitAges(GROUP_STARTS, OPEN_FROM, groups).map((persons, age) => persons * born(age))
  const young = groups.flatMap((count, k) => {
    const [from, to] = [GROUP_STARTS[k], GROUP_STARTS[k + 1] ?? OPEN_FROM]
    return shareWhole(count, smooth.subarray(from, to))
  })
  const shape = [...splitAges([85, 90, 95], 100, oldest.slice(0, 3)), oldest[3]]
  return [...young, ...shareWhole(counts[GROUP_STARTS.length], shape)]
}
