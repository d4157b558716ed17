/** Whether death rates are those of people: the life expectancy at birth that each row of mortality.csv comes to. */
import type { DeathAges } from '../../math/death-ages.js'
import { lifeTableOf } from '../../math/life-table.js'
import type { AgeColumn } from '../ages.js'
import type { Reader } from '../reading/cells.js'
import { type NumberRange, numberOf } from '../reading/number-ranges.js'

/** Years: bounds wide enough for a famine and a far projection, not for rates a tenth of what they should be. */
const SHORTEST = 15
const LONGEST = 105
/** Factors by which rates may be wrong, and the life expectancy that shows which. */
const SCALES = [1000, 100, 10, 0.1, 0.01, 0.001]
const USUAL = 70

export interface Lifetime {
  /** Years from the numbers of a row, in the order of its age columns. */
  readonly of: (numbers: readonly number[], male: boolean) => number
  /** Whether the numbers may be too large or too small by a factor, as rates may and shares may not. */
  readonly scales: boolean
}

/** Report the first row that comes to an impossible life expectancy; cells that are no numbers are reported elsewhere. */
export function checkLifeExpectancy(
  reader: Reader,
  ages: readonly AgeColumn[],
  { low, high }: NumberRange,
  lifetime: Lifetime,
): void {
  const indices = ages.map(({ column }) => reader.table.columns.get(column)!)
  const impossible = reader.table.rows.flatMap((row) => {
    const numbers = indices.map((index) => numberOf(row.cells[index]))
    if (!numbers.every((number) => number >= low && number <= high)) return []
    const male = reader.text(row, 'sex') === 'male'
    const years = lifetime.of(numbers, male)
    return years >= SHORTEST && years <= LONGEST ? [] : [{ row, numbers, male, years }]
  })
  if (impossible.length === 0) return
  const [{ row, numbers, male, years }, ...others] = impossible
  const rows = `${others.length} more ${others.length === 1 ? 'row' : 'rows'}`
  const such = others.length > 0 ? ` (and the like in ${rows})` : ''
  const found = `a life expectancy at birth of ${years < 1000 ? years.toFixed(1) : 'more than 1000'} years${such}`
  const hint = lifetime.scales ? scaleHint(numbers, male, lifetime) : undefined
  reader.report(row, ages[0].column, 'life-impossible', found, `${SHORTEST} to ${LONGEST} years`, hint)
}

/** The power of ten that brings rates nearest to a usual life. */
function scaleHint(numbers: readonly number[], male: boolean, { of }: Lifetime): string | undefined {
  const tried = SCALES.map((times) => {
    const scaled = numbers.map((number) => number * times)
    return { times, years: of(scaled, male) }
  })
  const [best] = tried.sort((a, b) => Math.abs(a.years - USUAL) - Math.abs(b.years - USUAL))
  if (best.years < SHORTEST || best.years > LONGEST) return undefined
  return `With every rate times ${best.times} it would be ${best.years.toFixed(0)} years.`
}

/** Of death rates by the ages of the people, or by finer ones. */
export function lifetimeOfRates(ages: DeathAges, width: number, groups: number): Lifetime {
  const survival = new Float64Array(groups)
  return {
    of: (rates, male) => lifeTableOf(rates, ages, width, male, survival),
    scales: true,
  }
}

/** Of shares who survive into each group, the last from the last two groups together. */
export function lifetimeOfShares(width: number): Lifetime {
  return {
    of: (shares) => {
      let survivors = width
      let total = 0
      for (const share of shares.slice(0, -1)) {
        survivors *= share
        total += survivors
      }
      const open = shares[shares.length - 1]
      return total + (survivors * open) / (1 - open)
    },
    scales: false,
  }
}
