/** What a scenario that extends another is together with it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compilePlan } from '../../src/plan/compile.js'
import { loadScenario } from '../../src/scenario/load.js'
import type { Scenario } from '../../src/scenario/scenario.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { formatProblem, type Problem } from '../../src/vocabulary/problems.js'
import { TINY, withCases } from './tiny-scenario.js'

/** A child of tiny.yaml, which stands one folder further down, and what is said of it. */
function childOf(child: string): { scenario: Scenario; answer: string; warned: readonly Problem[] } {
  return withCases((cases) => {
    writeFileSync(join(cases, 'tiny.yaml'), TINY)
    mkdirSync(join(cases, 'variants'))
    const file = join(cases, 'variants', 'child.yaml')
    writeFileSync(file, `extends: ../tiny.yaml\n${child}`)
    const { scenario, problems, warnings } = loadScenario(file)
    return {
      scenario: scenario!,
      warned: warnings,
      answer: problems.map(formatProblem).join('\n').replaceAll(cases, ''),
    }
  })
}

const base = childOf('').scenario

it('is the same where the child says nothing, data folder and all', () => {
  expect(base.data).toMatch(/tiny$/)
  expect(base.policies.map(({ name }) => name)).toEqual(['no_action', 'build'])
  expect(base.targets).toHaveLength(3)
})

it('has a target of the base with what the child says of it, and targets of its own', () => {
  const { scenario, answer } = childOf(`targets:
  - { id: one-hour, threshold: 2 }
  - { id: hours-2022, indicator: hours, comparator: at_most, threshold: 1, year: 2022 }
`)
  expect(answer).toBe('')
  const told = scenario.targets.map(({ id, indicator, threshold }) => `${id} ${indicator} ${threshold}`)
  expect(told).toEqual([
    'urban-share urban_share 40',
    'school-places places_added 300',
    'one-hour hours 2',
    'hours-2022 hours 1',
  ])
})

it('has a correlation with another rank, whichever end the child names first', () => {
  const { scenario, answer } = childOf('correlations: [{ between: [on_time, pace], rank: -0.2 }]\n')
  expect(answer).toBe('')
  expect(scenario.correlations).toEqual([{ between: ['on_time', 'pace'], rank: -0.2 }])
})

it('has a distribution, a series or starts of the child whole', () => {
  const { scenario, answer } = childOf(`uncertainties:
  pace: { distribution: { kind: uniform, low: 1, high: 2 } }
population:
  levels:
    reclassification: { by_year: { 2022: 0.01 } }
services:
  school_places: { programmes: { new_schools: { starts: { 2021: null, 2022: 1, 2023: 4 } } } }
`)
  expect(answer).toBe('')
  const [pace] = scenario.uncertainties
  expect(pace.distribution).toEqual({ kind: 'uniform', low: 1, high: 2 })
  expect(pace.because.en).toBe('Made for tests.')
  expect(scenario.population.levels.reclassification).toMatchObject({ points: [{ year: 2022 }] })
  expect(scenario.services[0].programmes[0].starts).toEqual([
    { year: 2022, starts: 1 },
    { year: 2023, starts: 4 },
  ])
})

const starting = (starts: string) =>
  childOf(`services:\n  school_places: { programmes: { new_schools: { starts: ${starts} } } }\n`)

// by hand: 2 and 1 of 2021 and 2022 in the base, a year late; joined they would be 5
it('has starts a year late where they are written a year late: nothing of the base stays', () => {
  const { answer, warned, scenario } = starting('{ 2022: 2, 2023: 1 }')
  expect([answer, warned]).toEqual(['', []])
  expect(scenario.services[0].programmes[0].starts).toEqual([
    { year: 2022, starts: 2 },
    { year: 2023, starts: 1 },
  ])
})

it('warns of starts that leave years of the base out and come to another number', () => {
  const { answer, warned } = starting('{ 2023: 4 }')
  expect(answer).toBe('')
  expect(warned).toHaveLength(1)
  expect(warned[0]).toMatchObject({
    code: 'starts-replaced',
    where: { field: 'services.school_places.programmes.new_schools.starts', line: 3 },
    found: 'starts of 2023 in place of all in the base file, those of 2021, 2022 too: 4 in all for 3',
    expected: 'as many as in the base file, or every year of it named',
    hint: "Where it is meant, say so: `2021: 0`, `2022: 0`; else write the base's numbers beside.",
  })
  expect(starting('{ 2022: 9 }').warned).toMatchObject([
    { found: 'starts of 2022 in place of all in the base file, those of 2021 too: 9 in all for 3' },
  ])
})

it.each([
  ['every year of the base is named', '{ 2021: 2, 2022: 1, 2023: 4 }'],
  ['those left are taken away', '{ 2021: null, 2022: 9 }'],
  ['those left are named as none', '{ 2021: 0, 2022: 2, 2023: 5 }'],
])('says nothing where %s', (_, starts) => {
  expect(starting(starts).warned).toEqual([])
})

it('has the way between the years of a series from where its years are from', () => {
  const points = withCases((cases) => {
    writeFileSync(join(cases, 'tiny.yaml'), TINY)
    const levels = (value: string) => `population: { levels: { reclassification: ${value} } }\n`
    const held = levels('{ by_year: { 2021: 0, 2023: 0.02 }, between: hold }')
    writeFileSync(join(cases, 'held.yaml'), `extends: tiny.yaml\n${held}`)
    writeFileSync(
      join(cases, 'own.yaml'),
      `extends: held.yaml\n${levels('{ by_year: { 2021: 0.01, 2023: 0.03 } }')}`,
    )
    return ['held', 'own'].map(
      (name) => loadScenario(join(cases, `${name}.yaml`)).scenario!.population.levels,
    )
  })
  expect(points.map(({ reclassification }) => reclassification)).toMatchObject([
    { between: 'hold' },
    { between: 'linear' },
  ])
})

it('has all starts a year late by `shift: 1`', () => {
  const { scenario, warned } = childOf(
    'services:\n  school_places: { programmes: { new_schools: { shift: 1 } } }\n',
  )
  expect(warned).toEqual([])
  const { dataset } = loadPlan('fixtures/cases/tiny.yaml')
  const { plan } = compilePlan(scenario, dataset, () => ({ file: '' }), 'test')
  // 2 in 2021 and 1 in 2022 of the base
  expect([...plan!.services[0].programmes[0].starts]).toEqual([0, 0, 2, 1])
})

it('shares starts out by the weights of the child, with all else of the programme', () => {
  const { scenario, answer } = childOf(`services:
  school_places: { programmes: { new_schools: { share_by: null, by_city: { A: 1, B: 2 } } } }
`)
  expect(answer).toBe('')
  const [programme] = scenario.services[0].programmes
  expect(programme.by_city?.map(({ weight }) => weight)).toEqual([1, 2])
  expect(programme).toMatchObject({ share_by: undefined, unit: 'school', lead: 1 })
})

it('says a value in the way of the child', () => {
  const { scenario, answer } = childOf(`population:
  levels:
    reclassification: { total: 0.1, share_by: data(school_places) }
`)
  expect(answer).toBe('')
  expect(scenario.population.levels.reclassification).toMatchObject({ kind: 'total' })
})

it('keeps the rest of a section where the child adds a part called total, kind or range', () => {
  const { scenario, answer } = childOf(`levers:
  range: { title: { en: Range, zh: 幅 }, unit: ratio, default: 1, range: [0, 1] }
indicators:
  total: { title: { en: All, zh: 全部 }, of: people(resident), unit: person }
  kind: { title: { en: Kind, zh: 类 }, of: people(urban), unit: person }
`)
  expect(answer).toBe('')
  expect(scenario.levers.map(({ name }) => name)).toEqual(['schools', 'range'])
  expect(scenario.indicators.map(({ name }) => name)).toEqual([
    ...base.indicators.map(({ name }) => name),
    'total',
    'kind',
  ])
})

it('says a slip in the file in which it stands', () => {
  expect(
    childOf('policies: { build: { set: { schols: 1 } } }\n').answer,
  ).toBe(`/variants/child.yaml:2:29  policies.build.set.schols
  Found the lever "schols"; expected a name under \`levers:\`.
  Did you mean schools?  [lever-unknown]`)
  expect(childOf('levers: { schools: null }\n').answer).toBe(`/tiny.yaml:28:60  policies.no_action.set.schools
  Found the lever "schools"; expected a name under \`levers:\`.  [lever-unknown]`)
})
