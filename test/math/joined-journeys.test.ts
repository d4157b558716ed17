/** Journeys of several legs, by hand. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinJourneys } from '../../src/math/joined-journeys.js'

/** Hours between A, B, C and D, the same both ways. */
function hoursOf(ab: number, ac: number, ad: number, bc: number, bd: number, cd: number): Float64Array {
  return Float64Array.of(0, ab, ac, ad, ab, 0, bc, bd, ac, bc, 0, cd, ad, bd, cd, 0)
}

describe('journeys of several legs', () => {
  it('take the quickest way, with a change between two legs', () => {
    const hours = hoursOf(1, 4, 9, 1, 9, 1)
    joinJourneys(hours, 4, 0.25)
    // A-C by B: 1 + 0.25 + 1; B-D by C the same; A-D by both: 3 legs and 2 changes; the legs themselves stay
    expect([...hours.subarray(0, 4)]).toEqual([0, 1, 2.25, 3.5])
    expect([...hours.subarray(4, 8)]).toEqual([1, 0, 1, 2.25])
  })

  it('leave the direct way where a change takes as long as it saves', () => {
    const hours = hoursOf(1, 2.5, 9, 1, 9, 1)
    joinJourneys(hours, 4, 0.5)
    expect(hours[2]).toBe(2.5)
  })

  it('count once what every leg has of its own, such as half an hour to and from stations', () => {
    // Yulin-Nanning 40 minutes, Nanning-Chongzuo 0.682 hours, half an hour of access: 0.667 + 0.682 + 0.5 where a change takes no time
    const [toNanning, toChongzuo] = [40 / 60 + 0.5, 0.682 + 0.5]
    const hours = Float64Array.of(0, toNanning, 4.26, toNanning, 0, toChongzuo, 4.26, toChongzuo, 0)
    joinJourneys(hours, 3, 0 - 0.5)
    expect(hours[2]).toBeCloseTo(1.85, 2)
  })

  it('are never longer than a leg, never shorter than a way of more legs, and stay as they are when joined again', () => {
    const leg = fc.double({ min: 0.6, max: 5, noNaN: true })
    fc.assert(
      fc.property(
        fc.tuple(leg, leg, leg, leg, leg, leg),
        fc.double({ min: -0.5, max: 1, noNaN: true }),
        (legs, change) => {
          const direct = hoursOf(...legs)
          const joined = Float64Array.from(direct)
          joinJourneys(joined, 4, change)
          for (let pair = 0; pair < 16; pair++) expect(joined[pair]).toBeLessThanOrEqual(direct[pair])
          for (let from = 0; from < 4; from++)
            for (let via = 0; via < 4; via++)
              for (let to = 0; to < 4; to++)
                if (new Set([from, via, to]).size === 3)
                  expect(joined[from * 4 + to]).toBeLessThanOrEqual(
                    joined[from * 4 + via] + change + joined[via * 4 + to] + 1e-12,
                  )
          const again = Float64Array.from(joined)
          joinJourneys(again, 4, change)
          for (let pair = 0; pair < 16; pair++) expect(again[pair]).toBeCloseTo(joined[pair], 12)
        },
      ),
    )
  })
})
