/**
 * Decomposition of an outcome by states of the inputs that lead: means and draws of every kind of futures against
 * SciPy 1.17 (binned_statistic_dd, with the edges of SimDec's Python program but for its shift of 1e-10, by which the first
 * draw of a state falls to the one below), and by hand.
 */
import { describe, expect, it } from 'vitest'
import { decompose, leadingInputs } from '../../../src/analysis/sensitivity/decomposition.js'

const DRAWS = Array.from({ length: 1200 }, (_, at) => at + 1)
const inputs = [37, 91, 353].map((by, at) => ({
  name: 'abc'[at],
  values: Float64Array.from(DRAWS, (draw) => ((draw * by) % 1201) / 1201),
}))
const [a, b, c] = inputs.map(({ values }) => values)
const outcome = a.map((one, draw) => one + 0.5 * b[draw] + one * b[draw] + 0.05 * c[draw])

describe('the decomposition of an outcome', () => {
  it('has the means and draws of SimDec, three states of two inputs', () => {
    const { inputs: by, kinds } = decompose(inputs, outcome, { by: ['a', 'b'] })
    expect(by.map(({ name, states }) => [name, states.length])).toEqual([['a', 3], ['b', 3]])
    expect(kinds.map(({ draws }) => draws)).toEqual([140, 130, 130, 130, 140, 130, 130, 130, 140])
    expect(kinds.map(({ mean }) => Number(mean.toFixed(9)))).toEqual([
      0.316265629, 0.527597523, 0.723434234, 0.700932805, 1.024890807, 1.341361294, 1.099967892, 1.519501065, 1.948158099,
    ])
    expect(kinds[5].states).toEqual([1, 2])
  }) // biome-ignore format: a list of numbers

  it('has two states of three inputs', () => {
    const { kinds } = decompose(inputs, outcome, { by: ['a', 'b', 'c'] })
    expect(kinds.map(({ draws }) => draws)).toEqual([147, 153, 155, 145, 145, 155, 153, 147])
    expect(kinds.map(({ mean }) => Number(mean.toFixed(9)))).toEqual([
      0.450984896, 0.485663912, 0.797248476, 0.840079697, 1.089913743, 1.120998308, 1.680855011, 1.729373371,
    ])
  }) // biome-ignore format: a list of numbers

  it('takes what carries four fifths of the variance, at most three inputs', () => {
    expect(decompose(inputs, outcome).inputs.map(({ name }) => name)).toEqual(['a', 'b'])
    const index = (name: string, value: number) => ({ name, measures: { share: { value, low: 0, high: 1 } } })
    const even = ['a', 'b', 'c', 'd', 'e'].map((name) => index(name, 0.2))
    expect(leadingInputs(even, 'share')).toEqual(['a', 'b', 'c'])
    expect(leadingInputs([index('a', 0.1), index('b', -0.9)], 'share')).toEqual(['b'])
  })

  it('puts every draw into one bar of one kind, and says how much of the variance the kinds carry', () => {
    const { kinds, ends, draws, explained } = decompose(inputs, outcome, { by: ['a'], bars: 7 })
    expect(ends).toHaveLength(8)
    expect(kinds.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0)).toBe(1200)
    expect(draws).toBe(1200)
    // by hand: of an outcome that is the input, thirds of 1 ... 9 have the means 2, 5 and 8, which carry 54 of 60
    const nine = Float64Array.from({ length: 900 }, (_, draw) => 1 + (draw % 9))
    expect(decompose([{ name: 'x', values: nine }], nine, { by: ['x'] }).explained).toBeCloseTo(0.9, 12)
    expect(explained).toBeLessThan(1)
  })

  it('has a state for each value of a choice, equal values in one state, and leaves out draws without a value', () => {
    const way = Float64Array.from(DRAWS, (draw) => 5 * (draw % 2))
    const mostly = Float64Array.from(DRAWS, (draw) => (draw <= 900 ? 0 : draw))
    const some = outcome.map((value, draw) => (draw % 3 === 0 ? Number.NaN : value))
    const columns = [{ name: 'way', values: way }, { name: 'mostly', values: mostly }]
    const found = decompose(columns, some, { by: ['way', 'mostly'] })
    expect(found.inputs[0].states).toEqual([{ low: 0, high: 0 }, { low: 5, high: 5 }])
    // three quarters are 0, where the first third and the second begin
    expect(found.inputs[1].states[0]).toEqual({ low: 0, high: 0 })
    expect([found.draws, found.failed]).toEqual([800, 400])
  }) // biome-ignore format: pairs

  it('refuses inputs that there are not, too many of them, and an outcome that never varies', () => {
    expect(() => decompose(inputs, outcome, { by: ['d'] })).toThrow('Found "d"; expected one of a, b, c.')
    expect(() => decompose(inputs, outcome, { by: [] })).toThrow('Found 0 inputs; expected 1 to 3.')
    expect(() =>
      decompose(
        inputs,
        outcome.map(() => 1),
      ),
    ).toThrow('an outcome that varies')
  })
})
