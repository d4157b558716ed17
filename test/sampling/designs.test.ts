import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cautionOf, createDesign } from '../../src/sampling/designs.js'
import { permute } from '../../src/sampling/latin-hypercube.js'
import {
  directionsOf,
  MOST_SOBOL_DIMENSIONS,
  owenScramble,
  sobolWord,
  tableLine,
} from '../../src/sampling/sobol.js'
import { createStream } from '../../src/sampling/stream.js'

const names = ['fertility', 'return_flow', 'school_delay', 'bed_cost']

describe('the random design', () => {
  it('is the stream of the name', () => {
    const point = createDesign({ design: 'random', seed: 3, names, draws: 10 })('return_flow')
    expect(point(9)).toBe(createStream(3, 'return_flow')(9))
  })
})

describe('the Latin hypercube', () => {
  it('puts exactly one draw into each stratum of every uncertainty', () => {
    for (const draws of [1, 7, 100, 1024]) {
      const pointsOf = createDesign({ design: 'latin_hypercube', seed: 0, names, draws })
      for (const name of names) {
        const point = pointsOf(name)
        const strata = Array.from({ length: draws }, (_, draw) => Math.floor(point(draw) * draws))
        expect(new Set(strata).size).toBe(draws)
      }
    }
  })
  it('orders the strata of two uncertainties independently', () => {
    const pointsOf = createDesign({ design: 'latin_hypercube', seed: 1, names, draws: 1000 })
    const [first, second] = [pointsOf('fertility'), pointsOf('return_flow')]
    let sum = 0
    for (let draw = 0; draw < 1000; draw++) sum += (first(draw) - 0.5) * (second(draw) - 0.5)
    expect(Math.abs((sum / 1000) * 12)).toBeLessThan(4 / Math.sqrt(1000)) // correlation, four standard errors
  })
  it('says that raising the draws changes every draw, refuses draws beyond its number, and does change', () => {
    expect(cautionOf('latin_hypercube')).toBe(
      'A Latin hypercube is laid out for its number of draws: raising the draws changes every draw.',
    )
    const short = createDesign({ design: 'latin_hypercube', seed: 1, names, draws: 1000 })('fertility')
    const long = createDesign({ design: 'latin_hypercube', seed: 1, names, draws: 2000 })('fertility')
    expect(() => short(1000)).toThrow('Latin hypercube: draw 1000 of a design of 1000 draws')
    expect(short(5)).not.toBe(long(5))
  })
  it('permutes every length into itself', () => {
    for (const length of [1, 2, 3, 17, 1000]) {
      const images = Array.from({ length }, (_, index) => permute(index, length, 0x9e3779b9))
      expect([...images].sort((a, b) => a - b)).toEqual(images.map((_, index) => index))
    }
  })
})

describe("the Sobol' sequence", () => {
  /** Draws 0 .. 7, dimensions 1 .. 4; SciPy 1.17, qmc.Sobol(4, scramble=False, bits=32).random(8). */
  const first = [
    [0, 0, 0, 0],
    [0.5, 0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25, 0.25],
    [0.25, 0.75, 0.75, 0.75],
    [0.375, 0.375, 0.625, 0.875],
    [0.875, 0.875, 0.125, 0.375],
    [0.625, 0.125, 0.875, 0.625],
    [0.125, 0.625, 0.375, 0.125],
  ]
  it('begins with the published points', () => {
    const points = first.map((_, draw) =>
      [0, 1, 2, 3].map((dimension) => sobolWord(directionsOf(dimension), draw) / 2 ** 32),
    )
    expect(points).toEqual(first)
  })
  it('has them as a design, in the middle of cells of 2^-32, the same for every seed', () => {
    const names = ['a', 'b', 'c', 'd']
    const points = names.map(createDesign({ design: 'plain_sobol', seed: 3, names, draws: 8 }))
    expect(first.map((_, draw) => points.map((point) => point(draw) - 2 ** -33))).toEqual(first)
  })
  it('agrees with SciPy far out: draw 1000 in dimensions 10 to 1,111', () => {
    // SciPy 1.17.1, qmc.Sobol(1111, scramble=False, bits=32)
    const words = [10, 50, 100, 256, 257, 512, 1000, 1111].map(
      (dimension) => sobolWord(directionsOf(dimension - 1), 1000) / 2 ** 32,
    )
    const near = [0.0693359375, 0.4794921875, 0.1865234375, 0.2490234375]
    expect(words).toEqual([...near, 0.6259765625, 0.3955078125, 0.2001953125, 0.3701171875])
  })
  it("unpacks the authors' file to the letter: dimensions 2 to 1,111", () => {
    const lines = Array.from({ length: 1110 }, (_, at) => {
      const { coefficients, initial } = tableLine(at + 1)
      return [at + 2, initial.length, coefficients, ...initial].join(' ')
    })
    expect(lines.at(-1)).toBe('1111 13 4094 1 1 5 15 19 1 7 211 157 603 403 1387 1583')
    // the same lines of new-joe-kuo-6.21201, as SciPy 1.17.1 ships it
    const hash = createHash('sha256').update(lines.join('\n')).digest('hex')
    expect(hash).toBe('d50cbf7d370573662fd2d0f1b9171100ba4c2fb8e72f7c8b0c96f8522d7f662c')
  })
  it('has 1,111 dimensions, each with one point in every cell of 2^10', () => {
    expect(MOST_SOBOL_DIMENSIONS).toBe(1111)
    for (const dimension of [0, 1, 17, 100, 255, 1110]) {
      const directions = directionsOf(dimension)
      const cells = new Set(Array.from({ length: 1024 }, (_, draw) => sobolWord(directions, draw) >>> 22))
      expect(cells.size).toBe(1024)
    }
    expect(() => directionsOf(1111)).toThrow("Sobol' design: 1112 dimensions asked, 1111 at hand")
  })
})

describe("the scrambled Sobol' design", () => {
  it('keeps one point in every cell of 2^k, in each dimension and in pairs', () => {
    const pointsOf = createDesign({ design: 'sobol', seed: 11, names, draws: 1024 })
    for (const name of names) {
      const point = pointsOf(name)
      expect(new Set(Array.from({ length: 1024 }, (_, draw) => Math.floor(point(draw) * 1024))).size).toBe(
        1024,
      )
    }
    const [x, y] = [pointsOf('fertility'), pointsOf('return_flow')]
    const squares = Array.from(
      { length: 1024 },
      (_, draw) => Math.floor(x(draw) * 32) * 32 + Math.floor(y(draw) * 32),
    )
    expect(new Set(squares).size).toBe(1024)
  })
  it('scrambles so that bits depend only on the bits above them', () => {
    for (const scramble of [1, 0xdeadbeef]) {
      const a = owenScramble(0b1011 << 28, scramble) >>> 28
      const b = owenScramble((0b1011 << 28) | 0x0fffffff, scramble) >>> 28
      expect(a).toBe(b)
    }
  })
  it('differs between seeds, and between names on the same dimension', () => {
    const at = (seed: number, name: string) =>
      createDesign({ design: 'sobol', seed, names: [name], draws: 8 })(name)(3)
    expect(at(0, 'a')).not.toBe(at(1, 'a'))
    expect(at(0, 'a')).not.toBe(at(0, 'b'))
  })
  it('settles means ten times faster than independent draws', () => {
    const errorOf = (design: 'random' | 'sobol', seed: number) => {
      const points = names.map(createDesign({ design, seed, names, draws: 1024 }))
      let sum = 0
      for (let draw = 0; draw < 1024; draw++)
        sum += points.reduce((product, point) => product * (0.5 + point(draw)), 1)
      return (sum / 1024 - 1) ** 2
    }
    const mean = (design: 'random' | 'sobol') => {
      let squares = 0
      for (let seed = 0; seed < 20; seed++) squares += errorOf(design, seed)
      return Math.sqrt(squares / 20)
    }
    expect(mean('sobol') * 10).toBeLessThan(mean('random'))
  })
  it('says that reordering uncertainties changes draws, and does so', () => {
    expect(cautionOf('sobol')).toBe(
      "A Sobol' design hands out dimensions in the order of the file: add uncertainties at the end; reordering them changes draws.",
    )
    const forth = createDesign({ design: 'sobol', seed: 1, names, draws: 8 })('bed_cost')
    const back = createDesign({ design: 'sobol', seed: 1, names: [...names].reverse(), draws: 8 })('bed_cost')
    expect(forth(5)).not.toBe(back(5))
  })
  it('refuses a name that was not announced', () => {
    expect(() => createDesign({ design: 'sobol', seed: 1, names, draws: 8 })('unknown')).toThrow(
      'createDesign  names\n  Found no unknown among them; expected every name that is asked for.  [argument-wrong]',
    )
  })
})
