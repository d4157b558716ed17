/** `cityward needs` on two cities that lack in turn: fixtures/cases/needs/two-cities.yaml says what is right, by hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ServiceNeeds, Summary } from '../../src/index.js'
import { openRun } from '../../src/store/open-run.js'
import { cityward, NUMBERS_ONLY, temporary } from './cityward.js'

const CASE = 'fixtures/cases/needs/two-cities.yaml'
const folder = temporary()
const run = join(folder, 'run')

beforeAll(() => {
  expect(cityward('run', CASE, ...NUMBERS_ONLY, '--out', run, '--quiet').code).toBe(0)
})

const asJson = (...args: string[]): ServiceNeeds[] => {
  const { code, out, err } = cityward('needs', run, ...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}
const column = async (name: string) => (await openRun(run).reader.read(0, [name]))[0]

describe('needs', () => {
  // a hundred layers of u: the eightieth lies between 0.79 and 0.80
  it('says what is enough in each place by its own futures, which do not add up', () => {
    const [schools] = asJson()
    const added = schools.places.map(({ peak }) => peak!.toAdd!)
    const [region, a, b] = added
    expect(region).toBeGreaterThan(400 + 200 * 0.79)
    expect(region).toBeLessThanOrEqual(400 + 200 * 0.8)
    expect(a).toBeGreaterThan(600 * 0.79)
    expect(a).toBeLessThanOrEqual(600 * 0.8)
    expect(b).toBeGreaterThan(400 * 0.79)
    expect(b).toBeLessThanOrEqual(400 * 0.8)
    expect(schools.places.map(({ peak }) => peak!.year)).toEqual([2021, 2021, 2021])
    expect(schools.places[1].peak).toMatchObject({ need: 2300, capacity: 2000, startBy: [2020] })
    // 2022: 300 places more in A
    expect(schools.places[1].years[2].toAdd).toBeCloseTo(a - 300, 9)
  })

  it('agrees with the uncertainty as it was drawn, future by future and place by place', async () => {
    const u = await column('input@u')
    const { places } = asJson('--odds', '95%', '--service', 'school_places')[0]
    const gaps = [(x: number) => 400 + 200 * x, (x: number) => 600 * x, (x: number) => 400 * (1 - x)].map(
      (gap) => [...u].map(gap).sort((one, other) => one - other),
    )
    places.forEach(({ years }, place) => {
      expect(years[1].toAdd).toBeCloseTo(gaps[place][94], 9)
    })
    // the region lacks what its cities lack, in every future
    const [whole, a, b] = await Promise.all(
      ['T', 'A', 'B'].map((code) => column(`school_places_short@${code}@2022`)),
    )
    for (let draw = 0; draw < u.length; draw++) expect(whole[draw]).toBeCloseTo(a[draw] + b[draw], 9)
  })

  it('prints the worst year of every place, what the numbers are, and what is not known', () => {
    const { code, out, err } = cityward('needs', run)
    expect([code, err]).toEqual([0, ''])
    const table = `School places: what to add so that nothing lacks in 80 % of futures (places)
          Most to  Needed              Lacking,    Lacking,          To add for  Start by:
Place      add in    then  There then    median  80 % range  To add  every year  New places
--------  -------  ------  ----------  --------  ----------  ------  ----------  ----------
Tinyland     2021   3,500       3,000       499     421-579     559         559  2020, past
Alpha        2021   2,300       2,000       298      63-536     477         477  2020, past
Beta         2021   1,200       1,000       201      42-358     319         319  2020, past
`
    expect(out.startsWith(`Under the policy: No action\n\n${table}`)).toBe(true)
    expect(readFileSync('docs/planner.md', 'utf8')).toContain(table)
    const text = out.replaceAll('\n', ' ')
    for (const said of [
      'No numbers of areas: no stock by area is known, and areas are equal per head by construction.',
      'No year to start by: the scenario has no programme of it, so that no time to build is known.',
      'The run has kept no draws of what is lacking: the scenario has no indicator of it.',
      'Write one under indicators, centres_short: { of: unmet(centres) }, and run again.',
      "What areas add does not add up to the region's: each number is enough in 80 % of that place's own futures, and areas do not lack most in the same ones.",
    ])
      expect(text).toContain(said)
  })

  it('prints every year of a city, in Chinese too', () => {
    const { out } = cityward('needs', run, '--city', '甲', '--service', 'school_places', '--lang', 'zh')
    expect(out).toContain('政策：不采取行动\n\n学位：使80%的情景不缺所需新增规模（个）\n甲\n')
    expect(out).toMatch(/^2020 +2000 +2000 +0 +0 +0 +-$/m)
    expect(out).toMatch(/^2022 +2300 +2300 +1 +0-236 +177 +2021$/m)
  })

  it('prints a line for each place and year as CSV', () => {
    const [head, ...lines] = cityward('needs', run, '--csv').out.trim().split('\n')
    expect(head).toBe(
      'policy,odds,service,unit,place,name_en,name_zh,year,need,capacity,gap_median,gap_low80,gap_high80,to_add,most_to_add,to_add_for_every_year,start_by',
    )
    // places: three places, three years; beds: the region; centres: one line without numbers
    expect(lines).toHaveLength(9 + 3 + 1)
    expect(lines[4]).toMatch(
      /^no_action,0\.8,school_places,place,A,Alpha,甲,2021,2300,2000,.*,yes,.*,new_places 2020$/,
    )
    expect(lines.at(-1)).toBe('no_action,0.8,centres,centre,,,,,,,,,,,,,')
  })

  it('stands in summary.json', () => {
    const summary: Summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
    expect(summary.needs).toEqual(asJson())
  })

  // u is seen to be 0.5, give or take 0.05: its eightieth percentile is 0.5 + 0.84 x 0.05, hence 600 u = 325; twice that error either way
  it('reads an updated run like any other', () => {
    const observed = join(folder, 'observed.csv')
    writeFileSync(
      observed,
      'indicator,place,year,value,error,unit,source\nschool_places_short,A,2021,300,30,place,invented\n',
    )
    const wide = join(folder, 'wide')
    cityward('run', CASE, '--draws', '2000', ...NUMBERS_ONLY, '--out', wide, '--quiet')
    expect(cityward('update', wide, '--observed', observed, '--quiet').code).toBe(0)
    const { code, out } = cityward('needs', `${wide}-updated`, '--city', 'A', '--json')
    expect(code).toBe(0)
    const { toAdd } = (JSON.parse(out) as ServiceNeeds[])[0].places[0].peak!
    expect(toAdd).toBeGreaterThan(310)
    expect(toAdd).toBeLessThan(345)
  })

  it.each([
    [['--city', 'Gamma'], '[city-unknown]', 'no city "Gamma"'],
    [['--service', 'schools'], '[service-unknown]', 'no service that is held against a need "schools"'],
    [['--policy', 'plan'], '[policy-unknown]', 'no policy "plan"'],
    [['--json', '--csv'], '[options-conflict]', '--json and --csv'],
  ])('answers %j with what was expected', (args, problem, found) => {
    const { code, out, err } = cityward('needs', run, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(problem)
    expect(err).toContain(found)
  })

  it('refuses draws that are no sample, and fewer than odds need', () => {
    const few = join(folder, 'few')
    cityward('run', CASE, '--draws', '11', ...NUMBERS_ONLY, '--out', few, '--quiet')
    expect(cityward('needs', few).err).toBe(
      'cityward needs\n  Found 11 draws; expected at least 12: from fewer there are no odds.\n  Write --draws 200, or as many as time allows.  [draws-few]\n',
    )
    const set = join(folder, 'set')
    cityward('run', CASE, '--design', 'one_at_a_time', ...NUMBERS_ONLY, '--out', set, '--quiet')
    expect(cityward('needs', set).err).toBe(
      `${set}\n  Found a run with design: one_at_a_time; expected a run whose draws are a sample of the futures, such as random or sobol.  [needs-need-sample]\n`,
    )
  })
})
