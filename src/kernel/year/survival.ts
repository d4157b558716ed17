/** From death rates to the shares who survive a step: src/math/life-table.ts for two draws at once. */
import {
  ages,
  mortality,
  mortalityIsSurvival,
  mortalityLevel,
  mortalityMiddles,
  mortalityShapes,
  newbornSurvival,
  rateAges,
  row,
  step,
  survival,
  unit,
} from './addresses'
import { get, less, over, PAIR_BYTES, plus, put, splat, times } from './pairs'

/** Years: death-ages.ts. */
const SHORTEST_MEAN: f64 = 0.97
/** Bytes of an age in mortalityShapes. */
const SHAPE_BYTES: usize = 24

/** Compile survival[sex, age, city] and newbornSurvival[sex, city] from the table in force and the levels of mortality. */
export function compileSurvival(): void {
  const block = ages * row
  const rateBlock = rateAges * row
  for (let sex: usize = 0; sex < 2; sex++) {
    for (let i: usize = 0; i < row; i += PAIR_BYTES) {
      const table = mortality + (sex * rateBlock + i) / 2
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
  const m0 = times(v128.load64_splat(table), level)
  const last = mortalityShapes + (rateAges - 1) * SHAPE_BYTES
  let survivors = one
  let before = splat(step)
  let lived = zero
  let middles = mortalityMiddles + (table - mortality)
  let at = newborn
  let age = into
  for (let shape = mortalityShapes; shape < last; shape += SHAPE_BYTES) {
    const width = v128.load64_splat(shape)
    const mx = times(v128.load64_splat(table), level)
    const a = meanYears(shape, v128.load64_splat(middles), mx, m0, male)
    const q = over(times(width, mx), plus(one, times(less(width, a), mx)))
    // the smaller of the two, and 1 where q is no number
    const deaths = times(survivors, f64x2.pmin(one, q))
    const personYears = plus(times(width, less(survivors, deaths)), times(a, deaths))
    survivors = less(survivors, deaths)
    lived = plus(lived, personYears)
    table += row / 2
    middles += row / 2
    if (load<f64>(shape + 16) === 0) continue
    // a quotient where anyone was alive before, else 0
    put(at, v128.and(over(lived, before), f64x2.gt(before, zero)))
    before = lived
    lived = zero
    age += row
    at = age
  }
  const mx = times(v128.load64_splat(table), level)
  const first = oldest(lane(mx, 0), lane(survivors, 0), lane(lived, 0), lane(before, 0))
  const second = oldest(lane(mx, 1), lane(survivors, 1), lane(lived, 1), lane(before, 1))
  put(at, pair(first, second))
}

/** a_x: person-years lived in an age by those who die in it; in the first years of life most die early. */
function meanYears(shape: usize, middle: v128, mx: v128, m0: v128, male: bool): v128 {
  const width = load<f64>(shape)
  if (shape === mortalityShapes && width === 1) return pair(a0Of(lane(m0, 0), male), a0Of(lane(m0, 1), male))
  if (shape === mortalityShapes + SHAPE_BYTES && width === 4)
    return pair(a1Of(lane(m0, 0), male), a1Of(lane(m0, 1), male))
  if (load<f64>(shape + 8) === 0) return middle
  return f64x2.pmax(less(middle, times(v128.load64_splat(shape + 8), mx)), splat(SHORTEST_MEAN))
}

/** Survival of the last two groups together into the open one. */
function oldest(mx: f64, survivors: f64, lived: f64, before: f64): f64 {
  const open = lived + (mx > 0 ? survivors / mx : Infinity)
  if (!(open < Infinity)) return 1
  return open + before > 0 ? open / (open + before) : 0
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

/** a_1, the same of ages 1-4: Preston, Heuveline and Guillot (2001), table 3.3. */
function a1Of(m0: f64, male: bool): f64 {
  if (m0 >= 0.107) return male ? 1.352 : 1.361
  return male ? 1.651 - 2.816 * m0 : 1.522 - 1.518 * m0
}

function lane(pair: v128, which: i32): f64 {
  return which === 0 ? f64x2.extract_lane(pair, 0) : f64x2.extract_lane(pair, 1)
}

function pair(first: f64, second: f64): v128 {
  return f64x2.replace_lane(splat(first), 1, second)
}
