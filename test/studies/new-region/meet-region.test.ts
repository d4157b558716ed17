/** The shift of all places by which a region has its people: six cities whose later census the model has made at known levels. */
import { describe, expect, it } from 'vitest'
import type { Decade } from '../../../src/calibration/decade.js'
import { createDecadeProjection } from '../../../src/calibration/decade-projection.js'
import { entriesOf, type Levels, levelsOf } from '../../../src/calibration/unknowns.js'
import { hindcastAt, meetRegion } from '../../../src/studies/new-region/meet-region.js'
import { smallDecade } from '../../calibration/small-decade.js'

const PLACES = [1, 2, 5, 9, 11, 13]
const MOST_EXIT = 11
const small = smallDecade(PLACES)
const entries = entriesOf(PLACES.length)
const plain = levelsOf(entries, new Float64Array(entries.length), PLACES.length)

const changed =
  (levels: Levels, changes: Readonly<Record<string, (level: number) => number>>): Levels =>
  (name) =>
    changes[name] ? levels(name).map(changes[name]) : levels(name)

/** The decade as it would be counted at these levels. */
function countedAt(levels: Levels): Decade {
  const { people, away } = createDecadeProjection(small)(levels)!
  return { ...small, after: { people: people.slice(), away: away.slice() } }
}

describe('a region', () => {
  it('has its people by the pull of outside, and its urban share by leaving the village', () => {
    const truth = changed(plain, { pull_of_outside: (pull) => pull + 0.3, rural_exit: (exit) => exit * 1.2 })
    const met = meetRegion(countedAt(truth), plain, MOST_EXIT)
    const [{ people, urbanShare }] = hindcastAt(countedAt(truth), met)
    expect(Math.abs(people)).toBeLessThan(1e-3)
    expect(Math.abs(urbanShare)).toBeLessThan(0.2501)
    expect([...met('city_to_city')]).toEqual([...plain('city_to_city')])
  })

  it('whose townspeople outside draws away hardly at all has them by fewer moves between towns', () => {
    const closed = changed(plain, { pull_of_outside: () => -25 })
    const truth = changed(closed, { city_to_city: (moves) => moves * 0.5 })
    const decade = countedAt(truth)
    const busy = changed(closed, { city_to_city: (moves) => moves * 10 })
    expect(Math.abs(hindcastAt(decade, busy)[0].people)).toBeGreaterThan(0.1)
    const met = meetRegion(decade, busy, MOST_EXIT)
    expect(Math.abs(hindcastAt(decade, met)[0].people)).toBeLessThan(0.01)
    expect(met('city_to_city')[0]).toBeLessThan(busy('city_to_city')[0])
    expect([...met('pull_of_outside')]).toEqual([...closed('pull_of_outside')])
  })
})
