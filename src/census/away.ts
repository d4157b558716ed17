/** People registered in a place who live outside the region: their ages, after a leaning to working age. */
import { shareWhole } from '../math/age-splitting.js'
import { AGES, type ByAge } from './single-ages.js'

/** Of those registered in another county of the region, share who come from another prefecture (judgement: districts of one city count as other counties). */
export const FROM_OTHER_CITY = 0.5

/** How likely people are away by age (judgement), and men relative to women. */
const leaning = (age: number) =>
  age < 15 ? 0.35 : age < 20 ? 1 : age < 35 ? 2 : age < 50 ? 1.5 : age < 60 ? 0.7 : 0.2
const MEN = 1.1

/** So many persons [sex][age], as the residents of the place are spread and lean to leaving. */
export function awayByAge(total: number, residents: ByAge): ByAge {
  const base = residents.flatMap((row, sex) =>
    row.map((persons, age) => persons * leaning(age) * (sex === 0 ? MEN : 1)),
  )
  const whole = shareWhole(total, base)
  return residents.map((_, sex) => whole.slice(sex * AGES, (sex + 1) * AGES))
}
