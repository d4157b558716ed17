/**
 * A series by year: what it is in every year, and which step its years name (docs/scenario.md, Years).
 *
 * By hand: between 10 in 2021 and 30 in 2023 lies 20; before and after a series its ends hold. In steps of five years a
 * row of fertility.csv stands under the year in which the step begins, by_year under the one in which it ends.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createMedianFuture } from '../../src/run/reference/median-future.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Case {
  readonly data: string
  readonly years: string
  readonly rest: string
}

/** Values of the one indicator in every year. */
function valuesOf(name: string, { data, years, rest }: Case): number[] {
  const file = join(folder, `${name}.yaml`)
  writeFileSync(
    file,
    `title: { en: T, zh: 例 }
data: ${data}
years: ${years}
run: { draws: 1, seed: 0 }
policies: { no_action: { title: { en: none, zh: 无 }, set: {} } }
${rest}`,
  )
  const { outcomes, fault } = createMedianFuture(loadPlan(file).plan)(0)
  expect(fault).toBeUndefined()
  return [...outcomes]
}

const FLAT = resolve('fixtures/cases/leavers')
const series = (value: string, years: string) =>
  valuesOf('series', {
    data: FLAT,
    years,
    rest: `population: { migration: 'off' }
indicators: { i: { title: { en: I, zh: 数 }, of: ${value}, unit: number, places: region } }
`,
  })

it.each([
  ['in a line', '{ by_year: { 2025: 10, 2035: 30 } }', [10, 10, 20, 30, 30]],
  ['as before', '{ by_year: { 2025: 10, 2035: 30 }, between: hold }', [10, 10, 10, 30, 30]],
  ['in a line of formulas', '{ by_year: { 2020: year - 2020, 2040: 20 } }', [0, 8.75, 15, 18.75, 20]],
])('moves %s between its years, its ends hold outside', (_, value, expected) => {
  // of formulas: (year - 2020) x (1 - w) + 20 w with w = 0, 1/4, 1/2, 3/4, 1, so 5 x 3/4 + 5, 10 / 2 + 10, 15 / 4 + 15
  expect(series(value, '{ from: 2020, to: 2040 }')).toEqual(expected)
})

const births = (name: string, data: string, fertility: string) =>
  valuesOf(name, {
    data,
    years: '{ from: 2020, to: 2030 }',
    rest: `population: { migration: 'off', levels: { fertility: ${fertility} } }
indicators: { b: { title: { en: Births, zh: 出生 }, of: births, unit: birth, places: region } }
`,
  })

it('of a step of five years stands under its end, a row of a table under its beginning', () => {
  const doubled = join(folder, 'doubled')
  cpSync(FLAT, doubled, { recursive: true })
  const row = '2020,R,birth / person / year,S,data,,0.05,0.05,0.05,0.05,0.05,0.05,0.05\n'
  writeFileSync(
    join(doubled, 'fertility.csv'),
    `year,code,unit,source,quality,note,15,20,25,30,35,40,45\n${row}${row.replace('2020', '2025').replaceAll('0.05', '0.1')}`,
  )
  const [, , flat] = births('flat', FLAT, '1')
  const byTable = births('table', doubled, '1')
  const bySeries = births('by-year', FLAT, '{ by_year: { 2025: 1, 2030: 2 }, between: hold }')
  // the mothers of 2030 were all there in 2020, so that twice the rates are twice the births
  expect(byTable[2] / flat).toBeCloseTo(2, 12)
  bySeries.forEach((value, step) => {
    expect(value).toBeCloseTo(byTable[step], 9)
  })
})
