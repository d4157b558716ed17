import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../../src/analysis/sensitivity/estimate.js'
import { type Estimator, sobolIndices } from '../../../src/analysis/sensitivity/sobol-indices.js'
import type { SaltelliDesign } from '../../../src/sampling/design.js'
import { saltelliBlock, saltelliDraw } from '../../../src/sampling/saltelli.js'
import { ISHIGAMI, type Known, LINEAR, outcomeOf, SOBOL_G, sampleOf, single } from './functions.js'

const layout = (names: readonly string[], secondOrder = true): SaltelliDesign => ({
  kind: 'saltelli',
  secondOrder,
  scrambles: 4,
  factors: single(names),
})

function indicesOf(known: Known, points: number, seed: number, secondOrder = true, estimator?: Estimator) {
  const design = layout(known.names, secondOrder)
  const draws = points * 4 * saltelliBlock(design)
  const outcome = outcomeOf(known.of, sampleOf(known.names, design, seed, draws))
  return sobolIndices(design, outcome, estimator)
}

const holds = ({ low, high }: Estimate, truth: number) => low <= truth && truth <= high

/** Over so many seeds: how often each interval holds its truth, and how wide it is on average. */
function coverage(known: Known, points: number, seeds: number, secondOrder = true, estimator?: Estimator) {
  const truths = [...known.first, ...known.total]
  const held = truths.map(() => 0)
  const width = truths.map(() => 0)
  for (let seed = 0; seed < seeds; seed++) {
    const { indices } = indicesOf(known, points, seed, secondOrder, estimator)
    const found = (['first', 'total'] as const).flatMap((measure) =>
      indices.map(({ measures }) => measures[measure]),
    )
    found.forEach((estimate, k) => {
      if (holds(estimate, truths[k])) held[k] += 1
      width[k] += (estimate.high - estimate.low) / seeds
    })
  }
  return { held, width }
}

describe("Sobol' indices", () => {
  it('of Ishigami at 4 x 1,024: intervals of 0.01 to either side that hold the truth in 90 of 100 seeds', () => {
    const { held, width } = coverage(ISHIGAMI, 1024, 100)
    expect(Math.max(...width) / 2).toBeLessThanOrEqual(0.01)
    expect(Math.min(...held)).toBeGreaterThanOrEqual(90)
  })
  it('of factors that matter little are as narrow as the factors are small', () => {
    // a sum of which the first factor has nearly all: the others' shares are 1e-4 of the variance
    const known: Known = {
      names: Array.from({ length: 12 }, (_, k) => `f${k}`),
      of: (point) => point.reduce((sum, value, k) => sum + (k === 0 ? 100 : 1) * value, 0),
      first: [],
      total: [],
    }
    const { indices, pairs } = indicesOf(known, 1024, 1)
    const share = 1 / (100 ** 2 + 11)
    for (const { measures } of indices.slice(1))
      expect(Math.abs(measures['first'].value - share)).toBeLessThan(0.3 * share)
    // a sum has no interactions; with half of the chance product subtracted factors of 1e-4 came to 5e-4
    for (const { second } of pairs) expect(Math.abs(second.value)).toBeLessThan(0.3 * share)
  })
  it('narrow faster than the root of the points, as scrambled points let them', () => {
    const [few, many] = [256, 2048].map((points) => coverage(ISHIGAMI, points, 8).width)
    // eight times the points: the root alone would make them 2.8 times narrower
    const narrower = few.map((width, k) => width / many[k])
    expect(Math.min(...narrower)).toBeGreaterThan(3)
    expect(narrower.reduce((sum, one) => sum + one, 0) / narrower.length).toBeGreaterThan(5)
  })
  it.each(['saltelli', 'jansen'] as const)(
    'by the estimator of %s hold the truth without second order',
    (estimator) => {
      const { held } = coverage(ISHIGAMI, 512, 20, false, estimator)
      expect(Math.min(...held)).toBeGreaterThanOrEqual(17)
    },
  )
  it('of the G function and of a sum hold the truth', () => {
    expect(Math.min(...coverage(SOBOL_G, 512, 20).held)).toBeGreaterThanOrEqual(17)
    expect(Math.min(...coverage(LINEAR, 256, 20).held)).toBeGreaterThanOrEqual(17)
  })
  it('of pairs are what goes beyond their parts', () => {
    const { pairs } = indicesOf(ISHIGAMI, 1024, 0)
    expect(pairs.map(({ names }) => names.join(' '))).toEqual(['x1 x2', 'x1 x3', 'x2 x3'])
    const truth = [0, ISHIGAMI.total[2], 0]
    pairs.forEach(({ second }, k) => {
      expect(Math.abs(second.value - truth[k])).toBeLessThan(0.01)
    })
  })
  it('of groups count what is within them as their own', () => {
    const design = {
      ...layout([]),
      factors: [{ name: 'both', members: ['x1', 'x3'], dimensions: ['x1', 'x3'] }, ...single(['x2'])],
    }
    const inputs = sampleOf(['x1', 'x3', 'x2'], design, 0, 1024 * 4 * saltelliBlock(design))
    const { indices } = sobolIndices(
      design,
      outcomeOf(([x, z, y]) => ISHIGAMI.of([x, y, z]), inputs),
    )
    const both = ISHIGAMI.first[0] + ISHIGAMI.total[2]
    expect(indices[0].name).toBe('both')
    expect(indices[0].measures['first'].value).toBeCloseTo(both, 2)
    expect(indices[0].measures['total'].value).toBeCloseTo(both, 2)
  })
  it('leave out the base points of failed trajectories where their rows are needed, and no others', () => {
    const design = layout(ISHIGAMI.names)
    const inputs = sampleOf(ISHIGAMI.names, design, 0, 1024 * 4 * saltelliBlock(design))
    const outcome = outcomeOf(ISHIGAMI.of, inputs)
    const whole = sobolIndices(design, outcome)
    // rows that only the first factor needs
    for (let point = 0; point < 40; point++)
      outcome[saltelliDraw(design, { scramble: 1, point, matrix: 'A', swapped: 0 })] = Number.NaN
    const { indices } = sobolIndices(design, outcome)
    // base points that lack a row are added last: another order of the same sum
    for (const measure of ['first', 'total'])
      expect(indices[1].measures[measure].value).toBeCloseTo(whole.indices[1].measures[measure].value, 13)
    expect(indices[0]).not.toEqual(whole.indices[0])
    expect(indices[0].measures['total'].value).toBeCloseTo(ISHIGAMI.total[0], 1)
  })
  it('treat seed 0 as a seed', () => {
    expect(indicesOf(ISHIGAMI, 64, 0)).toEqual(indicesOf(ISHIGAMI, 64, 0))
    expect(indicesOf(ISHIGAMI, 64, 0)).not.toEqual(indicesOf(ISHIGAMI, 64, 1))
  })
  it('balanced are refused without the rows that they need', () => {
    expect(() => indicesOf(ISHIGAMI, 8, 0, false, 'balanced')).toThrow(
      'sobolIndices  estimator\n  Found balanced; expected another, for a design without second order.',
    )
  })
})
