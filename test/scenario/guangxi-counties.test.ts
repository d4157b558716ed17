/** scenarios/guangxi-counties.yaml beside the city scenario that moves nobody: the same people, in smaller places. */
import { describe, expect, it } from 'vitest'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const CITIES = 'scenarios/variants/people-as-before.yaml'
const counties = loadPlan('scenarios/guangxi-counties.yaml')
const cities = loadPlan(CITIES)
const DRAWS = 4

/** Inputs by name and outcomes by column of a few draws of the first policy. */
function live({ plan }: typeof counties) {
  const trajectory = createTrajectory(plan, DRAWS)
  return Array.from({ length: DRAWS }, (_, draw) => {
    const inputs = new Float64Array(plan.uncertainties.length)
    const outcomes = new Float64Array(plan.outcomes.length)
    expect(trajectory.run(0, draw, inputs, outcomes)).toBeUndefined()
    return {
      inputs: new Map(plan.uncertainties.map(({ name }, index) => [name, inputs[index]])),
      told: (name: string) => outcomes[plan.outcomes.findIndex((column) => column.name === name)],
    }
  })
}
const [inCounties, inCities] = [live(counties), live(cities)]

describe('the county scenario', () => {
  it('says of people what the city scenario says, word for word', () => {
    const given = new Map(cities.scenario.uncertainties.map((one) => [one.name, one]))
    for (const one of counties.scenario.uncertainties) expect(one).toEqual(given.get(one.name))
    // times between counties are those of their cities: journeys with a change are reckoned between cities
    const { journeys, lines, ...population } = cities.scenario.population
    const { lines: linesOfCounties, ...populationOfCounties } = counties.scenario.population
    expect(journeys).toBeDefined()
    expect(populationOfCounties).toEqual(population)
    expect(lines).toMatchObject(linesOfCounties)
    const known = new Set(counties.scenario.uncertainties.map(({ name }) => name))
    const among = cities.scenario.correlations.filter(({ between }) =>
      between.every((name) => known.has(name)),
    )
    expect(counties.scenario.correlations).toEqual(among)
  })

  it('meets the same futures: a draw has the same inputs', () => {
    for (let draw = 0; draw < DRAWS; draw++)
      for (const [name, value] of inCounties[draw].inputs)
        expect(value, name).toBe(inCities[draw].inputs.get(name))
  })

  it('starts as the cities do, and lies less than a tenth of a point below them in 2023', () => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const gap = (year: number) =>
        inCounties[draw].told(`urban_share@45@${year}`) - inCities[draw].told(`urban_share@45@${year}`)
      expect(gap(2020)).toBeCloseTo(0, 9)
      expect(gap(2023)).toBeLessThan(0)
      expect(gap(2023)).toBeGreaterThan(-0.1)
    }
  })

  it('promises nothing of a county: its one target is that of the region', () => {
    expect(counties.scenario.targets.map(({ id, threshold }) => [id, threshold])).toEqual([
      ['urbanisation-rate', 57],
    ])
    expect(counties.dataset.commitments.size).toBe(0)
  })

  it('is nearly the same if leavers choose a city first', () => {
    const nested = live(loadPlan('scenarios/variants/counties-nested.yaml'))
    for (let draw = 0; draw < DRAWS; draw++) {
      const gap = nested[draw].told('urban_share@45@2023') - inCounties[draw].told('urban_share@45@2023')
      expect(Math.abs(gap)).toBeLessThan(0.01)
    }
  })
})
