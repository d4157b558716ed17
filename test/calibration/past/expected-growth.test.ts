/** What places that a fit has seen say of the growth of others, by hand. */
import { describe, expect, it } from 'vitest'
import type { Decade } from '../../../src/calibration/decade.js'
import { changeOf, expectedGrowth } from '../../../src/calibration/past/expected-growth.js'
import { GROWTH_ERRORS, withGrowthErrors } from '../../../src/calibration/past/growth-errors.js'
import { smallDecade } from '../small-decade.js'

/** Nanning, Beihai and Qinzhou, of which each has multiplied everyone by so much. */
function grown(...factors: readonly number[]): Decade {
  const decade = smallDecade([0, 4, 6])
  const people = decade.before.people.map((persons, cell) => persons * factors[cell % 3])
  return { ...decade, after: { ...decade.after, people } }
}

const peopleIn = ({ before }: Decade, city: number) =>
  before.people.reduce((sum, persons, cell) => (cell % 3 === city ? sum + persons : sum), 0)

describe('places that a fit has not seen', () => {
  // Nanning has the most townspeople: +0.3 is 0.08 without the 0.22 of the largest; squares of 0.08 and -0.1 about -0.01 are
  // 0.0162, beside 5 degrees of 0.07 that are usual; 4 of 6 degrees are left, and 0.6 of it all counts
  it('are expected to grow as those seen, the largest apart', () => {
    const decade = grown(Math.exp(0.3), Math.exp(-0.1), 5)
    const [people, townspeople] = expectedGrowth(decade, [0, 1])
    expect([people.kind, people.city, people.measure]).toEqual(['people', 2, 2])
    expect(people.value - Math.log(peopleIn(decade, 2))).toBeCloseTo(-0.01, 10)
    expect(people.sd).toBeCloseTo(Math.sqrt((5 * 0.07 ** 2 + 0.0162) / 4 / 0.6), 10)
    expect(people.sharedSd).toBeCloseTo(people.sd / Math.SQRT2, 12)
    // nobody's urban share has changed
    expect([townspeople.kind, townspeople.city]).toEqual(['townspeople', 2])
    expect(townspeople.sd).toBeCloseTo(Math.sqrt((6 * 0.14 ** 2) / 5 / 0.6), 10)
    expect(townspeople.shared).not.toBe(people.shared)
  })

  it('may have the largest city among them, which grows by more; districts have none', () => {
    const decade = grown(7, 1.1, 1.1)
    const [nanning] = expectedGrowth(decade, [1, 2])
    expect(nanning.value - Math.log(peopleIn(decade, 0))).toBeCloseTo(Math.log(1.1) + 0.22, 10)
    const districts = decade.cities.map((city) => ({ ...city, code: `${city.code}03` }))
    const [district] = expectedGrowth({ ...decade, cities: districts }, [1, 2])
    expect(district.value - Math.log(peopleIn(decade, 0))).toBeCloseTo(Math.log(1.1), 10)
  })

  it('follow another count of townspeople of a place that is seen', () => {
    const decade = grown(1, 1, 1)
    const half = peopleIn(decade, 1) / 2
    const [before, other] = [new Map(), new Map([[1, half]])].map(
      (counts) => expectedGrowth(decade, [1], counts).find(({ kind }) => kind === 'townspeople')!.value,
    )
    const villagers = decade.before.people.reduce(
      (sum, persons, cell) =>
        cell % 3 === 1 && cell < decade.before.people.length / 4 ? sum + persons : sum,
      0,
    )
    const odds = (peopleIn(decade, 1) - villagers) / villagers
    expect(other - before).toBeCloseTo(-Math.log(odds), 10)
  })
})

it('a change of one place has the variance that is usual', () => {
  expect(changeOf([0.4], { spread: 0.1, degrees: 6 })).toEqual({ mean: 0.4, variance: (6 * 0.1 ** 2) / 4 })
})

describe('errors of growth', () => {
  const decade = { cities: [{ code: 'a' }, { code: 'b' }, { code: 'c' }] } as unknown as Decade
  const lived = (draw: number, others: readonly number[]) => {
    const row = () => new Float64Array(3).fill(100)
    const counts = {
      people: row(),
      urban: row(),
      ages_6_14: row(),
      ages_60_plus: row(),
      births: row(),
      deaths: row(),
    }
    withGrowthErrors(decade, others, new Float64Array(3).fill(300), { seed: 0, draw }, counts)
    return counts
  }
  const logsOf = (city: number, others: readonly number[]) =>
    Array.from({ length: 2000 }, (_, draw) => Math.log(lived(draw, others).people[city] / 100))
  const product = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, at) => sum + value * other[at], 0) / one.length

  it('leave urban shares and places seen, and move the old by less', () => {
    const { people, urban, ages_60_plus: old, deaths } = lived(3, [1, 2])
    expect([people[0], old[0], deaths[0]]).toEqual([100, 100, 100])
    expect([...urban]).toEqual([...people])
    const off = Math.log(people[1] / 100)
    expect(Math.log(old[1] / 100)).toBeCloseTo(GROWTH_ERRORS.ofOld * off, 12)
    // 200 of 300 are left where 100 died
    expect(300 - deaths[1]).toBeCloseTo(2 * old[1], 10)
  })

  // of 2,000 draws a variance has an error of 3 %
  it('are shared in part by places of both halves', () => {
    const [one, other] = [logsOf(0, [0]), logsOf(1, [1, 2])]
    const { shared, own } = GROWTH_ERRORS
    expect(product(one, one) / (shared ** 2 + own ** 2)).toBeCloseTo(1, 0.7)
    expect(product(one, other) / shared ** 2).toBeCloseTo(1, 0.7)
  })
})
