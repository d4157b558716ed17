/** Levers drawn beside the uncertainties, held against the same futures with each lever set to what was drawn. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDesign } from '../../src/scenario/read/design-text.js'
import { chooseDesign } from '../../src/studies/design-choice.js'
import { simulateInMemory } from '../../src/studies/futures/in-memory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { temporary } from '../commands/cityward.js'

const FILE = 'fixtures/cases/tiny.yaml'
const DRAWS = 6

describe('levers that are drawn', () => {
  it('are in every future what they would be if they were set so, and leave the uncertainties as they were', async () => {
    const { plan } = loadPlan(FILE, { design: await chooseDesign('levers=sampled') })
    expect(plan.levers).toEqual([])
    expect(plan.policies.map(({ name }) => name)).toEqual(['levers_drawn'])
    const sampled = await simulateInMemory(plan, { draws: DRAWS })
    const { schools, ...uncertainties } = sampled.inputs
    const own = loadPlan(FILE).plan
    const settings = Array.from(schools)
    expect(settings.every((setting) => setting > 0 && setting < 2)).toBe(true)
    expect(new Set(settings).size).toBe(DRAWS)
    for (const [draw, setting] of settings.entries()) {
      const set = await simulateInMemory(own, {
        draws: DRAWS,
        levers: { schools: setting },
        policies: ['build'],
      })
      expect(set.inputs).toEqual(uncertainties)
      const at = (outcomes: Readonly<Record<string, Float64Array>>) =>
        Object.fromEntries(Object.entries(outcomes).map(([name, values]) => [name, values[draw]]))
      expect(at(sampled.policies['levers_drawn'].outcomes)).toEqual(at(set.policies['build'].outcomes))
    }
  })
  it('may be columns of a table of draws', async () => {
    const file = join(temporary(), 'draws.csv')
    writeFileSync(file, 'pace,on_time,schools\n1,0.7,0\n1,0.7,1\n1.2,0.8,2\n')
    const { plan } = loadPlan(FILE, { design: await chooseDesign(file) })
    const { inputs, policies } = await simulateInMemory(plan, { draws: 3 })
    expect(inputs['schools']).toEqual(Float64Array.of(0, 1, 2))
    const few = file.replace('draws', 'few')
    writeFileSync(few, 'pace,on_time\n1,0.7\n1,0.7\n')
    const { plan: own } = loadPlan(FILE, { design: await chooseDesign(few) })
    const set = await simulateInMemory(own, { draws: 2, policies: ['no_action', 'build'] })
    for (const [name, values] of Object.entries(policies['levers_drawn'].outcomes)) {
      expect(values[0]).toBe(set.policies['no_action'].outcomes[name][0])
      expect(values[1]).toBe(set.policies['build'].outcomes[name][1])
    }
  })
  it('are named one by one, or refused', async () => {
    expect(parseDesign('saltelli,second_order,levers=a/b')).toEqual({
      kind: 'saltelli',
      options: { second_order: true },
      levers: ['a', 'b'],
    })
    expect(parseDesign('levers=sampled')).toEqual({ options: {}, levers: 'sampled' })
    const refused = async (design: string) => {
      const chosen = await chooseDesign(design)
      try {
        loadPlan(FILE, { design: chosen })
        return undefined
      } catch (error) {
        return error instanceof CitywardError ? error.problems[0] : error
      }
    }
    expect(await refused('levers=school')).toMatchObject({
      code: 'lever-unknown',
      hint: 'Did you mean schools?',
    })
    const file = join(temporary(), 'draws.csv')
    writeFileSync(file, 'pace\n1\n')
    expect(await refused(`${file},levers=schools`)).toMatchObject({ code: 'options-conflict' })
  })
  it('leave policies apart that differ in other levers, each with its title', () => {
    const scenario = loadPlan('scenarios/guangxi-2023.yaml', {
      design: { options: {}, levers: ['hukou_reform'] },
    }).scenario
    expect(scenario.policies.every(({ set }) => !('hukou_reform' in set))).toBe(true)
    expect(scenario.policies.length).toBeGreaterThan(1)
    expect(
      scenario.policies.every(({ title }) => title.en.includes('; drawn: ') && title.zh.includes('；抽取：')),
    ).toBe(true)
    expect(scenario.uncertainties.at(-1)?.name).toBe('hukou_reform')
  })
})
