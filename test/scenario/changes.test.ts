import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Changes, changesBetween } from '../../src/scenario/compare/changes.js'
import { mixtureOf } from '../../src/scenario/compare/mixture.js'
import { partText } from '../../src/scenario/compare/part-text.js'
import type { PolicyView } from '../../src/scenario/compare/parts.js'
import { loadScenario } from '../../src/scenario/load.js'
import type { Locate } from '../../src/scenario/scenario.js'
import { replaced, TINY, withCases } from './tiny-scenario.js'

type Edit = readonly [from: string, to: string]

function seen(file: string, policy?: string): PolicyView & { readonly locate: Locate } {
  const { scenario, problems, locate } = loadScenario(file)
  expect(problems).toEqual([])
  const asked = scenario!.policies.find(({ name }) => name === policy) ?? scenario!.policies.at(-1)!
  return { scenario: scenario!, policy: asked, data: { fingerprint: 'same', folder: 'tiny' }, locate }
}

/** tiny.yaml against a copy with replacements, or against what a variant says. */
function changed(edits: readonly Edit[], variant = '', policies: readonly string[] = []): Changes {
  return withCases((folder) => {
    const [first, second] = ['first.yaml', 'second.yaml'].map((name) => join(folder, name))
    writeFileSync(first, TINY)
    const edited = edits.reduce((text, [from, to]) => replaced(text, from, to), TINY)
    writeFileSync(second, variant === '' ? edited : `extends: first.yaml\n${variant}`)
    const found = changesBetween({ before: seen(first, policies[0]), after: seen(second, policies[1]) })
    const short = (text: string) => text.replaceAll(`${folder}/`, '')
    return { ...found, differences: JSON.parse(short(JSON.stringify(found.differences))) }
  })
}
const namesOf = ({ changes }: Changes) => changes.map(({ name }) => name)

describe('what differs between two scenarios', () => {
  it('is nothing between a scenario and itself', () => {
    expect(changed([])).toMatchObject({ changes: [], differences: [] })
  })

  it('is nothing where a file says the same in other lines and other blanks', () => {
    expect(changed([['title: { en: Two', '\n\ntitle: { en: Two'], ['2 * pace', '2  *   pace']])).toMatchObject({
      changes: [],
      differences: [],
    }) // biome-ignore format: edits
  })

  it('is told field by field, with both values and their places', () => {
    const variant =
      'uncertainties: { pace: { distribution: { kind: fixed, value: 1.1 }, because: Known by now. } }'
    const { changes, differences } = changed([], variant)
    expect(changes).toMatchObject([{ name: 'uncertainties.pace', reading: false }])
    expect(differences).toEqual([
      {
        field: 'uncertainties.pace.distribution',
        before: {
          text: 'triangular: low 0.5, mode 1, high 1.5',
          where: expect.objectContaining({ file: 'first.yaml', line: 10 }),
        },
        after: { text: 'fixed: 1.1', where: expect.objectContaining({ file: 'second.yaml', line: 2 }) },
        change: 'uncertainties.pace',
      },
      expect.objectContaining({ field: 'uncertainties.pace.because' }),
    ])
    expect(differences[1]).not.toHaveProperty('change')
  })

  it.each([
    ['population: { levels: { return_home: 0.6 } }', 'population.levels.return_home', '0.5', '0.6'],
    ['population: { schedules: { return_home: rogers_castro } }', 'population.schedules.return_home', 'flat', 'rogers_castro'],
    ['population: { migration: end }', 'population.migration', 'even', 'end'],
    ['run: { seed: 8 }', 'run.seed', '7', '8'],
    ['correlations: [{ between: [pace, on_time], rank: 0.4 }]', 'correlations', 'pace and on_time 0.3', 'pace and on_time 0.4'],
    ['services: { school_places: { standard: 1.1 } }', 'services.school_places.standard', '1', '1.1'],
    [
      'services: { school_places: { programmes: { new_schools: { starts: { 2021: 2, 2022: 3 } } } } }',
      'services.school_places.programmes.new_schools.starts',
      '2021: 2, 2022: 1',
      '2021: 2, 2022: 3',
    ],
    ['targets: [{ id: urban-share, threshold: 41 }]', 'targets.urban-share.threshold', '40', '41'],
    [
      'population: { levels: { reclassification: { by_year: { 2021: 0.01, 2023: 0.02 }, between: hold } } }',
      'population.levels.reclassification',
      '2021: 0, 2023: 0.02',
      '2021: 0.01, 2023: 0.02, between: hold',
    ],
    [
      'population: { levels: { return_home: { by_city: { Alpha: 0.6, others: 0.5 } } } }',
      'population.levels.return_home',
      '0.5',
      'Alpha: 0.6, others: 0.5',
    ],
  ])('%s is a change of %s', (variant, field, before, after) => {
    const { differences, changes } = changed([], variant)
    expect(differences).toMatchObject([{ field, before: { text: before }, after: { text: after } }])
    expect(changes).toHaveLength(1)
    expect(field.startsWith(changes[0].name)).toBe(true)
  }) // biome-ignore format: a table

  it('takes a lever as the policy sets it', () => {
    const more = 'policies: { build: { set: { schools: 1.5 } } }'
    const { changes, differences } = changed([], more)
    expect(changes.map(({ name }) => name)).toEqual(['levers.schools'])
    expect(differences).toMatchObject([
      { field: 'levers.schools.setting', before: { text: '1', where: { line: 25 } }, after: { text: '1.5' } },
    ])
    expect(changed([], more, ['no_action', 'no_action'])).toMatchObject({
      changes: [],
      differences: [
        { field: 'policies.build.set', before: { text: 'none' }, after: { text: 'schools: 1.5' } },
      ],
    })
    expect(namesOf(changed([], 'levers: { schools: { default: 1.2, range: [0, 3] } }'))).toEqual([
      'levers.schools',
    ])
  })

  it('tells two policies apart by what they set', () => {
    const { differences } = changed([], 'title: { en: A, zh: B }', ['no_action', 'build'])
    expect(differences).toMatchObject([
      { field: 'levers.schools.setting', before: { text: '0' }, after: { text: '1' } },
      { field: 'title', before: { text: 'Two tiny cities / 两座小城' } },
    ])
  })

  it('moves no target by an indicator on which none is set, nor by a target of one file', () => {
    const variant =
      'indicators: { places_short: { times: 2 } }\ntargets: [{ id: more, indicator: hours, comparator: at_most, threshold: 2, year: 2023 }]'
    const { changes, differences } = changed([], variant)
    expect(changes).toEqual([])
    expect(differences[0]).toMatchObject({ field: 'indicators.places_short.times' })
  })

  it('counts the order of uncertainties under a Sobol design only', () => {
    const [pace, onTime] = [/ {2}pace:\n(?: {4}.*\n)+/, / {2}on_time:\n(?: {4}.*\n)+/].map(
      (part) => TINY.match(part)![0],
    )
    const swapped: Edit = [pace + onTime, onTime + pace]
    expect(namesOf(changed([swapped]))).toEqual([])
    const sobol: Edit = ['seed: 7', 'seed: 7, design: sobol']
    expect(namesOf(changed([swapped, sobol]))).toEqual(['run.design', 'uncertainties'])
  })
})

describe('a mixture of two scenarios', () => {
  const VARIANT = `
uncertainties:
  pace: { distribution: { kind: fixed, value: 1 } }
  late: { title: { en: Late, zh: 晚 }, unit: ratio, distribution: { kind: uniform, low: 0, high: 1 }, because: Made for tests., source: judgement }
correlations: [{ between: [pace, on_time], rank: 0.1 }]
levers: { schools: { default: 2 } }
population: { levels: { mortality: 1.1, return_home: null }, migration: end }
services:
  beds: { title: { en: Beds, zh: 床位 }, unit: bed, opening: 10, demand: 12 }
  school_places: { programmes: { new_schools: { lead: 2 } } }
targets: [{ id: one-hour, threshold: 2 }]`
  const all = changed([], VARIANT)
  const plain = (made: ReadonlySet<string>, of = all) =>
    JSON.parse(JSON.stringify(mixtureOf(of, made, []), (key, value) => (key === 'path' ? undefined : value)))
  const byName = (items: { name: string }[]) => [...items].sort((a, b) => (a.name < b.name ? -1 : 1))
  const sorted = (scenario: ReturnType<typeof plain>) => ({
    ...scenario,
    uncertainties: byName(scenario.uncertainties),
    services: byName(scenario.services),
  })

  it('is the first with no change made, and the second with all', () => {
    const first = plain(new Set())
    const second = plain(new Set(namesOf(all)))
    expect(first.uncertainties).toHaveLength(2)
    expect(first.population).toMatchObject({ migration: 'even', levels: { return_home: expect.anything() } })
    expect(first.services).toMatchObject([{ name: 'school_places', programmes: [{ lead: 1 }] }])
    expect(first.levers).toMatchObject([{ default: 1 }])
    expect(second.uncertainties).toHaveLength(3)
    expect(second.population.levels).not.toHaveProperty('return_home')
    expect(second.services.map(({ name }: { name: string }) => name)).toEqual(['school_places', 'beds'])
    expect(second.levers).toMatchObject([{ default: 2 }])
  })

  it('reaches the same scenario from either end', () => {
    const back = withCases((folder) => {
      const [first, second] = ['first.yaml', 'second.yaml'].map((name) => join(folder, name))
      writeFileSync(first, TINY)
      writeFileSync(second, `extends: first.yaml\n${VARIANT}`)
      return changesBetween({ before: seen(second), after: seen(first) })
    })
    expect(sorted(plain(new Set(), back))).toEqual(sorted(plain(new Set(namesOf(all)))))
    expect(sorted(plain(new Set(namesOf(back)), back))).toEqual(sorted(plain(new Set())))
  })

  it('takes the parts that are named from the second, and no others', () => {
    const mixed = plain(new Set(['population.migration', 'targets.one-hour']))
    expect(mixed.population.migration).toBe('end')
    expect(mixed.targets).toMatchObject([{}, {}, { id: 'one-hour', threshold: 2 }])
    expect({ ...mixed, population: 0, targets: 0 }).toEqual({
      ...plain(new Set()),
      population: 0,
      targets: 0,
    })
  })
})

it('words projects by city, lead times and costs as the file has them', () => {
  const path: string[] = []
  const each = { kind: 'formula', formula: { text: 'school_cost', path } }
  expect(
    partText([
      { year: 2021, starts: 40 },
      { year: 2022, cities: [{ name: 'Alpha', projects: 3, path }], others: 1 },
    ]),
  ).toBe('2021: 40, 2022: Alpha 3, others 1')
  expect(partText({ months: [{ months: 18, share: 1 }] })).toBe('18 months')
  expect(
    partText({
      months: [
        { months: 12, share: 0.5 },
        { months: 24, share: 0.5 },
      ],
    }),
  ).toBe('12 months 0.5, 24 months 0.5')
  expect(partText({ each, currency: 'million CNY', prices: 2020 })).toBe(
    'school_cost million CNY, prices of 2020',
  )
})
