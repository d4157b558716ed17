/** Whether birth rates are those of women: the children of a lifetime that each row of fertility.csv comes to. */
import type { AgeColumn } from '../ages.js'
import type { Reader } from '../reading/cells.js'
import { numberOf } from '../reading/number-ranges.js'
import { tidy } from '../schedules.js'

/** Children of a woman: no population has had fewer or more; outside the second pair it is told, and may be meant. */
const [FEWEST, MOST] = [0.3, 10]
const [FEW, MANY] = [0.5, 9]
/** Ages at which no woman bears, or nearly none. */
const [YOUNGEST, OLDEST] = [10, 60]
/** Shares by age are printed to three digits or more. */
const ONE = 0.0005

/**
 * Report the rows that no women bear by, and warn of those that few do; a row of noughts may be meant. Rows are taken for
 * shares where all of them add up to one: a single one among others is a woman's one child.
 */
export function checkTotalFertility(reader: Reader, ages: readonly AgeColumn[], width: number): void {
  const columns = ages.map(({ column, age }) => ({
    column,
    from: age * width,
    index: reader.table.columns.get(column)!,
  }))
  const ratesOf = ({ cells }: { readonly cells: readonly string[] }) =>
    columns.map(({ index }) => numberOf(cells[index]))
  const areShares = reader.table.rows.every((row) => addsUpToOne(ratesOf(row)))
  for (const row of reader.table.rows) {
    const rates = ratesOf(row)
    if (!rates.every((rate) => rate >= 0 && rate <= 1)) continue
    const odd = columns.find(
      ({ column, from }, at) =>
        rates[at] > 0 && (from >= OLDEST || (from + width <= YOUNGEST && !column.endsWith('+'))),
    )
    if (odd) {
      const found = `births to women of ${odd.column}`
      const expected = `births from ${YOUNGEST} to ${OLDEST - 1} only`
      reader.report(row, odd.column, 'births-at-age', found, expected, 'Is a column named by the wrong age?')
    }
    const sum = sumOf(rates)
    const children = sum * width
    if (sum === 0) continue
    const at = columns[0].column
    const said = `${Number(children.toPrecision(3))} children in a woman's life`
    if (children < FEWEST || children > MOST) {
      const hint = scaleHint(children, width)
      reader.report(row, at, 'fertility-impossible', said, `${FEWEST} to ${MOST}`, hint)
    } else if (areShares) {
      const hint =
        'If these are shares by age (PASFR), multiply them by total fertility and divide by age_width.'
      const found = `birth rates that add up to ${tidy(sum)}, as shares by age do`
      reader.warn(row, at, 'fertility-of-shares', found, 'births per woman-year', hint)
    } else if (children < FEW || children > MANY) {
      reader.warn(
        row,
        at,
        'fertility-unusual',
        said,
        `${FEW} to ${MANY} in most populations`,
        scaleHint(children, width),
      )
    }
  }
}

/** Of a row of noughts as well, which says nothing. */
function addsUpToOne(rates: readonly number[]): boolean {
  const sum = sumOf(rates)
  return sum === 0 || Math.abs(sum - 1) <= ONE
}

const sumOf = (rates: readonly number[]) => rates.reduce((total, rate) => total + rate, 0)

/** What the rates would be of, where another size makes a usual number of children. */
function scaleHint(children: number, width: number): string | undefined {
  const usual = (value: number) => value >= 0.8 && value <= 8
  const ofStep = children / width
  if (width > 1 && usual(ofStep))
    return `If these are births of ${width} years, divide by ${width}: ${Number(ofStep.toPrecision(3))} children.`
  const times = [10, 100, 1000].find((factor) => usual(children * factor))
  return times === undefined
    ? undefined
    : `With every rate times ${times} it would be ${Number((children * times).toPrecision(3))}.`
}
