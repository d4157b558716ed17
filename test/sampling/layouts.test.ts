import { describe, expect, it } from 'vitest'
import type { Design, Factor, LevelDesign, MorrisDesign, SaltelliDesign } from '../../src/sampling/design.js'
import { createDesign, wholeDraws } from '../../src/sampling/designs.js'
import { createEfast, efastRow, fastFrequency, slowFrequencies } from '../../src/sampling/efast.js'
import { radicalInverse } from '../../src/sampling/halton.js'
import { factorWords, levelDraws, levelOf } from '../../src/sampling/levels.js'
import { createMorris, createTurns, morrisBlock } from '../../src/sampling/morris.js'
import { boseCell } from '../../src/sampling/orthogonal-hypercube.js'
import { saltelliDraw, saltelliRow } from '../../src/sampling/saltelli.js'
import { directionsOf, sobolWord } from '../../src/sampling/sobol.js'
import { distancesOf, spreadChoice } from '../../src/sampling/spread-trajectories.js'

const single = (...names: string[]): Factor[] =>
  names.map((name) => ({ name, members: [name], dimensions: [name] }))
const pointsOf = (design: Design, names: readonly string[], draws: number, seed = 0): number[][] => {
  const points = names.map(createDesign({ design, seed, names, draws }))
  return Array.from({ length: draws }, (_, draw) => points.map((point) => point(draw)))
}

describe('the Halton sequence', () => {
  /** Draws 0 .. 5, dimensions 1 .. 4, as SciPy 1.17 prints qmc.Halton(4, scramble=False) in decimals. */
  const published = [
    [0, 0, 0, 0],
    [1 / 2, 1 / 3, 1 / 5, 1 / 7],
    [1 / 4, 2 / 3, 2 / 5, 2 / 7],
    [3 / 4, 1 / 9, 3 / 5, 3 / 7],
    [1 / 8, 4 / 9, 4 / 5, 4 / 7],
    [5 / 8, 7 / 9, 1 / 25, 5 / 7],
  ]
  it('has the published points, unscrambled', () => {
    const point = (draw: number) => [2, 3, 5, 7].map((base) => radicalInverse(draw, base))
    expect(published.map((_, draw) => point(draw))).toEqual(published)
    const far = [0.0927734375, 0.3475080018289895, 0.00512, 0.9162848812994586]
    for (const [k, value] of point(1000).entries()) expect(value).toBeCloseTo(far[k], 15)
  })
  it('has them as a design, from the second on', () => {
    const names = ['a', 'b', 'c', 'd']
    expect(pointsOf('plain_halton', names, 5, 3)).toEqual(published.slice(1))
  })
  it('scrambled, keeps one point in every cell of base^k, and moves with the seed', () => {
    const names = ['a', 'b', 'c']
    const points = pointsOf('halton', names, 3 ** 5 * 2)
    const cells = (dimension: number, count: number) =>
      new Set(points.slice(0, count).map((point) => Math.floor(point[dimension] * count))).size
    expect([cells(0, 256), cells(1, 243), cells(2, 125)]).toEqual([256, 243, 125])
    expect(pointsOf('halton', names, 3, 1)).not.toEqual(points.slice(0, 3))
  })
})

describe('the Latin hypercube of strength 2', () => {
  /** Taguchi's L9, levels counted from 0. Source: Hedayat, Sloane & Stufken (1999), Orthogonal Arrays. */
  const L9 = ['0000', '0111', '0222', '1012', '1120', '1201', '2021', '2102', '2210']
  it('is laid out by the published array', () => {
    const rows = L9.map((_, run) => [0, 1, 2, 3].map((column) => boseCell(run, column, 3).stratum).join(''))
    expect(rows).toEqual(L9)
  })
  it('has one draw in each fine stratum of an uncertainty and in each square of any pair', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const points = pointsOf({ kind: 'orthogonal_hypercube', levels: 7 }, names, 49)
    names.forEach((_, x) => {
      expect(new Set(points.map((point) => Math.floor(point[x] * 49))).size).toBe(49)
      for (let y = 0; y < x; y++)
        expect(
          new Set(points.map((point) => Math.floor(point[x] * 7) * 7 + Math.floor(point[y] * 7))).size,
        ).toBe(49)
    })
  })
})

describe("Saltelli's design", () => {
  const design: SaltelliDesign = {
    kind: 'saltelli',
    secondOrder: true,
    scrambles: 1,
    factors: single('a', 'b'),
  }
  /** Points of a layout over the unscrambled sequence: A in the first dimensions, B in as many after them. */
  const plain = (layout: SaltelliDesign, draws: number) => {
    const dimensions = layout.factors.flatMap((factor) => factor.dimensions)
    return Array.from({ length: draws }, (_, draw) => {
      const { matrix, swapped, point } = saltelliRow(layout, draw)
      return dimensions.map((name, dimension) => {
        const own = layout.factors.findIndex((factor) => factor.dimensions.includes(name))
        const fromA = (matrix === 'A') !== (own === swapped)
        return sobolWord(directionsOf(fromA ? dimension : dimensions.length + dimension), point) / 2 ** 32
      })
    })
  }

  it('has the published layout with second order: SALib, sobol.sample(N=4, scramble=False), two inputs', () => {
    const rows = (text: string) => text.split(' ').map((row) => row.split(',').map(Number))
    expect(plain(design, 24)).toEqual([
      ...rows('0,0 0,0 0,0 0,0 0,0 0,0 .5,.5 .5,.5 .5,.5 .5,.5 .5,.5 .5,.5'),
      ...rows('.75,.25 .25,.25 .75,.25 .75,.25 .25,.25 .25,.25'),
      ...rows('.25,.75 .75,.75 .25,.75 .25,.75 .75,.75 .75,.75'),
    ])
  })
  it('has the published layout of groups, and without second order', () => {
    const [g, h] = [
      { name: 'g', members: ['a', 'b'], dimensions: ['a', 'b'] },
      { name: 'h', members: ['c'], dimensions: ['c'] },
    ]
    // base points 2 and 3, inputs a and b in one group
    expect(plain({ ...design, factors: [g, h] }, 24).slice(12)).toEqual([
      [0.75, 0.25, 0.25], [0.25, 0.75, 0.25], [0.75, 0.25, 0.75], [0.75, 0.25, 0.75], [0.25, 0.75, 0.25], [0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75], [0.75, 0.25, 0.75], [0.25, 0.75, 0.25], [0.25, 0.75, 0.25], [0.75, 0.25, 0.75], [0.75, 0.25, 0.25],
    ]) // biome-ignore format: rows as they were printed
    const first = { ...design, secondOrder: false, factors: single('a', 'b', 'c') }
    expect(plain(first, 15).slice(10)).toEqual([
      [0.75, 0.25, 0.25], [0.25, 0.25, 0.25], [0.75, 0.75, 0.25], [0.75, 0.25, 0.75], [0.25, 0.75, 0.75],
    ]) // biome-ignore format: rows as they were printed
  })
  it('finds the draw of every row, and the row of every draw', () => {
    const layout = { ...design, scrambles: 4, factors: single('a', 'b', 'c') }
    for (let draw = 0; draw < 100; draw++) expect(saltelliDraw(layout, saltelliRow(layout, draw))).toBe(draw)
  })
  it("begins with the points of the sobol design, and keeps them and the others' when one is added", () => {
    const sobol = pointsOf('sobol', ['a', 'b'], 8)
    const three = { ...design, scrambles: 4, factors: single('a', 'b', 'c') }
    const points = pointsOf(three, ['a', 'b', 'c'], 8 * 8 * 4)
    const A = Array.from({ length: 8 }, (_, point) =>
      points[saltelliDraw(three, { scramble: 0, point, matrix: 'A', swapped: -1 })].slice(0, 2),
    )
    expect(A).toEqual(sobol)
  })
})

describe("Morris' design", () => {
  const design: MorrisDesign = { kind: 'morris', levels: 4, factors: single('a', 'b', 'c') }

  it.each([
    [2, [1 / 2]],
    [4, [1 / 4, 1 / 2, 3 / 4]],
    [6, [1 / 3, 1 / 2, 2 / 3]],
  ])(
    'moves every factor once a trajectory and alone, by p / 2 or p / 2 - 1 of %i levels, or from the other end',
    (levels, sizes) => {
      const names = ['a', 'b', 'c']
      const points = pointsOf({ ...design, levels }, names, 4 * 200)
      const met = new Set<string>()
      for (let from = 0; from < points.length; from += 4) {
        const moved = [0, 1, 2].map((step) =>
          points[from + step].map((value, k) => Math.abs(points[from + step + 1][k] - value)),
        )
        expect(moved.map((move) => move.filter((size) => size !== 0).length)).toEqual([1, 1, 1])
        expect(new Set(moved.map((move) => move.findIndex((size) => size !== 0))).size).toBe(3)
        for (const size of moved.flat().filter((size) => size !== 0)) met.add(size.toFixed(12))
      }
      expect([...met].sort()).toEqual(sizes.map((size) => size.toFixed(12)))
    },
  )
  it('leaves no part of a range out: places before and after the moves are even', () => {
    const points = pointsOf(design, ['a', 'b', 'c'], 4 * 4000)
    for (const step of [0, 3]) {
      const counts = new Array<number>(10).fill(0)
      for (let from = 0; from < points.length; from += 4)
        for (const value of points[from + step]) counts[Math.floor(value * 10)] += 1
      // 1,200 in each of ten parts, -+ 4.5 standard deviations
      for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(150)
    }
  })
  it('moves the members of a group at once', () => {
    const group = { name: 'g', members: ['a', 'b'], dimensions: ['a', 'b'] }
    const points = pointsOf({ ...design, factors: [group, ...single('c')] }, ['a', 'b', 'c'], 3)
    const moves = [0, 1].map((step) => points[step].map((value, k) => points[step + 1][k] !== value))
    expect(moves.map(String).sort()).toEqual(['false,false,true', 'true,true,false'])
  })
  it('leaves starts, directions and mutual turns of the others where they were when a factor is added', () => {
    const four = { ...design, factors: single('a', 'b', 'c', 'd') }
    for (let trajectory = 0; trajectory < 20; trajectory++) {
      const at = (one: MorrisDesign, step: number) =>
        ['a', 'b', 'c'].map((name) => createMorris(one, 0)(name)(trajectory * morrisBlock(one) + step))
      expect(at(four, 0)).toEqual(at(design, 0))
      expect(at(four, 4)).toEqual(at(design, 3))
      const order = (one: MorrisDesign) => {
        const turns = createTurns(0, one.factors)(trajectory)
        return [0, 1, 2].sort((x, y) => turns[x] - turns[y])
      }
      expect(order(four)).toEqual(order(design))
    }
  })

  /** Six trajectories and their distances. Source: Saltelli et al. (2008), The Primer, section 3.4, table 3.1. */
  const third = (...points: number[][]) => points.map((point) => point.map((level) => level / 3))
  const six = [
    third([0, 1], [0, 3], [2, 3]),
    third([0, 1], [2, 1], [2, 3]),
    third([2, 0], [2, 2], [0, 2]),
    third([1, 3], [3, 3], [3, 1]),
    third([1, 3], [1, 1], [3, 1]),
    third([1, 2], [1, 0], [3, 0]),
  ]
  it('has the published distances of trajectories, and keeps the four that are published as the most spread', () => {
    const distances = distancesOf(six)
    const below = distances.flatMap((row, one) => row.slice(0, one).map((value) => Number(value.toFixed(2))))
    expect(below).toEqual([
      5.5, 6.18, 5.31, 6.89, 6.18, 6.57, 6.18, 5.31, 5.41, 5.5, 7.52, 5.99, 5.52, 7.31, 5.77,
    ])
    expect(spreadChoice(distances, 4)).toEqual([0, 2, 3, 5])
  })
})

describe("eFAST's search curves", () => {
  const design = { kind: 'efast' as const, points: 257, harmonics: 4, factors: single('a', 'b', 'c') }
  it('swing as 1/2 + arcsin(sin) / pi, the looked-at factor fast and the others slowly', () => {
    expect([fastFrequency(design), slowFrequencies(design)]).toEqual([31, [1, 3]])
    const point = createEfast(design, 0, 'b')
    for (const curve of [0, 1, 2]) {
      const frequency = [1, 31, 3][curve]
      // the phase is what the first point says, up to its direction
      const values = Array.from({ length: 257 }, (_, k) => point(curve * 257 + k))
      const start = (values[0] - 0.5) * Math.PI
      const phases = [start, Math.PI - start]
      const misses = phases.map((phase) =>
        Math.max(
          ...values.map((value, k) => {
            const angle = (2 * Math.PI * frequency * k) / 257 + phase
            return Math.abs(value - (0.5 + Math.asin(Math.sin(angle)) / Math.PI))
          }),
        ),
      )
      expect(Math.min(...misses)).toBeLessThan(1e-9)
    }
  })
  it('come curve by curve, and round by round', () => {
    expect(efastRow(design, 257 * 4 + 9)).toEqual({ round: 1, factor: 1, point: 9 })
    expect(wholeDraws(design, 800)).toBe(257 * 6)
  })
})

describe('designs of levels', () => {
  const design = (
    kind: LevelDesign['kind'],
    factors: number,
    rest: Partial<LevelDesign> = {},
  ): LevelDesign => ({
    kind,
    at: [0.1, 0.9],
    factors: single(...Array.from({ length: factors }, (_, k) => `u${k}`)),
    ...rest,
  })
  it('have the published words of resolution 5: Sanchez & Sanchez (2005), table 1', () => {
    expect(factorWords(20, 5)).toEqual([
      1, 2, 4, 8, 15, 16, 32, 51, 64, 85, 106, 128, 150, 171, 219, 237, 247, 256, 279, 297,
    ])
  })
  it('have as few draws as the textbook: 8 for 7 factors at resolution 3, 16 for 8 at 4, 16 for 5 at 5', () => {
    const draws = (factors: number, resolution: number) =>
      levelDraws(design('fractional_factorial', factors, { resolution }))
    expect([draws(7, 3), draws(8, 4), draws(5, 5)]).toEqual([8, 16, 16])
  })
  it('balance every factor, and every pair at resolution 4', () => {
    const eight = design('fractional_factorial', 8, { resolution: 4 })
    const columns = eight.factors.map((_, factor) =>
      Array.from({ length: 16 }, (_, draw) => 2 * levelOf(eight, factor)(draw) - 1),
    )
    columns.forEach((one, x) => {
      expect(one.reduce((sum, sign) => sum + sign, 0)).toBe(0)
      for (let y = 0; y < x; y++)
        expect(one.reduce((sum, sign, draw) => sum + sign * columns[y][draw], 0)).toBe(0)
    })
  })
  it('try every setting of a full factorial, the first factor fastest', () => {
    const full = design('factorial', 2, { at: [0.1, 0.5, 0.9] })
    const points = pointsOf(full, ['u0', 'u1'], 9)
    expect(points.slice(0, 4)).toEqual([
      [0.1, 0.1],
      [0.5, 0.1],
      [0.9, 0.1],
      [0.1, 0.5],
    ])
    expect(new Set(points.map(String)).size).toBe(9)
  })
  it('change one at a time, after a draw with everything at its median', () => {
    const one = design('one_at_a_time', 2)
    expect(levelDraws(one)).toBe(5)
    expect(pointsOf(one, ['u0', 'u1', 'fixed'], 5)).toEqual([
      [0.5, 0.5, 0.5], [0.1, 0.5, 0.5], [0.9, 0.5, 0.5], [0.5, 0.1, 0.5], [0.5, 0.9, 0.5],
    ]) // biome-ignore format: a table reads best as one
  })
})
