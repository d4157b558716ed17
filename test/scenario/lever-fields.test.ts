/** Where levers enter the model, and that the scenarios that come with cityward say what theirs do. */
import { expect, it } from 'vitest'
import { fieldsNaming } from '../../src/scenario/compare/lever-fields.js'
import { loadScenario } from '../../src/scenario/load.js'

const guangxi = loadScenario('scenarios/guangxi-2023.yaml').scenario!

it('finds the levels and programmes whose formulas name a lever', () => {
  expect(fieldsNaming('hukou_reform', guangxi)).toEqual([
    'population.levels.conversion_migrant',
    'population.levels.conversion_reclassified',
  ])
  expect(fieldsNaming('bed_programme', guangxi)).toHaveLength(3)
  expect(fieldsNaming('programme', guangxi)).toEqual([])
})

it.each(['scenarios/guangxi-2023.yaml', 'scenarios/guangxi-counties.yaml'])(
  '%s says what each of its levers changes',
  (file) => {
    const { levers } = loadScenario(file).scenario!
    for (const { name, mechanism } of levers) {
      expect(mechanism?.en, name).toBeTruthy()
      // a line folded in YAML would leave a blank between Chinese characters
      expect(mechanism?.zh, name).not.toMatch(/[\u2e80-\uffdc] [\u2e80-\uffdc]/)
    }
  },
)
