import { describe, expect, it } from 'vitest'
import { elementaryEffects } from '../../../src/analysis/sensitivity/elementary-effects.js'
import { fastIndices, powerOf } from '../../../src/analysis/sensitivity/fast-indices.js'
import { levelEffects } from '../../../src/analysis/sensitivity/level-effects.js'
import type { EfastDesign, LevelDesign, MorrisDesign } from '../../../src/sampling/design.js'
import { levelDraws } from '../../../src/sampling/levels.js'
import { morrisBlock } from '../../../src/sampling/morris.js'
import { ISHIGAMI, LINEAR, outcomeOf, sampleOf, single } from './functions.js'

/** Morris' function of twenty inputs: Morris (1991), section 4; minor coefficients as signs, not drawn. */
const MORRIS = {
  names: Array.from({ length: 20 }, (_, k) => `x${k + 1}`),
  /** w of x at 0 .. 1; three inputs act along a curve. */
  bend: (x: number, k: number) =>
    k === 2 || k === 4 || k === 6 ? 2 * ((1.1 * x) / (x + 0.1) - 0.5) : 2 * (x - 0.5),
  one: (k: number) => (k < 10 ? 20 : (-1) ** (k + 1)),
  two: (k: number, l: number) => (k < 6 && l < 6 ? -15 : (-1) ** (k + l)),
  of: (w: readonly number[]) => {
    let sum = 0
    for (let k = 0; k < 20; k++) {
      sum += MORRIS.one(k) * w[k]
      for (let l = k + 1; l < 20; l++) {
        sum += MORRIS.two(k, l) * w[k] * w[l]
        for (let m = l + 1; m < 5; m++) {
          sum -= 10 * w[k] * w[l] * w[m]
          for (let n = m + 1; n < 4; n++) sum += 5 * w[k] * w[l] * w[m] * w[n]
        }
      }
    }
    return sum
  },
}

describe('elementary effects', () => {
  const levels = 4
  const design: MorrisDesign = { kind: 'morris', levels, factors: single(MORRIS.names) }
  /** From four cells to the published grid 0, 1/3, 2/3, 1: a move of so many cells is one of as many levels. */
  const onGrid = (u: number) => Math.floor(u * levels) / (levels - 1)
  const effects = (seed: number, trajectories: number) => {
    const inputs = sampleOf(MORRIS.names, design, seed, trajectories * morrisBlock(design))
    const outcome = outcomeOf((point) => MORRIS.of(point.map((u, k) => MORRIS.bend(onGrid(u), k))), inputs)
    return elementaryEffects(design, seed, outcome)
  }
  /** Moves of two levels, and of one (from the last to the first), in cells of a quarter each. */
  const moves = [
    [0, 2],
    [1, 3],
    [2, 0],
    [3, 1],
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
  ] as const
  /** Mean effect: the mean slope of the input's own w, times the slope at the others' means, which are independent. */
  const means = MORRIS.names.map((_, k) => {
    const grid = [0, 1, 2, 3].map((level) => MORRIS.bend(level / 3, k))
    const slopes = moves.map(([from, to]) => (grid[to] - grid[from]) / ((to - from) / levels))
    return { mean: grid.reduce((a, b) => a + b) / 4, rise: slopes.reduce((a, b) => a + b) / 8 }
  })
  const expected = MORRIS.names.map((_, k) => {
    const at = (w: number) => MORRIS.of(means.map(({ mean }, other) => (other === k ? w : mean)))
    return (at(1) - at(0)) * means[k].rise
  })

  it("of Morris' function have the exact means within their intervals in about 95 of 100 cases", () => {
    let held = 0
    for (let seed = 0; seed < 10; seed++) {
      effects(seed, 100).forEach(({ measures }, k) => {
        const { low, high } = measures['mu']
        if (low <= expected[k] && expected[k] <= high) held += 1
      })
    }
    expect(held).toBeGreaterThan(180)
  })
  it("of Morris' function tell ten inputs that matter from ten that do not, and seven that are curved or mixed", () => {
    const found = effects(1, 20)
    const mu = found.map(({ measures }) => measures['mu_star'].value)
    const sigma = found.map(({ measures }) => measures['sigma'].value)
    expect(Math.min(...mu.slice(0, 10))).toBeGreaterThan(3 * Math.max(...mu.slice(10)))
    expect(Math.min(...sigma.slice(0, 7))).toBeGreaterThan(3 * Math.max(...sigma.slice(7, 10)))
  })
  it('have intervals that narrow with the root of the trajectories', () => {
    const width = (trajectories: number) =>
      effects(3, trajectories).reduce((sum, { measures: { mu_star } }) => sum + mu_star.high - mu_star.low, 0)
    expect(width(50) / width(800)).toBeGreaterThan(3)
    expect(width(50) / width(800)).toBeLessThan(6)
  })
  it('of a sum are its weights, exactly, with no spread; a group has its size alone', () => {
    const sum: MorrisDesign = { kind: 'morris', levels: 6, factors: single(LINEAR.names) }
    const outcome = outcomeOf(LINEAR.of, sampleOf(LINEAR.names, sum, 0, 50))
    for (const [k, { measures }] of elementaryEffects(sum, 0, outcome).entries()) {
      expect(measures['mu'].value).toBeCloseTo([4, 2, 1, 0][k], 10)
      expect(measures['sigma'].value).toBeCloseTo(0, 10)
    }
    const group = { name: 'ab', members: ['a', 'b'], dimensions: ['a', 'b'] }
    const grouped = { ...sum, factors: [group, ...single(['c', 'd'])] }
    const [first] = elementaryEffects(
      grouped,
      0,
      outcomeOf(LINEAR.of, sampleOf(LINEAR.names, grouped, 0, 400)),
    )
    expect(Object.keys(first.measures)).toEqual(['mu_star'])
    // up together or apart: 4 + 2 or 4 - 2
    expect(first.measures['mu_star'].value).toBeGreaterThan(2)
    expect(first.measures['mu_star'].value).toBeLessThan(6)
  })
  it("of Ishigami's function have the exact sizes, x2 among them, whose effect repeats after half its range", () => {
    const own: MorrisDesign = { kind: 'morris', levels: 4, factors: single(ISHIGAMI.names) }
    const outcome = outcomeOf(ISHIGAMI.of, sampleOf(ISHIGAMI.names, own, 0, 4 * 20_000))
    const [x1, x2] = elementaryEffects(own, 0, outcome)
    // By hand. Moves: 1/2 up or down, 1/4 up from three quarters of places, 3/4 down from one. x2 is 7 sin^2 of twice its
    // angle: 0 by the half, else 7 |cos| over the move, mean 7 (2 / pi)(3/4 x 4 + 1/4 x 4/3); half of that.
    const quarter = (3 / 4) * 4 + (1 / 4) * (4 / 3)
    expect(Math.abs(x2.measures['mu_star'].value / ((7 / Math.PI) * quarter) - 1)).toBeLessThan(0.02)
    // x1 is sin: 2 |sin| by the half; by the quarter sqrt 2 |cos| of an angle from -3 pi / 4 to 3 pi / 4 upwards, over
    // which |cos| adds up to 4 - sqrt 2, and of what is left of the circle downwards. Times 1 + b x3^4, mean 1 + pi^4 / 50.
    const turned = (Math.SQRT2 / (2 * Math.PI)) * ((4 - Math.SQRT2) * 4 + Math.SQRT2 * (4 / 3))
    const sine = (8 / Math.PI + turned) / 2
    expect(Math.abs(x1.measures['mu_star'].value / (sine * (1 + Math.PI ** 4 / 50)) - 1)).toBeLessThan(0.02)
  })
  it('see a choice of four ways of which every other one matters, and put it first', () => {
    const names = ['way', 'x']
    const own: MorrisDesign = { kind: 'morris', levels: 4, factors: single(names) }
    const of = ([way, x]: readonly number[]) => (Math.floor(4 * way) % 2) + x / 10
    const [way, x] = elementaryEffects(own, 0, outcomeOf(of, sampleOf(names, own, 0, 3 * 4000)))
    expect(x.measures['mu_star'].value).toBeCloseTo(0.1, 10)
    // By hand: every move by a quarter changes it by 1: 4, or 4/3 from the last way to the first; none by the half
    expect(Math.abs(way.measures['mu_star'].value - (0.75 * 4 + 0.25 * (4 / 3)) / 2)).toBeLessThan(0.06)
  })
  it('do not see what repeats after every level of the grid', () => {
    const own: MorrisDesign = { kind: 'morris', levels: 4, factors: single(['x']) }
    const wave = outcomeOf(([x]) => Math.cos(8 * Math.PI * x), sampleOf(['x'], own, 0, 100))
    expect(elementaryEffects(own, 0, wave)[0].measures['mu_star'].value).toBeCloseTo(0, 10)
    const finer: MorrisDesign = { ...own, levels: 6 }
    const seen = outcomeOf(([x]) => Math.cos(8 * Math.PI * x), sampleOf(['x'], finer, 0, 100))
    expect(elementaryEffects(finer, 0, seen)[0].measures['mu_star'].value).toBeGreaterThan(1)
  })
  it('leave out moves with a failed trajectory at an end', () => {
    const sum: MorrisDesign = { kind: 'morris', levels: 4, factors: single(LINEAR.names) }
    const outcome = outcomeOf(LINEAR.of, sampleOf(LINEAR.names, sum, 0, 50))
    outcome[7] = Number.NaN
    for (const [k, { measures }] of elementaryEffects(sum, 0, outcome).entries())
      expect(measures['mu'].value).toBeCloseTo([4, 2, 1, 0][k], 10)
  })
})

describe('eFAST', () => {
  const design = (points: number): EfastDesign => ({
    kind: 'efast',
    points,
    harmonics: 4,
    factors: single(ISHIGAMI.names),
  })
  const indices = (points: number, rounds: number) =>
    fastIndices(
      design(points),
      outcomeOf(ISHIGAMI.of, sampleOf(ISHIGAMI.names, design(points), 0, points * 3 * rounds)),
    )

  it('gives the indices of Ishigami that R prints with four harmonics: 0.3076, 0.4425, 0; 0.5507 in all of x1', () => {
    // Source: R package sensitivity, example of fast99
    const found = indices(1025, 4)
    expect(found.map(({ measures }) => measures['first'].value.toFixed(3))).toEqual([
      '0.308',
      '0.442',
      '0.000',
    ])
    expect(found[0].measures['total'].value).toBeCloseTo(0.5507, 3)
  })
  it('comes within 0.03 of the exact indices with few points', () => {
    indices(257, 4).forEach(({ measures }, k) => {
      expect(Math.abs(measures['first'].value - ISHIGAMI.first[k])).toBeLessThan(0.03)
      expect(Math.abs(measures['total'].value - ISHIGAMI.total[k])).toBeLessThan(0.03)
    })
  })
  it('finds the power of a wave at its frequency, half its squared height', () => {
    const wave = Array.from({ length: 101 }, (_, k) => 5 + 3 * Math.sin((2 * Math.PI * 7 * k) / 101))
    expect(powerOf(wave, 7)).toBeCloseTo(4.5, 10)
    expect(powerOf(wave, 6)).toBeCloseTo(0, 10)
    expect(powerOf(wave, 0)).toBeCloseTo(4.5, 10)
  })
})

describe('effects of levels', () => {
  const run = (kind: LevelDesign['kind']) => {
    const design: LevelDesign = { kind, at: [0.1, 0.9], factors: single(LINEAR.names), resolution: 4 }
    return levelEffects(design, outcomeOf(LINEAR.of, sampleOf(LINEAR.names, design, 0, levelDraws(design))))
  }
  it.each(['factorial', 'fractional_factorial', 'one_at_a_time'] as const)(
    'of a sum are its weights: %s',
    (kind) => {
      run(kind).forEach(({ measures: { low, high, swing } }, k) => {
        const weight = [4, 2, 1, 0][k]
        expect(low.value).toBeCloseTo(-0.4 * weight, 10)
        expect(high.value).toBeCloseTo(0.4 * weight, 10)
        expect(swing.value).toBeCloseTo(0.8 * weight, 10)
      })
    },
  )
})
