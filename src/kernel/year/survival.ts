/** From death rates to the shares who survive a step: src/math/life-table.ts for two draws at once. */
import {
  ages,
  mortality,
  mortalityIsSurvival,
  mortalityLevel,
  newbornSurvival,
  row,
  step,
  survival,
  unit,
} from './addresses'
import { get, less, over, PAIR_BYTES, plus, put, splat, times } from './pairs'

/** Compile survival[sex, age, city] and newbornSurvival[sex, city] from the table in force and the levels of mortality. */
export function compileSurvival(): void {
  const block = ages * row
  for (let sex: usize = 0; sex < 2; sex++) {
    for (let i: usize = 0; i < row; i += PAIR_BYTES) {
      const table = mortality + (sex * block + i) / 2
      const into = survival + sex * block + i
      const newborn = newbornSurvival + sex * row + i
      if (mortalityIsSurvival !== 0) copyTable(table, into, newborn)
      else lifeTable(table, get(mortalityLevel + i), sex === 0, into, newborn)
    }
  }
}

/** The table is one of survival already. */
function copyTable(table: usize, into: usize, newborn: usize): void {
  put(newborn, v128.load64_splat(table))
  for (let age: usize = 1; age < ages; age++)
    put(into + age * row, v128.load64_splat(table + age * (row / 2)))
}

/** One sex and city: deaths per person-year in `table`, a double an age, times the level of each draw. */
function lifeTable(table: usize, level: v128, male: bool, into: usize, newborn: usize): void {
  const one = splat(unit)
  const zero = splat(0)
  const width = splat(step)
  const middle = splat(step / 2)
  const end = into + (ages - 1) * row
  let survivors = one
  let personYearsBefore = width
  // person-years in the group by those who die in it; in the first year of life most die early
  let a = step === 1 ? firstYear(times(v128.load64_splat(table), level), male) : middle
  let at = newborn
  for (let age = into; age < end; age += row) {
    const mx = times(v128.load64_splat(table), level)
    const q = over(times(width, mx), plus(one, times(less(width, a), mx)))
    // the smaller of the two, and 1 where q is no number
    const deaths = times(survivors, f64x2.pmin(one, q))
    const personYears = plus(times(width, less(survivors, deaths)), times(a, deaths))
    // a quotient where anyone was alive before, else 0
    put(at, v128.and(over(personYears, personYearsBefore), f64x2.gt(personYearsBefore, zero)))
    personYearsBefore = personYears
    survivors = less(survivors, deaths)
    a = middle
    at = age + row
    table += row / 2
  }
  const mx = times(v128.load64_splat(table), level)
  const first = oldest(lane(mx, 0), lane(survivors, 0), lane(personYearsBefore, 0))
  const second = oldest(lane(mx, 1), lane(survivors, 1), lane(personYearsBefore, 1))
  put(at, f64x2.replace_lane(splat(first), 1, second))
}

/** Survival of the last two groups together into the open one. */
function oldest(mx: f64, survivors: f64, personYearsBefore: f64): f64 {
  const open = mx > 0 ? survivors / mx : Infinity
  if (!(open < Infinity)) return 1
  return open + personYearsBefore > 0 ? open / (open + personYearsBefore) : 0
}

function firstYear(mx: v128, male: bool): v128 {
  const first = a0Of(lane(mx, 0), male)
  return f64x2.replace_lane(splat(first), 1, a0Of(lane(mx, 1), male))
}

/** a_0, mean person-years lived in the first year of life by those who die in it: Andreev and Kingkade (2015). */
function a0Of(m0: f64, male: bool): f64 {
  if (male) {
    if (m0 < 0.023) return 0.14929 - 1.99545 * m0
    return m0 < 0.08307 ? 0.02832 + 3.26021 * m0 : 0.29915
  }
  if (m0 < 0.01724) return 0.14903 - 2.05527 * m0
  return m0 < 0.06891 ? 0.04667 + 3.88089 * m0 : 0.31411
}

function lane(pair: v128, which: i32): f64 {
  return which === 0 ? f64x2.extract_lane(pair, 0) : f64x2.extract_lane(pair, 1)
}
