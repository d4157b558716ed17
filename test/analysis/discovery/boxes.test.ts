import { describe, expect, it } from 'vitest'
import { measureBox } from '../../../src/analysis/discovery/box.js'
import { cart } from '../../../src/analysis/discovery/cart.js'
import { chooseBox, quasiP } from '../../../src/analysis/discovery/choose-box.js'
import { discover } from '../../../src/analysis/discovery/discover.js'
import { paste, peel } from '../../../src/analysis/discovery/prim.js'
import type { Input } from '../../../src/analysis/sensitivity/estimate.js'
import { createStream } from '../../../src/sampling/stream.js'
import { sampleOf } from '../sensitivity/functions.js'

const names = Array.from({ length: 10 }, (_, k) => `x${k}`)
const inputs = sampleOf(names, 'random', 1, 2000)
const groupOf = (of: (x: readonly number[]) => boolean): Uint8Array =>
  Uint8Array.from(inputs[0].values, (_, draw) => (of(inputs.map(({ values }) => values[draw])) ? 1 : 0))

/** Known shapes among inputs that have nothing to do with them, after Lempert, Bryant & Bankes (2008), WR-557-NSF. */
const ONE = groupOf(([x, y]) => x < 0.4 && y > 0.3)
const TWO = groupOf(([x, y, z]) => (x < 0.4 && y > 0.6) || (x > 0.6 && z < 0.3))
const lot = createStream(9, 'noise')
const NOISY = ONE.map((one, draw) => (lot(draw) < 0.1 ? 1 - one : one))

const limitsOf = ({ limits }: { limits: readonly { name: string; above?: number; below?: number }[] }) =>
  Object.fromEntries(limits.map(({ name, above, below }) => [name, { above, below }]))

describe('PRIM', () => {
  it('finds the one box: its two inputs and no other, its limits within a slice', () => {
    const { boxes, stability } = discover(inputs, ONE)
    expect(boxes.length).toBe(1)
    expect(Object.keys(limitsOf(boxes[0])).sort()).toEqual(['x0', 'x1'])
    expect(Math.abs(limitsOf(boxes[0])['x0'].below! - 0.4)).toBeLessThan(0.03)
    expect(Math.abs(limitsOf(boxes[0])['x1'].above! - 0.3)).toBeLessThan(0.03)
    expect(boxes[0].coverage).toBeGreaterThan(0.95)
    expect(boxes[0].density).toBeGreaterThan(0.98)
    expect(stability!.inputs.map(({ name, limited }) => [name, limited])).toEqual([
      ['x0', 1],
      ['x1', 1],
    ])
    expect(stability!.density).toBeGreaterThan(0.9)
  })
  it('finds two boxes, one after the other', () => {
    const { boxes, coverage, density } = discover(inputs, TWO)
    const found = boxes.map((box) => Object.keys(limitsOf(box)).sort().join())
    expect(found.sort()).toEqual(['x0,x1', 'x0,x2'])
    expect(coverage).toBeGreaterThan(0.85)
    expect(density).toBeGreaterThan(0.85)
  })
  it('finds the box when one draw in ten is called wrongly', () => {
    const [box] = discover(inputs, NOISY).boxes
    expect(Object.keys(limitsOf(box)).sort()).toEqual(['x0', 'x1'])
    expect(Math.abs(limitsOf(box)['x0'].below! - 0.4)).toBeLessThan(0.04)
  })
  it('finds nothing where nothing is', () => {
    const chance = groupOf(() => false).map((_, draw) => (lot(draw + 5000) < 0.3 ? 1 : 0))
    expect(
      discover(inputs, chance).boxes.filter(({ density, coverage }) => density > 0.5 && coverage > 0.2),
    ).toEqual([])
  })
  it('says of the documented example x1 x2 + 0.2 x3 > 0.5 that both are high', () => {
    // Source: README of the PRIM package for Python, Hadka (2015)
    const [box] = discover(
      inputs,
      groupOf(([x, y, z]) => x * y + 0.2 * z > 0.5),
    ).boxes
    const limits = limitsOf(box)
    expect(limits['x0'].above).toBeGreaterThan(0.4)
    expect(limits['x1'].above).toBeGreaterThan(0.4)
    expect(limits['x0'].below ?? limits['x1'].below).toBeUndefined()
  })
  it('trades coverage for density on the way, down to a twentieth of the draws', () => {
    const way = peel(inputs, NOISY)
    for (let step = 1; step < way.length; step++) {
      expect(way[step].coverage).toBeLessThanOrEqual(way[step - 1].coverage)
      expect(way[step].mass).toBeLessThan(way[step - 1].mass)
    }
    expect(way.at(-1)!.mass).toBeGreaterThanOrEqual(0.05)
    expect(Math.max(...way.map(({ density }) => density))).toBeGreaterThan(0.9)
  })
  it('limits no more inputs than it may', () => {
    expect(peel(inputs, TWO, { inputs: 1 }).every(({ limits }) => limits.length <= 1)).toBe(true)
  })
  it('pastes back what was peeled too far, as long as the box grows no thinner', () => {
    const narrow = measureBox(
      [
        { name: 'x0', below: 0.2 },
        { name: 'x1', above: 0.5 },
      ],
      inputs,
      ONE,
    )
    const wide = paste(narrow, inputs, ONE)
    expect(wide.density).toBeGreaterThanOrEqual(narrow.density)
    expect(wide.coverage).toBeGreaterThan(0.9)
  })
  it('takes whole values of an input that has few', () => {
    const coarse: Input = { name: 'coarse', values: inputs[0].values.map((value) => Math.floor(value * 4)) }
    const way = peel(
      [coarse],
      Uint8Array.from(coarse.values, (value) => (value === 3 ? 1 : 0)),
    )
    expect(limitsOf(chooseBox(way))).toEqual({ coarse: { above: 2.5, below: undefined } })
  })
})

describe('causes that are rare, choices without an order, and ties', () => {
  const draws = 2000
  const at = createStream(3, 'cases')
  const columnFrom = (name: string, of: (u: number) => number): Input => ({
    name,
    values: Float64Array.from({ length: draws }, (_, draw) => of(createStream(3, name)(draw))),
  })
  const x = columnFrom('x', (u) => u)
  const flag = columnFrom('flag', (u) => (u < 0.03 ? 1 : 0))
  const way = columnFrom('way', (u) => 1 + Math.floor(3 * u))
  const of = (values: Float64Array, is: (value: number) => boolean) =>
    Uint8Array.from(values, (value) => (is(value) ? 1 : 0))

  it('finds a cause of 3 draws in 100, by both methods: all of them and nothing else', () => {
    // By hand: flag = 1 is the group itself, so that coverage and density are 1
    const group = of(flag.values, (value) => value === 1)
    for (const box of [discover([x, flag], group).boxes[0], cart([x, flag], group)[0]])
      expect(box).toMatchObject({ limits: [{ name: 'flag', above: 0.5 }], coverage: 1, density: 1 })
  })
  it('looks for no smaller box than is asked for', () => {
    const group = of(flag.values, (value) => value === 1)
    const found = discover([x, flag], group, { mass: 0.05 })
    expect(found).toMatchObject({ mass: 0.05, boxes: [] })
    expect(
      discover(
        [x],
        of(x.values, (value) => value < 0.5),
      ).mass,
    ).toBe(0.05)
  })
  it('peels a choice value by value: the first or the third of three ways', () => {
    // By hand: the ways 1 and 3 are the group itself
    const [box] = discover(
      [x, way],
      of(way.values, (value) => value !== 2),
    ).boxes
    expect(box).toMatchObject({ limits: [{ name: 'way', without: [2] }], coverage: 1, density: 1 })
    // and the second alone is an interval
    const [second] = discover(
      [x, way],
      of(way.values, (value) => value === 2),
    ).boxes
    expect(second).toMatchObject({
      limits: [{ name: 'way', above: 1.5, below: 2.5 }],
      coverage: 1,
      density: 1,
    })
  })
  it('gives back a value that was left out for nothing', () => {
    const box = measureBox(
      [{ name: 'way', without: [2] }],
      [way],
      of(x.values, (value) => value < 2),
    )
    expect(
      paste(
        box,
        [way],
        of(x.values, (value) => value < 2),
      ).limits,
    ).toEqual([])
  })
  it('breaks a tie of gain by fewer limited inputs, whatever the order of the inputs', () => {
    // By hand: 20 draws of a and b. Draws of b are the mirror of a's, so that a slice off either has the same gain; once
    // one is limited its other end and the other input's ends tie again, and the limited one is taken.
    const a: Input = { name: 'a', values: Float64Array.from({ length: 20 }, (_, k) => k) }
    const b: Input = { name: 'b', values: a.values.map((value) => 19 - value) }
    const group = of(a.values, (value) => value > 4 && value < 15)
    for (const inputs of [
      [a, b],
      [b, a],
    ])
      expect(peel(inputs, group, { mass: 0.5 }).map(({ limits }) => limits.length)).toEqual([
        0,
        ...new Array<number>(10).fill(1),
      ])
  })
  it('has nothing to look for where nothing varies', () => {
    const group = Uint8Array.from({ length: 100 }, (_, draw) => Number(at(draw) < 0.5))
    const { boxes, draws: all, hits } = discover([], group)
    expect([boxes, all, hits]).toEqual([[], 100, group.reduce((sum, one) => sum + one, 0)])
    expect(JSON.stringify(discover([], new Uint8Array(100)))).not.toContain('null')
  })
})

describe('the quasi-p-value', () => {
  it('is the binomial odds of as many hits in a box without the limit', () => {
    const few = [{ name: 'x', values: Float64Array.from([1, 2, 3, 4]) }]
    const group = Uint8Array.from([1, 1, 0, 0])
    const box = measureBox([{ name: 'x', below: 2.5 }], few, group)
    // two hits of two draws, each with the odds of 1 in 2
    expect(quasiP(box, few, group).get('x')).toBeCloseTo(0.25, 12)
  })
})

describe('CART', () => {
  it('finds the one box to a draw', () => {
    const leaves = cart(inputs, ONE)
    expect(leaves.length).toBe(3)
    expect(leaves[0]).toMatchObject({ coverage: 1, density: 1 })
    expect(limitsOf(leaves[0])['x0'].below).toBeCloseTo(0.4, 2)
    expect(limitsOf(leaves[0])['x1'].above).toBeCloseTo(0.3, 2)
  })
  it('finds two boxes', () => {
    const pure = cart(inputs, TWO).filter(({ density }) => density > 0.9)
    expect(pure.reduce((sum, { coverage }) => sum + coverage, 0)).toBeGreaterThan(0.8)
  })
  it('asks about nothing else when one draw in ten is called wrongly: the tree is cut back', () => {
    const asked = new Set(cart(inputs, NOISY).flatMap(({ limits }) => limits.map(({ name }) => name)))
    expect([...asked].sort()).toEqual(['x0', 'x1'])
  })
  it('is a single leaf where nothing is', () => {
    const chance = ONE.map((_, draw) => (lot(draw + 9000) < 0.3 ? 1 : 0))
    expect(cart(inputs, chance).map(({ limits }) => limits)).toEqual([[]])
  })
  it('parts all draws among its leaves', () => {
    const leaves = cart(inputs, NOISY)
    expect(leaves.reduce((sum, { draws }) => sum + draws, 0)).toBe(2000)
    expect(leaves.reduce((sum, { coverage }) => sum + coverage, 0)).toBeCloseTo(1, 12)
  })
})
