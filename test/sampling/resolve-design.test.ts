import { describe, expect, it } from 'vitest'
import type { DesignKind, DesignOptions } from '../../src/sampling/design.js'
import { wholeDraws } from '../../src/sampling/designs.js'
import type { RankCorrelation, UncertaintyDraws } from '../../src/sampling/distribution.js'
import { factorsOf } from '../../src/sampling/factors.js'
import { resolveDesign } from '../../src/sampling/resolve-design.js'
import { createSampler } from '../../src/sampling/sampler.js'

const uncertainties: readonly UncertaintyDraws[] = [
  { name: 'exit', distribution: { kind: 'empirical', values: [1, 2, 3, 4], joint: '../data/fit.csv' } },
  { name: 'pace', distribution: { kind: 'normal', mean: 1, sd: 0.1 } },
  { name: 'back', distribution: { kind: 'empirical', values: [9, 7, 8, 5], joint: '../data/fit.csv' } },
  { name: 'beds', distribution: { kind: 'uniform', low: 0, high: 1 } },
  { name: 'pull', distribution: { kind: 'normal', mean: 0, sd: 1 } },
  { name: 'known', distribution: { kind: 'fixed', value: 3 } },
]
const correlations: readonly RankCorrelation[] = [{ between: ['pace', 'pull'], rank: 0.5 }]

const resolve = (kind: DesignKind, options: DesignOptions = {}, of = uncertainties) =>
  resolveDesign({ kind, options, uncertainties: of, correlations, seed: 3, draws: 100 })
const codes = (kind: DesignKind, options: DesignOptions = {}) => {
  const resolved = resolve(kind, options)
  return resolved.ok ? [] : resolved.findings.map(({ code }) => code)
}

describe('what a design moves as one', () => {
  it('are uncertainties observed together, and those that correlations join; a fixed value is none', () => {
    expect(factorsOf(uncertainties, correlations)).toEqual([
      { name: 'fit', members: ['exit', 'back'], dimensions: ['joint ../data/fit.csv'] },
      { name: 'pace + pull', members: ['pace', 'pull'], dimensions: ['pace', 'pull'] },
      { name: 'beds', members: ['beds'], dimensions: ['beds'] },
    ])
  })
  it('are groups of the planner, with all that their members go together with', () => {
    const groups = { moves: ['pace', 'exit'] }
    expect(factorsOf(uncertainties, correlations, groups)).toEqual([
      {
        name: 'moves',
        members: ['exit', 'pace', 'back', 'pull'],
        dimensions: ['joint ../data/fit.csv', 'pace', 'pull'],
      },
      { name: 'beds', members: ['beds'], dimensions: ['beds'] },
    ])
  })
})

describe('a design that is asked for', () => {
  it('is the plain name where it has nothing else to say', () => {
    for (const kind of ['random', 'latin_hypercube', 'halton', 'sobol'] as const)
      expect(resolve(kind)).toEqual({ ok: true, design: kind })
  })
  it('takes the smallest prime that holds the draws for a Latin hypercube of strength 2', () => {
    expect(resolve('latin_hypercube', { strength: 2 })).toEqual({
      ok: true,
      design: { kind: 'orthogonal_hypercube', levels: 11 },
    })
  })
  it('runs whole blocks: base points of every scramble, trajectories, rounds of curves', () => {
    const draws = (kind: DesignKind, options: DesignOptions = {}) => {
      const resolved = resolve(kind, options)
      return resolved.ok ? wholeDraws(resolved.design, 100) : undefined
    }
    expect(draws('saltelli')).toBe(100)
    expect(draws('saltelli', { second_order: true })).toBe(128)
    expect(draws('morris')).toBe(100)
    expect(draws('morris', { trajectories: 5, candidates: 20 })).toBe(20)
    expect(draws('one_at_a_time')).toBe(11)
    expect(draws('factorial', { vary: ['beds', 'pace'] })).toBe(4)
  })
  it('has search curves for what has an order, and none for the rows of a table', () => {
    const ordered = uncertainties.filter(({ name }) => ['pace', 'beds', 'pull'].includes(name))
    const resolved = resolve('efast', {}, ordered)
    expect(resolved.ok && wholeDraws(resolved.design, 100)).toBe(514)
    expect(codes('efast')).toEqual(['rows-without-order'])
  })
  it('keeps the chosen trajectories in itself, rising', () => {
    const resolved = resolve('morris', { trajectories: 4, candidates: 30 })
    const chosen =
      resolved.ok && typeof resolved.design === 'object' && 'chosen' in resolved.design
        ? resolved.design.chosen!
        : []
    expect(chosen.length).toBe(4)
    expect([...chosen].sort((a, b) => a - b)).toEqual(chosen)
    expect(chosen.every((number) => number < 30)).toBe(true)
  })
  it.each([
    ['saltelli', { levels: 4 }, 'option-of-another-design'],
    ['morris', { levels: 5 }, 'levels-odd'],
    ['morris', { trajectories: 9 }, 'candidates-few'],
    ['saltelli', { groups: { a: ['nobody'] } }, 'uncertainty-unknown'],
    ['saltelli', { groups: { a: ['beds'], b: ['beds'] } }, 'group-overlap'],
    ['latin_hypercube', { strength: 2, levels: 10 }, 'levels-not-prime'],
    ['efast', { points: 65, harmonics: 5 }, 'points-few'],
    ['factorial', { at: Array.from({ length: 99 }, (_, k) => (k + 1) / 100) }, 'design-too-large'],
    ['fractional_factorial', { at: [0.1, 0.5, 0.9] }, 'levels-not-two'],
    ['one_at_a_time', { vary: ['known'] }, 'nothing-varied'],
    ['table', { file: 'nowhere.csv' }, 'table-missing'],
  ] as const)('%s with %j is refused: %s', (kind, options, code) => {
    expect(codes(kind, options)).toEqual([code])
  })
  it.each(['saltelli', 'morris', 'efast', 'factorial', 'fractional_factorial', 'one_at_a_time'] as const)(
    'refuses %s where nothing varies: fixed, of one value, or of one that is ever drawn',
    (kind) => {
      const still: UncertaintyDraws[] = [
        { name: 'known', distribution: { kind: 'fixed', value: 1 } },
        { name: 'sure', distribution: { kind: 'discrete', values: [1, 2], odds: [1, 0] } },
        { name: 'seen', distribution: { kind: 'empirical', values: [3, 3] } },
      ]
      const expected = [
        { code: 'nothing-varied', found: 'no uncertainty that varies', expected: 'at least one' },
      ]
      for (const uncertainties of [[], still.slice(0, 1), still]) {
        const asked = { kind, options: {}, uncertainties, correlations: [], seed: 0, draws: 8 }
        expect(resolveDesign(asked)).toEqual({ ok: false, findings: expected })
      }
    },
  )
  it("refuses more uncertainties than a Sobol' design has dimensions", () => {
    const many = Array.from({ length: 556 }, (_, k) => ({ ...uncertainties[3], name: `u${k}` }))
    const asked = { options: {}, uncertainties: many, correlations: [], seed: 0, draws: 8 }
    expect(resolveDesign({ ...asked, kind: 'sobol' }).ok).toBe(true)
    expect(resolveDesign({ ...asked, kind: 'saltelli' })).toMatchObject({
      findings: [{ found: '1112 dimensions with design: saltelli' }],
    })
  })
})

describe('a sampler', () => {
  const drawn = (
    kind: DesignKind,
    options: DesignOptions,
    chance = { uncertainties, correlations },
    draws = 5,
  ) => {
    const resolved = resolveDesign({ kind, options, ...chance, seed: 3, draws })
    if (!resolved.ok) throw new Error('a design was refused')
    const sampler = createSampler({ ...chance, seed: 3, design: resolved.design, draws })
    const out = new Float64Array(sampler.names.length)
    return Array.from({ length: draws }, (_, draw) => {
      sampler.fill(draw, out)
      return [...out]
    })
  }
  it('sets every uncertainty by its own distribution under a design of levels', () => {
    const [middle, low, high] = drawn('one_at_a_time', { at: [0.25, 0.75], vary: ['exit', 'beds'] })
    expect(middle).toEqual([2, 1, 7, 0.5, 0, 3])
    expect(low).toEqual([1, 1, 7, 0.5, 0, 3])
    expect(high).toEqual([3, 1, 7, 0.5, 0, 3])
  })
  it("takes the rows of a user's table one after another, and leaves what it lacks at its median", () => {
    const table = uncertainties.map((one) =>
      one.name === 'exit' || one.name === 'beds'
        ? {
            ...one,
            distribution: {
              kind: 'empirical' as const,
              values: one.name === 'exit' ? [5, 6, 4] : [0.2, 0.9, 0.1],
              joint: 'mine.csv',
            },
          }
        : one.name === 'back'
          ? { ...one, distribution: { kind: 'empirical' as const, values: [9, 7, 8, 5] } }
          : one,
    )
    expect(drawn('table', { file: 'mine.csv' }, { uncertainties: table, correlations: [] }, 3)).toEqual([
      [5, 1, 7, 0.2, 0, 3],
      [6, 1, 7, 0.9, 0, 3],
      [4, 1, 7, 0.1, 0, 3],
    ])
  })
})
