/** Flows among the places of several provinces: classes of origin are kept, and a sample of places stands for all. */
import { expect, it } from 'vitest'
import { nationFlows } from '../../src/census/nation-flows.js'

const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0)

// provinces {0, 1} and {2}; by hand: 30 of 0 live in other provinces, which can only be 2
it('brings people to other provinces as many as left and came, and within one as gravity says', () => {
  const { destinations, homes } = nationFlows({
    local: [60, 0, 50],
    fromOthers: [0, 10, 0],
    fromOutside: [0, 0, 30],
    away: [30, 0, 0],
    provinceOf: [0, 0, 1],
    pull: () => 1,
    pullBetween: () => 1,
  })
  expect([...destinations[0]]).toEqual([[0, 0.6], [1, 0.1], [2, 0.3]]) // biome-ignore format: pairs read best as a line
  expect([...destinations[1]]).toEqual([[1, 1]])
  expect([...homes[2]].map(([from, share]) => [from, Number(share.toFixed(12))])).toEqual([
    [2, 0.625],
    [0, 0.375],
  ])
})

it('takes some of many places so that all of them together get what they would of all', () => {
  const places = 300
  const stocks = {
    local: Array.from({ length: places }, () => 10),
    fromOthers: Array.from({ length: places }, () => 0),
    fromOutside: Array.from({ length: places }, (_, place) => (place < 150 ? 0 : 1 + (place % 7))),
    away: Array.from({ length: places }, (_, place) => (place < 150 ? 4 : 0)),
    provinceOf: Array.from({ length: places }, (_, place) => Number(place >= 150)),
    pull: () => 1,
    pullBetween: () => 1,
  }
  const { destinations } = nationFlows(stocks, 20)
  const coming = new Float64Array(places)
  for (const row of destinations.slice(0, 150)) {
    expect(sum(row.values())).toBeCloseTo(1, 12)
    expect(row.size).toBeLessThanOrEqual(21)
    for (const [to, share] of row) coming[to] += share
  }
  const all = sum(stocks.fromOutside)
  const beyond = sum(coming.subarray(150))
  for (let to = 150; to < places; to++)
    expect(Math.abs(coming[to] / beyond - stocks.fromOutside[to] / all)).toBeLessThan(0.0015)
})
