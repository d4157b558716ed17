/** What a backtest counts, what lines learn, and forecasts from priors weighed by a printed pace. */
import { describe, expect, it } from 'vitest'
import type { Decade } from '../../../src/calibration/decade.js'
import { withLearntFertility, withOwnFertility } from '../../../src/calibration/past/learnt-fertility.js'
import { lineFor, linesOf } from '../../../src/calibration/past/lines.js'
import { evenlyWeighed, type PrintedPace, rolledForecasts } from '../../../src/calibration/past/rolled.js'
import { inPlaces, subjectCounts } from '../../../src/calibration/past/subjects.js'
import { UNKNOWNS } from '../../../src/calibration/unknowns.js'
import { quantileOfSorted } from '../../../src/math/quantile.js'
import { cohortAt, MIGRANT, peopleSize, RURAL } from '../../../src/vocabulary/dimensions.js'
import { smallDecade } from '../small-decade.js'

const dims = { statuses: 4, sexes: 2, ages: 101, ageWidth: 1, cities: 2 } as const

/** People of two cities, of [status, sex, age, city] so many. */
function people(...cells: readonly (readonly [number, number, number, number, number])[]): Float64Array {
  const all = new Float64Array(peopleSize(dims))
  for (const [status, sex, age, city, persons] of cells)
    all[cohortAt(dims, status, sex, age) + city] += persons
  return all
}

const before = people(
  [RURAL, 0, 65, 0, 100],
  [MIGRANT, 1, 30, 0, 300],
  [RURAL, 1, 59, 1, 500],
  [RURAL, 0, 80, 1, 40],
)
const after = people(
  [RURAL, 0, 75, 0, 60],
  [MIGRANT, 1, 40, 0, 280],
  [MIGRANT, 0, 9, 0, 20],
  [RURAL, 0, 10, 0, 5],
  [RURAL, 1, 69, 1, 450],
  [RURAL, 0, 90, 1, 10],
)
const decade = { dims, from: 2010, to: 2020, before: { people: before } } as unknown as Decade

describe('counts of a decade', () => {
  const counts = subjectCounts(decade, after)

  // by hand: 100 of 65 became 60 of 75, 40 of 80 became 10 of 90; who was 59 is not among those of 60
  it('have the deaths of those of 60 and over, and the children born since', () => {
    expect([...counts.deaths]).toEqual([40, 30])
    expect([...counts.births]).toEqual([20, 0])
    expect([...counts.ages_6_14]).toEqual([25, 0])
    expect([...counts.ages_60_plus]).toEqual([60, 460])
    expect(inPlaces(counts, 'urban_share', [0])).toBeCloseTo((100 * 300) / 365, 12)
  })

  it('are multiplied by what a count of an age is off, but for totals', () => {
    const factors = new Float64Array(2 * 18 * 2).fill(1)
    // men of 75-79 in the first city
    factors[(0 * 18 + 15) * 2] = 1.5
    const wrong = subjectCounts(decade, after, factors)
    expect([wrong.deaths[0], wrong.ages_60_plus[0], wrong.people[0]]).toEqual([10, 90, 365])
  })

  it('give a line of deaths the people of whom they are', () => {
    const lines = linesOf(subjectCounts(decade, before), counts, [0])
    expect(lines.growth.deaths).toBeCloseTo(0.4, 12)
    expect(lineFor('deaths', subjectCounts(decade, before), [1], () => lines, 'straight')).toBeCloseTo(16, 12)
  })
})

describe('fertility of a place that is held out', () => {
  it('changes from its own first rates as in the places that are seen', () => {
    const rates = (...values: number[]) => ({ fertility: Float64Array.from(values) })
    // two ages of two cities; the first city halves, and the second is said to have doubled
    const told = {
      dims,
      schedules: [rates(0.1, 0.2, 0.05, 0.1), rates(0.05, 0.4, 0.025, 0.2)],
    } as unknown as Decade
    const learnt = withLearntFertility(told, [0]).decade.schedules.map(({ fertility }) => [...fertility])
    expect(learnt).toEqual([
      [0.1, 0.2, 0.05, 0.1],
      [0.05, 0.1, 0.025, 0.05],
    ])
    expect([...withLearntFertility(told, []).decade.schedules[1].fertility]).toEqual([0.1, 0.2, 0.05, 0.1])
  })

  // changes of +0.3 and -0.1 in logarithms: squares 0.08 about 0.1, beside 5 degrees of 0.14 that are usual; 4 of 6 degrees are
  // left of a variance, and the middle of two is itself not known by half of it
  it('differs as the places that are seen do, and as is usual', () => {
    const [first, later] = [
      [0.1, 0.1, 0.2],
      [0.1 * Math.exp(0.3), 0.1 * Math.exp(-0.1), 9],
    ]
    const told = {
      dims: { ...dims, cities: 3, ages: 1 },
      schedules: [first, first, later].map((rates) => ({ fertility: Float64Array.from(rates) })),
    } as unknown as Decade
    const { spreads, shared } = withLearntFertility(told, [0, 1])
    expect(spreads.slice(0, 2)).toEqual([0, 0])
    expect(spreads[2]).toBeCloseTo(Math.sqrt(((5 * 0.14 ** 2 + 0.08) / 4) * 1.5), 12)
    expect(shared).toBeCloseTo(1 / 3, 12)
  })

  it('moves those born at other rates in places that are not seen, and nobody else', () => {
    const here = { ...dims, cities: 2, ages: 4, statuses: 2, sexes: 2 }
    const cities = [{ code: 'a' }, { code: 'b' }]
    const learnt = {
      decade: { dims: here, cities, schedules: [{}, {}] } as unknown as Decade,
      spreads: [0, 0.2],
      shared: 0.5,
    }
    const lived = (draw: number) => {
      const people = new Float64Array(2 * 2 * 4 * 2).fill(100)
      withOwnFertility(learnt, [1], { seed: 0, draw }, people)
      return people
    }
    const people = lived(0)
    // of two steps the last bore those of age 0; status and sex are alike
    const babies = [...people].filter((_, at) => at % 2 === 1 && Math.floor(at / 2) % 4 === 0)
    expect(new Set(babies).size).toBe(1)
    expect(babies[0]).not.toBe(100)
    expect([...people].filter((persons) => persons !== 100)).toEqual(babies)
    const logs = Array.from({ length: 2000 }, (_, draw) => Math.log(lived(draw)[1] / 100))
    const sd = Math.sqrt(logs.reduce((sum, one) => sum + one * one, 0) / logs.length)
    expect(sd).toBeGreaterThan(0.19)
    expect(sd).toBeLessThan(0.21)
  })
})

describe('values of different weight', () => {
  it('are taken as often as they weigh', () => {
    const values = [
      { value: 3, weight: 1 },
      { value: 1, weight: 2 },
      { value: 2, weight: 1 },
    ]
    expect([...evenlyWeighed(values, 4)]).toEqual([1, 1, 2, 3])
    expect([...evenlyWeighed(values, 8)]).toEqual([1, 1, 1, 1, 2, 2, 3, 3])
  })
})

describe('a decade forecast from its start', () => {
  const few = smallDecade([0, 4])
  const pace = (yearly: number, error: number): PrintedPace[] => [
    { of: 'urban_share', steps: 5, yearly, error },
  ]
  const roll = (origins: readonly (readonly PrintedPace[])[]) =>
    rolledForecasts(few, { draws: 60, seed: 3, priors: UNKNOWNS, origins })
  const [free, vague, slow, fast] = roll([[], pace(1, 1e6), pace(0.4, 0.3), pace(1.6, 0.3)])
  const share = ({ forecasts }: typeof free) =>
    forecasts.find((one) => one.subject === 'urban_share' && one.city < 0)!

  it('is the same for a pace of which nothing is known, and follows one that is', () => {
    expect([...share(vague).drawn].map((value) => value.toFixed(6))).toEqual(
      [...share(free).drawn].map((value) => value.toFixed(6)),
    )
    const [low, middle, high] = [slow, free, fast].map((one) => quantileOfSorted(share(one).drawn, 0.5))
    expect(low).toBeLessThan(middle)
    expect(middle).toBeLessThan(high)
    expect(slow.weights.effectiveDraws).toBeLessThan(free.weights.effectiveDraws)
  })

  it('has every city and the region, with what was counted', () => {
    expect(free.forecasts).toHaveLength(6 * 3)
    const sum = (subject: string, region: boolean) =>
      free.forecasts
        .filter((one) => one.subject === subject && one.city < 0 === region)
        .reduce((total, { actual }) => total + actual, 0)
    for (const subject of ['people', 'births', 'deaths'])
      expect(sum(subject, true)).toBeCloseTo(sum(subject, false), 3)
  })

  it('comes out to the same bits again', () => {
    const [again] = roll([[]])
    expect(again.forecasts.map(({ drawn }) => [...drawn])).toEqual(
      free.forecasts.map(({ drawn }) => [...drawn]),
    )
  })
})
