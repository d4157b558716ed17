/** Every fault in words, to the letter: these texts are kept in manifests and in summaries. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Failure, type Fault, LOST_CODES } from '../../src/results/failures.js'
import { faultText, faultWords, recordOf } from '../../src/results/fault-words.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { replaced, TINY, withCases } from '../scenario/tiny-scenario.js'

const alpha = { code: 'A', name: { en: 'Alpha', zh: '阿尔法' } }
const in2021 = { place: alpha, year: 2021 }

const FAULTS: readonly (readonly [Fault, text: string])[] = [
  [
    { code: 'not-a-number', outcome: 'urban_share@T@2020', value: Number.POSITIVE_INFINITY },
    'urban_share@T@2020 is Infinity',
  ],
  [{ code: 'not-a-number', line: 'alpha_beta', value: Number.NaN }, 'the line alpha_beta opens in NaN'],
  [
    {
      code: 'rate-impossible',
      level: 'fertility',
      ...in2021,
      value: -2.034579,
      limit: { kind: 'range', low: 0, high: 100 },
    },
    'fertility of Alpha is -2.03458 in 2021; expected 0 to 100',
  ],
  [
    {
      code: 'rate-impossible',
      level: 'rural_exit',
      ...in2021,
      value: 1.5,
      limit: { kind: 'rate-below-one' },
    },
    'rural_exit of Alpha is 1.5 in 2021; expected less than 1 a step at every age',
  ],
  [
    {
      code: 'rate-impossible',
      level: 'returning_to_village',
      ...in2021,
      value: 1.2,
      limit: { kind: 'shares-to-one' },
    },
    'returning_to_village of Alpha is 1.2 in 2021; expected shares returning to village, reclassified and registered of 1 at most together',
  ],
  [
    {
      code: 'service-impossible',
      service: 'school_places',
      programme: 'new_schools',
      field: 'on_time',
      high: 1,
      ...in2021,
      value: 3.364819,
    },
    'school_places.new_schools.on_time of Alpha is 3.36482 in 2021; expected 0 to 1',
  ],
  [
    { code: 'service-impossible', service: 'beds', field: 'demand', ...in2021, value: -4 },
    'beds.demand of Alpha is -4 in 2021; expected 0 or more',
  ],
  [{ code: 'people-negative', year: 2022, value: -0.25 }, '2022: a cell of -0.25'],
  [{ code: 'balance-open', year: 2022, gap: 0.5 }, '2022: off by 0.5 persons'],
  [{ code: 'endless', seconds: 120 }, 'no end within 120 s; its worker was ended'],
  [{ code: 'out-of-memory' }, 'its worker ran out of memory'],
  [{ code: 'worker-lost' }, 'its worker was lost without a word'],
  [{ code: 'worker-lost', message: 'a fault' }, 'its worker was lost (a fault)'],
  [{ code: 'program-fault', message: 'x is undefined' }, 'x is undefined'],
]

describe('a fault', () => {
  it.each(FAULTS)('is said as ever: %o', (fault, text) => {
    expect(faultText(fault)).toBe(text)
    const failure: Failure = { policy: 1, draw: 7, ...fault }
    expect(JSON.stringify(recordOf(failure))).toBe(
      JSON.stringify({ policy: 1, draw: 7, code: fault.code, detail: text }),
    )
  })

  it('says what was expected apart from what was found', () => {
    const [, , [level], , , [,], [service]] = FAULTS
    expect(faultWords(level)).toEqual({
      found: 'fertility of Alpha is -2.03458 in 2021',
      expected: '0 to 100',
    })
    expect(faultWords(service).expected).toBe('0 or more')
  })

  it("is the machine's or the program's where its code says so", () => {
    const lost = FAULTS.map(([{ code }]) => code).filter((code) => LOST_CODES.includes(code))
    expect([...new Set(lost)]).toEqual(LOST_CODES)
  })
})

/** The failure of the tiny scenario after a replacement in it. */
function failureOf(from: string, to: string): Failure | undefined {
  const { plan } = withCases((cases) => {
    writeFileSync(join(cases, 'tiny.yaml'), replaced(TINY, from, to))
    return loadPlan(join(cases, 'tiny.yaml'))
  })
  const inputs = new Float64Array(plan.uncertainties.length)
  const policy = plan.policies.findIndex(({ name }) => name === 'build')
  return createTrajectory(plan, 10).run(policy, 5, inputs, new Float64Array(plan.outcomes.length))
}

describe('a failure carries its fields', () => {
  it('of a level: which, where, when, how much, and what it may be', () => {
    expect(failureOf('rural_exit: 2 * pace', 'rural_exit: 1e300')).toEqual({
      policy: 1,
      draw: 5,
      code: 'rate-impossible',
      level: 'rural_exit',
      place: { code: 'A', name: { en: 'Alpha', zh: '甲' } },
      year: 2021,
      value: 1e300,
      limit: { kind: 'range', low: 0, high: 1000 },
    })
  })

  it('of a programme: by its name in its service', () => {
    expect(failureOf('on_time: on_time', 'on_time: 2 + on_time * 0')).toMatchObject({
      code: 'service-impossible',
      service: 'school_places',
      programme: 'new_schools',
      field: 'on_time',
      high: 1,
      year: 2020,
      value: 2,
    })
  })

  it('of a number of the service itself: with no programme, and no highest where there is none', () => {
    const failure = failureOf('demand: people(resident, 6, 14)', 'demand: 0 - people(resident, 6, 14)')
    expect(failure).toMatchObject({ code: 'service-impossible', service: 'school_places', field: 'demand' })
    expect(failure).not.toHaveProperty('programme')
    expect(failure).not.toHaveProperty('high')
  })
})
