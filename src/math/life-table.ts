/**
 * From death rates to the shares who survive a step of the projection.
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 3; a_0 after Andreev and Kingkade (2015),
 * Demographic Research 33; a_1 of ages 1-4 from table 3.3 of the former; groups of several years from 15 on after
 * Greville, as United Nations (1982), Model Life Tables, p. 31, and MORTPAK have it (death-ages.ts). Only + - * / are
 * used here, so that every machine gives the same bits.
 */
import { type DeathAges, middlesOf, SHORTEST_MEAN } from './death-ages.js'

/** a_0: mean person-years lived in the first year of life by those who die in it. m0: death rate of age 0, per year. */
export function a0Of(m0: number, male: boolean): number {
  if (male) {
    if (m0 < 0.023) return 0.14929 - 1.99545 * m0
    return m0 < 0.08307 ? 0.02832 + 3.26021 * m0 : 0.29915
  }
  if (m0 < 0.01724) return 0.14903 - 2.05527 * m0
  return m0 < 0.06891 ? 0.04667 + 3.88089 * m0 : 0.31411
}

/** a_0 of Coale and Demeny's West tables (1983), as Preston, Heuveline and Guillot (2001) print it in table 3.3. */
export function coaleDemenyA0(m0: number, male: boolean): number {
  if (m0 >= 0.107) return male ? 0.33 : 0.35
  return male ? 0.045 + 2.684 * m0 : 0.053 + 2.8 * m0
}

/** a_1: mean person-years lived in ages 1-4 by those who die in them. m0: death rate of age 0, per year. */
function a1Of(m0: number, male: boolean): number {
  if (m0 >= 0.107) return male ? 1.352 : 1.361
  return male ? 1.651 - 2.816 * m0 : 1.522 - 1.518 * m0
}

/** a_x: mean years lived in an age (its index) by those who die in it; `middle` as middlesOf gives it. */
export function meanLived(
  x: number,
  mx: ArrayLike<number>,
  middle: number,
  { widths, bends }: DeathAges,
  male: boolean,
): number {
  if (x === 0 && widths[0] === 1) return a0Of(mx[0], male)
  if (x === 1 && widths[1] === 4) return a1Of(mx[0], male)
  const a = middle - bends[x] * mx[x]
  return bends[x] > 0 && a < SHORTEST_MEAN ? SHORTEST_MEAN : a
}

/**
 * Survival of a life table.
 *
 * mx        deaths per person-year by the ages of `ages`; the last is open
 * middles   a_x of each age as far as it does not depend on the level of mx (middlesOf), years
 * step      years of a step, and of a group of people
 * survival  written, one for each group of people: [0] birth to the end of the step; [x] from group x-1 to x; the
 *           last from the last two groups together into the open one (T_n / T_{n-1})
 * returns   life expectancy at birth, years
 */
export function lifeTable(
  mx: ArrayLike<number>,
  middles: ArrayLike<number>,
  ages: DeathAges,
  step: number,
  male: boolean,
  survival: Float64Array,
): number {
  const { widths, ends } = ages
  const last = widths.length - 1
  let survivors = 1
  let before = step
  let lived = 0
  let total = 0
  let group = 0
  for (let x = 0; x < last; x++) {
    const width = widths[x]
    const a = meanLived(x, mx, middles[x], ages, male)
    const q = (width * mx[x]) / (1 + (width - a) * mx[x])
    const deaths = survivors * (q < 1 ? q : 1)
    const personYears = width * (survivors - deaths) + a * deaths
    survivors -= deaths
    total += personYears
    lived += personYears
    if (ends[x] === 0) continue
    survival[group++] = before > 0 ? lived / before : 0
    before = lived
    lived = 0
  }
  const oldest = mx[last] > 0 ? survivors / mx[last] : Number.POSITIVE_INFINITY
  const open = lived + oldest
  survival[group] = Number.isFinite(open) ? (open + before > 0 ? open / (open + before) : 0) : 1
  return total + oldest
}

/** The same of one table at its own level. */
export function lifeTableOf(
  mx: ArrayLike<number>,
  ages: DeathAges,
  step: number,
  male: boolean,
  survival: Float64Array,
): number {
  return lifeTable(mx, middlesOf(Float64Array.from(mx), ages, 1), ages, step, male, survival)
}
