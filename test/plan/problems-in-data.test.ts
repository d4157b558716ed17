/** Data folders that do not fit the scenario, and plans too large to be meant: every word of every answer. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerTo, answerToChange, replaced, TINY, withCases } from '../scenario/tiny-scenario.js'

/** What is said of tiny.yaml beside a copy of its data folder that is changed first. */
function answerWithData(change: (folder: string) => void): string {
  return withCases((cases) => {
    cpSync('fixtures/tiny', join(cases, 'data'), { recursive: true })
    change(join(cases, 'data'))
    writeFileSync(join(cases, 'tiny.yaml'), replaced(TINY, '../tiny', 'data'))
    return answerTo(cases, 'tiny.yaml')
  })
}

it('answers a value that one city lacks', () => {
  const answer = answerWithData((data) => {
    const values = readFileSync(join(data, 'values.csv'), 'utf8')
    writeFileSync(join(data, 'values.csv'), values.replace(/^B,school_places.*\n/m, ''))
  })
  expect(answer).toBe(`tiny.yaml:3:7  data
  Found no school_places for Beta; expected a value for every city, since a formula uses data(school_places).
  Add the missing rows to values.csv.  [value-missing]`)
})

it('answers a commitment where the data folder has none', () => {
  const answer = withCases((cases) => {
    cpSync('fixtures/tiny', join(cases, 'data'), { recursive: true })
    rmSync(join(cases, 'data', 'commitments.csv'))
    const text = replaced(TINY, 'id: urban-share', 'id: urban-share, commitment: urban-rate')
    writeFileSync(join(cases, 'tiny.yaml'), replaced(text, '../tiny', 'data'))
    return answerTo(cases, 'tiny.yaml')
  })
  expect(answer).toBe(`tiny.yaml:81:36  targets.urban-share.commitment
  Found the commitment "urban-rate"; expected none, as the data folder has no commitments.csv.  [commitment-unknown]`)
})

it('answers a base year with people, but nobody known to be away', () => {
  const answer = withCases((cases) => {
    cpSync('fixtures/tiny', join(cases, 'data'), { recursive: true })
    const file = join(cases, 'data', 'population.csv')
    const [heading, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
    const earlier = rows.map((row) => row.replace(/^2020,/, '2015,'))
    writeFileSync(file, [heading, ...rows, ...earlier, ''].join('\n'))
    const text = replaced(TINY, 'from: 2020', 'from: 2015')
    writeFileSync(join(cases, 'tiny.yaml'), replaced(text, '../tiny', 'data'))
    return answerTo(cases, 'tiny.yaml')
  })
  expect(answer).toBe(`tiny.yaml:4:16  years.from
  Found the base year 2015; expected a year with people away in Two tiny cities: 2020.  [away-unknown]`)
})

describe('levels that could do nothing', () => {
  const LEVELS: [title: string, level: string, answer: string][] = [
    [
      'of mortality where survival is given',
      'mortality: 0.9',
      'Found a level of mortality, and survival in mortality.csv; expected death rates (mx), which a level can multiply.',
    ],
    [
      'of moves where statuses are not told apart',
      'rural_exit: 1',
      'Found a level of rural_exit, and one status in population.csv; expected a data folder that tells villagers from townspeople (statuses: true).',
    ],
  ]
  it.each(LEVELS)('are answered: %s', (_, level, answer) => {
    withCases((cases) => {
      const sweden = readFileSync('fixtures/published/sweden-1993.yaml', 'utf8')
      const data = `data: ${resolve('fixtures/published/sweden-1993').replaceAll('\\', '/')}`
      const text = replaced(
        replaced(sweden, 'data: sweden-1993', data),
        'even }',
        `even, levels: { ${level} } }`,
      )
      writeFileSync(join(cases, 'sweden.yaml'), text)
      const [name] = level.split(':')
      expect(answerTo(cases, 'sweden.yaml')).toBe(
        `sweden.yaml:9:42  population.levels.${name}\n  ${answer}  [level-without-effect]`,
      )
    })
  })

  it('are answered: of net migration where none is given', () => {
    expect(answerToChange('rural_exit: 2 * pace', 'rural_exit: 2 * pace\n    net_migration: 2')).toBe(
      `tiny.yaml:33:5  population.levels.net_migration
  Found a level of net migration, and no net_migration.csv; expected a table that the level can multiply.  [level-without-effect]`,
    )
  })
})

describe('a schedule of persons by place', () => {
  it('is answered: their numbers differ by the level, and their ages do not', () => {
    withCases((cases) => {
      const folder = join(cases, 'region')
      cpSync('fixtures/template-regions/net-migration', folder, { recursive: true })
      const file = join(folder, 'data', 'schedules.csv')
      const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
      const of = (code: string) => rows.map((row) => row.replace(',', `,${code},`))
      writeFileSync(file, `${[header.replace(',', ',code,'), ...of('9'), ...of('1')].join('\n')}\n`)
      expect(answerTo(cases, join('region', 'scenario.yaml'))).toContain(
        'population.levels.more_net_migrants\n  Found a schedule more_net_migrants by place; expected one for all places: their numbers differ by its level.  [schedule-by-place]',
      )
    })
  })
})

describe('in steps of five years', () => {
  const SWEDEN = replaced(
    readFileSync('fixtures/published/sweden-1993.yaml', 'utf8'),
    'data: sweden-1993',
    `data: ${resolve('fixtures/published/sweden-1993').replaceAll('\\', '/')}`,
  )
  const REACHED = 'expected a year that steps of 5 from 1993 reach, as the data folder has ages of 5 years'
  const TARGET = '  - { id: people, indicator: residents, comparator: at_least, threshold: 1, year: 1995 }'
  const SLIPS: [title: string, from: string, to: string, answer: string][] = [
    [
      'a last year between two steps',
      'to: 1998',
      'to: 2000',
      `sweden.yaml:5:26  years.to\n  Found the year 2000; ${REACHED}.  [year-not-in-plan]`,
    ],
    [
      'a formula for a year between two steps',
      'of: people(resident)',
      'of: at(1995, people(resident))',
      `sweden.yaml:13:9  indicators.residents.of\n  Found the year 1995; ${REACHED}.  [year-not-in-plan]`,
    ],
    [
      'a target in a year between two steps',
      'indicators:\n',
      `targets:\n${TARGET}\nindicators:\n`,
      `sweden.yaml:11:83  targets.people.year\n  Found the year 1995; ${REACHED}.  [year-not-in-plan]`,
    ],
    [
      'ages that divide a group of five',
      '"people(resident, 0, 4, male)"',
      '"people(resident, 0, 5, male)"',
      `sweden.yaml:15:70  indicators.male_0.of
  Found 0 to 5; expected ages that begin and end whole groups of 5 years.  [argument-unknown]`,
    ],
  ]
  it.each(SLIPS)('answers %s', (_, from, to, answer) => {
    withCases((cases) => {
      writeFileSync(join(cases, 'sweden.yaml'), replaced(SWEDEN, from, to))
      expect(answerTo(cases, 'sweden.yaml')).toBe(answer)
    })
  })
})

describe('of more than can be meant', () => {
  const HINT = '  Take fewer indicators, services, years or cities.  [plan-too-large]'
  const many = (count: number, of: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `  i${index}: { title: { en: x, zh: x }, ${of(index)} }\n`)
  const answerToMany = (lines: readonly string[]) => {
    const text = replaced(TINY, 'to: 2023 }', 'to: 2300 }')
    return answerToChange('*', replaced(text, 'indicators:\n', `indicators:\n${lines.join('')}`))
  }

  it('answers a million columns of results', () => {
    expect(answerToMany(many(4000, () => 'of: people(urban), unit: person'))).toBe(`tiny.yaml:56:1  indicators
  Found 1582313 columns of results, one for each indicator, place and year; expected at most 1000000.
${HINT}`)
  })

  it('answers hundreds of series over hundreds of years', () => {
    const series = many(400, () => 'of: { by_year: { 2021: 1, 2300: 2 } }, unit: person, places: region')
    expect(answerToMany(series)).toBe(`tiny.yaml:4:1  years
  Found 401 series by year over 281 years; expected at most 100000 values in all series.
${HINT}`)
  })

  it('answers a memory that would not fit', () => {
    const services = Array.from(
      { length: 5000 },
      (_, index) => `  s${index}: { title: { en: x, zh: x }, unit: bed, opening: 0, demand: 0 }\n`,
    )
    const guangxi = resolve('fixtures/guangxi').replaceAll('\\', '/')
    const text = `title: { en: Large, zh: 大 }
data: ${guangxi}
years: { from: 2020, to: 2300 }
policies: { no_action: { title: { en: No action, zh: 不采取行动 }, set: {} } }
services:
${services.join('')}indicators: {}
`
    expect(answerToChange('*', text)).toBe(`tiny.yaml:3:1  years
  Found 40030 values in 281 years and 14 cities; expected at most 125000000 numbers, which take 1 GB.
${HINT}`)
  })

  it('answers more uncertainties than a Sobol sequence has dimensions', () => {
    const lines = Array.from(
      { length: 1200 },
      (_, index) =>
        `  u${index}: { title: { en: x, zh: x }, unit: ratio, distribution: { kind: fixed, value: 1 }, because: Tests., source: judgement }\n`,
    )
    const text = replaced(TINY, 'seed: 7', 'seed: 7, design: sobol')
    const answer = answerToChange(
      '*',
      replaced(text, 'uncertainties:\n', `uncertainties:\n${lines.join('')}`),
    )
    expect(answer).toBe(`tiny.yaml:5:37  run.design
  Found 1202 uncertainties with design: sobol; expected at most 1111.
  Write \`design: latin_hypercube\`.  [sobol-dimensions]`)
  })
})
