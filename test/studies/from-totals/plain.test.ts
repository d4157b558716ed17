/** A folder of places without towns from published totals: the counties of Sweden on the pattern of Finland's regions. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDataset } from '../../../src/dataset/load.js'
import { createMedianFuture } from '../../../src/run/reference/median-future.js'
import { fromTotals } from '../../../src/studies/from-totals/new-from-totals.js'
import { peopleIn } from '../../../src/studies/from-totals/pattern.js'
import { loadPlan } from '../../../src/studies/load-plan.js'
import { CitywardError, formatProblem } from '../../../src/vocabulary/problems.js'

const TABLE = join(import.meta.dirname, 'swedish-counties-2015.csv')
const folder = mkdtempSync(join(tmpdir(), 'plain-'))
afterAll(() => rmSync(folder, { recursive: true }))
const made = fromTotals(TABLE, 'Finland', 'scenario.yaml')
for (const [name, text] of made.data) writeFileSync(join(folder, name), text)
const dataset = loadDataset(folder)
const finland = loadDataset('fixtures/finland')
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** Everyone, those of 0-14, and those of 65 and over. */
function countsIn(city: number): number[] {
  const rows = peopleIn(dataset, city).flat()
  const ages = (from: number, to?: number) => sum(rows.flatMap((row) => row.slice(from, to)))
  return [ages(0), ages(0, 15), ages(65)]
}

function answerTo(text: string): string {
  const file = join(folder, 'other.csv')
  writeFileSync(file, text)
  try {
    fromTotals(file, 'Finland', 'scenario.yaml')
    return ''
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    return error.problems.map(formatProblem).join('\n').replaceAll(folder, 'data')
  }
}

describe('places without towns from published totals', () => {
  it('have the printed figures to the person: 21 counties and Sweden', () => {
    const rows = parse(readFileSync(TABLE), { columns: true, cast: true }) as Record<
      string,
      number | string
    >[]
    const counties = rows.filter(({ kind }) => kind !== 'region')
    expect(counties.map(({ name_en }) => name_en)).toEqual(dataset.cities.map(({ name }) => name.en))
    counties.forEach(({ people, age_0_14, age_65_plus }, city) => {
      expect(countsIn(city)).toEqual([people, age_0_14, age_65_plus])
    })
    // as Statistics Sweden prints them for the country
    const all = dataset.cities.map((_, city) => countsIn(city))
    expect([0, 1, 2].map((k) => sum(all.map((row) => row[k])))).toEqual([9851017, 1717143, 1947227])
    expect(dataset.region.name.en).toBe('Sweden')
    expect([dataset.dims.statuses, dataset.baseYear]).toEqual([1, 2015])
  })

  it('take births and deaths of all places of the pattern, and its net migrants by people', () => {
    const [ours, theirs] = [dataset, finland].map(({ netMigration }) =>
      sum([...netMigration!.byYear.values()][0].values as never),
    )
    const people = sum(finland.cities.map((_, city) => sum(peopleIn(finland, city).flat(2))))
    expect(ours / theirs).toBeCloseTo(9851017 / people, 4)
    const at30 = [dataset, finland].map(({ fertility, dims }) => {
      const [table] = fertility.values()
      return table.values.subarray(30 * dims.cities, 31 * dims.cities)
    })
    expect(Math.min(...at30[0])).toBeGreaterThanOrEqual(Math.min(...at30[1]))
    expect(Math.max(...at30[0])).toBeLessThanOrEqual(Math.max(...at30[1]))
  })

  it('run at once, from the year of the totals for ten years', () => {
    const file = join(folder, 'scenario.yaml')
    writeFileSync(file, made.scenario.replace('data: data', `data: ${folder}`))
    const { plan, warnings } = loadPlan(file)
    expect(warnings).toEqual([])
    expect([plan.years[0], plan.years.at(-1)]).toEqual([2015, 2025])
    const { fault, outcomes } = createMedianFuture(plan)(0)
    expect(fault).toBeUndefined()
    const base = plan.outcomes.findIndex(({ name }) => name === 'residents@R@2015')
    expect(outcomes[base]).toBeCloseTo(9851017, 6)
    expect(made.data.has('values.csv') && !/@[A-Z]+@/.test(made.scenario)).toBe(true)
  })

  it('give no townspeople, and a pattern with towns wants them', () => {
    expect(answerTo('year,name_en,name_zh,people,urban_share\n2015,Alpha,,1000,40\n')).toMatchInlineSnapshot(`
      "data/other.csv:2:18  column urban_share
        Found people in towns; expected none, as the pattern does not tell them apart.
        Leave the column out.  [totals-contradict]"
    `)
    const file = join(folder, 'other.csv')
    writeFileSync(file, 'year,name_en,name_zh,people\n2015,Alpha,,1000\n')
    expect(() => fromTotals(file, 'fixtures/guangxi', 's')).toThrow(/no people in towns.*--pattern Finland/s)
  })

  it('are named by how many they are where neither totals nor pattern name them', () => {
    const file = join(folder, 'few.csv')
    writeFileSync(file, 'year,name_en,name_zh,people\n2015,Alpha,,1000\n2015,Beta,,2000\n')
    expect(fromTotals(file, 'Finland', 's').region.name).toEqual({ en: '2 places', zh: '2个地区' })
  })
})
