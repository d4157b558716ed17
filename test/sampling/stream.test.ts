import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStream, hashOf, openUnit, uniform } from '../../src/sampling/stream.js'

const LARGEST_SEED = Number.MAX_SAFE_INTEGER
const seeds = fc.integer({ min: 0, max: LARGEST_SEED })

function firstThousand(seed: number, name: string): number[] {
  return Array.from({ length: 1000 }, (_, draw) => uniform(seed, name, draw))
}

describe('uniform(seed, name, draw)', () => {
  it('is the same whatever was drawn before it', () => {
    const alone = uniform(7, 'fertility', 12)
    uniform(7, 'mortality', 3)
    uniform(8, 'fertility', 12)
    expect(uniform(7, 'fertility', 12)).toBe(alone)
    expect(createStream(7, 'fertility')(12)).toBe(alone)
  })
  it('never changes from one version to the next', () => {
    expect(uniform(0, 'fertility', 0)).toBe(0.999010832992229)
    expect(uniform(20260101, '生育率', 999)).toBe(0.12116726384930743)
  })
  it('lies in the open interval, at every extreme of its arguments', () => {
    fc.assert(
      fc.property(seeds, fc.string(), seeds, (seed, name, draw) => {
        const u = uniform(seed, name, draw)
        return u > 0 && u < 1 && 1 - (1 - u) === u
      }),
    )
    expect(openUnit(0, 0)).toBe(2 ** -53)
    expect(openUnit(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53)
  })
  it('treats seed 0 as a seed', () => {
    expect(firstThousand(0, 'a')).toEqual(firstThousand(0, 'a'))
    expect(firstThousand(0, 'a')).not.toEqual(firstThousand(1, 'a'))
  })
  it('shares nothing between neighbouring seeds', () => {
    const far = 2 ** 32
    for (const [seed, next] of [
      [0, 1],
      [41, 42],
      [far - 1, far],
      [1, far + 1],
      [LARGEST_SEED - 1, LARGEST_SEED],
    ]) {
      const seen = new Set(firstThousand(seed!, 'a'))
      expect(firstThousand(next!, 'a').filter((u) => seen.has(u))).toEqual([])
    }
  })
  it('shares nothing between names, nor between draws 2^32 apart', () => {
    const seen = new Set(firstThousand(5, 'school_delay'))
    expect(firstThousand(5, 'school_delay_2').filter((u) => seen.has(u))).toEqual([])
    expect(uniform(5, 'a', 1)).not.toBe(uniform(5, 'a', 1 + 2 ** 32))
  })
  it('is uniform: 16 equal cells of 100,000 draws pass a chi-square test', () => {
    const counts = new Array<number>(16).fill(0)
    const stream = createStream(1, 'cells')
    for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(stream(draw) * 16)]++
    const chiSquare = counts.reduce((sum, count) => sum + (count - 6250) ** 2 / 6250, 0)
    expect(chiSquare).toBeLessThan(37.7) // 99.9 % point at 15 degrees of freedom
  })
})

describe('hashOf', () => {
  it('is FNV-1a with 64 bits, as its published test values say', () => {
    expect(hashOf('')).toEqual({ high: 0xcbf29ce4, low: 0x84222325 })
    expect(hashOf('a')).toEqual({ high: 0xaf63dc4c, low: 0x8601ec8c })
    expect(hashOf('foobar')).toEqual({ high: 0x85944171, low: 0xf73967e8 })
  })
})
