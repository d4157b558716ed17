/**
 * How far points are from filling the unit cube evenly: the centred L2 discrepancy, less being more even. It looks at the
 * corners nearest to each point and at all projections on fewer inputs.
 *
 * Source: Hickernell (1998), Math. Comput. 67, 299-322; its square, as Fang, Li & Sudjianto (2006), Design and Modeling for
 * Computer Experiments, print it.
 */
import { refuseArgument } from '../../vocabulary/wrong-argument.js'

/** columns: [input][point], from 0 to 1. Time grows with the square of the points. */
export function centredDiscrepancy(columns: readonly ArrayLike<number>[]): number {
  const called = 'centredDiscrepancy'
  const points = columns[0]?.length ?? 0
  if (points === 0)
    refuseArgument(called, 'columns', 'no point', 'a column for each input, with a point or more')
  for (const [input, column] of columns.entries()) {
    if (column.length !== points)
      refuseArgument(called, `columns.${input}`, `${column.length} points`, `${points}, as the first has`)
    const outside = Array.from(column).find((value) => !(value >= 0 && value <= 1))
    if (outside !== undefined)
      refuseArgument(called, `columns.${input}`, String(outside), 'numbers from 0 to 1')
  }
  const off = columns.map((column) => Float64Array.from(column, (value) => Math.abs(value - 0.5)))
  let single = 0
  let pairs = 0
  for (let i = 0; i < points; i++) {
    single += productOver(columns, (input) => 1 + (off[input][i] - off[input][i] ** 2) / 2)
    for (let j = 0; j < points; j++) {
      pairs += productOver(columns, (input) => {
        const apart = Math.abs(columns[input][i] - columns[input][j])
        return 1 + (off[input][i] + off[input][j] - apart) / 2
      })
    }
  }
  return (13 / 12) ** columns.length - (2 * single) / points + pairs / points ** 2
}

function productOver(columns: readonly ArrayLike<number>[], part: (input: number) => number): number {
  let product = 1
  for (let input = 0; input < columns.length; input++) product *= part(input)
  return product
}
