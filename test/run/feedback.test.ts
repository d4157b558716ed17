/**
 * Feedback from places to people, of any strength that a scenario may give it: the balance closes, nobody is negative, and
 * neither engine nor the order in which parts are named makes a difference. That it comes a year late is worked out by
 * hand in fixtures/cases/crowding.yaml.
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadKernel } from '../../src/kernel/module.js'
import type { Plan } from '../../src/plan/plan.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { temporary } from '../commands/cityward.js'
import { batchOf } from './tiny-plan.js'

const folder = temporary()
const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module

const LEVELS = {
  return_home:
    '"20 * max(0, 1 + strength * (previous(unmet(beds)) / previous(need(beds)) - at(2020, unmet(beds)) / at(2020, need(beds))))"',
  rural_exit: '"10 * (1 + 0.2 * work) / (1 + strength * previous(unmet(beds)) / previous(need(beds)))"',
  reclassification: '0.05 * work',
}
const INDICATORS = {
  residents: '{ title: { en: Residents, zh: 常住人口 }, of: people(resident), unit: person }',
  migrants: '{ title: { en: Migrants, zh: 流动人口 }, of: people(migrant), unit: person }',
  lacking: '{ title: { en: Beds lacking, zh: 床位缺口 }, of: unmet(beds), unit: bed }',
}

/** Two cities whose migrants go home, and villagers leave, by the beds that are lacking. */
function planOf(name: string, strength: number, backwards = false): Plan {
  const listed = (entries: object, indent: string) => {
    const lines = Object.entries(entries).map(([key, value]) => `${indent}${key}: ${value}\n`)
    return (backwards ? lines.reverse() : lines).join('')
  }
  const file = join(folder, `${name}.yaml`)
  const text = `title: { en: Feedback, zh: 反馈 }
years: { from: 2020, to: 2024 }
data: ${resolve('fixtures/tiny')}
run: { draws: 4, seed: 1 }
uncertainties:
  strength: { title: { en: Strength, zh: 强度 }, unit: ratio, distribution: { kind: uniform, low: 0, high: ${strength} }, because: made for tests, source: judgement }
levers: { work: { title: { en: Work, zh: 力度 }, unit: ratio, default: 1, range: [0, 2] } }
policies:
  no_action: { title: { en: None, zh: 无 }, set: { work: 0 } }
  plan: { title: { en: Plan, zh: 计划 }, set: {} }
population:
  levels:
    mortality: 1
    fertility: 1
${listed(LEVELS, '    ')}  schedules: { return_home: flat, rural_exit: flat }
services:
  beds:
    title: { en: Beds, zh: 床位 }
    unit: bed
    opening: data(beds)
    closure: 0.1
    demand: people(resident)
    standard: data(bed_norm)
indicators:
${listed(INDICATORS, '  ')}targets: []
`
  writeFileSync(file, text)
  return loadPlan(file).plan
}

const DRAWS = 6
/** Outcomes by name and policy, of draws side by side or one after another; no trajectory may fail. */
function simulated(plan: Plan, engine: { readonly kernel?: WebAssembly.Module; readonly reuse?: boolean }) {
  const batch = batchOf(plan, 0, DRAWS)
  expect(createBatchRunner(plan, { draws: DRAWS, ...engine })(batch)).toEqual([])
  const columns = batch.parts.map(({ outcomes }) =>
    plan.outcomes.map(({ name }, at) => [name, outcomes.slice(at * DRAWS, (at + 1) * DRAWS)] as const),
  )
  return columns.map((all) => Object.fromEntries(all))
}

it('closes the balance, leaves nobody negative, and is the same in both engines and in any order of names', () => {
  let at = 0
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 3, noNaN: true }), (strength) => {
      const name = `strength-${at++}`
      const plan = planOf(name, strength)
      const side = simulated(plan, { kernel })
      expect(side).toEqual(simulated(plan, {}))
      expect(side).toEqual(simulated(plan, { kernel, reuse: false }))
      expect(simulated(planOf(`${name}-backwards`, strength, true), { kernel })).toEqual(side)
      for (const policy of side)
        for (const values of Object.values(policy))
          for (const value of values) expect(value).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 12, seed: 20211108 },
  )
})
