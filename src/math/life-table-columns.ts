/**
 * A life table with all its columns, as a demographer prints it. What the model takes from a table is in life-table.ts;
 * both choose a_x by `meanLived`, so that they are one table.
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 3.
 */
import { type DeathAges, middlesOf } from './death-ages.js'
import { meanLived } from './life-table.js'

/** By age of the rates, the last one open; survivors of 1 born. */
export interface LifeTableColumns {
  /** First age of each row, completed years. */
  readonly ages: Float64Array
  /** Deaths per person-year. */
  readonly mx: Float64Array
  /** Mean years lived in the age by those who die in it. */
  readonly ax: Float64Array
  /** Share of those who reach the age who die in it; 1 in the open one. */
  readonly qx: Float64Array
  readonly survivors: Float64Array
  readonly deaths: Float64Array
  readonly personYears: Float64Array
  /** Person-years lived at this age and above. */
  readonly personYearsAbove: Float64Array
  /** Years that those who reach the age live on, on average. */
  readonly ex: Float64Array
}

/**
 * mx     deaths per person-year by the ages of `ages`; where nobody dies in the open age, nobody's life there ends
 * males  share of males among those born: whose a_0 and a_1 it has, of both sexes their mean
 */
export function lifeTableColumns(mx: ArrayLike<number>, ages: DeathAges, males: number): LifeTableColumns {
  const { widths } = ages
  const count = widths.length
  const last = count - 1
  const rates = Float64Array.from(mx)
  const middles = middlesOf(rates, ages, 1)
  const column = () => new Float64Array(count)
  const [starts, ax, qx, survivors, deaths] = [column(), column(), column(), column(), column()]
  const [personYears, personYearsAbove, ex] = [column(), column(), column()]
  survivors[0] = 1
  for (let x = 0; x < last; x++) {
    const width = widths[x]
    starts[x + 1] = starts[x] + width
    const [ofMales, ofFemales] = [true, false].map((male) => meanLived(x, rates, middles[x], ages, male))
    ax[x] = males * ofMales + (1 - males) * ofFemales
    const q = (width * rates[x]) / (1 + (width - ax[x]) * rates[x])
    qx[x] = q < 1 ? q : 1
    deaths[x] = survivors[x] * qx[x]
    survivors[x + 1] = survivors[x] - deaths[x]
    personYears[x] = width * survivors[x + 1] + ax[x] * deaths[x]
  }
  qx[last] = 1
  deaths[last] = survivors[last]
  ax[last] = rates[last] > 0 ? 1 / rates[last] : Number.POSITIVE_INFINITY
  personYears[last] = rates[last] > 0 ? survivors[last] / rates[last] : Number.POSITIVE_INFINITY
  for (let x = last; x >= 0; x--) {
    personYearsAbove[x] = personYears[x] + (x < last ? personYearsAbove[x + 1] : 0)
    ex[x] = survivors[x] > 0 ? personYearsAbove[x] / survivors[x] : 0
  }
  return { ages: starts, mx: rates, ax, qx, survivors, deaths, personYears, personYearsAbove, ex }
}
