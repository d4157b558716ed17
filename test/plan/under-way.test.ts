/** What is under way, and lead times in months: every word of every answer, and the numbers beside those of fixtures/cases/programmes/under-way.yaml. */
import { describe, expect, it } from 'vitest'
import { dueBy, dueOfSteady, dueShares } from '../../src/math/lead-times.js'
import { answerToChange } from '../scenario/tiny-scenario.js'

const STARTS = 'starts: { 2021: 2, 2022: 1 }'
const AT = 'services.school_places.programmes.new_schools'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'shares of lead times that do not add up',
    'lead: 1\n',
    'lead: { months: { 12: 0.5, 24: 0.25 } }\n',
    `tiny.yaml:54:25  ${AT}.lead.months
  Found 0.75 in all; expected shares of the projects that add up to 1.  [lead-shares-not-one]`,
  ],
  [
    'half a month',
    'lead: 1\n',
    'lead: { months: 1.5 }\n',
    `tiny.yaml:54:25  ${AT}.lead.months
  Found 1.5; expected a whole number.  [type-wrong]`,
  ],
  [
    'a lead in weeks',
    'lead: 1\n',
    'lead: { weeks: 6 }\n',
    `tiny.yaml:54:17  ${AT}.lead.weeks
  Found the field "weeks"; expected one of months.
  Did you mean months?  [field-unknown]`,
  ],
  [
    'a thirteenth month',
    'lead: 1\n',
    `lead: 1
        opening_month: 13
`,
    `tiny.yaml:55:24  ${AT}.opening_month
  Found 13; expected a number of at most 12.  [too-large]`,
  ],
  [
    'a backlog of what opens as it starts',
    'lead: 1\n',
    `lead: 0
        under_way: 5
`,
    `tiny.yaml:55:20  ${AT}.under_way
  Found projects under way that are due as they start; expected a \`lead\` of more than the year of the start, or the years in which they are due.  [under-way-without-lead]`,
  ],
  [
    'a backlog due before it is counted',
    'lead: 1\n',
    `lead: 1
        under_way: { 2020: 5 }
`,
    `tiny.yaml:55:22  ${AT}.under_way.2020
  Found projects due in 2020; expected a year after 2020: by when they are due.  [year-outside]`,
  ],
  [
    'what is under way said twice',
    STARTS,
    `starts: { 2019: 2, 2022: 1 }
        under_way: { 2021: 2 }`,
    `tiny.yaml:51:9  ${AT}.under_way
  Found projects under way beside starts by 2020, which are under way as well; expected one of the two, so that nothing is counted twice.  [under-way-twice]`,
  ],
  [
    'a start in another century',
    STARTS,
    'starts: { 1920: 2, 2022: 1 }',
    `tiny.yaml:50:19  ${AT}.starts.1920
  Found starts in 1920; expected a year from 1970 to 2023.  [year-outside]`,
  ],
  [
    'a start after the last year',
    STARTS,
    'starts: { 2021: 2, 2024: 1 }',
    `tiny.yaml:50:28  ${AT}.starts.2024
  Found starts in 2024; expected a year up to 2023.  [year-outside]`,
  ],
  [
    'starts of a city that there is not',
    STARTS,
    'starts: { 2021: { by_city: { Alfa: 2, others: 1 } } }',
    `tiny.yaml:50:38  ${AT}.starts.2021.by_city.Alfa
  Found the city "Alfa"; expected a city of Two tiny cities: Alpha, Beta.
  Did you mean Alpha?  [city-unknown]`,
  ],
  [
    'starts by city without a map of years',
    STARTS,
    'starts: { 2021: { by_town: { A: 2 } } }',
    `tiny.yaml:50:27  ${AT}.starts.2021.by_town
  Found the field "by_town"; expected one of by_city.
  Did you mean by_city?  [field-unknown]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})

describe('lead times', () => {
  it('of whole years are whole lags, with groups of five years too', () => {
    expect([...dueShares([{ months: 24, share: 1 }], 1)]).toEqual([0, 0, 1])
    expect([...dueShares([{ months: 0, share: 1 }], 1)]).toEqual([1])
    expect([...dueShares([{ months: 24, share: 1 }], 5)]).toEqual([0, 1])
  })

  // by hand: of starts even over a year, those of its first half are ready a year and a half later within the next
  it('of a year and a half come in halves', () => {
    expect([...dueShares([{ months: 18, share: 1 }], 1)]).toEqual([0, 0.5, 0.5])
  })

  // ready by the end of August of the second year: what was started by the end of August of the first
  it('wait for their season', () => {
    const shares = dueShares([{ months: 12, share: 1 }], 1, 9)
    expect(dueBy(shares, 1)).toBeCloseTo(8 / 12, 12)
    expect(dueBy(shares, 2)).toBeCloseTo(1, 12)
  })

  // ten a year, three years to build: thirty are under way, ten due in each year ahead
  it('spread a backlog as a steady pace leaves it', () => {
    const due = dueOfSteady(dueShares([{ months: 36, share: 1 }], 1), 5)!
    expect([...due].map((part) => Math.round(part * 30))).toEqual([0, 10, 20, 30, 30])
    expect(dueOfSteady(dueShares([{ months: 0, share: 1 }], 1), 5)).toBeUndefined()
  })
})
