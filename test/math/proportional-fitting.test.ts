/** Iterative proportional fitting and tables made whole, against tables that can be worked out by hand. */
import { describe, expect, it } from 'vitest'
import { fitProportionally } from '../../src/math/proportional-fitting.js'
import { wholeTable } from '../../src/math/whole-table.js'

/** Margins of a 2 x 2 x 2 table by its axes: cell = 4 a + 2 b + c. */
const axis = (bit: number, totals: readonly number[]) => ({
  groupOf: Array.from({ length: 8 }, (_, cell) => (cell >> bit) & 1),
  totals,
})

describe('a table at its margins', () => {
  it('is the product of the margins where the pattern is independent: 100 x 0.3 x 0.6 x 0.8 and so on', () => {
    const { cells, misfits } = fitProportionally(new Array(8).fill(1), [
      axis(2, [30, 70]),
      axis(1, [60, 40]),
      axis(0, [80, 20]),
    ])
    const expected = [14.4, 3.6, 9.6, 2.4, 33.6, 8.4, 22.4, 5.6]
    for (const [k, cell] of cells.entries()) expect(cell).toBeCloseTo(expected[k], 9)
    expect(misfits).toEqual([])
  })

  it('keeps the odds ratio of the pattern: 2 x 2 with ratio 4 and margins of one half is 1/3, 1/6, 1/6, 1/3', () => {
    // by hand: with b = c = 1/2 - a and d = a the ratio a d / (b c) is (a / (1/2 - a)) squared, and 4 where a = 1/3
    const margins = [
      { groupOf: [0, 0, 1, 1], totals: [0.5, 0.5] },
      { groupOf: [0, 1, 0, 1], totals: [0.5, 0.5] },
    ]
    const { cells } = fitProportionally([4, 1, 1, 1], margins)
    expect(cells[0]).toBeCloseTo(1 / 3, 8)
    expect(cells[1]).toBeCloseTo(1 / 6, 8)
    expect((cells[0] * cells[3]) / (cells[1] * cells[2])).toBeCloseTo(4, 8)
  })

  it('is the pattern where its own margins are asked for, in one round', () => {
    const pattern = [1, 2, 3, 4, 5, 6, 7, 8]
    const { cells, rounds } = fitProportionally(pattern, [
      axis(2, [10, 26]),
      axis(1, [14, 22]),
      axis(0, [16, 20]),
    ])
    expect(rounds).toBe(1)
    for (const [k, cell] of cells.entries()) expect(cell).toBeCloseTo(pattern[k], 12)
  })

  it('names totals that contradict each other, and those in which the pattern has nobody', () => {
    const contradicted = fitProportionally(
      [1, 1, 1, 1],
      [
        { groupOf: [0, 0, 1, 1], totals: [3, 7] },
        { groupOf: [0, 1, 0, 1], totals: [6, 6] },
      ],
    )
    expect(contradicted.misfits.map(({ margin }) => margin)).toEqual([0, 0])
    const empty = fitProportionally([0, 0, 1, 1], [{ groupOf: [0, 0, 1, 1], totals: [3, 7] }])
    expect(empty.misfits).toEqual([{ margin: 0, group: 0, total: 3, sum: 0 }])
  })
})

it.each([
  [[-1, 1], [0, 0], [1], 'fitProportionally  pattern\n  Found -1; expected a number of 0 or more.'],
  [
    [1, 1],
    [0],
    [1],
    'fitProportionally  margins[0].groupOf\n  Found 1 groups; expected 2, one for each cell.',
  ],
  [
    [1, 1],
    [0, 1],
    [1],
    'fitProportionally  margins[0].groupOf\n  Found 1; expected an index of its 1 totals, or one below 0.',
  ],
  [
    [1, 1],
    [0, 0],
    [Number.NaN],
    'fitProportionally  margins[0].totals\n  Found NaN; expected a number of 0 or more.',
  ],
])('%j with the groups %j and totals %j is refused', (pattern, groupOf, totals, text) => {
  expect(() => fitProportionally(pattern, [{ groupOf, totals }])).toThrow(`${text}  [argument-wrong]`)
})

describe('a table made whole', () => {
  const sums = (table: readonly (readonly number[])[]) => ({
    rows: table.map((row) => row.reduce((a, b) => a + b, 0)),
    columns: table[0].map((_, c) => table.reduce((sum, row) => sum + row[c], 0)),
  })

  it('has its sums, and each cell next to the exact one', () => {
    const exact = [
      [0.5, 0.5, 1],
      [0.5, 1.25, 0.25],
      [1, 0.25, 0.75],
    ]
    const whole = wholeTable(exact, [2, 2, 2], [2, 2, 2])
    expect(sums(whole)).toEqual({ rows: [2, 2, 2], columns: [2, 2, 2] })
    for (const [r, row] of whole.entries())
      for (const [c, cell] of row.entries()) expect(Math.abs(cell - exact[r][c])).toBeLessThan(1)
  })

  it('goes round a cell that was taken: the larger rests of both rows lie in the one column of one', () => {
    // floors are nought; row 0 takes column 0 first, row 1 has nothing but column 0
    const whole = wholeTable([[0.6, 0.4], [0.4, 0.6]], [1, 1], [1, 1]) // biome-ignore format: a table
    expect(sums(whole)).toEqual({ rows: [1, 1], columns: [1, 1] })
    expect(wholeTable([[0.5, 0.5], [0.5, 0]], [1, 0.5].map(Math.ceil), [1, 1])).toEqual([[0, 1], [1, 0]]) // biome-ignore format: tables
  })

  it('says where there is none', () => {
    expect(() => wholeTable([[0, 1], [0, 1]], [1, 1], [1, 1])).toThrow('row 0 of a table adds up to 0.5 and not to 1') // biome-ignore format: a table
  })
})
