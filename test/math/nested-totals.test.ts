/** Totals of which some lie in others, worked out by hand on three places, two sexes and four ages. */
import { describe, expect, it } from 'vitest'
import { type BoxTotal, unnested } from '../../src/math/margins/nested-totals.js'

const ALL = [
  [0, 1, 2],
  [0, 1],
  [0, 1, 2, 3],
]
interface Some {
  readonly places?: readonly number[]
  readonly sexes?: readonly number[]
  readonly ages?: readonly number[]
}
const box = (total: number, from: number, { places, sexes, ages }: Some = {}): BoxTotal => ({
  axes: [places ?? ALL[0], sexes ?? ALL[1], ages ?? ALL[2]],
  total,
  within: 0.5,
  from,
})
/** What is left of each: its axes where they are not whole, and the total. */
const said = (given: readonly BoxTotal[]) =>
  unnested(given).totals.map(({ axes, total }) => {
    const some = axes.map((own, axis) => (own.length === ALL[axis].length ? '*' : own.join('')))
    return `${some.join(' ')} = ${total}`
  })

describe('totals of which some lie in others', () => {
  it('come to the parts and the rest: 100 of which one place has 30 leaves 70 to the others', () => {
    expect(said([box(100, 0), box(30, 1, { places: [1] })])).toEqual(['02 * * = 70', '1 * * = 30'])
  })

  it('leave a rest along every axis that has parts, and of ages within ages', () => {
    // of 100, 40 are of ages 0-1 and 25 of age 0: 15 are left of age 1 and 60 of 2-3; place 1 has 30, the others 70
    const given = [
      box(100, 0),
      box(30, 1, { places: [1] }),
      box(40, 2, { ages: [0, 1] }),
      box(25, 3, { ages: [0] }),
    ]
    expect(said(given).sort()).toEqual([
      '* * 0 = 25',
      '* * 1 = 15',
      '* * 23 = 60',
      '02 * * = 70',
      '1 * * = 30',
    ])
  })

  it('are told apart to the last cell where every margin is crossed', () => {
    // place 1 has 30, of whom 10 of age 0; all have 100, of whom 25 of age 0: the others 15 of age 0 and 55 beside, so that
    // the 75 of all who are of other ages say nothing of their own
    const given = [
      box(100, 0),
      box(25, 1, { ages: [0] }),
      box(30, 2, { places: [1] }),
      box(10, 3, { places: [1], ages: [0] }),
    ]
    expect(said(given).sort()).toEqual(['02 * 0 = 15', '02 * 123 = 55', '1 * 0 = 10', '1 * 123 = 20'])
  })

  it('are dropped where their parts cover them, and have to be the sum to its rounding', () => {
    const parts = [box(60, 1, { sexes: [0] }), box(41, 2, { sexes: [1] })]
    expect(said([box(100, 0), ...parts])).toEqual(['* 0 * = 60', '* 1 * = 41'])
    expect(unnested([box(102.6, 0), ...parts]).contradictions).toEqual([
      { kind: 'sum', from: 0, part: 1, total: 102.6, sum: 101 },
    ])
  })

  it('contradict each other where parts leave nobody, ages overlap, or one box has two totals', () => {
    const kinds = (given: readonly BoxTotal[]) => unnested(given).contradictions.map(({ kind }) => kind)
    expect(kinds([box(100, 0), box(100, 1, { places: [1] })])).toEqual(['rest'])
    const overlapping = [box(2, 1, { ages: [0, 1] }), box(3, 2, { ages: [1, 2] })]
    expect(kinds([box(9, 0), ...overlapping])).toEqual(['overlap'])
    expect(kinds(overlapping)).toEqual(['overlap'])
    expect(kinds([box(9, 0, { places: [1] }), box(11, 1, { places: [1] })])).toEqual(['twice'])
  })
})
