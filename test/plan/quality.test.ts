/** How well an indicator is known, by what it rests on: a data folder of counts, changed in one place at a time. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { qualityOfRange } from '../../src/plan/quality.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { change, withCopy } from '../dataset/tiny-folder.js'
import { shippedPlan } from './shipped.js'

const titled = 'title: { en: T, zh: T }'
const range = 'unit: ratio, distribution: { kind: uniform, low: 0.9, high: 1.1 }, because: a test'

const scenario = (formula: string, more: Readonly<Record<string, string>>) => `
${titled}
data: data
years: { from: 2020, to: 2021 }
run: { draws: 1, seed: 1 }
uncertainties:
  measured: { ${titled}, ${range}, source: S_TEST }
  guessed: { ${titled}, ${range}, source: S_TEST; judgement }
levers: { effort: { ${titled}, unit: ratio, default: 1, range: [0, 2] } }
policies: { no_action: { ${titled}, set: {} } }
population: { ${more.population ?? 'levels: { rural_exit: 1 }'} }
services:
  beds:
    ${titled}
    unit: bed
    opening: ${more.opening ?? 'data(beds)'}
    demand: people(resident)
    standard: data(bed_norm)
    programmes:
      wards: { ${titled}, unit: project, starts: { 2021: 1 }, each: 5, lead: 0, on_time: ${more.on_time ?? '1'} }
indicators:
  asked: { ${titled}, of: "${formula}", unit: any, places: region${more.quality ? `, quality: ${more.quality}` : ''} }
targets:
  - { id: asked, indicator: asked, comparator: at_least, threshold: 1, year: 2021${more.target ? `, quality: ${more.target}` : ''} }
commitments:
  urban-share: { assessed: cannot, because: not asked here }
  school-places: { assessed: cannot, because: not asked here }
  one-hour: { assessed: cannot, because: not asked here }
`

/** Quality of a formula's indicator and of its target, where every row of the folder is a count but for `edit`. */
function qualities(
  formula: string,
  more: Readonly<Record<string, string>> = {},
  edit?: (folder: string) => void,
): string[] {
  return withCopy((folder) => {
    for (const file of readdirSync(folder)) {
      const path = join(folder, file)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('judgement', 'data'))
    }
    edit?.(folder)
    const file = join(folder, '../scenario.yaml')
    writeFileSync(file, scenario(formula, more))
    const { plan } = loadPlan(file)
    return [plan.indicators[0].quality, plan.targets[0].quality]
  })
}
const quality = (...args: Parameters<typeof qualities>) => qualities(...args)[0]
const guess = (file: string, row: string) => (folder: string) =>
  change(folder, file, `${row},S_TEST,data`, `${row},S_TEST,judgement`)

describe('the quality of an indicator', () => {
  it('is that of the values of the data folder', () => {
    expect(quality('sum(data(beds))')).toBe('data')
    expect(quality('sum(data(beds))', {}, guess('values.csv', 'B,beds,2020,50,bed'))).toBe('judgement')
    expect(quality('data(bed_norm)', {}, guess('values.csv', 'B,beds,2020,50,bed'))).toBe('data')
  })

  it('is not lowered by levers, years and plain numbers', () => {
    expect(quality('3 * effort + year')).toBe('data')
  })

  it('is an estimate at best with an uncertainty, and a judgement where its source says so', () => {
    expect(quality('3 * measured')).toBe('estimate')
    expect(quality('3 * guessed')).toBe('judgement')
    expect(quality('sum(data(beds)) * min(measured, guessed)')).toBe('judgement')
    expect(qualityOfRange(['S_TEST'])).toBe('estimate')
    expect(qualityOfRange(['S_TEST', ' judgement'])).toBe('judgement')
  })

  it('is an estimate at best with people, who are lived forward even from a full count', () => {
    expect(quality('sum(people(resident))')).toBe('estimate')
    expect(quality('sum(people(urban, 20, 39))')).toBe('estimate')
    expect(quality('sum(births)')).toBe('estimate')
  })

  it('is a judgement with people who live by one: a level, a rate, a schedule in use', () => {
    const people = 'sum(people(urban))'
    expect(quality(people, { population: 'levels: { rural_exit: 2 * guessed }' })).toBe('judgement')
    expect(quality(people, { population: 'levels: { rural_exit: 2 * measured }' })).toBe('estimate')
    const fertility = guess('fertility.csv', '2020,T,birth / person / year')
    expect(quality(people, {}, fertility)).toBe('judgement')
    expect(quality('sum(births)', {}, fertility)).toBe('judgement')
    const schedule = guess('schedules.csv', 'flat,male,share')
    expect(quality(people, {}, schedule)).toBe('estimate')
    const used = { population: 'levels: { rural_exit: 1 }, schedules: { rural_exit: flat }' }
    expect(quality(people, used, schedule)).toBe('judgement')
    expect(quality(people, { population: `${used.population}, migration: off` }, schedule)).toBe('estimate')
  })

  it('is that of all that is set for a service and its programmes', () => {
    expect(quality('sum(capacity(beds))')).toBe('data')
    expect(quality('sum(capacity(beds))', { on_time: '0.9 * measured' })).toBe('estimate')
    expect(quality('sum(opened(beds, wards))', { on_time: '0.9 * guessed' })).toBe('judgement')
    expect(quality('sum(started(beds, wards))', { on_time: '0.9 * guessed' })).toBe('data')
    expect(quality('sum(started(beds, wards))', { opening: 'data(beds) * guessed' })).toBe('data')
    expect(quality('sum(capacity(beds))', { opening: 'data(beds) * guessed' })).toBe('judgement')
    expect(quality('sum(need(beds))', { opening: 'data(beds) * guessed' })).toBe('estimate')
    expect(quality('sum(unmet(beds))', { opening: 'data(beds) * guessed' })).toBe('judgement')
  })

  it('is that of the hours between the cities of a group, and of the lines between them', () => {
    expect(quality('slowest(both)')).toBe('data')
    expect(quality('slowest(both)', {}, guess('travel_times.csv', 'A,B,,2,hour'))).toBe('judgement')
    expect(quality('slowest(coast)', {}, guess('travel_times.csv', 'A,B,,2,hour'))).toBe('data')
    const opening = guess('lines.csv', 'alpha_beta,Alpha-Beta railway,甲乙铁路,2022.5')
    expect(quality('slowest(both)', {}, opening)).toBe('judgement')
    expect(quality('opens(alpha_beta) < year + 1 ? 1 : 2', {}, opening)).toBe('judgement')
    const set = { population: 'lines: { alpha_beta: 2021 + measured }' }
    expect(quality('slowest(both)', set, opening)).toBe('estimate')
    expect(quality('opens(alpha_beta)', set)).toBe('estimate')
  })

  it('is lowered by what the scenario says, and never raised', () => {
    expect(qualities('sum(data(beds))', { quality: 'estimate' })).toEqual(['estimate', 'estimate'])
    expect(qualities('3 * guessed', { quality: 'data' })).toEqual(['judgement', 'judgement'])
    expect(qualities('3 * measured', { target: 'judgement' })).toEqual(['estimate', 'judgement'])
    expect(qualities('3 * measured', { target: 'data' })).toEqual(['estimate', 'estimate'])
  })
})

/** People recalled or judged, places shared out by a judgement, and records with a judged trend. */
const JUDGED = [
  'urbanisation-rate',
  // schools go where people lack places, and people are moved by judged effects
  'compulsory-places-added',
  'compulsory-schools-new',
  'public-kindergartens-new',
  'high-schools-new',
  'migrant-children-public-share',
  // promised rates: whom offices expect is a judgement
  'inclusive-kindergarten-share',
  'public-kindergarten-enrolment',
  'primary-care-beds',
  'childcare-places',
  'sewage-collection-rate',
  'county-sewage-treatment-rate',
  'waste-harmless-rate',
  'gas-coverage',
  'urban-new-jobs',
  'subsidised-training',
  // lines with dates and hours that are judged
  'bbw-main-cities-2h',
  'bbw-adjacent-cities-1h',
  'bqf-main-urban-1h',
  'bbw-adjacent-cities-1h-by-rail',
  'bqf-main-urban-1h-by-rail',
]

describe('the targets of Guangxi', () => {
  it('rest on estimates and judgements, none on data alone', () => {
    const { plan } = shippedPlan('scenarios/guangxi-2023.yaml')
    const estimates = plan.targets.filter((target) => target.quality === 'estimate').map(({ id }) => id)
    expect(plan.targets.filter((target) => target.quality === 'data')).toEqual([])
    const judged = plan.targets.filter((target) => target.quality === 'judgement').map(({ id }) => id)
    expect(judged).toEqual(JUDGED)
    expect(estimates).toHaveLength(plan.targets.length - JUDGED.length)
  })
})
