/** Scenarios without a slip that cannot be lived, or only just: a fault that says why, or numbers, and never neither. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/plan.js'
import { faultText } from '../../src/results/fault-words.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { replaced, TINY, withCases } from './tiny-scenario.js'

const DRAW = 5

function planOf(from: string, to: string): Plan {
  return withCases((cases) => {
    writeFileSync(join(cases, 'tiny.yaml'), replaced(TINY, from, to))
    return loadPlan(join(cases, 'tiny.yaml')).plan
  })
}

/** What becomes of a policy in one draw: why it cannot be lived, or its outcomes by name. */
function lifeOf(plan: Plan, name: string): string | Map<string, number> {
  const inputs = new Float64Array(plan.uncertainties.length)
  const outcomes = new Float64Array(plan.outcomes.length)
  const policy = plan.policies.findIndex((one) => one.name === name)
  const failure = createTrajectory(plan, 10).run(policy, DRAW, inputs, outcomes)
  if (!failure) return new Map(plan.outcomes.map((column, index) => [column.name, outcomes[index]]))
  expect(failure).toMatchObject({ policy, draw: DRAW })
  expect(outcomes.every(Number.isNaN)).toBe(true)
  return `${failure.code}: ${faultText(failure)}`
}

const FAULTS: [title: string, from: string, to: string, fault: string][] = [
  [
    'division by nobody within a formula, where no ratio is told from another number',
    'of: people(urban)',
    'of: people(urban) / (people(resident) * 0) * people(resident)',
    'not-a-number: urban_share@T@2020 is Infinity',
  ],
  [
    'a logarithm of less than nought',
    'rural_exit: 2 * pace',
    'rural_exit: log(pace - 5)',
    'rate-impossible: rural_exit of Alpha is NaN in 2021; expected 0 to 1000',
  ],
  [
    'a rate without end',
    'rural_exit: 2 * pace',
    'rural_exit: 1e300',
    'rate-impossible: rural_exit of Alpha is 1e+300 in 2021; expected 0 to 1000',
  ],
  [
    'fewer than no births',
    'rural_exit: 2 * pace',
    'fertility: pace - 3',
    'rate-impossible: fertility of Alpha is -2.03458 in 2021; expected 0 to 100',
  ],
  [
    'arrivals that leave',
    'rural_exit: 2 * pace',
    'arrivals: pace - 1000',
    'rate-impossible: arrivals of Alpha is -999.035 in 2021; expected 0 to 1000000000',
  ],
  [
    'more registered than there are',
    'rural_exit: 2 * pace',
    'conversion_rural: 5 * pace',
    'rate-impossible: conversion_rural of Alpha is 4.82711 in 2021; expected less than 1 a step at every age',
  ],
  [
    'births without end',
    'rural_exit: 2 * pace',
    'fertility: 1e300',
    'rate-impossible: fertility of Alpha is 1e+300 in 2021; expected 0 to 100',
  ],
  [
    'a city that draws everyone at once',
    'rural_exit: 2 * pace',
    'attraction: 1e308',
    'rate-impossible: attraction of Alpha is 1e+308 in 2021; expected -50 to 50',
  ],
  [
    'more schools that open on time than are due',
    'on_time: on_time',
    'on_time: 1 + exp(on_time)',
    'service-impossible: school_places.new_schools.on_time of Alpha is 3.36482 in 2020; expected 0 to 1',
  ],
  [
    'a railway without a date',
    'population:\n',
    'population:\n  lines: { alpha_beta: log(pace - 5) }\n',
    'not-a-number: the line alpha_beta opens in NaN',
  ],
  [
    'an outcome of a year that divides by nought',
    'of: people(urban)',
    'of: people(urban) / (year - 2022)',
    'not-a-number: urban_share@T@2022 is Infinity',
  ],
]

describe('a scenario that cannot be lived', () => {
  it.each(FAULTS)('says so of %s, with the draw', (_, from, to, fault) => {
    const life = lifeOf(planOf(from, to), 'build')
    expect(life).toBeTypeOf('string')
    expect(life).toBe(fault)
  })

  it('says so of starts that a lever shares out over nobody, in the policy that sets it to nought', () => {
    const plan = planOf('share_by: data(school_places)', 'share_by: schools * data(school_places)')
    expect(lifeOf(plan, 'no_action')).toBe(
      'service-impossible: school_places.new_schools.share of Alpha is NaN in 2020; expected 0 to 1',
    )
    expect(lifeOf(plan, 'build')).toBeInstanceOf(Map)
  })
})

const NUMBERS: [title: string, from: string, to: string, column: string, value: number][] = [
  ['no need', 'demand: people(resident, 6, 14)', 'demand: 0', 'places_short@T@2023', 0],
  ['schools that open after the last year', 'lead: 1', 'lead: 40', 'schools_open@T@2023', 0],
  ['starts taken away', 'starts: { 2021: 2, 2022: 1 }', 'starts: {}', 'schools_open@T@2023', 0],
  ['an indicator times nought', 'times: 100', 'times: 0', 'urban_share@T@2023', 0],
  ['the longest horizon', 'to: 2023 }', 'to: 2300 }', 'hours@T@2300', 1],
  ['the most draws', 'draws: 200', 'draws: 10000000', 'hours@T@2023', 1],
]

it.each(NUMBERS)('lives with %s', (_, from, to, column, value) => {
  const life = lifeOf(planOf(from, to), 'build')
  expect(life).toBeInstanceOf(Map)
  expect((life as Map<string, number>).get(column)).toBe(value)
})
