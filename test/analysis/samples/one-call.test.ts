/** Sample matrices and the call that does it all: closed forms, sizes, and rows of other programs. */
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type Analysis,
  analyse,
  countDraws,
  type Estimate,
  factorsOf,
  sample,
  sobol,
  sobolIndices,
  study,
} from '../../../src/library/sensitivity.js'

const angle = { kind: 'uniform', low: -Math.PI, high: Math.PI } as const
const inputs = { x1: angle, x2: angle, x3: angle }
/** Ishigami's function with a = 7, b = 0.1. */
const ishigami = ({ x1, x2, x3 }: Readonly<Record<'x1' | 'x2' | 'x3', number>>) =>
  Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1)
// closed form: V1 = (1 + b pi^4 / 5)^2 / 2, V2 = a^2 / 8, V13 = 8 b^2 pi^8 / 225
const b = 0.1 * Math.PI ** 4
const [V1, V2, V13] = [(1 + b / 5) ** 2 / 2, 49 / 8, (8 * b ** 2) / 225]
const V = V1 + V2 + V13
const EXACT = { S1: [V1 / V, V2 / V, 0], ST: [(V1 + V13) / V, V2 / V, V13 / V] }

const values = (table: Readonly<Record<'x1' | 'x2' | 'x3', Estimate>>) =>
  [table.x1, table.x2, table.x3].map(({ value }) => value)
const expectNear = (found: number[], exact: number[], error: number) =>
  found.forEach((one, k) => {
    expect(Math.abs(one - exact[k]), `${k}: ${one} for ${exact[k]}`).toBeLessThan(error)
  })

describe("Sobol' indices of a model, in one call", () => {
  const found = sobol(ishigami, inputs, { N: 2048, secondOrder: true, seed: 1 })

  it("are those of Ishigami's function, by the names of the literature", () => {
    expectNear(values(found.S1), EXACT.S1, 0.02)
    expectNear(values(found.ST), EXACT.ST, 0.02)
    expect(found.names).toEqual(['x1', 'x2', 'x3'])
    const pair = found.S2.find(({ names }) => names.join() === 'x1,x3')!
    expect(Math.abs(pair.value - V13 / V)).toBeLessThan(0.02)
    expect(found.draws).toBe(2048 * 8)
    expectTypeOf(found.S1).toEqualTypeOf<Readonly<Record<'x1' | 'x2' | 'x3', Estimate>>>()
    expectTypeOf(found).toEqualTypeOf<Analysis<'sobol', 'x1' | 'x2' | 'x3'>>()
  })

  it('have intervals of the level asked for: 99 in 100 is wider than 95, by the quantiles of Student', () => {
    const wide = sobol(ishigami, inputs, { N: 2048, secondOrder: true, seed: 1, level: 0.99 })
    const width = ({ low, high }: Estimate) => high - low
    // t of 3 degrees at 0.995 and 0.975: 5.8409 and 3.1824
    expect(width(wide.ST.x1) / width(found.ST.x1)).toBeCloseTo(5.8409 / 3.1824, 3)
    expect(wide.ST.x1.value).toBe(found.ST.x1.value)
  })
})

describe('a sample', () => {
  it('counts its rows before they are made: base points, trajectories, points of a curve, rows', () => {
    const rows = (...[kind, options]: [Parameters<typeof sample>[0], Parameters<typeof sample>[2]]) => [
      countDraws(kind, inputs, options),
      sample(kind, inputs, options).draws,
    ]
    expect(rows('saltelli', { N: 64 })).toEqual([320, 320])
    expect(rows('saltelli', { N: 64, secondOrder: true })).toEqual([512, 512])
    expect(rows('morris', { N: 10 })).toEqual([40, 40])
    expect(rows('morris', { N: 4, candidates: 8 })).toEqual([16, 16])
    expect(rows('efast', { N: 65, rounds: 2 })).toEqual([390, 390])
    expect(rows('factorial', { N: 1, at: [0.25, 0.75] })).toEqual([8, 8])
    expect(rows('latin_hypercube', { N: 30 })).toEqual([30, 30])
  })

  it('stands in the unit of each input', () => {
    const mixed = { share: { kind: 'uniform', low: 2, high: 4 }, kind: { kind: 'fixed', value: 7 } } as const
    const { columns, names } = sample('latin_hypercube', mixed, { N: 8, seed: 3 })
    expect(names).toEqual(['share', 'kind'])
    // one in each eighth of the range
    expect([...columns.share].map((value) => Math.floor((value - 2) * 4)).sort()).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ])
    expect([...columns.kind]).toEqual(Array(8).fill(7))
  })

  it('says which sizes fill the space evenly where the one asked for does not, and what they cost', () => {
    expect(sample('saltelli', inputs, { N: 1024 }).warning).toBeUndefined()
    expect(sample('saltelli', inputs, { N: 1000 }).warning).toBe(
      'N = 1000, 250 points for each of 4 scrambles, is no power of two: means over the 2440 rows beyond the last power of two and those up to it are often less exact than over these alone. Nearest: N = 512 (2560 rows) and N = 1024 (5120 rows).',
    )
    expect(sample('sobol', inputs, { N: 5 }).warning).toContain('Nearest: N = 4 (4 rows) and N = 8 (8 rows).')
    expect(sample('random', inputs, { N: 5 }).warning).toBeUndefined()
  })
})

describe('every method', () => {
  const linear = { a: { kind: 'uniform', low: 0, high: 1 }, b: { kind: 'uniform', low: 0, high: 1 } } as const
  // a quarter of the slope of a, by variance a sixteenth: 16 / 17 and 1 / 17
  const slope = ({ a, b: other }: Readonly<Record<'a' | 'b', number>>) => 4 * a + other

  it('runs on the design that it reads, or on points that fill the space', () => {
    const { mu_star, mu, sigma } = study('morris', slope, linear, { N: 8 })
    for (const one of [mu_star, mu]) expectNear([one.a.value, one.b.value], [4, 1], 1e-9)
    expectNear([sigma.a.value, sigma.b.value], [0, 0], 1e-9)
    const { S1 } = study('efast', slope, linear, { N: 257 })
    // harmonics beyond the fourth of a triangle hold 1 % of its variance
    expectNear([S1.a.value, S1.b.value], [16 / 17, 1 / 17], 0.02)
    const { swing } = study('levels', slope, linear, { N: 1, at: [0.1, 0.9] })
    expectNear([swing.a.value, swing.b.value], [3.2, 0.8], 1e-12)
    const { share } = study('shares', slope, linear, { N: 1024 })
    expectNear([share.a.value, share.b.value], [16 / 17, 1 / 17], 0.02)
    const { srrc } = study('regression', slope, linear, { N: 1024 })
    expect(srrc.a.value).toBeGreaterThan(srrc.b.value)
  })

  it('leaves NaN where an input never varies, or the outcome', () => {
    const fixed = { ...linear, c: { kind: 'fixed', value: 1 } } as const
    const found = study('sobol', ({ a, c }) => a + c, fixed, { N: 64 })
    expect(found.S1.c.value).toBeNaN()
    expect(found.names.at(-1)).toBe('c')
    expect(study('delta', () => 1, linear, { N: 64 }).delta.a.value).toBeNaN()
  })
})

describe('own rows', () => {
  const rows = sample('saltelli', inputs, { N: 512, secondOrder: true, scrambles: 1, seed: 2 })
  const outcome = rows.evaluate(ishigami)

  it("of Saltelli's design give what the design gives, with an interval from parts of the base points", () => {
    const found = analyse('sobol', rows.columns, outcome, { secondOrder: true })
    const factors = factorsOf(
      Object.entries(inputs).map(([name, distribution]) => ({ name, distribution })),
      [],
    )
    const { indices, pairs } = sobolIndices({ factors, secondOrder: true, scrambles: 1 }, outcome)
    expect(values(found.ST)).toEqual(indices.map(({ measures }) => measures.total.value))
    expect(found.S2.map(({ value }) => value)).toEqual(pairs.map(({ second }) => second.value))
    expect(found.ST.x1.low).toBeLessThan(EXACT.ST[0])
    expect(found.ST.x1.high).toBeGreaterThan(EXACT.ST[0])
  })

  it('of another order are refused, with the row', () => {
    const turned = { ...rows.columns, x1: rows.columns.x1.toReversed() }
    expect(() => analyse('sobol', turned, outcome, { secondOrder: true })).toThrow(/row \d+/)
    expect(() => analyse('sobol', rows.columns, outcome)).toThrow('a multiple of 5')
    const { columns } = sample('random', inputs, { N: 8 })
    expect(() => analyse('morris', columns, columns.x1, { bounds: BOUNDS })).toThrow('3 inputs moved')
  })

  const BOUNDS = { x1: [0, 2], x2: [0, 10], x3: [0, 1] } as const

  it('of trajectories: each effect is divided by how far its own move went, by hand', () => {
    // y = 3 x1 + x2^2: x1 moves 1 of 2, x2 moves 5 of 10; effects 3 / 0.5 = 6, (25 - 0) / 0.5 and (100 - 25) / 0.5
    const columns = {
      x1: [0, 1, 1, 1, 2, 1, 1, 1],
      x2: [0, 0, 5, 5, 5, 5, 10, 10],
      x3: [0, 0, 0, 1, 1, 1, 1, 0.5],
    }
    const y = columns.x1.map((x1, row) => 3 * x1 + columns.x2[row]! ** 2)
    const { mu_star, mu, sigma } = analyse('morris', columns, y, { bounds: BOUNDS })
    expect(values(mu_star)).toEqual([6, 100, 0])
    expect(values(mu)).toEqual([6, 100, 0])
    // of 50 and 150: deviation 70.71
    expect(sigma.x2.value).toBeCloseTo(Math.sqrt(5000), 9)
  })

  it('of curves: the spectrum at the frequency and its harmonics, of a curve written here', () => {
    const points = 129
    // floor(128 / 8) swings of the input looked at; the other swings once
    const swing = (turns: number, point: number) =>
      0.5 + Math.asin(Math.sin((2 * Math.PI * turns * point) / points)) / Math.PI
    const column = (own: number) =>
      Float64Array.from({ length: 2 * points }, (_, row) =>
        swing(Math.floor(row / points) === own ? 16 : 1, row % points),
      )
    const columns = { a: column(0), b: column(1) }
    const y = columns.a.map((a, row) => 4 * a + columns.b[row]!)
    const { S1, ST } = analyse('efast', columns, y)
    expectNear([S1.a.value, S1.b.value], [16 / 17, 1 / 17], 0.02)
    expectNear([ST.a.value, ST.b.value], [16 / 17, 1 / 17], 0.03)
    expect(() => analyse('efast', columns, y, { frequency: 17 })).toThrow('a whole number from 1 to 16')
  })

  it('of levels: the mean at the highest and at the lowest, less the mean of all', () => {
    const columns = { a: [0, 0, 1, 1], b: [5, 9, 5, 9] }
    const { swing, low } = analyse('levels', columns, [1, 2, 4, 9])
    expect([swing.a.value, swing.b.value, low.a.value]).toEqual([5, 3, -2.5])
  })

  it('of any kind do for methods that take given data', () => {
    const { columns } = sample('random', inputs, { N: 400, seed: 5 })
    const y = columns.x1.map((x1, row) => ishigami({ x1, x2: columns.x2[row]!, x3: columns.x3[row]! }))
    const { delta } = analyse('delta', columns, y, { level: 0.9 })
    const { S1 } = analyse('rbd_fast', columns, y)
    expect(delta.x2.value).toBeGreaterThan(delta.x3.value)
    expect(S1.x1.high).toBeGreaterThan(S1.x1.low)
  })
})
