/**
 * PRIM step by step, draws and draws of interest in each box, against the EMA Workbench 3.0.0 (prim.py of June 2026, run
 * on the same numbers, pasting left out): all three objectives, with and without an input of choices.
 */
import { expect, it } from 'vitest'
import { peel } from '../../../src/analysis/discovery/prim.js'

const DRAWS = Array.from({ length: 1200 }, (_, at) => at + 1)
const numbers = [37, 91, 353, 610].map((by, at) => ({
  name: 'abcd'[at],
  values: Float64Array.from(DRAWS, (draw) => ((draw * by) % 1201) / 1201),
}))
/** Codes of north, east, south and west. */
const way = { name: 'way', values: Float64Array.from(DRAWS, (draw) => ((draw * draw * 3) % 1201) % 4) }
const [a, b] = numbers.map(({ values }) => values)
const groupOf = (ways: readonly number[]) =>
  Uint8Array.from(DRAWS, (draw, at) => {
    const within = a[at] < 0.6 && b[at] > 0.4 && (draw * draw * 7) % 23 > 3 && ways.includes(way.values[at])
    return within || (draw * draw * 11) % 29 === 1 ? 1 : 0
  })

const stepsOf = (boxes: readonly { readonly draws: number; readonly hits: number }[]) =>
  boxes.map(({ draws, hits }) => `${draws}/${hits}`).join(' ')

it.each(['lenient1', 'lenient2', 'original'] as const)('peels numbers by %s as there', (objective) => {
  const found = peel(numbers, groupOf([0, 1, 2, 3]), { slice: 0.1, mass: 0.05, objective })
  // from 158 draws on slices have equal gains, and programs differ in which they take
  expect(stepsOf(found.slice(0, 20))).toBe(
    '1200/410 1080/410 972/410 874/410 786/410 707/410 636/410 572/410 514/410 462/410 415/393 373/354 335/319 301/288 270/259 243/234 218/211 196/190 176/171 158/154',
  )
})

it.each([
  [
    'lenient1',
    '1200/206 892/206 600/206 540/206 486/206 437/206 393/206 353/206 317/206 285/206 256/206 230/206 207/192 186/174 167/157 150/142 74/71 66/64',
  ],
  [
    'lenient2',
    '1200/206 1080/206 972/206 729/206 486/206 437/206 393/206 353/206 317/206 285/206 256/206 230/206 207/192 186/174 167/157 150/142 135/128 121/115 108/103 97/93 87/84 78/76',
  ],
  [
    'original',
    '1200/206 892/206 600/206 540/206 486/206 437/206 393/206 353/206 317/206 285/206 256/206 230/206 207/192 186/174 91/86 81/77 72/69 64/62',
  ],
] as const)('peels choices by %s as there', (objective, steps) => {
  const found = peel([...numbers, way], groupOf([0, 2]), {
    slice: 0.1,
    mass: 0.05,
    objective,
    categories: ['way'],
  })
  expect(stepsOf(found)).toBe(steps)
})

it('peels any number of choices one by one', () => {
  // by hand: 12 choices, of which three make up the group
  const many = { name: 'many', values: Float64Array.from({ length: 240 }, (_, draw) => draw % 12) }
  const three = Uint8Array.from(many.values, (value) => ([2, 5, 11].includes(value) ? 1 : 0))
  const last = peel([many], three, { mass: 0.05, categories: ['many'] }).at(-1)
  expect(last).toMatchObject({
    coverage: 1,
    density: 1,
    limits: [{ name: 'many', without: [0, 1, 3, 4, 6, 7, 8, 9, 10] }],
  })
})
