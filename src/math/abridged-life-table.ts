/**
 * From death rates by ages finer than those of the people (0, 1-4, 5-9, ... for groups of five years) to the
 * shares who survive a step.
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 3; a_1 of ages 1-4 from their table 3.3.
 */
import { a0Of } from './life-table.js'

/** a_1: mean person-years lived in ages 1-4 by those who die in them. m0: death rate of age 0, per year. */
function a1Of(m0: number, male: boolean): number {
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
  const personYears = new Float64Array(survival.length)
  let survivors = 1
  starts.forEach((start, index) => {
    const group = Math.min(Math.floor(start / width), last)
    if (index === starts.length - 1) {
      personYears[group] += survivors / mx[index]
      return
    }
    const years = starts[index + 1] - start
    const a = meanYears(start, years, mx[0], male)
    const q = Math.min(1, (years * mx[index]) / (1 + (years - a) * mx[index]))
    personYears[group] += survivors * (years * (1 - q) + a * q)
    survivors *= 1 - q
  })
  survival[0] = personYears[0] / width
  for (let group = 1; group < last; group++)
    survival[group] = ratio(personYears[group], personYears[group - 1])
  const open = personYears[last]
  survival[last] = Number.isFinite(open) ? ratio(open, open + personYears[last - 1]) : 1
  return personYears.reduce((sum, years) => sum + years, 0)
}

/** a_x: mean person-years lived in an age group by those who die in it; mid-group from age 5 on. */
function meanYears(start: number, years: number, m0: number, male: boolean): number {
  if (start === 0 && years === 1) return a0Of(m0, male)
  return start === 1 && years === 4 ? a1Of(m0, male) : years / 2
}

const ratio = (later: number, before: number) => (before > 0 ? later / before : 0)
