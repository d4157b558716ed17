/** scenarios/guangxi-counties.yaml beside the city scenario that moves nobody: the same people, in smaller places. */
import { describe, expect, it } from 'vitest'
import type { Level } from '../../src/model/rates.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { shippedPlan } from '../plan/shipped.js'

const CITIES = 'scenarios/variants/people-as-before.yaml'
const counties = shippedPlan('scenarios/guangxi-counties.yaml')
const cities = loadPlan(CITIES)
const DRAWS = 4
/** What a county's own draws add to the levels of the cities. */
const OWN: Partial<Record<Level, (formula: string) => string>> = {
  rural_exit: (formula) => `min(20, ${formula} * county_exit)`,
  attraction: (formula) => `${formula} + county_attraction`,
  pull_of_outside: (formula) => `${formula} + county_pull`,
}

/** A formula of the cities without what each of them does by itself: in counties that is the counties' own. */
const OF_CITIES = / (?:[*+] \w+_own(?: \/ \(sum\(.*\)\)\)\))?)/g

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
  it('says of people what the city scenario says, word for word, but for what a county does by itself', () => {
    const given = new Map(cities.scenario.uncertainties.map((one) => [one.name, one]))
    const shared = counties.scenario.uncertainties.filter(({ each }) => !each)
    for (const one of shared) expect(one).toEqual(given.get(one.name))
    // times between counties are those of their cities: journeys with a change are reckoned between cities
    const { journeys, lines, levels: ofCities, ...others } = cities.scenario.population
    const { levels, lines: linesOfCounties, ...population } = counties.scenario.population
    expect(journeys).toBeDefined()
    expect(population).toEqual(others)
    expect(lines).toMatchObject(linesOfCounties)
    expect(Object.keys(levels)).toEqual(Object.keys(ofCities))
    for (const [level, value] of Object.entries(ofCities)) {
      const ofCounties = levels[level as Level]
      if (value.kind !== 'formula' || ofCounties?.kind !== 'formula') expect(ofCounties).toEqual(value)
      else {
        const text = value.formula.text.replaceAll(OF_CITIES, '')
        expect(ofCounties.formula.text).toBe(OWN[level as Level]?.(text) ?? text)
      }
    }
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

  it('starts as the cities do, and lies within three tenths of a point of them in 2023 in the mean of futures', () => {
    // a future's own gap has the counties' own draws in it, and grows with the pace of leaving
    const gaps = Array.from({ length: DRAWS }, (_, draw) => {
      const gap = (year: number) =>
        inCounties[draw].told(`urban_share@45@${year}`) - inCities[draw].told(`urban_share@45@${year}`)
      expect(gap(2020)).toBeCloseTo(0, 9)
      return gap(2023)
    })
    expect(Math.abs(gaps.reduce((sum, gap) => sum + gap, 0) / DRAWS)).toBeLessThan(0.3)
  })

  it('assesses what the plan says of counties, each commitment of its folder with a target or a reason', () => {
    const { targets, commitments } = counties.scenario
    expect(targets.map(({ id, threshold }) => [id, threshold])).toEqual([
      ['urbanisation-rate', 57],
      ['counties-to-small-medium-cities', 100],
      ['counties-to-small-medium-cities-gaining', 100],
      ['county-demo-national', 100],
      ['border-towns', 100],
    ])
    const spoken = new Set([...targets.map(({ id }) => id), ...commitments.map(({ id }) => id)])
    expect([...counties.dataset.commitments.keys()].filter((id) => !spoken.has(id))).toEqual([])
  })

  it('has counties gain townspeople as they did, and ranges as wide as their past differed', () => {
    const { plan } = counties
    const trajectory = createTrajectory(plan, 1)
    const [inputs, outcomes] = [plan.uncertainties, plan.outcomes].map(
      (list) => new Float64Array(list.length),
    )
    trajectory.medians(inputs)
    expect(trajectory.simulate(0, inputs, outcomes)).toBeUndefined()
    const told = (name: string) => outcomes[plan.outcomes.findIndex((column) => column.name === name)]
    const own = counties.dataset.cities.filter(({ name }) => !name.zh.endsWith('区'))
    const gains = own.map(({ code }) => told(`townspeople@${code}@2023`) - told(`townspeople@${code}@2020`))
    expect(own).toHaveLength(70)
    // 343,384 a year in 2010-2020; the region's pace has fallen to about half by 2021-2023
    const yearly = gains.reduce((sum, gain) => sum + gain, 0) / 3
    expect(yearly).toBeGreaterThan(100_000)
    expect(yearly).toBeLessThan(343_384)
    expect(gains.filter((gain) => gain > 0).length).toBeGreaterThan(60)
  })

  it('is nearly the same if leavers choose a city first', () => {
    const nested = live(shippedPlan('scenarios/variants/counties-nested.yaml'))
    for (let draw = 0; draw < DRAWS; draw++) {
      const gap = nested[draw].told('urban_share@45@2023') - inCounties[draw].told('urban_share@45@2023')
      expect(Math.abs(gap)).toBeLessThan(0.01)
    }
  })
})
