/**
 * Controlled rounding: a table of whole numbers with given sums of rows and columns, each cell one of the two whole numbers
 * about the exact one (Cox and Ernst 1982, INFOR 20). What floors leave over is a flow from rows to columns, which augmenting
 * paths make whole (Ford and Fulkerson 1956).
 */
import { fitProportionally } from './proportional-fitting.js'

/** Fractions nearer to a whole number than this are rounding of the arithmetic. */
const ROUNDING = 1e-7

/**
 * exact    cells [row][column], none negative, about what they should be
 * rows     whole sums of the rows
 * columns  whole sums of the columns; together as much as the rows
 *
 * Throws RangeError where cells of nought leave no table with these sums.
 */
export function wholeTable(
  exact: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): number[][] {
  const scaled = scaledTo(exact, rows, columns)
  const whole = scaled.map((row) => row.map((cell) => Math.floor(cell + ROUNDING)))
  const rest = scaled.map((row, r) => row.map((cell, c) => Math.max(0, cell - whole[r][c])))
  const lacking = rows.map((total, r) => total - whole[r].reduce((sum, cell) => sum + cell, 0))
  const open = columns.map((total, c) => total - whole.reduce((sum, row) => sum + row[c], 0))
  // columns of a row, those with the larger rest first; those without one only where there is no other way
  const columnsOf = (least: number) =>
    rest.map((row, r) =>
      row
        .map((_, c) => c)
        .filter((c) => row[c] > ROUNDING || (least === 0 && scaled[r][c] > 0))
        .sort((a, b) => row[b] - row[a] || a - b),
    )
  const orders = [columnsOf(ROUNDING), columnsOf(0)]
  const taken = scaled.map((row) => row.map(() => false))
  lacking.forEach((count, r) => {
    for (let k = 0; k < count; k++)
      if (!orders.some((order) => placeOne(r, { order, taken, open, seen: new Set() })))
        throw new RangeError(`row ${r} cannot be made whole within its columns`)
  })
  return whole.map((row, r) => row.map((cell, c) => cell + Number(taken[r][c])))
}

interface Search {
  readonly order: readonly (readonly number[])[]
  readonly taken: readonly boolean[][]
  readonly open: number[]
  /** Columns that this search has been at. */
  readonly seen: Set<number>
}

/** One more in a row: in a column that is open, or in one whose taker in another row can go elsewhere. */
function placeOne(row: number, search: Search): boolean {
  const { order, taken, open, seen } = search
  for (const column of order[row]) {
    if (taken[row][column] || seen.has(column)) continue
    seen.add(column)
    const other =
      open[column] > 0 ? -1 : taken.findIndex((one, r) => one[column] && r !== row && placeOne(r, search))
    if (open[column] <= 0 && other < 0) continue
    if (other < 0) open[column]--
    else taken[other][column] = false
    taken[row][column] = true
    return true
  }
  return false
}

/** The exact table at the whole sums, which rounding of these may have moved a little. */
function scaledTo(
  exact: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): number[][] {
  const width = columns.length
  const cells = exact.flat()
  const { cells: fitted, misfits } = fitProportionally(
    cells,
    [
      { groupOf: cells.map((_, k) => Math.floor(k / width)), totals: rows },
      { groupOf: cells.map((_, k) => k % width), totals: columns },
    ],
    { within: 1e-10, rounds: 500 },
  )
  // half a person is made whole with the rest; more is a contradiction
  const misfit = misfits.find(({ sum, total }) => Math.abs(sum - total) >= 0.5)
  if (misfit) {
    const what = `${['row', 'column'][misfit.margin]} ${misfit.group}`
    throw new RangeError(`${what} of a table adds up to ${misfit.sum} and not to ${misfit.total}`)
  }
  return exact.map((row, r) => row.map((_, c) => fitted[r * width + c]))
}
