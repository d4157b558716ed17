import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Coalition, coalitionsOf, drawOrders, shapleyValues } from '../../src/analysis/shapley.js'
import { evenly } from '../setup/evenly.js'

const has = (coalition: Coalition, player: number) => coalition[player] === '1'
const exact = (players: number, worth: (coalition: Coalition) => number) =>
  shapleyValues({ players }, (coalition) => [worth(coalition)]).values.map(([value]) => value)

/** Any game of 1 to 5 players, in which nobody is worth nothing. */
const games = fc.integer({ min: 1, max: 5 }).chain((players) =>
  fc
    .array(evenly(-10, 10), {
      minLength: 2 ** players,
      maxLength: 2 ** players,
    })
    .map((table) => ({ players, worth: (coalition: Coalition) => table[Number.parseInt(coalition, 2)] })),
)

describe('shapleyValues', () => {
  it('gives the owner of the only left glove two thirds (Shapley 1953; Shapley & Shubik 1969)', () => {
    const pair = (c: Coalition) => (has(c, 0) && (has(c, 1) || has(c, 2)) ? 1 : 0)
    const [left, ...right] = exact(3, pair)
    expect(left).toBeCloseTo(2 / 3, 15)
    for (const value of right) expect(value).toBeCloseTo(1 / 6, 15)
  })

  it('has each aircraft pay its part of the runway as far as it needs it (Littlechild & Owen 1973)', () => {
    const needs = [8, 11, 13, 18]
    const cost = (c: Coalition) => Math.max(0, ...needs.filter((_, player) => has(c, player)))
    const paid = exact(4, cost)
    // 8/4; + 3/3; + 2/2; + 5/1
    for (const [player, value] of [2, 3, 4, 9].entries()) expect(paid[player]).toBeCloseTo(value, 12)
  })

  it('gives each player of an additive game their own part', () => {
    const own = [3, -1, 0.5, 0]
    const sum = (c: Coalition) => own.reduce((total, part, player) => total + (has(c, player) ? part : 0), 0)
    for (const [player, value] of exact(4, sum).entries()) expect(value).toBeCloseTo(own[player], 12)
  })

  it('halves what two bring only together', () => {
    expect(exact(2, (c) => (c === '11' ? 1 : 0))).toEqual([0.5, 0.5])
  })

  it('adds up to the whole, over all orders and over those drawn', () => {
    fc.assert(
      fc.property(games, fc.integer({ min: 2, max: 6 }), fc.nat(), ({ players, worth }, pairs, seed) => {
        const whole = worth('1'.repeat(players)) - worth('0'.repeat(players))
        const orders = drawOrders(
          Array.from({ length: players }, (_, at) => `change ${at}`),
          pairs,
          seed,
        )
        for (const game of [{ players }, { players, orders }]) {
          const { values } = shapleyValues(game, (coalition) => [worth(coalition)])
          expect(values.reduce((sum, [value]) => sum + value, 0)).toBeCloseTo(whole, 9)
        }
      }),
    )
  })

  it('treats equals equally', () => {
    fc.assert(
      fc.property(games, ({ players, worth }) => {
        // the first player and one more, who differ in nothing
        const twins = (c: Coalition) =>
          worth(c.slice(0, players)) + worth(`${c[players]}${c.slice(1, players)}`)
        const values = exact(players + 1, twins)
        expect(values[0]).toBeCloseTo(values[players], 9)
      }),
    )
  })

  it('gives nothing to who changes nothing, and takes nothing from the others', () => {
    fc.assert(
      fc.property(games, ({ players, worth }) => {
        const values = exact(players + 1, (c) => worth(c.slice(0, players)))
        expect(values[players]).toBeCloseTo(0, 12)
        exact(players, worth).forEach((value, player) => {
          expect(values[player]).toBeCloseTo(value, 9)
        })
      }),
    )
  })

  it('divides every component by itself', () => {
    const { values } = shapleyValues({ players: 2 }, (c) => [has(c, 0) ? 1 : 0, has(c, 1) ? 2 : 0])
    expect(values.map((value) => [...value])).toEqual([
      [1, 0],
      [0, 2],
    ])
  })
})

describe('orders drawn at random', () => {
  const names = Array.from({ length: 10 }, (_, at) => `change ${at}`)
  // growth upon growth: what a player adds depends on everyone who came before
  const growth = (c: Coalition) =>
    names.reduce((product, _, player) => product * (has(c, player) ? 1.1 + player / 10 : 1), 1)

  it('come in pairs, an order and its reverse, of every player once', () => {
    const orders = drawOrders(names, 3, 0)
    expect(orders).toHaveLength(6)
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual(names.map((_, at) => at))
    expect(orders[1]).toEqual([...orders[0]].reverse())
  })

  it('leave the places of others as they were when one is added', () => {
    const without = drawOrders(names.slice(0, 9), 4, 7)
    const withIt = drawOrders(names, 4, 7).map((order) => order.filter((player) => player < 9))
    expect(withIt).toEqual(without)
  })

  it('hold the exact value within their standard errors', () => {
    const truth = exact(names.length, growth)
    const misses = Array.from({ length: 20 }, (_, seed) => {
      const game = { players: names.length, orders: drawOrders(names, 100, seed) }
      const { values, errors } = shapleyValues(game, (c) => [growth(c)])
      return values.map(([value], player) => (value - truth[player]) / errors![player][0])
    }).flat()
    const rms = Math.sqrt(misses.reduce((sum, miss) => sum + miss ** 2, 0) / misses.length)
    expect(rms).toBeGreaterThan(0.8)
    expect(rms).toBeLessThan(1.2)
  })

  it('ask for few coalitions where there are many players', () => {
    const orders = drawOrders(names, 5, 0)
    expect(coalitionsOf({ players: 10, orders }).length).toBeLessThanOrEqual(2 + 10 * 9)
    expect(coalitionsOf({ players: 3 })).toHaveLength(8)
    expect(coalitionsOf({ players: 3 }).slice(0, 2)).toEqual(['000', '100'])
  })
})
