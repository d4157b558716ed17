/** People from totals: a table worked out by hand, totals kept to the person, a pattern given back. */
import { describe, expect, it } from 'vitest'
import { type PlacePattern, peopleFromTotals } from '../../src/census/people-from-totals.js'
import type { RegionTotals } from '../../src/census/total-margins.js'
import { createStream } from '../../src/sampling/stream.js'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const made = (patterns: readonly PlacePattern[], totals: RegionTotals) => {
  const answer = peopleFromTotals(patterns, totals)
  if ('misfits' in answer) throw new Error(JSON.stringify(answer.misfits))
  return answer
}

describe('one place of two statuses, two sexes and two ages', () => {
  it('is the product of its margins where the pattern is independent: 1000 people, 0.4 in town, 0.55 men, 0.3 of age 0', () => {
    const pattern = [0, 1].map(() => [0, 1].map(() => [1, 1]))
    const { people } = made([pattern], {
      places: [{ people: 1000, urban: 400, men: 550, ages: [300, 700] }],
      starts: [0, 1],
      pyramid: undefined,
      blocks: [0, 1],
    })
    // rural men of age 0: 1000 x 0.6 x 0.55 x 0.3 = 99, and so on
    expect(people[0]).toEqual([
      [[99, 231], [81, 189]],
      [[66, 154], [54, 126]],
    ]) // biome-ignore format: a table
  })
})

/** Places of four statuses and 101 ages, each cell a number from 1 to 400. */
const patterns = Array.from({ length: 5 }, (_, place) =>
  Array.from({ length: 4 }, (__, status) =>
    Array.from({ length: 2 }, (___, sex) =>
      Array.from({ length: 101 }, (____, age) => {
        const uniform = createStream(1, `pattern ${place} ${status} ${sex}`)(age)
        return Math.floor(1 + 400 * uniform)
      }),
    ),
  ),
)
const agesOf = (place: PlacePattern, from: number, to: number, sexes = [0, 1]) =>
  sum(place.map((status) => sum(sexes.map((sex) => sum(status[sex].slice(from, to))))))

describe('five places', () => {
  const starts = [0, 15, 60]
  const ends = [15, 60, 101]
  const own = (place: PlacePattern) => ({
    people: agesOf(place, 0, 101),
    urban: agesOf(place.slice(1), 0, 101),
    men: agesOf(place, 0, 101, [0]),
    ages: starts.map((from, k) => agesOf(place, from, ends[k])),
  })

  it('give the pattern back to the person at its own totals', () => {
    const { people, farthest } = made(patterns, {
      places: patterns.map(own),
      starts,
      pyramid: undefined,
      blocks: starts,
    })
    expect(people).toEqual(patterns)
    expect(farthest.factor).toBe(1)
  })

  it('have other totals to the person, and cells that are whole and not negative', () => {
    const places = patterns.map((place, k) => {
      const { people, urban, men, ages } = own(place)
      const old = ages[2] + 5001
      return {
        people: people + 12_345 + k,
        urban: urban + 20_003,
        men: men + 777 * k,
        ages: [ages[0] - 1003, ages[1] + 12_345 + k + 1003 - 5001, old],
      }
    })
    const { people, farthest } = made(patterns, { places, starts, pyramid: undefined, blocks: starts })
    expect(people.map(own)).toEqual(places)
    expect(people.flat(3).every((cell) => Number.isInteger(cell) && cell >= 0)).toBe(true)
    expect(farthest.factor).not.toBe(1)
  })

  it('have the pyramid of the region and the age groups of each place together', () => {
    const fives = Array.from({ length: 18 }, (_, k) => 5 * k)
    const persons = [0, 1].map((sex) =>
      fives.map((from) =>
        sum(patterns.map((place) => agesOf(place, from, from === 85 ? 101 : from + 5, [sex]))),
      ),
    )
    // ten boys of 0-4 more and ten girls fewer; every place keeps its own ages
    persons[0][0] += 10
    persons[1][0] -= 10
    const places = patterns.map((place) => ({ ...own(place), men: undefined, urban: 100_000 }))
    const { people } = made(patterns, { places, starts, pyramid: { starts: fives, persons }, blocks: fives })
    expect(people.map((place) => ({ ...own(place), men: undefined }))).toEqual(places)
    const again = [0, 1].map((sex) =>
      fives.map((from) =>
        sum(people.map((place) => agesOf(place, from, from === 85 ? 101 : from + 5, [sex]))),
      ),
    )
    expect(again).toEqual(persons)
  })

  it('are named where the pattern has nobody whom a total asks for', () => {
    const villages = patterns.map((place) =>
      place.map((status, s) => (s === 0 ? status : status.map((row) => row.map(() => 0)))),
    )
    const answer = peopleFromTotals(villages, {
      places: patterns.map(own),
      starts,
      pyramid: undefined,
      blocks: starts,
    })
    expect('misfits' in answer && answer.misfits.some(({ sum: found }) => found === 0)).toBe(true)
  })
})
