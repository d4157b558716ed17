/**
 * A peeling trajectory step by step, with a tie.
 *
 * The right boxes are those of an independent program (Python, exact fractions) with the rules of the published ones:
 * a slice ends at the quantile between two values, of equal values all go; what gains most density for each draw lost is
 * taken, and of equals what leaves fewer inputs limited. A published trajectory: test/published/peeling-trajectory.test.ts.
 */
import { expect, it } from 'vitest'
import type { Limit } from '../../../src/analysis/discovery/box.js'
import { peel } from '../../../src/analysis/discovery/prim.js'

/** 32 draws of a, b and c, and whether they are of interest. */
const DRAWS = [
  [15, 15, 15, 0], [7, 6, 16, 1], [6, 4, 15, 0], [10, 5, 3, 1], [2, 13, 15, 0], [6, 1, 3, 1], [2, 2, 7, 0],
  [8, 1, 15, 0], [11, 15, 7, 1], [8, 10, 16, 0], [1, 3, 15, 0], [9, 14, 3, 0], [9, 11, 8, 0], [10, 1, 3, 1],
  [4, 13, 4, 0], [10, 13, 3, 0], [1, 1, 7, 0], [7, 2, 16, 0], [13, 13, 14, 0], [3, 7, 9, 0], [11, 3, 10, 1],
  [11, 1, 14, 1], [4, 5, 8, 0], [4, 1, 2, 0], [15, 16, 6, 0], [7, 15, 7, 0], [5, 14, 13, 0], [4, 13, 14, 1],
  [7, 1, 9, 1], [10, 1, 7, 1], [6, 13, 4, 0], [2, 5, 7, 0],
] // biome-ignore format: rows of a table

const inputs = ['a', 'b', 'c'].map((name, column) => ({
  name,
  values: Float64Array.from(DRAWS, (row) => row[column]),
}))
const group = Uint8Array.from(DRAWS, (row) => row[3])

/** `8 5 a 6.5-12 c 5-15.5`: draws, hits, and limits in the order of the inputs. */
const told = (ties: 'fewer' | 'more') =>
  peel(inputs, group, { slice: 0.1, mass: 0.15, ties }).map(({ draws, hits, limits }) => {
    const sides = ({ name, above, below }: Limit) => ` ${name} ${above ?? ''}-${below ?? ''}`
    const byName = [...limits].sort((one, other) => one.name.localeCompare(other.name))
    return `${draws} ${hits}${byName.map(sides).join('')}`
  })

const BEFORE = [
  '32 10',
  '27 10 a 2.5-',
  '24 10 a 2.5-12',
  '19 9 a 4.5-12',
  '15 8 a 6.5-12',
  '12 7 a 6.5-12 c -15.5',
  '8 5 a 6.5-12 c 5-15.5',
  '7 5 a 6.5-12 c 5-14.5',
]

it('takes the box that an independent program takes at every step, and of equal gains the one with fewer limits', () => {
  expect(told('fewer')).toEqual([...BEFORE, '5 4 a 8-12 c 5-14.5'])
})

// by hand: two of the last 7 draws, one of them a hit, go at either place: from 5 of 7 to 4 of 5
it('takes the other of the two where more limits are asked for', () => {
  expect(told('more')).toEqual([...BEFORE, '5 4 a 6.5-12 b -13 c 5-14.5'])
})
