/**
 * Levels that read what came out of the step before. By hand, over the two tiny cities: every school that stood open a
 * year before brings ten people, so that who comes in 2021, 2022 and 2023 is ten times the schools open in 2020 (none),
 * 2021 and 2022; and villages become towns at a hundredth of the share in town a year before.
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { explainSlot } from '../../src/explain/explain.js'
import { loadKernel } from '../../src/kernel/module.js'
import type { Plan } from '../../src/plan/plan.js'
import { slotOf } from '../../src/plan/slot-keys.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { causesOf, DRAW, POLICY } from '../../src/run/year/dependencies.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { temporary } from '../commands/cityward.js'
import { replaced, TINY } from '../scenario/tiny-scenario.js'
import { batchOf } from './tiny-plan.js'

const folder = temporary()
const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module
const DRAWS = 40

/** Outcomes of some draws under both policies. */
function simulated(plan: Plan, engine: { readonly kernel?: WebAssembly.Module }): Float64Array[] {
  const batch = batchOf(plan, 0, DRAWS)
  expect(createBatchRunner(plan, { draws: DRAWS, ...engine })(batch)).toEqual([])
  return batch.parts.map(({ outcomes }) => outcomes)
}

/** tiny.yaml with other levels and more indicators. */
function planWith(name: string, levels: string, indicators = ''): ReturnType<typeof loadPlan> {
  const file = join(folder, name)
  const whole = replaced(TINY, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  const changed = replaced(whole, '  levels:\n', `  levels:\n${levels}`)
  writeFileSync(file, replaced(changed, 'indicators:\n', `indicators:\n${indicators}`))
  return loadPlan(file)
}

const COMING = `  came: { title: { en: Came, zh: 迁入 }, of: from_outside, unit: person, places: cities }
`
/** Outcomes of the median future under the second policy, which builds. */
function outcomesOf(plan: Plan): (name: string) => number {
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  trajectory.medians(inputs)
  expect(trajectory.simulate(1, inputs, outcomes)).toBeUndefined()
  return (name) => outcomes[plan.outcomes.findIndex((column) => column.name === name)]
}

it('gives what a step before came to: ten people for each school that stood open', () => {
  const base = outcomesOf(planWith('none.yaml', '    arrivals: 0\n', COMING).plan)
  const plan = planWith(
    'ten.yaml',
    '    arrivals: 10 * previous(opened(school_places, new_schools))\n',
    COMING,
  )
  const found = outcomesOf(plan.plan)
  for (const city of ['A', 'B']) {
    for (const year of [2021, 2022]) expect(found(`came@${city}@${year}`)).toBe(base(`came@${city}@${year}`))
    // started in 2021, open in 2022
    const open = found(`schools_open@${city}@2022`)
    expect(open).toBeGreaterThan(0)
    expect(found(`came@${city}@2023`) - base(`came@${city}@2023`)).toBeCloseTo(10 * open, 9)
  }
})

it('reads the base year in the first step, and a named base year ever after', () => {
  const still = planWith(
    'still.yaml',
    '    attraction: 0\n    arrivals: at(2020, people(resident)) / 1000\n',
    COMING,
  )
  const found = outcomesOf(still.plan)
  const base = outcomesOf(planWith('none.yaml', '    arrivals: 0\n', COMING).plan)
  const people = Object.fromEntries(
    still.dataset.cities.map(({ code }, city) => [code, peopleOf(still.plan, city)]),
  )
  for (const [code, persons] of Object.entries(people))
    expect(found(`came@${code}@2021`) - base(`came@${code}@2021`)).toBeCloseTo(persons / 1000, 9)
})

/** Residents of a city in the base year. */
function peopleOf({ opening, dims }: Plan, city: number): number {
  return opening.people.reduce((sum, persons, cell) => sum + (cell % dims.cities === city ? persons : 0), 0)
}

it.each([
  ['people', '    attraction: previous(people(urban)) / previous(people(resident))\n'],
  [
    'services',
    '    pull_of_outside: previous(unmet(school_places)) / max(1, previous(need(school_places)))\n',
  ],
  ['works', '    arrivals: 10 * previous(opened(school_places, new_schools))\n'],
])('has the same bits in both engines, whatever is read: %s', (name, levels) => {
  const { plan } = planWith(`bits-${name}.yaml`, levels)
  expect(simulated(plan, { kernel })).toEqual(simulated(plan, {}))
})

it('with an effect of 0 has the bits of a scenario that reads nothing', () => {
  const level =
    '    pull_of_outside: 0 * previous(unmet(school_places)) / max(1, previous(need(school_places)))\n'
  const none = planWith('nothing.yaml', '    pull_of_outside: 0\n').plan
  expect(simulated(planWith('zero.yaml', level).plan, { kernel })).toEqual(simulated(none, { kernel }))
})

it('lets policies share a population where what differs between them reaches no level', () => {
  const reached = (levels: string) => {
    const { plan } = planWith('reached.yaml', levels)
    const causes = causesOf(plan)
    const all = plan.levels.reduce((sum, slot) => sum | causes[slot], 0)
    return { draw: (all & DRAW) !== 0, policy: (all & POLICY) !== 0 }
  }
  expect(reached('    attraction: previous(people(urban)) / previous(people(resident))\n')).toEqual({
    draw: true,
    policy: false,
  })
  expect(reached('    arrivals: 10 * previous(opened(school_places, new_schools))\n')).toEqual({
    draw: true,
    policy: true,
  })
})

it('is explained by what it read, with the year', () => {
  const { plan, scenario, dataset } = planWith(
    'told.yaml',
    '    arrivals: 10 * previous(opened(school_places, new_schools))\n',
  )
  const trajectory = createTrajectory(plan, 1)
  const inputs = new Float64Array(plan.uncertainties.length)
  trajectory.medians(inputs)
  trajectory.simulate(1, inputs, new Float64Array(plan.outcomes.length))
  const slot = slotOf(plan.keys, { kind: 'level', level: 'arrivals' })
  const asked = { plan, scenario, dataset, memory: trajectory.memory, city: 0, year: 3, policy: 1 }
  const [opened] = explainSlot(asked, slot, 2).parts
  expect(opened).toMatchObject({ what: 'opened(school_places,new_schools) @ 2022', unit: 'school' })
  expect(opened.value).toBeGreaterThan(0)
})

it('starts over for other draws, also where they reach people no sooner than a lever does', () => {
  const file = join(folder, 'late.yaml')
  const whole = replaced(TINY, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  const exit =
    '{ by_year: { 2021: 2, 2022: "2 * pace * (1 + schools / 10 + 0 * previous(people(urban)) / previous(people(resident)))" } }'
  writeFileSync(file, replaced(whole, 'rural_exit: 2 * pace', `rural_exit: ${exit}`))
  const { plan } = loadPlan(file)
  const run = createBatchRunner(plan, { draws: DRAWS, kernel })
  // a few draws first, so that most places of the next batch have never held one
  run(batchOf(plan, 0, 3))
  const [side, alone] = [0, 1].map(() => batchOf(plan, 3, DRAWS - 3))
  expect(run(side)).toEqual([])
  expect(createBatchRunner(plan, { draws: DRAWS })(alone)).toEqual([])
  expect(side.parts.map(({ outcomes }) => outcomes)).toEqual(alone.parts.map(({ outcomes }) => outcomes))
})
