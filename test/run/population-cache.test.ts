import { describe, expect, it } from 'vitest'
import { PopulationCache } from '../../src/run/lanes/population-cache.js'

const drivers = (value: number) => Float64Array.of(value)

/** Whether each of these is new to the cache; it makes room before each, as lanes do. */
const areNew = (cache: PopulationCache, values: readonly number[]) =>
  values.map((value) => {
    cache.makeRoom()
    return cache.find(drivers(value)).isNew
  })
const upTo = (count: number) => Array.from({ length: count }, (_, value) => value)

describe('the cache of populations', () => {
  it('still has as many as it is to keep, after any number of rounds over them', () => {
    const cache = new PopulationCache(1, 1, 100)
    expect(areNew(cache, upTo(100))).toEqual(upTo(100).map(() => true))
    for (let round = 0; round < 5; round++) expect(areNew(cache, upTo(100)).includes(true)).toBe(false)
  })

  it('has those used last, whatever came before them', () => {
    const cache = new PopulationCache(1, 1, 100)
    areNew(cache, upTo(1000))
    const last = upTo(1000).slice(-100)
    expect(areNew(cache, last).includes(true)).toBe(false)
    expect(areNew(cache, [0])).toEqual([true])
  })

  it('grows to no more than twice as many and one', () => {
    const cache = new PopulationCache(1, 1, 10)
    const all = new Set<object>()
    for (const value of upTo(500)) {
      cache.makeRoom()
      all.add(cache.find(drivers(value)).population)
    }
    expect(all.size).toBeLessThanOrEqual(22)
  })

  it('tells 0 from -0, and simulates an equal population again where it is asked to', () => {
    const cache = new PopulationCache(1, 1, 10)
    expect(areNew(cache, [0, -0, 0])).toEqual([true, true, false])
    expect(cache.add(drivers(0))).not.toBe(cache.find(drivers(0)).population)
  })
})
