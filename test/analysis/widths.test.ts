/** Odds at other widths of an uncertainty, against normal distributions in closed form. */
import { describe, expect, it } from 'vitest'
import { widthEffects } from '../../src/analysis/weighed/widths.js'
import { normalQuantile } from '../../src/math/normal-quantile.js'
import { createStream } from '../../src/sampling/stream.js'

const DRAWS = 8000
/** Ranks in an order of chance. */
const shuffled = (name: string) => {
  const stream = createStream(5, name)
  const keys = Float64Array.from({ length: DRAWS }, (_, draw) => stream(draw))
  return Uint32Array.from(keys.keys()).sort((a, b) => keys[a] - keys[b])
}
const normal = (name: string) => {
  const z = new Float64Array(DRAWS)
  shuffled(name).forEach((draw, rank) => {
    z[draw] = normalQuantile((rank + 0.5) / DRAWS)
  })
  return z
}
const x = normal('x')
const other = normal('other')

describe('odds at another width', () => {
  // Phi(-0.625) and Phi(-0.4) of a table of the normal distribution, for 0.3085 = Phi(-0.5)
  it('of 0.5 or more of a standard normal are 0.2660 and 0.3446 where its deviation is 0.8 and 1.25', () => {
    const inputs = [
      { name: 'other', values: other },
      { name: 'x', values: x.map((one) => Math.exp(one)) },
      { name: 'fixed', values: x.map(() => 3) },
    ]
    const { odds, effects } = widthEffects(inputs, x, (value) => value >= 0.5)
    expect(odds).toBeCloseTo(0.3085, 3)
    expect(effects.map(({ name }) => name)).toEqual(['x', 'other'])
    const [{ widths, most }, { most: least }] = effects
    expect(widths.map((one) => one.width)).toEqual([0.8, 1.25])
    expect(widths[0].odds).toBeCloseTo(0.266, 3)
    expect(widths[1].odds).toBeCloseTo(0.3446, 2)
    expect(widths[0].median).toBeCloseTo(0, 2)
    expect(most).toBeCloseTo(0.0425, 2)
    expect(least).toBeLessThan(0.01)
    expect(effects.map(({ isTold }) => isTold)).toEqual([true, false])
  })

  it('of equal values stand at the middle of their ranks, and draws without a number are left out', () => {
    const coin = Float64Array.from({ length: DRAWS }, (_, draw) => draw % 2)
    const outcome = coin.map((one, draw) => (draw < 1000 ? Number.NaN : one))
    const { odds, effects } = widthEffects([{ name: 'coin', values: coin }], outcome, (value) => value > 0)
    expect(odds).toBe(0.5)
    // both halves lie equally far from the middle, so that no width tells them apart
    for (const one of effects[0].widths) expect(one.odds).toBeCloseTo(0.5, 9)
  })

  it('are not known of few draws', () => {
    const some = (values: Float64Array) => values.subarray(0, 150)
    const { effects } = widthEffects([{ name: 'x', values: some(x) }], some(x), (value) => value > 0)
    expect(effects[0].most).toBeUndefined()
    expect(effects[0].widths.every(({ odds }) => odds === undefined)).toBe(true)
  })
})
