import { describe, expect, it } from 'vitest'
import { inTurn } from '../../bench/rounds.js'
import { noiseOf, nullControl, ratios, spreadOf } from '../../bench/statistics.js'

describe('a spread', () => {
  it('has the middle of an odd count and the mean of the two middle ones of an even count', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 })
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, low: 1, high: 4 })
  })

  it('leaves the values in their order', () => {
    const values = [3, 1, 2]
    spreadOf(values)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('twins', () => {
  const twins = { first: [10, 20, 40], second: [10, 25, 32] }

  it('are held against each other round by round', () => {
    expect(nullControl(twins)).toEqual({ median: 1, low: 0.8, high: 1.25 })
  })

  it('stray as far as the farther end of their null control', () => {
    expect(noiseOf({ median: 1, low: 0.8, high: 1.25 })).toBeCloseTo(0.25, 12)
    expect(noiseOf({ median: 1, low: 0.7, high: 1.25 })).toBeCloseTo(0.3, 12)
  })

  it('meet another contestant first with first and second with second', () => {
    const other = { first: [5, 10, 10], second: [2, 5, 8] }
    expect(ratios(twins, other)).toEqual([2, 2, 4, 5, 5, 4])
  })
})

it('measures everyone twice a round, and moves on who begins', async () => {
  const order: string[] = []
  const measure = (name: string, twin: number) => {
    order.push(`${name}${twin}`)
    return order.length
  }
  const taken = await inTurn(['a', 'b'], { rounds: 2, measure })
  expect(order).toEqual(['a0', 'a1', 'b0', 'b1', 'b0', 'b1', 'a0', 'a1'])
  expect(taken.get('a')).toEqual({ first: [1, 7], second: [2, 8] })
})
