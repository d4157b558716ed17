/**
 * From death rates to the shares who survive a step of the projection.
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 3; a_0 after Andreev and Kingkade (2015),
 * Demographic Research 33. Only + - * / are used, so that every machine gives the same bits.
 */

/** a_0: mean person-years lived in the first year of life by those who die in it. m0: death rate of age 0, per year. */
export function a0Of(m0: number, male: boolean): number {
  if (male) {
    if (m0 < 0.023) return 0.14929 - 1.99545 * m0
    return m0 < 0.08307 ? 0.02832 + 3.26021 * m0 : 0.29915
  }
  if (m0 < 0.01724) return 0.14903 - 2.05527 * m0
  return m0 < 0.06891 ? 0.04667 + 3.88089 * m0 : 0.31411
}

/**
 * Survival of a life table.
 *
 * mx        deaths per person-year by age group; the last group is open
 * width     years of a group and of a step: 1, or 5 with deaths in mid-group
 * survival  written, as long as mx: [0] birth to the end of the step; [x] from group x-1 to x; the last from the
 *           last two groups together into the open one (T_n / T_{n-1})
 * returns   life expectancy at birth, years
 */
export function lifeTable(
  mx: ArrayLike<number>,
  width: number,
  male: boolean,
  survival: Float64Array,
): number {
  const last = mx.length - 1
  let survivors = 1
  let personYearsBefore = width
  let total = 0
  for (let x = 0; x < last; x++) {
    const a = x === 0 && width === 1 ? a0Of(mx[0], male) : width / 2
    const q = (width * mx[x]) / (1 + (width - a) * mx[x])
    const deaths = survivors * (q < 1 ? q : 1)
    const personYears = width * (survivors - deaths) + a * deaths
    survival[x] = personYearsBefore > 0 ? personYears / personYearsBefore : 0
    personYearsBefore = personYears
    total += personYears
    survivors -= deaths
  }
  const open = mx[last] > 0 ? survivors / mx[last] : Number.POSITIVE_INFINITY
  survival[last] = Number.isFinite(open)
    ? open + personYearsBefore > 0
      ? open / (open + personYearsBefore)
      : 0
    : 1
  return total + open
}
