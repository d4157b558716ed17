/** PRIM on an outcome that is a number: held to PRIM on draws of interest, to shapes that are known, and by hand. */
import { describe, expect, it } from 'vitest'
import { insideOf } from '../../../src/analysis/discovery/box.js'
import { discoverMean } from '../../../src/analysis/discovery/mean-box.js'
import { peel } from '../../../src/analysis/discovery/prim.js'
import { createStream } from '../../../src/sampling/stream.js'
import { sampleOf } from '../sensitivity/functions.js'

const names = ['a', 'b', 'c', 'd']
const inputs = sampleOf(names, 'random', 1, 2000)
const [a, b] = inputs.map(({ values }) => values)
const chance = createStream(4, 'noise')
const noise = Float64Array.from(a, (_, draw) => chance(draw) - 0.5)

describe('the box of a high mean', () => {
  it('is peeled as that of draws of interest is by their density, where the outcome is 0 and 1', () => {
    const group = Uint8Array.from(a, (value, draw) => (value < 0.5 && b[draw] + noise[draw] > 0.5 ? 1 : 0))
    const own = peel(inputs, group, { slice: 0.1, mass: 0.1, objective: 'original' })
    const { way } = discoverMean(inputs, Float64Array.from(group), { slice: 0.1, mass: 0.1 })
    expect(way.map(({ draws, limits }) => ({ draws, limits }))).toEqual(
      own.slice(0, way.length).map(({ draws, limits }) => ({ draws, limits })),
    )
    expect(way.length).toBeGreaterThan(10)
  })

  it('is where the outcome is higher by one, whatever its noise, and no other input is limited', () => {
    const outcome = noise.map((value, draw) => value + (a[draw] < 0.4 && b[draw] > 0.3 ? 1 : 0))
    const { box, mean, stability, draws } = discoverMean(inputs, outcome, { mass: 0.2 })
    expect(box.limits.map(({ name }) => name).sort()).toEqual(['a', 'b'])
    const inside = insideOf(box.limits, inputs)
    const high = Array.from(a, (value, draw) => value < 0.4 && b[draw] > 0.3)
    const both = high.filter((one, draw) => one && inside[draw] === 1).length
    expect(both / box.draws).toBeGreaterThan(0.98)
    expect(both / high.filter(Boolean).length).toBeGreaterThan(0.8)
    expect(Math.abs(box.mean - 1)).toBeLessThan(0.05)
    expect(Math.abs(mean - 0.28)).toBeLessThan(0.05)
    expect(draws).toBe(2000)
    expect(stability.inputs.slice(0, 2).map(({ limited }) => limited)).toEqual([1, 1])
    expect(stability.mean).toBeGreaterThan(0.8)
  })

  it('is all draws where there is nothing to find, however high the mean of the last box on the way', () => {
    const { box, way, mean } = discoverMean(inputs, noise)
    expect(way.at(-1)!.mean).toBeGreaterThan(mean)
    expect(box).toMatchObject({ limits: [], mass: 1 })
  })

  it('is that of the outcome with the other sign where a low mean is asked for', () => {
    const outcome = a.map((value, draw) => value + 0.2 * noise[draw])
    const low = discoverMean(inputs, outcome, { side: 'low' })
    const high = discoverMean(inputs, outcome.map((value) => -value)) // biome-ignore format: one call
    expect(low.box.limits).toEqual(high.box.limits)
    expect(low.box.mean).toBeCloseTo(-high.box.mean, 12)
    expect(low.mean).toBeCloseTo(-high.mean, 12)
    // a alone matters: the lowest tenth of its draws
    expect(low.box.limits.map(({ name }) => name)).toEqual(['a'])
    expect(Math.abs(low.box.limits[0].below! - 0.1)).toBeLessThan(0.02)
  })

  it('takes whole choices, and leaves out draws without a value', () => {
    const way = { name: 'way', values: Float64Array.from(a, (_, draw) => draw % 4) }
    // by hand: 3, 1, 7 and 1 of the four choices; without draws 0, 10, 20 ...
    const outcome = Float64Array.from(a, (_, draw) => (draw % 10 === 0 ? Number.NaN : [3, 1, 7, 1][draw % 4]))
    const { box, mean, draws, failed } = discoverMean([way], outcome, { categories: ['way'] })
    expect(box).toMatchObject({ limits: [{ name: 'way', without: [0, 1, 3] }], mean: 7, draws: 400 })
    expect([draws, failed]).toEqual([1800, 200])
    expect(mean).toBeCloseTo((400 * 3 + 1000 * 1 + 400 * 7) / 1800, 12)
  })
})
