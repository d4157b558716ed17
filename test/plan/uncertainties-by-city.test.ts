/**
 * Uncertainties of which every city has its own draw, and the cities of a group in formulas, over the two tiny cities.
 * Right values: a uniform draw is low + (high - low) x the city's own point of chance, and the mean of the range in the
 * median future; a member of a group counts once, any other not at all.
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadKernel } from '../../src/kernel/module.js'
import type { Plan } from '../../src/plan/plan.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { createStream } from '../../src/sampling/stream.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { CitywardError, formatProblem } from '../../src/vocabulary/problems.js'
import { temporary } from '../commands/cityward.js'
import { batchOf } from '../run/tiny-plan.js'
import { replaced, TINY } from '../scenario/tiny-scenario.js'

const folder = temporary()
const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module
const DRAWS = 30

const OWN = `  own:
    title: { en: Own pace, zh: 各市速度 }
    unit: ratio
    distribution: { kind: uniform, low: 0.5, high: 1.5 }
    each: city
    because: Made for tests.
    source: judgement
`
const SHOWN = `  shown: { title: { en: Own, zh: 各市 }, of: own, unit: ratio }
  on_coast: { title: { en: On the coast, zh: 沿海 }, of: people(urban) * within(coast), per: people(resident) * within(coast), times: 100, unit: percent, places: region }
  towns: { title: { en: Townspeople, zh: 城镇人口 }, of: people(urban), unit: person }
  in_a: { title: { en: In A, zh: 甲市 }, of: people(urban) * within(A), unit: person, places: region }
`

function fileOf(name: string, changes: readonly (readonly [from: string, to: string])[]): string {
  const whole = replaced(TINY, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  const file = join(folder, name)
  writeFileSync(
    file,
    changes.reduce((text, [from, to]) => replaced(text, from, to), whole),
  )
  return file
}
const CHANGES = [
  ['uncertainties:\n', `uncertainties:\n${OWN}`],
  ['rural_exit: 2 * pace', 'rural_exit: 2 * pace * own'],
  ['indicators:\n', `indicators:\n${SHOWN}`],
] as const

const { plan } = loadPlan(fileOf('own.yaml', CHANGES))
const at = (of: Plan, name: string) => of.outcomes.findIndex((column) => column.name === name)

function lived(of: Plan, engine: { readonly kernel?: WebAssembly.Module }, first = 0, draws = DRAWS) {
  const batch = batchOf(of, first, draws)
  expect(createBatchRunner(of, { draws: DRAWS, ...engine })(batch)).toEqual([])
  return batch.parts.map(({ outcomes }) => outcomes)
}

describe('an uncertainty with `each: city`', () => {
  it('has a draw of its own in every city, the same under every policy and in every year', () => {
    const [none, build] = lived(plan, {})
    for (const city of ['A', 'B']) {
      const point = createStream(7, `own ${city}`)
      for (let draw = 0; draw < DRAWS; draw++) {
        for (const year of [2020, 2023]) {
          const value = none[at(plan, `shown@${city}@${year}`) * DRAWS + draw]
          expect(value).toBeCloseTo(0.5 + point(draw), 12)
          expect(build[at(plan, `shown@${city}@${year}`) * DRAWS + draw]).toBe(value)
        }
      }
    }
  })

  it('is the same to the last bit in both engines, whatever the batch', () => {
    const whole = lived(plan, {})
    expect(lived(plan, { kernel })).toEqual(whole)
    const part = lived(plan, { kernel }, 11, 7)
    part.forEach((outcomes, policy) => {
      for (let column = 0; column < plan.outcomes.length; column++)
        for (let draw = 0; draw < 7; draw++)
          expect(outcomes[column * 7 + draw]).toBe(whole[policy][column * DRAWS + 11 + draw])
    })
  })

  it('stands at its median in the median future, and in designs that are no sample of the futures', () => {
    const trajectory = createTrajectory(plan, 1)
    const [inputs, outcomes] = [
      new Float64Array(plan.uncertainties.length),
      new Float64Array(plan.outcomes.length),
    ]
    trajectory.medians(inputs)
    expect(trajectory.simulate(0, inputs, outcomes)).toBeUndefined()
    expect(outcomes[at(plan, 'shown@A@2023')]).toBe(1)
    const morris = loadPlan(
      fileOf('morris.yaml', [...CHANGES, ['seed: 7 }', 'seed: 7, design: morris }']]),
    ).plan
    const [none] = lived(morris, { kernel }, 0, 4)
    expect([0, 1, 2, 3].map((draw) => none[at(morris, 'shown@B@2023') * 4 + draw])).toEqual([1, 1, 1, 1])
  })

  it('is no input that a run keeps, and no factor of a sensitivity', () => {
    expect(plan.uncertainties.map(({ name }) => name)).toEqual(['pace', 'on_time'])
  })

  it.each([
    [
      'a correlation with it',
      [...CHANGES, ['between: [pace, on_time]', 'between: [pace, own]']] as const,
      `own.yaml:27:23  correlations.0.between.1
  Found own, drawn anew in every city; expected uncertainties with one value a draw.  [drawn-by-city]`,
    ],
    [
      'a file of draws by the row',
      [
        ...CHANGES,
        ['{ kind: uniform, low: 0.5, high: 1.5 }', '{ kind: empirical, file: draws.csv, column: one }'],
      ] as const,
      `own.yaml:10:44  uncertainties.own.distribution.file
  Found own, drawn anew in every city, from a file by the row; expected a distribution with numbers of its own.  [drawn-by-city]`,
    ],
  ])('refuses %s', (_, changes, expected) => {
    writeFileSync(join(folder, 'draws.csv'), 'one\n1\n2\n')
    expect(problemsOf('own.yaml', changes)).toBe(expected)
  })
})

describe('within(...)', () => {
  it('is 1 in the cities of a group or in the one named, and 0 elsewhere', () => {
    const [none] = lived(plan, { kernel })
    const value = (name: string) => none[at(plan, name) * DRAWS]
    // the coast is city B alone
    expect(value('on_coast@T@2023')).toBeCloseTo(value('urban_share@B@2023'), 12)
    expect(value('in_a@T@2023')).toBe(value('towns@A@2023'))
    expect(value('in_a@T@2023')).toBeGreaterThan(0)
  })

  it('names what it does not know', () => {
    expect(problemsOf('coats.yaml', [['rural_exit: 2 * pace', 'rural_exit: 2 * pace * within(coats)']])).toBe(
      `coats.yaml:32:35  population.levels.rural_exit
  Found "coats"; expected a group of groups.csv, or a city.
  Did you mean coast?  [argument-unknown]`,
    )
  })
})

function problemsOf(name: string, changes: readonly (readonly [from: string, to: string])[]): string {
  try {
    loadPlan(fileOf(name, changes))
    return ''
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    return error.problems.map((one) => formatProblem(one).replaceAll(`${folder}/`, '')).join('\n')
  }
}
