/**
 * Uncertainties that go their own way from year to year, over the two tiny cities and 2020 to 2023. Right values: by hand
 * from the points of chance of each year, v(2020) = median, v(t) = median + persistence (v(t-1) - median) + (draw - median).
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
const DRAWS = 20
const YEARS = [2020, 2021, 2022, 2023]

/** The tiny scenario with an uncertainty `own` that leaving the village follows, and that is shown. */
function fileOf(name: string, fields: string, design = 'seed: 7 }'): string {
  const own = `uncertainties:\n  own:\n    title: Own\n    unit: ratio\n${fields}\n    because: Made for tests.\n    source: judgement\n`
  const changes = [
    ['data: ../tiny', `data: ${resolve('fixtures/tiny')}`],
    ['seed: 7 }', design],
    ['uncertainties:\n', own],
    ['rural_exit: 2 * pace', 'rural_exit: 0.5 * pace * own'],
    [
      'indicators:\n',
      'indicators:\n  shown: { title: Shown, of: own * people(resident), per: people(resident), unit: ratio }\n',
    ],
  ] as const
  const file = join(folder, name)
  writeFileSync(
    file,
    changes.reduce((text, [from, to]) => replaced(text, from, to), TINY),
  )
  return file
}

const at = (of: Plan, city: string, year: number) =>
  of.outcomes.findIndex((column) => column.name === `shown@${city}@${year}`)

function lived(of: Plan, engine: { readonly kernel?: WebAssembly.Module }, first = 0, draws = DRAWS) {
  const batch = batchOf(of, first, draws)
  expect(createBatchRunner(of, { draws: DRAWS, ...engine })(batch)).toEqual([])
  return batch.parts.map(({ outcomes }) => outcomes)
}

const UNIFORM = '    distribution: { kind: uniform, low: 0.9, high: 1.1 }\n'

describe('an uncertainty by year', () => {
  it.each([
    ['city_and_year', 0.5],
    ['city_and_year', 1],
    ['year', 0],
  ])('goes from its median by what each year draws, each: %s, persistence %d', (each, persistence) => {
    const fields = `${UNIFORM}    each: ${each}\n    persistence: ${persistence}`
    const { plan } = loadPlan(fileOf(`${each}-${persistence}.yaml`, fields))
    const [none, build] = lived(plan, {})
    for (const city of ['A', 'B']) {
      const points = YEARS.map((year) =>
        createStream(7, each === 'year' ? `own ${year}` : `own ${year} ${city}`),
      )
      for (let draw = 0; draw < DRAWS; draw++) {
        let away = 0
        YEARS.forEach((year, step) => {
          if (step > 0) away = persistence * away + 0.2 * (points[step](draw) - 0.5)
          const value = none[at(plan, city, year) * DRAWS + draw]
          expect(value).toBeCloseTo(1 + away, 12)
          expect(build[at(plan, city, year) * DRAWS + draw]).toBe(value)
        })
      }
    }
    expect(lived(plan, { kernel })).toEqual(lived(plan, {}))
  })

  it('takes one row of a file for all its years, the row that the rest of the file takes', () => {
    writeFileSync(join(folder, 'rows.csv'), 'way_2021,way_2022,way_2023\n1,2,3\n1.5,3,4.5\n2,4,6\n')
    const fields = '    distribution: { kind: empirical, file: rows.csv, column: way }\n    each: year'
    const { plan } = loadPlan(fileOf('rows.yaml', fields))
    const [none] = lived(plan, { kernel })
    const seen = new Set<number>()
    for (let draw = 0; draw < DRAWS; draw++) {
      const values = YEARS.map((year) => Number(none[at(plan, 'B', year) * DRAWS + draw].toFixed(9)))
      const [, first] = values
      seen.add(first)
      expect(values).toEqual([first, first, 2 * first, 3 * first])
    }
    expect([...seen].sort()).toEqual([1, 1.5, 2])
    expect(lived(plan, {})).toEqual(lived(plan, { kernel }))
  })

  it('stands at its median in the median future and in designs that are no sample of the futures', () => {
    const fields = `${UNIFORM}    each: year\n    persistence: 1`
    const { plan } = loadPlan(fileOf('still.yaml', fields))
    const [inputs, outcomes] = [plan.uncertainties, plan.outcomes].map(
      ({ length }) => new Float64Array(length),
    )
    const trajectory = createTrajectory(plan, 1)
    trajectory.medians(inputs)
    expect(trajectory.simulate(0, inputs, outcomes)).toBeUndefined()
    expect(outcomes[at(plan, 'A', 2023)]).toBe(1)
    const morris = loadPlan(fileOf('morris.yaml', fields, 'seed: 7, design: morris }')).plan
    expect(
      lived(morris, { kernel }, 0, 4)[0].slice(at(morris, 'B', 2022) * 4, at(morris, 'B', 2022) * 4 + 4),
    ).toEqual(new Float64Array(4).fill(1))
  })

  it.each([
    [
      'a persistence of what is the same in all years',
      `${UNIFORM}    persistence: 0.5`,
      `bad.yaml:11:18  uncertainties.own.persistence
  Found a persistence of own, which is the same in all years; expected a persistence of an uncertainty that is drawn in every year.
  Write \`each: year\`, or \`each: city_and_year\`, beside it.  [persistence-of-nothing]`,
    ],
    [
      'rows of a file for every city and year',
      '    distribution: { kind: empirical, file: rows.csv, column: way }\n    each: city_and_year',
      `bad.yaml:10:44  uncertainties.own.distribution.file
  Found own, drawn anew in every city and year, from rows of a file; expected a distribution with numbers of its own.  [drawn-by-city]`,
    ],
    [
      'a file that lacks a year',
      '    distribution: { kind: empirical, file: short.csv, column: way }\n    each: year',
      `bad.yaml:10:63  uncertainties.own.distribution.column
  Found no column of short.csv for 2023; expected a column for every year after the base year.  [draws-unreadable]`,
    ],
  ])('refuses %s', (_, fields, expected) => {
    writeFileSync(join(folder, 'short.csv'), 'way_2021,way_2022\n1,2\n')
    expect(problemsOf(fields)).toBe(expected)
  })
})

function problemsOf(fields: string): string {
  try {
    loadPlan(fileOf('bad.yaml', fields))
    return ''
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    return error.problems.map((one) => formatProblem(one).replaceAll(`${folder}/`, '')).join('\n')
  }
}
