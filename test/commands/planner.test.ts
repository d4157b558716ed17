/**
 * The short files of docs/planner.md (fixtures/cases/planner) over fixtures/cases/tiny.yaml, each with the command beside it. Under
 * the policy that builds, 2 schools start in 2021 and 1 in 2022, of 100 places, a year to build, of which 0.6 to 0.9 are on time.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReachFinding, Summary } from '../../src/index.js'
import { cityward, NUMBERS_ONLY, temporary } from './cityward.js'

const FILES = 'fixtures/cases/planner'
const folder = temporary()

interface Lived {
  readonly summary: Summary
  readonly run: string
  readonly out: string
}
const runs = new Map<string, Lived>()
/** Files whose page is read. */
const WITH_PAGE = ['late', 'city-target', 'costs']

/** A run of one of the files, on 60 futures, once. */
function lived(name: string): Lived {
  const known = runs.get(name)
  if (known) return known
  const run = join(folder, name)
  const only = WITH_PAGE.includes(name) ? ['--no-reach'] : NUMBERS_ONLY
  const args = ['--draws', '60', '--out', run, '--threads', '1', '--quiet', ...only]
  const { code, out, err } = cityward('run', `${FILES}/${name}.yaml`, ...args)
  expect([code, err]).toEqual([0, ''])
  const made = { summary: JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8')), run, out }
  runs.set(name, made)
  return made
}

it('has every file word for word in docs/planner.md', () => {
  const guide = readFileSync('docs/planner.md', 'utf8')
  for (const name of readdirSync(FILES)) expect(guide).toContain(readFileSync(join(FILES, name), 'utf8'))
})

describe('schools a year late', () => {
  it('open a year later: none by 2022 in place of some', () => {
    const { summary } = lived('late')
    const [programme] = summary.projections.at(-1)!.programmes
    expect(programme.years.map(({ promisedStarts }) => promisedStarts)).toEqual([0, 0, 2, 3])
    expect(programme.years.map(({ promised }) => promised)).toEqual([0, 0, 0, 2])
  })
})

describe('a target of a city', () => {
  const { summary, out, run } = lived('city-target')
  const { targets } = summary.policies.at(-1)!
  const beta = targets.find(({ id }) => id === 'beta-urban')!
  const every = targets.find(({ id }) => id === 'every-city-urban')!

  it('has odds of that city', () => {
    expect(beta.title.en).toBe('Beta: Urban share')
    expect(beta.of).toEqual({ indicator: 'urban_share', city: 'B' })
    expect(beta.cities).toEqual([])
    // the same draws of the same column: what the city has by itself
    expect(beta.region.odds.hits).toBe(every.cities.find(({ code }) => code === 'B')!.odds.hits)
    expect(beta.region.spread.median).toBeCloseTo(
      every.cities.find(({ code }) => code === 'B')!.spread.median,
      9,
    )
  })

  it('of every city is reached where all of them reach it, and says which is farthest', () => {
    const hits = every.cities.map(({ odds }) => odds.hits)
    expect(every.cities).toHaveLength(2)
    expect(every.region.odds.hits).toBeLessThanOrEqual(Math.min(...hits))
    expect(every.region.odds.hits).toBeGreaterThanOrEqual(hits[0] + hits[1] - 60)
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /[012] of 2 areas reach it in at least half of the futures; farthest from it is (Alpha|Beta)/,
    )
    const page = readFileSync(join(run, 'report.html'), 'utf8')
    expect(page).toContain('Targets of every area')
    expect(page).toContain('各地均须达到的目标')
  })

  it('is what reach looks for', () => {
    const { code, out: said } = cityward(
      'reach',
      `${FILES}/city-target.yaml`,
      '--draws',
      '60',
      '--threads',
      '1',
      '--budget',
      '0',
      '--json',
      '--quiet',
    )
    expect(code).toBe(0)
    const found: ReachFinding = JSON.parse(said)
    expect(found.targets.map(({ id }) => id)).toContain('every-city-urban')
    expect(found.costs).toBeUndefined()
  })
})

describe('costs', () => {
  const { summary, out, run } = lived('costs')
  const [idle, built] = summary.costs!

  // 2 schools and 1 at 50 to 90 each; nothing is started without the programme
  it('are those of what is started, by year and city, with their range', () => {
    expect(idle.years.map(({ soFar }) => soFar.median)).toEqual([0, 0, 0, 0])
    const [, first, second, third] = built.years
    expect(first.inYear.median / 2).toBeGreaterThan(50)
    expect(first.inYear.median / 2).toBeLessThan(90)
    expect(second.inYear.median).toBeCloseTo(first.inYear.median / 2, 9)
    expect(third.inYear.median).toBe(0)
    expect(third.soFar.median).toBeCloseTo(1.5 * first.inYear.median, 9)
    expect(third.soFar.range80[0]).toBeLessThan(third.soFar.range80[1])
    // places stand 2,000 to 1,000
    const [alpha, beta] = built.cities
    expect(alpha.soFar.median).toBeCloseTo(2 * beta.soFar.median, 9)
    expect(alpha.soFar.median + beta.soFar.median).toBeCloseTo(third.soFar.median, 9)
  })

  it('of a point of odds are what is spent more by the points that it adds', () => {
    const effects = summary.policies.at(-1)!.effects.filter(({ odds }) => odds > 0)
    expect(built.perPoint.map(({ target }) => target)).toEqual(effects.map(({ target }) => target))
    for (const { target, perPoint, cost } of built.perPoint) {
      const { odds } = effects.find((one) => one.target === target)!
      expect(perPoint * 100 * odds).toBeCloseTo(cost, 9)
      expect(cost).toBeCloseTo(built.years.at(-1)!.soFar.median, 9)
    }
  })

  it('stand on the screen, on the page and beside what would be enough', () => {
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /What it costs until 2023: \d+ million CNY \(\d+-\d+ in 8 of 10 futures\), prices of 2020: New schools/,
    )
    expect(readFileSync(join(run, 'report.html'), 'utf8')).toContain('<section id="costs">')
    const asked = [
      `${FILES}/costs.yaml`,
      '--draws',
      '60',
      '--threads',
      '1',
      '--budget',
      '0',
      '--odds',
      '90%',
      '--quiet',
    ]
    const { out: said } = cityward('reach', ...asked, '--json')
    const found: ReachFinding = JSON.parse(said)
    expect(found.costs).toEqual([{ currency: 'million CNY', prices: 2020 }])
    const enough = found.targets.flatMap(({ answers }) => answers).filter(({ kind }) => kind === 'enough')
    expect(enough.length).toBeGreaterThan(0)
    for (const answer of enough)
      if (answer.kind === 'enough') expect(answer.costs![0] >= 0).toBe(answer.setting >= 1)
  })

  it('are not shown where none is stated', () => {
    const late = join(folder, 'late')
    expect(readFileSync(join(late, 'summary.json'), 'utf8')).not.toContain('"costs"')
    expect(readFileSync(join(late, 'report.html'), 'utf8')).not.toContain('<section id="costs">')
  })
})

describe('another target', () => {
  it('asks for its own number, which fewer of the same futures reach', () => {
    const share = ({ policies }: Summary) => policies.at(-1)!.targets[0]
    const [low, high] = [lived('late'), lived('target')].map(({ summary }) => share(summary))
    expect([low!.threshold, high!.threshold]).toEqual([40, 45])
    // the late schools of the first move nobody: futures and medians are the same
    expect(high!.region.spread.median).toBe(low!.region.spread.median)
    expect(low!.region.odds.hits).toBe(60)
    expect(high!.region.odds.hits).toBeLessThan(60)
  })
})

describe('a horizon of 2035', () => {
  it('goes on for twelve years, with the targets where they were', () => {
    const { summary } = lived('horizon')
    expect([summary.years[0], summary.years.at(-1)]).toEqual([2020, 2035])
    expect(summary.policies.at(-1)!.targets.map(({ year }) => year)).toEqual([2023, 2023, 2023])
  })
})

describe('a quota by need', () => {
  it('goes where places lacked the year before: to the city that lacks them', () => {
    const openedIn = (summary: Summary) =>
      summary.projections.at(-1)!.programmes.find(({ programme }) => programme === 'new_schools')!
    const { summary } = lived('by-need')
    expect(openedIn(summary).years.at(-1)!.promised).toBe(3)
    const lacking = (one: Summary) =>
      one.needs.find(({ service }) => service === 'school_places')!.places[0]!.years.at(-1)!.gap.median
    expect(lacking(summary)).toBeLessThan(lacking(lived('late').summary))
  })
})

describe('her own figures', () => {
  it('update a run, as the guide says', () => {
    const run = join(folder, 'to-update')
    const made = cityward(
      'run',
      'fixtures/cases/tiny.yaml',
      '--draws',
      '2000',
      ...NUMBERS_ONLY,
      '--out',
      run,
      '--quiet',
    )
    expect(made.code).toBe(0)
    const { code, out } = cityward('update', run, '--observed', `${FILES}/counted-2021.csv`, '--quiet')
    expect(code).toBe(0)
    expect(out).toMatch(/^Updated: 2,000 futures, weighed by what was observed/)
  })
})

describe('a county', () => {
  it('has odds of its own', () => {
    const run = join(folder, 'county')
    const few = ['--draws', '12', ...NUMBERS_ONLY]
    expect(cityward('run', `${FILES}/county.yaml`, ...few, '--out', run, '--quiet').code).toBe(0)
    const summary: Summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
    const target = summary.policies.at(-1)!.targets.find(({ id }) => id === 'heng-urban')!
    expect(target.region.odds.draws).toBe(12)
    // 41.5 % of Heng lived in towns in 2020
    expect(target.region.base).toBeCloseTo(41.5, 1)
  })
})

describe('a new programme', () => {
  it('opens what is under way, and the rest a September after the next', () => {
    const { summary } = lived('new-programme')
    const found = summary.projections.at(-1)!.programmes.find(({ programme }) => programme === 'extensions')!
    // of 2 started in 2019 a sixth was ready by September 2020; the rest is under way and opens in 2021
    expect(found.underWay).toBeCloseTo(2 - 2 / 6, 9)
    expect(found.years[1].opened).toBeCloseTo(2 - 2 / 6, 9)
    // of 4 started in 2021 a sixth opens in 2022, all in 2023
    expect(found.years.map(({ promised }) => promised - (2 - 2 / 6))[2]).toBeCloseTo(4 / 6, 9)
    expect(found.years[3].opened).toBeCloseTo(4 + 2 - 2 / 6, 9)
  })
})
