/** From death rates to the shares who survive a step: src/math/life-table.ts for two draws at once. */
import {
  ages,
  infants,
  mortality,
  mortalityIsSurvival,
  mortalityLevel,
  row,
  step,
  survival,
  unit,
} from './addresses.js'
import { add, both, get, less, over, PAIR, put, times } from './pairs.js'

/** Work out survival[sex, age, city] and infants[sex, city] from the table in force and the levels of mortality. */
export function compileSurvival(): void {
  const block = ages * row
  for (let sex: usize = 0; sex < 2; sex++) {
    for (let i: usize = 0; i < row; i += PAIR) {
      const table = mortality + (sex * block + i) / 2
      const into = survival + sex * block + i
      const infant = infants + sex * row + i
      if (mortalityIsSurvival !== 0) copyTable(table, into, infant)
      else lifeTable(table, get(mortalityLevel + i), sex === 0, into, infant)
    }
  }
}

/** The table is one of survival already. */
function copyTable(table: usize, into: usize, infant: usize): void {
  put(infant, v128.load64_splat(table))
  for (let age: usize = 1; age < ages; age++)
    put(into + age * row, v128.load64_splat(table + age * (row / 2)))
}

/** One sex and city: deaths per person-year in `table`, a double an age, times the level of each draw. */
function lifeTable(table: usize, level: v128, male: bool, into: usize, infant: usize): void {
  const one = both(unit)
  const zero = both(0)
  const width = both(step)
  const middle = both(step / 2)
  const end = into + (ages - 1) * row
  let alive = one
  let livedBefore = width
  // years lived in the group by those who die in it; in the first year of life most die early
  let a = step === 1 ? firstYear(times(v128.load64_splat(table), level), male) : middle
  let at = infant
  for (let age = into; age < end; age += row) {
    const mx = times(v128.load64_splat(table), level)
    const q = over(times(width, mx), add(one, times(less(width, a), mx)))
    // the smaller of the two, and 1 where q is no number
    const deaths = times(alive, f64x2.pmin(one, q))
    const lived = add(times(width, less(alive, deaths)), times(a, deaths))
    // a quotient where anyone lived before, else 0
    put(at, v128.and(over(lived, livedBefore), f64x2.gt(livedBefore, zero)))
    livedBefore = lived
    alive = less(alive, deaths)
    a = middle
    at = age + row
    table += row / 2
  }
  const mx = times(v128.load64_splat(table), level)
  const first = oldest(lane(mx, 0), lane(alive, 0), lane(livedBefore, 0))
  const second = oldest(lane(mx, 1), lane(alive, 1), lane(livedBefore, 1))
  put(at, f64x2.replace_lane(both(first), 1, second))
}

/** Survival of the last two groups together into the open one. */
function oldest(mx: f64, alive: f64, livedBefore: f64): f64 {
  const open = mx > 0 ? alive / mx : Infinity
  if (!(open < Infinity)) return 1
  return open + livedBefore > 0 ? open / (open + livedBefore) : 0
}

function firstYear(mx: v128, male: bool): v128 {
  const first = firstYearLived(lane(mx, 0), male)
  return f64x2.replace_lane(both(first), 1, firstYearLived(lane(mx, 1), male))
}

/** Mean years lived in the first year of life by those who die in it: Andreev and Kingkade (2015). */
function firstYearLived(m0: f64, male: bool): f64 {
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
