/** Small scenarios whose results a planner can work out by hand: fixtures/cases/*.yaml beside *.expected.csv. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const folder = join(import.meta.dirname, '../../fixtures/cases')
const cases = ['', 'controls/', 'programmes/', 'promises/', 'schools/'].flatMap((inner) =>
  readdirSync(join(folder, inner))
    .filter((file) => file.endsWith('.expected.csv'))
    .map((file) => inner + file.replace('.expected.csv', '')),
)

describe('worked out by hand', () => {
  it.each(cases)('%s', (name) => {
    const { plan } = loadPlan(join(folder, `${name}.yaml`))
    const outcomes = new Float64Array(plan.outcomes.length)
    expect(createTrajectory(plan, 1).run(0, 0, new Float64Array(0), outcomes)).toBeUndefined()
    const [, ...rows] = readFileSync(join(folder, `${name}.expected.csv`), 'utf8')
      .trim()
      .split('\n')
    for (const row of rows) {
      const [indicator, place, year, value] = row.split(',')
      const column = plan.outcomes.findIndex((outcome) => outcome.name === `${indicator}@${place}@${year}`)
      expect(column, `${indicator} in ${place}, ${year}`).toBeGreaterThanOrEqual(0)
      expect(Math.abs(outcomes[column] - Number(value)), row).toBeLessThan(1e-6)
    }
  })

  it('covers schools, pupils by grade, beds, new towns, registration, leaving, places for those who come, what is under way, starts by city, totals that are published, rates that more people share, and each way in which a plan acts on people', () => {
    const people = ['county-towns', 'crowding', 'hukou', 'jobs-kept', 'jobs-leaving']
    const others = ['leaving', 'new-towns', 'people-and-places', 'registration', 'return-parks']
    const schools = ['schools-by-need', 'schools-slip', 'settling']
    const programmes = ['programmes/costs', 'programmes/own-starts', 'programmes/under-way']
    expect(cases).toEqual([
      'beds',
      ...people,
      ...others,
      ...schools,
      'controls/published',
      ...programmes,
      'promises/rates',
      'schools/grades',
    ])
  })
})
