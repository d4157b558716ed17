/**
 * A life table with all its columns, as a demographer prints it. What the model takes from a table is in life-table.ts;
 * both choose a_x by `meanLived`, so that they are one table.
 *
 * Source: Preston, Heuveline and Guillot (2001), Demography, ch. 3.
 */
import { type DeathAges, middlesOf, startsOf } from './death-ages.js'
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
 * mx         deaths per person-year by the ages of `ages`; where nobody dies in the open age, nobody's life there ends
 * firstYear  a_0 of a first age of one year, in place of that of meanLived
 */
export function lifeTableColumns(
  mx: ArrayLike<number>,
  ages: DeathAges,
  male: boolean,
  firstYear?: number,
): LifeTableColumns {
  const { widths } = ages
  const last = widths.length - 1
  const rates = Float64Array.from(mx)
  const middles = middlesOf(rates, ages, 1)
  const survivors = new Float64Array(widths.length)
  const personYears = new Float64Array(widths.length)
  survivors[0] = 1
  for (let x = 0; x < last; x++) {
    const width = widths[x]
    const own = x === 0 && width === 1 ? firstYear : undefined
    const a = own ?? meanLived(x, rates, middles[x], ages, male)
    const q = (width * rates[x]) / (1 + (width - a) * rates[x])
    const deaths = survivors[x] * (q < 1 ? q : 1)
    survivors[x + 1] = survivors[x] - deaths
    personYears[x] = width * survivors[x + 1] + a * deaths
  }
  personYears[last] = rates[last] > 0 ? survivors[last] / rates[last] : Number.POSITIVE_INFINITY
  return columnsOf(survivors, personYears, ages)
}

/** Those of both sexes of whom the share `males` is male at birth, as one table. */
export function bothSexes(
  males: number,
  ofMales: LifeTableColumns,
  ofFemales: LifeTableColumns,
  ages: DeathAges,
): LifeTableColumns {
  const mean = (column: 'survivors' | 'personYears') =>
    ofMales[column].map((of, x) => males * of + (1 - males) * ofFemales[column][x])
  return columnsOf(mean('survivors'), mean('personYears'), ages)
}

/** All columns, from those that the others follow from. */
function columnsOf(survivors: Float64Array, personYears: Float64Array, ages: DeathAges): LifeTableColumns {
  const { widths } = ages
  const last = widths.length - 1
  const [above, ex] = [personYears.slice(), widths.slice()]
  const deaths = survivors.map((alive, x) => (x < last ? alive - survivors[x + 1] : alive))
  for (let x = last - 1; x >= 0; x--) above[x] += above[x + 1]
  for (let x = 0; x <= last; x++) ex[x] = survivors[x] > 0 ? above[x] / survivors[x] : 0
  const ofThose = (x: number) => (x < last ? widths[x] * survivors[x + 1] : 0)
  return {
    ages: Float64Array.from(startsOf(ages)),
    mx: deaths.map((dying, x) => (personYears[x] > 0 ? dying / personYears[x] : 0)),
    ax: deaths.map((dying, x) => (dying > 0 ? (personYears[x] - ofThose(x)) / dying : widths[x] / 2)),
    qx: deaths.map((dying, x) => (survivors[x] > 0 ? dying / survivors[x] : 1)),
    survivors,
    deaths,
    personYears,
    personYearsAbove: above,
    ex,
  }
}
