/**
 * Smaller places about larger ones, over six places whose later census the model itself has made at known levels: those levels are
 * the right answer. Slopes are held against differences of whole projections.
 */
import { describe, expect, it } from 'vitest'
import { createDecadeProjection } from '../../src/calibration/decade-projection.js'
import { fitPlaces } from '../../src/calibration/places/fit-places.js'
import { countsByCity, createMeasure, levelsAt } from '../../src/calibration/places/measure.js'
import { OWN_OF_PLACES, ofEach, type PlacesWithin } from '../../src/calibration/places/model.js'
import {
  createSlopes,
  pairsOf,
  takeSlopes,
  timesSlopes,
  timesTransposed,
} from '../../src/calibration/places/slopes.js'
import { bendSchedule } from '../../src/calibration/shapes.js'
import { entriesOf, levelsOf } from '../../src/calibration/unknowns.js'
import { smallDecade } from './small-decade.js'

/** Six cities stand for the places of two. */
const PLACES = [1, 2, 5, 9, 11, 13]
const small = smallDecade(PLACES)
const entries = entriesOf(PLACES.length)
const levels = levelsOf(entries, new Float64Array(entries.length), PLACES.length)
const SEARCH = { rounds: 40, renew: 6, slopes: 40 }

/** The places with a later census as it would be counted at these deviations from their cities. */
function countedAt(truth: Partial<Record<(typeof OWN_OF_PLACES)[number], readonly number[]>>): PlacesWithin {
  const together = PLACES.map(() => 0)
  const places: PlacesWithin = {
    decade: small,
    cityOf: [0, 0, 0, 1, 1, 1],
    blockOf: together,
    partOf: together,
    kindOf: [0, 1, 1, 0, 1, 1],
    levels,
    own: OWN_OF_PLACES,
    mostExit: 11,
    commonOnce: false,
    learnt: [...PLACES.keys()],
  }
  const deviations = ofEach((level) => Float64Array.from(truth[level] ?? together))
  const { people, away } = createDecadeProjection(small)(levelsAt(places, deviations))!
  return { ...places, decade: { ...small, after: { people: people.slice(), away: away.slice() } } }
}

function countsOf({ decade }: PlacesWithin, people: Float64Array): { all: number[]; towns: number[] } {
  const count = { all: PLACES.map(() => 0), towns: PLACES.map(() => 0) }
  people.forEach((persons, cell) => {
    count.all[cell % PLACES.length] += persons
    if (cell >= people.length / decade.dims.statuses) count.towns[cell % PLACES.length] += persons
  })
  return count
}

/** Largest part by which people and townspeople of a place are off what was counted. */
function offOf(places: PlacesWithin, at: typeof levels): number {
  const projected = countsOf(places, createDecadeProjection(places.decade)(at)!.people)
  const counted = countsOf(places, places.decade.after.people)
  const off = (of: 'all' | 'towns') =>
    projected[of].map((persons, place) => Math.abs(persons / counted[of][place] - 1))
  return Math.max(...off('all'), ...off('towns'))
}

describe('fitPlaces', () => {
  it('leaves places at the levels of their cities that did as these say', () => {
    const fit = fitPlaces(countedAt({}), SEARCH)
    for (const level of OWN_OF_PLACES)
      fit.levels(level).forEach((value, place) => {
        expect(value).toBeCloseTo(levels(level)[place], 6)
      })
    expect(fit.settled).toBe(true)
  })

  it('meets places that left sooner, drew more and whose villages became towns', () => {
    const places = countedAt({
      rural_exit: [0.4, -0.3, 0, 0.2, -0.4, 0.1],
      attraction: [-0.2, 0.3, 0, 0.3, 0, -0.2],
      reclassification: [1, 0, -0.5, 0, 0.8, 0],
    })
    const fit = fitPlaces(places, SEARCH)
    expect(fit.settled).toBe(true)
    expect(offOf(places, fit.levels)).toBeLessThan(0.005)
    expect(offOf(places, levels)).toBeGreaterThan(0.05)
  })

  it('begins at the highest level that can be lived where that of the city is higher, and leaves none above it', () => {
    // 2 moves in a lifetime are the cities' level; the second place lost all of its villages at five
    const truth = { rural_exit: [0, Math.log(2.5), 0, 0, 0, 0] }
    const fit = fitPlaces({ ...countedAt(truth), mostExit: 1.9 }, SEARCH)
    expect(Math.max(...fit.levels('rural_exit'))).toBeCloseTo(1.9, 12)
    // what may not leave faster becomes town
    expect(fit.levels('reclassification')[1]).toBeGreaterThan(1.5 * levels('reclassification')[1])
  })
})

describe('slopes of places', () => {
  const places = countedAt({ attraction: [0.2, 0, 0, -0.1, 0, 0] })
  const measure = createMeasure(places)
  const still = ofEach(() => new Float64Array(PLACES.length))
  const [counted] = measure([still])
  const taken = (blockOf: number[], partOf: number[]) => {
    const own = { ...places, blockOf, partOf }
    const slopes = createSlopes(own, countsByCity(own))
    takeSlopes(slopes, own, { deviations: still, counted: counted!, measure, withCommon: true, onPair })
    return slopes
  }
  let pairs = 0
  const onPair = () => {
    pairs++
  }
  const apart = taken([0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1])
  const v = Float64Array.from({ length: apart.unknowns }, (_, at) => Math.sin(at))

  it('are those of whole projections where all places are one block', () => {
    const together = taken([0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0])
    const moved = ofEach((level) => {
      const index = OWN_OF_PLACES.indexOf(level)
      return Float64Array.from(PLACES, (_, place) => 1e-5 * v[place * OWN_OF_PLACES.length + index])
    })
    const [there] = measure([moved])
    const by = timesSlopes(together, v)
    const rows = together.blocks.flatMap(({ counts }) => counts)
    rows.forEach((row, at) => {
      expect(by[at]).toBeCloseTo((there![row.measure] - counted![row.measure]) / 1e-5, 2)
    })
  })

  it('know of other cities what all of their places do, moved alike', () => {
    const alike = Float64Array.from(v, (_, at) => (at % OWN_OF_PLACES.length === 2 && at < 12 ? 1 : 0))
    const moved = { ...still, attraction: Float64Array.of(1e-5, 1e-5, 1e-5, 0, 0, 0) }
    const [there] = measure([moved])
    const by = timesSlopes(apart, alike)
    for (const { counts, firstRow } of apart.blocks)
      counts.forEach((row, k) => {
        expect(by[firstRow + k]).toBeCloseTo((there![row.measure] - counted![row.measure]) / 1e-5, 1)
      })
  })

  it('are the same taken again without what parts of the region do to others, and cost fewer projections', () => {
    const own = { ...places, blockOf: [0, 0, 0, 1, 1, 1], partOf: [0, 0, 0, 1, 1, 1] }
    const again = taken(own.blockOf, own.partOf)
    const before = again.blocks.map((block) => block.own.slice())
    pairs = 0
    takeSlopes(again, own, { deviations: still, counted: counted!, measure, withCommon: false, onPair })
    expect(again.blocks.map((block) => block.own)).toEqual(before)
    expect(again.common).toEqual(apart.common)
    // four levels of three places, two side by side; with two parts of the region ten
    expect([pairs, pairsOf(again, true)]).toEqual([6, 10])
  })

  it('are transposed to what multiplies from the left', () => {
    const y = Float64Array.from({ length: apart.rows }, (_, at) => Math.cos(3 * at))
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, one, at) => sum + one * b[at], 0)
    expect(dot(y, timesSlopes(apart, v))).toBeCloseTo(dot(v, timesTransposed(apart, y)), 8)
  })
})

describe('a schedule read smoothly', () => {
  const dims = { ...small.dims, ages: 6, ageWidth: 1 }
  const schedule = Float64Array.of(0, 0.1, 0.4, 0.3, 0.2, 0, 0, 0.1, 0.4, 0.3, 0.2, 0)
  const bent = (later: number) => bendSchedule(dims, schedule, { later, children: 1, span: 1 }, 'smooth')

  it('is the table at whole years', () => {
    expect([...bent(0)]).toEqual([...schedule])
    expect([...bent(1)].slice(0, 6).map((one) => one * 5)).toEqual([0, 0, 0.5, 2, 1.5, 1])
  })

  it('has no corner there, where straight lines have one, and nothing below nought', () => {
    const slope = (from: number, reading: 'smooth' | 'straight') => {
      const at = (later: number) => bendSchedule(dims, schedule, { later, children: 1, span: 1 }, reading)[3]
      return (at(from + 1e-6) - at(from)) / 1e-6
    }
    expect(slope(1, 'smooth')).toBeCloseTo(slope(1 - 1e-6, 'smooth'), 4)
    expect(Math.abs(slope(1, 'straight') - slope(1 - 1e-6, 'straight'))).toBeGreaterThan(0.1)
    for (let later = -2; later <= 2; later += 0.13) expect(Math.min(...bent(later))).toBeGreaterThanOrEqual(0)
  })
})
