/** Published projections of whole countries, lived by the model from data folders and compared person by person. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { compilePlan } from '../../src/plan/compile.js'
import { slotAt } from '../../src/plan/plan.js'
import { keyText } from '../../src/plan/slot-keys.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadScenario } from '../../src/scenario/load.js'

const published = join(import.meta.dirname, '../../fixtures/published')

/** People by sex and age group in the years of a table of expected people: lived, and as published. */
function liveAndCompare(scenario: string, expectedFile: string) {
  const loaded = loadScenario(join(published, scenario))
  expect(loaded.problems).toEqual([])
  const dataset = loadDataset(loaded.scenario!.data)
  const { plan, problems } = compilePlan(loaded.scenario!, dataset, loaded.locate, 'test')
  expect(problems).toEqual([])
  const trajectory = createTrajectory(plan!, 1)
  expect(trajectory.simulate(0, new Float64Array(0), new Float64Array(plan!.outcomes.length))).toBeUndefined()
  const [header, ...rows] = readFileSync(join(published, expectedFile), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const width = dataset.dims.ageWidth
  const differences: { year: number; age: number; difference: number }[] = []
  for (const [year, sex, , , ...people] of rows) {
    people.forEach((expected, group) => {
      const from = group * width
      const to = group === people.length - 1 ? from : from + width - 1
      const key = `people(resident,${from},${to},${sex})`
      const slot = plan!.keys.findIndex((one) => keyText(one) === key)
      const lived = trajectory.memory[slotAt(plan!, slot, plan!.years.indexOf(Number(year)))]
      differences.push({ year: Number(year), age: from, difference: Math.abs(lived - Number(expected)) })
    })
  }
  expect(differences.length).toBe(rows.length * (header!.length - 4))
  return { differences, plan: plan!, trajectory }
}

describe('published projections', () => {
  it('reproduces women of Sweden 1993-1998 in a five-year step, open to migration, within rounding', () => {
    // Preston, Heuveline and Guillot (2001), Box 6.2: printed to whole persons, rates to four digits.
    const { differences } = liveAndCompare('sweden-1993.yaml', 'sweden-1998-expected.csv')
    expect(Math.max(...differences.map(({ difference }) => difference))).toBeLessThan(0.5)
  })

  it('reproduces Canada 1950-1970 in one-year steps, migration at the end of the year, within rounding', () => {
    // World Population Prospects 2019: 606 published cells of 21 years of life, with fractions of persons.
    const { differences } = liveAndCompare('canada-1950.yaml', 'canada-expected.csv')
    expect(Math.max(...differences.map(({ difference }) => difference))).toBeLessThan(1e-4)
  })
})
