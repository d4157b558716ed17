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
import { titlesOf } from '../../src/report/words/factor-titles.js'
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

const PACE = 'rural_exit: 2 * pace'
/** The changes with another distribution. */
const withOwn = (distribution: string) =>
  [...CHANGES, ['{ kind: uniform, low: 0.5, high: 1.5 }', distribution]] as const

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

  it('is no input that a run keeps, and no factor of a sensitivity, which says so', () => {
    expect(plan.uncertainties.map(({ name }) => name)).toEqual(['pace', 'on_time'])
    const header = { ...plan, ofCities: plan.uncertaintiesByCity }
    expect(titlesOf(header).apart).toEqual({
      en: 'Not in the list: 1 uncertainty of which every area or year has its own; what this moves is in what is left over.',
      zh: '未列入：各地或各年各自取值的不确定因素1项，其作用归入剩余部分。',
    })
    expect(titlesOf(plan).apart).toBeUndefined()
  })

  it.each([
    [
      'a correlation with it',
      [...CHANGES, ['between: [pace, on_time]', 'between: [pace, own]']] as const,
      `own.yaml:27:23  correlations.0.between.1
  Found own, drawn anew in every city; expected uncertainties with one value a draw.  [drawn-by-city]`,
    ],
    [
      'quantiles of a file',
      withOwn('{ kind: quantiles, file: draws.csv, column: one_A }'),
      `own.yaml:10:44  uncertainties.own.distribution.file
  Found own, drawn anew in every city, from quantiles of a file; expected a distribution with numbers of its own, or the rows of a file.  [drawn-by-city]`,
    ],
    [
      'a file without a column for any city',
      withOwn('{ kind: empirical, file: draws.csv, column: two }'),
      `own.yaml:10:63  uncertainties.own.distribution.column
  Found no column of draws.csv that begins with "two_"; expected a column for every city, such as two_ and its code.  [draws-unreadable]`,
    ],
    [
      'a file that lacks a city',
      withOwn('{ kind: empirical, file: draws.csv, column: one }'),
      `own.yaml:10:63  uncertainties.own.distribution.column
  Found no column of draws.csv for B; expected a column for every city of the data folder.  [draws-unreadable]`,
    ],
    [
      'a file that is not there',
      withOwn('{ kind: empirical, file: nowhere.csv, column: one }'),
      `own.yaml:10:44  uncertainties.own.distribution.file
  Found no file nowhere.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    ],
  ])('refuses %s', (_, changes, expected) => {
    writeFileSync(join(folder, 'draws.csv'), 'one_A\n1\n2\n')
    expect(problemsOf('own.yaml', changes)).toBe(expected)
  })
})

/** Rows of a table: what the region has is 1, 2, 3 and 4, what A has of the same row ten times it, and B a hundred times. */
describe('an uncertainty with `each: city` from the rows of a file', () => {
  writeFileSync(join(folder, 'rows.csv'), 'all,own_A,own_B\n1,10,100\n2,20,200\n3,30,300\n4,40,400\n')
  const changes = [
    ...withOwn('{ kind: empirical, file: rows.csv, column: own }').filter(([from]) => from !== PACE),
    [PACE, 'rural_exit: 2'],
    [
      '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
      '{ kind: empirical, file: rows.csv, column: all }',
    ],
    ['correlations:\n  - { between: [pace, on_time], rank: 0.3 }\n', ''],
  ] as const
  const rows = loadPlan(fileOf('rows.yaml', changes)).plan

  it('takes in every draw the row that the region takes from the same file, in both engines', () => {
    const [none] = lived(rows, {})
    const trajectory = createTrajectory(rows, DRAWS)
    const inputs = new Float64Array(rows.uncertainties.length)
    const seen = new Set<number>()
    for (let draw = 0; draw < DRAWS; draw++) {
      trajectory.run(0, draw, inputs, new Float64Array(rows.outcomes.length))
      seen.add(inputs[0])
      for (const [city, times] of [
        ['A', 10],
        ['B', 100],
      ] as const)
        expect(none[at(rows, `shown@${city}@2023`) * DRAWS + draw]).toBe(times * inputs[0])
    }
    expect([...seen].sort()).toEqual([1, 2, 3, 4])
    expect(lived(rows, { kernel })).toEqual(lived(rows, {}))
  })

  it('stands at the median of each city in the median future: 20 and 200, the lower of the two in the middle', () => {
    const trajectory = createTrajectory(rows, 1)
    const inputs = new Float64Array(rows.uncertainties.length)
    const outcomes = new Float64Array(rows.outcomes.length)
    trajectory.medians(inputs)
    trajectory.simulate(0, inputs, outcomes)
    expect(['A', 'B'].map((city) => outcomes[at(rows, `shown@${city}@2023`)])).toEqual([20, 200])
  })
})

/** Saltelli's rows of a base point differ in one factor alone: A, AB of each factor, B. */
describe('the cities in the design saltelli', () => {
  const { plan: saltelli } = loadPlan(
    fileOf('saltelli.yaml', [...CHANGES, ['seed: 7 }', 'seed: 7, design: saltelli }']]),
  )

  it('are one factor beside the others, that moves both at once', () => {
    const factors = saltelli.design as Extract<Plan['design'], { kind: 'saltelli' }>
    expect(factors.factors.map(({ name }) => name)).toEqual(['pace + on_time', 'own'])
    const titles = titlesOf({ ...saltelli, ofCities: saltelli.uncertaintiesByCity })
    expect([titles.titleOf('own').en, titles.apart]).toEqual(['Own pace', undefined])
    const [none] = lived(saltelli, {}, 0, 4)
    const rows = [0, 1, 2, 3].map((draw) =>
      ['A', 'B'].map((city) => none[at(saltelli, `shown@${city}@2023`) * 4 + draw]),
    )
    const [a, otherMoved, ownMoved, b] = rows
    expect(otherMoved).toEqual(a)
    expect(ownMoved).toEqual(b)
    for (const city of [0, 1]) expect(a[city]).not.toBe(b[city])
    expect(lived(saltelli, { kernel }, 0, 4)).toEqual(lived(saltelli, {}, 0, 4))
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
