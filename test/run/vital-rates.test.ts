/** Life expectancy and total fertility as formulas name them: by hand, as the tables have them, and what is refused. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { population } from '../../src/commands/population.js'
import { explainSlot } from '../../src/explain/explain.js'
import { loadKernel } from '../../src/kernel/module.js'
import { type SlotKey, slotOf } from '../../src/plan/slot-keys.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { temporary } from '../commands/cityward.js'
import { answerToChange, replaced, TINY } from '../scenario/tiny-scenario.js'
import { batchOf } from './tiny-plan.js'

const folder = temporary()
const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module

const INDICATORS = `  life: { title: { en: Life, zh: 寿命 }, of: "life_expectancy(0, female) * people(resident)", per: people(resident), unit: year }
  life_60: { title: { en: Life at 60, zh: 余寿 }, of: "life_expectancy(60, male) * people(resident)", per: people(resident), unit: year }
  children: { title: { en: Children, zh: 生育率 }, of: "total_fertility(rural) * people(resident)", per: people(resident), unit: ratio }
  town_children: { title: { en: Of towns, zh: 城镇 }, of: "total_fertility(urban) * people(resident)", per: people(resident), unit: ratio }
`
/** tiny.yaml with mortality and fertility that differ by city, year and draw, and its plan. */
function varied() {
  const file = join(folder, 'vital.yaml')
  const whole = replaced(TINY, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  const levels = `    mortality: pace\n    fertility: { by_year: { 2021: 0.9, 2023: 1.1 } }\n    fertility_in_villages: 1.5\n`
  const changed = replaced(whole, '  levels:\n', `  levels:\n${levels}`)
  writeFileSync(file, replaced(changed, 'indicators:\n', `indicators:\n${INDICATORS}`))
  return { file, plan: loadPlan(file).plan }
}

describe('vital rates in formulas', () => {
  const { file, plan } = varied()

  it('are to the bit the same side by side and one after another', () => {
    const runs = [{}, { kernel }].map((engine) => {
      const batch = batchOf(plan, 0, 16)
      expect(createBatchRunner(plan, { draws: 16, ...engine })(batch)).toEqual([])
      return batch.parts.map(({ outcomes }) => outcomes)
    })
    expect(runs[1]).toEqual(runs[0])
  })

  it('are those of the tables that `cityward population` prints', () => {
    const trajectory = createTrajectory(plan, 1)
    const inputs = new Float64Array(plan.uncertainties.length)
    const outcomes = new Float64Array(plan.outcomes.length)
    trajectory.medians(inputs)
    expect(trajectory.simulate(1, inputs, outcomes)).toBeUndefined()
    const outcomeOf = (name: string) => outcomes[plan.outcomes.findIndex((column) => column.name === name)]
    let text = ''
    population(file, { table: 'summary', json: true, year: 2023 }, (more) => {
      text += more
    })
    const cities = (JSON.parse(text) as Record<string, number>[]).slice(1)
    expect(cities).toHaveLength(2)
    for (const { code, life_expectancy_0_female, life_expectancy_60_male } of cities) {
      expect(outcomeOf(`life@${code}@2023`)).toBeCloseTo(life_expectancy_0_female, 10)
      expect(outcomeOf(`life_60@${code}@2023`)).toBeCloseTo(life_expectancy_60_male, 10)
      // villagers have half as many again, by the level; and 1.1 times the folder's, which is that of the base year
      const [now, base] = [2023, 2020].map((year) => outcomeOf(`children@${code}@${year}`))
      expect(now / base).toBeCloseTo(1.1 * 1.5, 12)
      expect(now / outcomeOf(`town_children@${code}@2023`)).toBeCloseTo(1.5, 12)
    }
  })

  it('are explained by the levels that they rest on', () => {
    const { scenario, dataset } = loadPlan(file)
    const trajectory = createTrajectory(plan, 1)
    const inputs = new Float64Array(plan.uncertainties.length)
    trajectory.medians(inputs)
    trajectory.simulate(1, inputs, new Float64Array(plan.outcomes.length))
    const asked = { plan, scenario, dataset, memory: trajectory.memory, year: 3, city: 0, policy: 1 }
    const partsOf = (key: SlotKey) => {
      const { unit, parts } = explainSlot(asked, slotOf(plan.keys, key), 3)
      return [unit, ...parts.map(({ what }) => what)]
    }
    expect(partsOf({ kind: 'life expectancy', age: 0, sex: 'female' })).toEqual(['year', 'level mortality'])
    const children = ['ratio', 'level fertility', 'level fertility_in_villages']
    expect(partsOf({ kind: 'total fertility', group: 'rural' })).toEqual(children)
  })

  const with_ = (formula: string) => answerToChange('of: slowest(both)', `of: ${formula}`)
  it('are refused where they are not known', () => {
    expect(with_('highest(life_expectancy(0))')).toMatchInlineSnapshot(`
      "tiny.yaml:77:17  indicators.hours.of
        Found 1 argument; expected an age and a sex.
        Write life_expectancy(0, female).  [argument-unknown]"
    `)
    expect(with_('highest(life_expectancy(2.5, female))')).toMatchInlineSnapshot(`
      "tiny.yaml:77:33  indicators.hours.of
        Found "2.5"; expected an age at which a row of mortality.csv begins, 0 to 100.  [argument-unknown]"
    `)
    expect(with_('highest(life_expectancy(0, F))')).toMatchInlineSnapshot(`
      "tiny.yaml:77:36  indicators.hours.of
        Found "F"; expected male or female.
        Write life_expectancy(0, female).  [argument-unknown]"
    `)
    expect(with_('highest(total_fertility(town))')).toMatchInlineSnapshot(`
      "tiny.yaml:77:33  indicators.hours.of
        Found "town"; expected rural or urban.  [argument-unknown]"
    `)
    expect(with_('highest(total_fertility(rural, female))')).toMatchInlineSnapshot(`
      "tiny.yaml:77:17  indicators.hours.of
        Found 2 arguments; expected rural or urban.  [argument-unknown]"
    `)
    expect(
      answerToChange('rural_exit: 2 * pace', 'rural_exit: 2 * life_expectancy(0, male) / 70'),
    ).toMatchInlineSnapshot(`
      "tiny.yaml:32:21  population.levels.rural_exit
        Found life_expectancy(...) in a value that is set before the year is lived; expected uncertainties, levers, year and data(...), or previous(...) of it.
        Write previous(life_expectancy(...)) for its value a step before.  [argument-unknown]"
    `)
  })
})
