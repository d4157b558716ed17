/**
 * Places within cities, over six places whose later census the model itself has made at known levels: those levels are
 * the right answer, and a place that is left out has the mean of its kind.
 */
import { describe, expect, it } from 'vitest'
import { createDecadeProjection } from '../../src/calibration/decade-projection.js'
import { byLevel } from '../../src/calibration/own-levels.js'
import { entriesOf, levelsOf } from '../../src/calibration/unknowns.js'
import { fitWithin, levelsWithin, type Within } from '../../src/calibration/within.js'
import { forecastsWithin, type PlaceForecast, placeScores } from '../../src/calibration/within-held-out.js'
import { smallDecade } from './small-decade.js'

/** Six cities stand for the places of two. */
const PLACES = [1, 2, 5, 9, 11, 13]
const small = smallDecade(PLACES)
const entries = entriesOf(PLACES.length)
const levels = levelsOf(entries, new Float64Array(entries.length), PLACES.length)
const cityOf = [0, 0, 0, 1, 1, 1]
const kindOf = [0, 1, 1, 0, 1, 1]

/** The places with a later census as it would be counted at these deviations from their cities. */
function countedAt(rural_exit: readonly number[], attraction: readonly number[]): Within {
  const deviations = {
    ...byLevel(() => new Float64Array(PLACES.length)),
    rural_exit: Float64Array.from(rural_exit),
    attraction: Float64Array.from(attraction),
  }
  const { people, away } = createDecadeProjection(small)(levelsWithin({ levels }, deviations))!
  const decade = { ...small, after: { people: people.slice(), away: away.slice() } }
  return { decade, cityOf, kindOf, levels }
}

const NONE = [0, 0, 0, 0, 0, 0]

function countsOf({ decade }: Within, people: Float64Array): { all: number[]; towns: number[] } {
  const count = { all: NONE.slice(), towns: NONE.slice() }
  people.forEach((persons, cell) => {
    const place = cell % PLACES.length
    count.all[place] += persons
    if (cell >= people.length / decade.dims.statuses) count.towns[place] += persons
  })
  return count
}

describe('fitWithin', () => {
  it('leaves places at the levels of their cities that did as these say', () => {
    const { deviations, means } = fitWithin(countedAt(NONE, NONE))
    for (const level of ['rural_exit', 'pull_of_outside', 'attraction'] as const) {
      expect(Math.max(...deviations[level].map(Math.abs))).toBeLessThan(1e-6)
      expect(Math.max(...means[level].map(Math.abs))).toBeLessThan(1e-6)
    }
  })

  it('finds who left sooner and who drew more, and meets what was counted', () => {
    const exit = [0.4, -0.3, 0, 0.2, -0.4, 0.1]
    const within = countedAt(exit, [-0.2, 0.3, 0, 0.3, 0, -0.2])
    const fit = fitWithin(within)
    const projected = createDecadeProjection(within.decade)(fit.levels)!
    const found = countsOf(within, projected.people)
    const counted = countsOf(within, within.decade.after.people)
    for (const place of PLACES.keys()) {
      expect(found.all[place] / counted.all[place]).toBeCloseTo(1, 2)
      expect(found.towns[place] / counted.towns[place]).toBeCloseTo(1, 2)
    }
    // drawn towards the mean of the places: in the order of the truth, and no farther out
    for (const [place, one] of exit.entries()) {
      for (const [of, other] of exit.entries()) {
        if (one - other < 0.3) continue
        expect(fit.deviations.rural_exit[place]).toBeGreaterThan(fit.deviations.rural_exit[of])
      }
    }
    expect(fit.moved).toBeLessThan(0.1)
  })

  it('gives a place that was not counted the mean of its kind', () => {
    const within = countedAt([0.3, -0.2, -0.2, 0.3, -0.2, -0.2], NONE)
    const fit = fitWithin(within, [0, 1, 2, 4])
    expect(fit.deviations.rural_exit[3]).toBe(fit.means.rural_exit[0])
    expect(fit.deviations.rural_exit[5]).toBe(fit.means.rural_exit[1])
    expect(fit.means.rural_exit[0]).toBeGreaterThan(fit.means.rural_exit[1])
  })
})

describe('forecastsWithin', () => {
  it('forecasts each place by a fit that did not see it, in bands as wide as places differ', () => {
    const within = countedAt([0.3, -0.2, 0.1, 0, -0.3, 0.2], NONE)
    const all = forecastsWithin(within, [0, 1, 2, 3, 4, 5], { draws: 20, seed: 1 })
    expect(all.map(({ place }) => place).sort()).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((place) => [place, place, place]),
    )
    // the census of a place that was left out does not move its own forecast
    const other = countedAt([0.3, -0.2, 0.1, 0, -0.3, 0.2], NONE)
    const people = other.decade.after.people
    for (let cell = 0; cell < people.length; cell += PLACES.length) people[cell] *= 1.5
    const again = forecastsWithin(other, [0, 1, 2, 3, 4, 5], { draws: 20, seed: 1 })
    const first = (list: readonly PlaceForecast[]) =>
      list.filter(({ place }) => place === 0).map(({ drawn }) => [...drawn])
    expect(first(again)).toEqual(first(all))
  })

  it('scores by hand: errors in per cent with and without their sign, of all together, and what bands hold', () => {
    const forecast = (place: number, before: number, actual: number, middle: number): PlaceForecast[] => [
      {
        subject: 'townspeople',
        place,
        before,
        actual,
        drawn: Float64Array.of(middle - 10, middle, middle + 10),
        straight: 1.5 * before,
      },
    ]
    const scores = placeScores([...forecast(0, 80, 100, 110), ...forecast(1, 100, 200, 190)])
    const of = (method: string) =>
      scores.find((one) => one.subject === 'townspeople' && one.method === method)!
    // +10 % and -5 %; together 300 of 300
    expect(of('model')).toMatchObject({ meanError: 7.5, bias: 2.5 })
    expect(of('model').total).toBeCloseTo(0, 12)
    // 120 of 100 and 150 of 200; together 270 of 300
    expect(of('straight_line').meanError).toBeCloseTo(22.5, 12)
    expect(of('straight_line').total).toBeCloseTo(-10, 12)
    expect(of('no_change').total).toBeCloseTo(-40, 12)
    // 95 % of -10 .. +10 holds neither: -9.5 .. 9.5 about the middle
    expect(of('model').held).toEqual({ 50: 0, 80: 0, 95: 0 })
  })
})
