import { describe, expect, it } from 'vitest'
import { additionFor, serviceNeeds } from '../../../src/analysis/needs/service-needs.js'
import type { RunHeader } from '../../../src/results/run-header.js'
import { type Draws, HEADER, readerOf } from '../small-run.js'

const both = (text: string) => ({ en: text, zh: text })
const TEN = Array.from({ length: 10 }, (_, draw) => draw + 1)

// by hand: of ten gaps 1 to 10 the eighth closes eight; a draw without a number is closed by nothing
describe('what closes a gap', () => {
  it.each([
    [0.8, 8],
    [0.81, 9],
    [1, 10],
    [0.01, 1],
  ])('in %s of ten futures that lack 1 to 10 is %s', (odds, addition) => {
    expect(additionFor(Float64Array.from(TEN), odds)).toBe(addition)
  })

  it('is the least that does, by trying every gap there is', () => {
    // a sequence without order: multiples of the golden section, in thousandths
    const gaps = Float64Array.from({ length: 997 }, (_, k) => Math.max(0, ((k * 618_034) % 1000) - 300))
    for (const odds of [0.5, 0.8, 0.95]) {
      const closes = (addition: number) => gaps.filter((gap) => gap <= addition).length / gaps.length >= odds
      const least = Math.min(...[...gaps].filter(closes))
      expect(additionFor(gaps, odds)).toBe(least)
    }
  })

  it('counts a future without a number as one that nothing closes', () => {
    const some = Float64Array.from([...TEN.slice(0, 8), Number.NaN, Number.NaN])
    expect(additionFor(some, 0.8)).toBe(8)
    expect(additionFor(some, 0.81)).toBeNull()
  })

  it('is not led on by binary fractions: 0.8 x 15 is 12', () => {
    expect(
      additionFor(
        Float64Array.from({ length: 15 }, (_, k) => k + 1),
        0.8,
      ),
    ).toBe(12)
  })
})

// by hand: A lacks 10 to 100 in 2020, which is past, and 1 to 10 in 2021; B 10 to 1 in 2021; the region 11 in every future
const course = (code: string, need: number) => ({
  code,
  year: 2021,
  need,
  capacity: 90,
  lacking: need - 90,
  lackingShare: 0,
})
const RUN: RunHeader = {
  ...HEADER,
  projections: [
    {
      policy: 'act',
      ...{ people: [], growth: [], growthInAll: [], pyramids: [] },
      services: [
        {
          ...{ service: 'schools', title: both('Schools'), unit: 'place', indicator: 'built' },
          rows: [course('R', 200), course('A', 110)],
        },
        { service: 'beds', title: both('Beds'), unit: 'bed', rows: [] },
      ],
      programmes: [
        {
          ...{ programme: 'new', service: 'schools', title: both('New'), unit: 'school', lead: 2, years: [] },
        },
      ],
    },
  ],
}
const GAPS: Draws = {
  '1/built@A@2020': TEN.map((draw) => 10 * draw),
  '1/built@A@2021': TEN,
  '1/built@B@2021': TEN.map((draw) => 11 - draw),
  '1/built@R@2021': TEN.map(() => 11),
}

describe('what services lack', () => {
  it('is told by place and year, with what is needed and there, what to add and by when to start', async () => {
    const [schools] = await serviceNeeds(RUN, readerOf(10, GAPS), 1)
    expect(schools).toMatchObject({ policy: 'act', odds: 0.8, programmes: [{ name: 'new', lead: 2 }] })
    const [region, a, b] = schools.places
    expect(a.years.map(({ year, toAdd }) => [year, toAdd])).toEqual([
      [2020, 80],
      [2021, 8],
    ])
    expect(a.peak).toMatchObject({ year: 2021, need: 110, capacity: 90, toAdd: 8, startBy: [2019] })
    expect(a.peak!.gap.median).toBe(5.5)
    expect(a.everyYear).toBe(8)
    expect(b.peak).toMatchObject({ toAdd: 8, need: null, capacity: null })
    // the two need not add up to the region: 8 + 8, and 11
    expect(region.peak!.toAdd).toBe(11)
  })

  it('has no worst year where nothing lacks after the base year', async () => {
    const [schools] = await serviceNeeds(RUN, readerOf(10, { '1/built@A@2020': TEN }), 1)
    expect(schools.places[1]).toMatchObject({ peak: null, everyYear: 0 })
  })

  it('has no places where the run keeps no draws of it', async () => {
    const [, beds] = await serviceNeeds(RUN, readerOf(10, GAPS), 1)
    expect(beds.places).toEqual([])
    expect(beds).not.toHaveProperty('indicator')
  })

  it('has need and capacity of the policy itself only', async () => {
    const [schools] = await serviceNeeds(RUN, readerOf(10, {}), 0)
    expect(schools.places[1].years[1]).toMatchObject({ need: null, capacity: null, toAdd: 0 })
  })
})
