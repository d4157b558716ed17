/**
 * Targets of one city and of every city, over schools that cities open of their own (fixtures/cases/programmes/own-starts.yaml): 3 and 4 in
 * Alpha in 2022 and 2023, 0 and 2 in Beta, a hundred places each, beside 2,000 and 1,000 places that stand.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { answerToChange, withCases } from '../scenario/tiny-scenario.js'

const INDICATORS = `  per_place: { title: { en: "Schools per 1,000 places", zh: 每千学位学校 }, of: "opened(school_places, own)", per: data(school_places), times: 1000, unit: per_thousand }
targets:
  - { id: alpha, indicator: own, city: Alpha, comparator: at_least, threshold: 3, year: 2023 }
  - { id: beta, indicator: per_place, city: B, comparator: at_least, threshold: 3, year: 2023 }
  - { id: every, indicator: per_place, each: city, comparator: at_least, threshold: 2, year: 2023 }
  - { id: none-above, indicator: per_place, each: city, comparator: at_most, threshold: 2, year: 2023 }
commitments:
  urban-share: { assessed: cannot, because: Made for tests. }
  school-places: { assessed: cannot, because: Made for tests. }
  one-hour: { assessed: cannot, because: Made for tests. }
`

function own() {
  return withCases((folder) => {
    const file = join(folder, 'own.yaml')
    writeFileSync(
      file,
      readFileSync('fixtures/cases/programmes/own-starts.yaml', 'utf8')
        .replace('../../tiny', '../tiny')
        .replace('targets: []\n', INDICATORS),
    )
    return loadPlan(file)
  })
}

describe('targets by city', () => {
  const { plan } = own()
  const outcomes = new Float64Array(plan.outcomes.length)
  createTrajectory(plan, 1).run(0, 0, new Float64Array(0), outcomes)
  const valueIn = (id: string, year = 2023) => {
    const { indicator } = plan.targets.find((one) => one.id === id)!
    return outcomes[plan.outcomes.findIndex(({ name }) => name === `${indicator}@T@${year}`)]
  }

  it('of one city are of that city alone: 4 schools, and 2 of 1,000 places', () => {
    expect(valueIn('alpha')).toBe(4)
    expect(valueIn('beta')).toBeCloseTo(2, 12)
    expect(valueIn('beta', 2022)).toBe(0)
  })

  // 4 of 2,000 and 2 of 1,000 places are 2 per thousand in 2023; 1.5 and 0 in 2022
  it('of every city are of the lowest, or the highest of what is to be at most so much', () => {
    expect(valueIn('every')).toBeCloseTo(2, 12)
    expect(valueIn('every', 2022)).toBe(0)
    expect(valueIn('none-above', 2022)).toBeCloseTo(1.5, 12)
  })

  it('are named by their city', () => {
    expect(plan.targets.map(({ title }) => title.en)).toEqual([
      'Alpha: Own schools',
      'Beta: Schools per 1,000 places',
      'Every city: Schools per 1,000 places (lowest)',
      'Every city: Schools per 1,000 places (highest)',
    ])
    expect(plan.targets.map(({ of }) => of)).toEqual([
      { indicator: 'own', city: 'A' },
      { indicator: 'per_place', city: 'B' },
      { indicator: 'per_place', each: 'city' },
      { indicator: 'per_place', each: 'city' },
    ])
  })

  it('keep the cities of the indicator that every city is asked of', () => {
    expect(plan.outcomes.some(({ name }) => name === 'per_place@B@2023')).toBe(true)
  })
})

const TARGET = 'indicator: urban_share, comparator'
const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'a city that there is not',
    TARGET,
    'indicator: urban_share, city: Gamma, comparator',
    `tiny.yaml:81:54  targets.urban-share.city
  Found the city "Gamma"; expected a city of Two tiny cities: Alpha, Beta.  [city-unknown]`,
  ],
  [
    'one city and every city',
    TARGET,
    'indicator: urban_share, city: Alpha, each: city, comparator',
    `tiny.yaml:81:61  targets.urban-share.each
  Found each: city beside a city; expected one city, or every city.  [target-places-twice]`,
  ],
  [
    'every city of what the region has one of',
    'id: one-hour, indicator: hours,',
    'id: one-hour, indicator: hours, each: city,',
    `tiny.yaml:83:45  targets.one-hour.each
  Found a target by city on "Hours between the two cities", which has no values by city; expected an indicator with values by city, without \`places: region\`.  [indicator-without-cities]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
