/** `cityward/demography`: printed matrices, closed forms, and arguments that cannot be meant. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as demography from '../../../src/library/demography.js'
import { loadPlan } from '../../../src/studies/load-plan.js'
import { CitywardError } from '../../../src/vocabulary/problems.js'

const d = demography
const FUNDAMENTAL = { a1: 0.02, alpha1: 0.1, a2: 0.06, alpha2: 0.1, mu2: 20, lambda2: 0.4, c: 0.003 }

describe('leslie', () => {
  it('is the printed matrix of Burkina Faso, 1960-1965', () => {
    const folder = 'fixtures/published'
    const [, ...printed] = readFileSync(join(folder, 'burkina-faso-leslie.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(',').map(Number))
    // Wheldon and others (2013): births per woman-year from 15 to 49, the share of births who survive the step, 1.05 boys a girl
    const fertility = [
      0, 0, 0, 0.231061468, 0.365138594, 0.307983617, 0.25784739, 0.178048162, 0.091187068, 0.019532546,
    ]
    const groups = printed.length
    const matrix = d.leslie({
      fertility: Array.from({ length: groups }, (_, age) => fertility[age] ?? 0),
      survival: [0.762486, ...printed.slice(0, -1).map(([, , survival]) => survival)],
      femaleShare: 1 / 2.05,
      step: 5,
    })
    // seven significant digits are printed
    printed.forEach(([age, girls], group) => {
      expect(Math.abs(matrix[0][group] - girls), `girls of ${age}`).toBeLessThan(1e-7)
    })
    expect(printed[4][1]).toBeGreaterThan(0.5)
    expect(matrix[5][4]).toBe(printed[4][2])
  })
})

describe('stablePopulation', () => {
  it('is what the matrix leaves as it is, but for its size', () => {
    const matrix = d.leslie({
      fertility: [0, 0.2, 0.2, 0],
      survival: [0.9, 0.9, 0.9, 0.5],
      femaleShare: 0.5,
      step: 10,
    })
    const { ratio, growth, structure } = d.stablePopulation(matrix, 10)
    matrix.forEach((row, age) => {
      expect(row.reduce((sum, value, from) => sum + value * structure[from], 0)).toBeCloseTo(
        ratio * structure[age],
        11,
      )
    })
    expect(growth).toBeCloseTo(Math.log(ratio) / 10, 14)
    // Fibonacci's rabbits: the golden ratio
    expect(
      d.stablePopulation([
        [1, 1],
        [1, 0],
      ]).ratio,
    ).toBeCloseTo((1 + Math.sqrt(5)) / 2, 12)
  })
})

describe('lifeTableFrom', () => {
  it('has a_0 by either source', () => {
    const table = (a0: 'coale_demeny' | 'andreev_kingkade', m0: number, sex: 'male' | 'female') =>
      d.lifeTableFrom([m0, 0.001, 0.5], { sex, a0 }).ax[0]
    // Preston, Heuveline and Guillot (2001), table 3.3: 0.330 and 0.350 from 0.107 on; 0.045 + 2.684 m0, 0.053 + 2.800 m0
    expect(
      [table('coale_demeny', 0.2, 'male'), table('coale_demeny', 0.2, 'female')].map((a) =>
        Number(a.toFixed(12)),
      ),
    ).toEqual([0.33, 0.35])
    expect(table('coale_demeny', 0.05, 'male')).toBeCloseTo(0.1792, 12)
    expect(table('coale_demeny', 0.05, 'female')).toBeCloseTo(0.193, 12)
    // Andreev and Kingkade (2015), table 3-2
    expect(table('andreev_kingkade', 0.01, 'male')).toBeCloseTo(0.14929 - 0.0199545, 12)
  })

  it('gives one over a death rate that is the same at every age', () => {
    const { ex, ages } = d.lifeTableFrom(new Float64Array(101).fill(0.02), { sex: 'female' })
    expect(ages[100]).toBe(100)
    for (const age of [1, 40, 100]) expect(ex[age]).toBeCloseTo(50, 10)
  })
})

describe('migrationSchedule', () => {
  it.each([
    [7, {}],
    [9, { a4: 0.0002, lambda4: 0.03 }],
    [11, { a3: 0.02, alpha3: 0.25, mu3: 67, lambda3: 0.6 }],
    [13, { a3: 0.02, alpha3: 0.25, mu3: 67, lambda3: 0.6, a4: 0.0002, lambda4: 0.03 }],
  ])('has %i parameters', (_, more) => {
    const shape = { ...FUNDAMENTAL, ...more }
    const schedule = d.migrationSchedule(shape, 101, 1.5)
    expect(schedule.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(1.5, 12)
    const { exp } = Math
    const { a3 = 0, alpha3 = 0, mu3 = 0, lambda3 = 0, a4 = 0, lambda4 = 0 } = shape as Record<string, number>
    // Rogers and Castro (1981): the formula as it is printed
    const rate = (x: number) =>
      0.02 * exp(-0.1 * x) +
      0.06 * exp(-0.1 * (x - 20) - exp(-0.4 * (x - 20))) +
      (a3 === 0 ? 0 : a3 * exp(-alpha3 * (x - mu3) - exp(-lambda3 * (x - mu3)))) +
      (a4 === 0 ? 0 : a4 * exp(lambda4 * x)) +
      0.003
    for (const age of [0, 22, 67, 90])
      expect(schedule[age] / schedule[40]).toBeCloseTo(rate(age) / rate(40), 12)
  })
})

describe("Brass' model", () => {
  const standard = [1, 0.9, 0.8, 0.5, 0.1, 0]
  it('moves a standard along its logits', () => {
    // logit of a half is nothing, so that alpha alone stands there; of 0.8 it is ln(1/4) / 2
    expect([...d.brassTable(0, 1, standard)].map((share) => Number(share.toFixed(12)))).toEqual(standard)
    expect(d.brassTable(0.5, 1, standard)[3]).toBeCloseTo(1 / (1 + Math.E), 14)
    expect(d.brassTable(0, 2, standard)[2]).toBeCloseTo(1 / (1 + 1 / 16), 14)
  })
  it('is found again from the table that it makes', () => {
    const { alpha, beta } = d.fitBrass(d.brassTable(-0.3, 1.2, standard), standard)
    expect([alpha, beta]).toEqual([expect.closeTo(-0.3, 12), expect.closeTo(1.2, 12)])
  })
})

describe('demographicTable', () => {
  it('is the table that the command prints', () => {
    const { plan, dataset } = loadPlan('fixtures/cases/tiny.yaml')
    const { heading, rows } = d.demographicTable(plan, dataset, 'summary')
    expect(heading.slice(0, 3)).toEqual(['year', 'code', 'place'])
    expect(rows.map(([year]) => year)).toEqual([2020, 2021, 2022, 2023].flatMap((year) => [year, year, year]))
  })
})

const { plan, dataset } = loadPlan('fixtures/cases/tiny.yaml')
// biome-ignore lint/suspicious/noExplicitAny: what a program without types may hand over
const any = (value: unknown) => value as any
const moved = [[0, 1, 2], [1, 0, 2], [5, 2, 0]] // biome-ignore format: a table
const still = [[0, 0], [0, 0]] // biome-ignore format: a table
const regions = { step: 5, deaths: [[0.1, 0.1], [0.2, 0.2]], moves: [still, still] } // biome-ignore format: a table
const rates = { fertility: [0, 0.2], survival: [0.9, 0.9], femaleShare: 0.5, step: 1 }

/** Calls of each function, none of which can be meant. */
const CALLS: Readonly<Record<string, readonly (() => unknown)[]>> = {
  lifeTableFrom: [
    () => d.lifeTableFrom([], { sex: 'male' }),
    () => d.lifeTableFrom([0.1, -0.1], { sex: 'male' }),
    () => d.lifeTableFrom([0.1, Number.NaN], { sex: 'male' }),
    () => d.lifeTableFrom([0.1], { sex: any('m') }),
    () => d.lifeTableFrom([0.1, 0.2], { sex: 'male', ages: [0] }),
    () => d.lifeTableFrom([0.1, 0.2], { sex: 'male', ages: [5, 0] }),
    () => d.lifeTableFrom([0.1, 0.2], { sex: 'male', a0: any('keyfitz') }),
  ],
  migrationSchedule: [
    () => d.migrationSchedule(FUNDAMENTAL, 0),
    () => d.migrationSchedule({ ...FUNDAMENTAL, a2: Number.NaN }, 101),
    () => d.migrationSchedule(any({ a1: 1 }), 101),
    () => d.migrationSchedule({ ...FUNDAMENTAL, a1: -1 }, 101),
    () => d.migrationSchedule(any({ ...FUNDAMENTAL, lamda3: 0.1 }), 101),
    () => d.migrationSchedule({ ...FUNDAMENTAL, a3: 0.001 }, 101),
    () => d.migrationSchedule(FUNDAMENTAL, 101, Number.NaN),
  ],
  leslie: [
    () => d.leslie({ ...rates, survival: [0.9, 1.2] }),
    () => d.leslie({ ...rates, fertility: [0.1] }),
    () => d.leslie({ ...rates, femaleShare: 51 }),
    () => d.leslie({ ...rates, step: 0 }),
  ],
  stablePopulation: [
    () => d.stablePopulation([]),
    () => d.stablePopulation([[1, 2]]),
    () => d.stablePopulation([[Number.NaN]]),
    () =>
      d.stablePopulation([
        [0, 0],
        [0.9, 0],
      ]),
    () =>
      d.stablePopulation([
        [0, 2],
        [0.9, 0],
      ]),
    () => d.stablePopulation([[1]], 0),
  ],
  multiregionalLifeTable: [
    () => d.multiregionalLifeTable({ ...regions, step: 0 }),
    () => d.multiregionalLifeTable({ ...regions, deaths: [[0.1, 0.1]] }),
    () => d.multiregionalLifeTable({ ...regions, deaths: [[0.1, 0.1], [0.1, 0]] }), // biome-ignore format: a table
    () => d.multiregionalLifeTable({ ...regions, moves: [still] }),
    () => d.multiregionalLifeTable({ ...regions, moves: [still, [[0, Number.NaN], [0, 0]]] }), // biome-ignore format: a table
    () => d.multiregionalLifeTable({ ...regions, moves: [still, [[0], [0, 0]]] }),
    () => d.multiregionalLifeTable({ ...regions, deaths: any('rates') }),
  ],
  multiregionalGrowth: [
    () => d.multiregionalGrowth({ ...regions, fertility: [[0.1, 0.1]] }),
    () => d.multiregionalGrowth({ ...regions, fertility: [[0.1, 0.1], [-1, 0]] }), // biome-ignore format: a table
    () => d.multiregionalGrowth({ ...regions, deaths: [], fertility: [] }),
  ],
  fitFlows: [
    () => d.fitFlows([[0, 1], [1, 0]], { x: [[0, 1], [1, 0]] }), // biome-ignore format: a table
    () => d.fitFlows(moved, {}),
    () => d.fitFlows(moved, { x: [[0, 1]] }),
    () => d.fitFlows(moved, { x: [[0, 1, 2], [1, 0], [1, 2, 0]] }), // biome-ignore format: a table
    () => d.fitFlows(moved, { x: [[0, 1, 2], [1, 0, Number.NaN], [1, 2, 0]] }), // biome-ignore format: a table
    () => d.fitFlows([[0, -1, 2], [1, 0, 2], [1, 2, 0]], { x: moved }), // biome-ignore format: a table
    () => d.fitFlows([[0, 0, 0], [0, 0, 0], [0, 0, 0]], { x: moved }), // biome-ignore format: a table
    () => d.fitFlows(moved, { x: moved, y: moved }),
    () => d.fitFlows(moved, { x: [[0, 1, 1], [2, 0, 2], [3, 3, 0]] }), // biome-ignore format: a table
    () => d.fitFlows(moved, { x: moved }, { origins: any('none') }),
    () => d.fitFlows(moved, { x: any('moved') }),
  ],
  gradeProgression: [
    () => d.gradeProgression([[1, 2]]),
    () => d.gradeProgression([[1, 2], [1]]),
    () => d.gradeProgression([[0, 2], [1, 2]]), // biome-ignore format: a table
    () => d.gradeProgression([[1, 2], [1, -2]]), // biome-ignore format: a table
    () => d.gradeProgression([[1, 2], [1, 2]], { pairs: 2 }), // biome-ignore format: a table
    () => d.gradeProgression([[1, 2], [1, 2]], { repeaters: [[1, 2]] }), // biome-ignore format: a table
    () => d.gradeProgression([[1, 2], [1, 2]], { over: any('means') }), // biome-ignore format: a table
  ],
  brassTable: [
    () => d.brassTable(Number.NaN, 1, [0.5]),
    () => d.brassTable(0, 0, [0.5]),
    () => d.brassTable(0, 1, [1.5]),
  ],
  fitBrass: [
    () => d.fitBrass([0.5], [0.5, 0.4]),
    () => d.fitBrass([1, 0.5], [1, 0.4]),
    () => d.fitBrass([0.6, 0.5], [0.4, 0.4]),
  ],
  demographicTable: [
    () => d.demographicTable(plan, dataset, any('death')),
    () => d.demographicTable(plan, dataset, 'deaths', 'bild'),
  ],
}

it('answers what cannot be meant with a located error, in every function', () => {
  const functions = Object.entries(demography).flatMap(([name, value]) =>
    typeof value === 'function' ? name : [],
  )
  expect(Object.keys(CALLS).sort()).toEqual(functions.sort())
  for (const call of Object.values(CALLS).flat()) expect(call).toThrow(CitywardError)
})
