/**
 * From death rates by ages finer than those of the people (0, 1-4, 5-9, ... for groups of five years) to the
 * shares who survive a step.
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 3; a_1 of ages 1-4 from their table 3.3.
 */
import { firstYearLived } from './life-table.js'

/** Mean years lived in ages 1-4 by those who die in them. m0: death rate of age 0, per year. */
function toddlerYearsLived(m0: number, male: boolean): number {
  if (m0 >= 0.107) return male ? 1.352 : 1.361
  return male ? 1.651 - 2.816 * m0 : 1.522 - 1.518 * m0
}

/**
 * Survival of groups of equal width, as lifeTable writes it.
 *
 * mx        deaths per person-year from each start to the next; the last is open
 * starts    first age of each rate, from 0 up; every group of the people begins at one of them
 * width     years of a group and of a step
 * survival  written: one share for each group of the people, the last group open
 * returns   life expectancy at birth, years
 */
export function survivalOfGroups(
  mx: ArrayLike<number>,
  starts: readonly number[],
  width: number,
  male: boolean,
  survival: Float64Array,
): number {
  const last = survival.length - 1
  const lived = new Float64Array(survival.length)
  let alive = 1
  starts.forEach((start, index) => {
    const group = Math.min(Math.floor(start / width), last)
    if (index === starts.length - 1) {
      lived[group] += alive / mx[index]
      return
    }
    const years = starts[index + 1] - start
    const a = meanYears(start, years, mx[0], male)
    const q = Math.min(1, (years * mx[index]) / (1 + (years - a) * mx[index]))
    lived[group] += alive * (years * (1 - q) + a * q)
    alive *= 1 - q
  })
  survival[0] = lived[0] / width
  for (let group = 1; group < last; group++) survival[group] = ratio(lived[group], lived[group - 1])
  const open = lived[last]
  survival[last] = Number.isFinite(open) ? ratio(open, open + lived[last - 1]) : 1
  return lived.reduce((sum, years) => sum + years, 0)
}

/** Mean years lived in an age group by those who die in it; mid-group from age 5 on. */
function meanYears(start: number, years: number, m0: number, male: boolean): number {
  if (start === 0 && years === 1) return firstYearLived(m0, male)
  return start === 1 && years === 4 ? toddlerYearsLived(m0, male) : years / 2
}

const ratio = (later: number, before: number) => (before > 0 ? later / before : 0)
