/** What a policy adds, divided among its levers: an additive game, and one whose two players only work together. */
import { expect, it } from 'vitest'
import { divideAddition } from '../../src/analysis/addition.js'
import { type Coalition, coalitionsOf, drawOrders } from '../../src/analysis/shapley.js'

const AIM = { comparator: 'at_least', threshold: 57, tolerance: 0 } as const
/** Four futures without the levers. */
const WITHOUT = [56, 56.5, 56.9, 57.2]
const game = { players: 3, orders: drawOrders(['jobs', 'hukou', 'parks'], 1, 7) }
const coalitions = coalitionsOf(game)
const joined = (coalition: Coalition, player: number) => coalition[player] === '1'
const divided = (gain: (coalition: Coalition) => number, lost: readonly number[] = []) =>
  divideAddition(game, AIM, coalitions, (coalition) =>
    Float64Array.from(WITHOUT, (value, draw) => (lost.includes(draw) ? Number.NaN : value + gain(coalition))),
  )

it('gives each lever what it brings where nothing depends on the others', () => {
  const gain = (coalition: Coalition) => (joined(coalition, 0) ? 0.25 : 0) + (joined(coalition, 1) ? 0.5 : 0)
  const { draws, total, parts } = divided(gain)
  expect(draws).toBe(4)
  expect(total.mean).toBeCloseTo(0.75, 12)
  // 56.5 and 56.9 pass 57 with 0.75 more
  expect(total.odds).toBe(0.5)
  expect(parts.map(({ mean }) => Number(mean.toFixed(12)))).toEqual([0.25, 0.5, 0])
  expect(parts[1].range80.map((bound) => Number(bound.toFixed(12)))).toEqual([0.5, 0.5])
  expect(parts.reduce((sum, { odds }) => sum + odds, 0)).toBeCloseTo(total.odds, 12)
  expect(parts[2].odds).toBe(0)
})

it('halves what two do only together, as the Shapley value does, by one order and its reverse', () => {
  const { parts } = divided((coalition) => (joined(coalition, 0) && joined(coalition, 2) ? 1 : 0))
  expect(parts.map(({ mean }) => Number(mean.toFixed(12)))).toEqual([0.5, 0, 0.5])
})

it('leaves out futures without a number', () => {
  const { draws, total } = divided((coalition) => (joined(coalition, 0) ? 0.25 : 0), [1, 3])
  expect(draws).toBe(2)
  // 56.9 passes 57, 56 does not
  expect(total.odds).toBe(0.5)
})
