/** Moves between two censuses by what became of the nation's cohorts, and the people away that follow from them: cases by hand. */
import { describe, expect, it } from 'vitest'
import { awayTotals } from '../../src/census/away-totals.js'
import { type Counted, countedTogether } from '../../src/census/counted.js'
import { cohortRatios, netMoves } from '../../src/census/net-moves.js'
import type { NationalShapes, TwiceCounted } from '../../src/census/twice-counted.js'

/** 19 groups of so many men and women each. */
const counted = (each: number, fromOutside = 0, registered = 38 * each): Counted => ({
  population: 38 * each,
  urban: 0,
  groups: [0, 1].map(() => Array.from({ length: 19 }, () => each)),
  fromSameCounty: 0,
  fromOtherCounty: 0,
  fromOutside,
  registered,
  urbanRegistered: 0,
})
const before = counted(1000)
const [loser, winner] = [counted(900), counted(1100)]
const ratios = cohortRatios(countedTogether([before, before]), countedTogether([loser, winner]))

describe('cohorts of a nation of two provinces', () => {
  it('are counted ten years later: 0-4 are two groups of 1000, those of 75 and over are three', () => {
    expect(ratios[0]).toHaveLength(16)
    expect(ratios[0][0]).toBe(2000 / 4000)
    expect(ratios[0][1]).toBe(1)
    expect(ratios[1][15]).toBe(2000 / 6000)
  })

  it('give what one lost and the other gained: 100 in each of 16 cohorts of two sexes', () => {
    expect(netMoves(before, loser, ratios)).toBeCloseTo(-3200, 9)
    expect(netMoves(before, winner, ratios)).toBeCloseTo(3200, 9)
  })
})

describe('people away at the later census', () => {
  const shapes = { awayScale: [1, 1.5], cohortRatios: ratios } as unknown as NationalShapes
  const place = (code: string, after: Counted, registered = 38_000): TwiceCounted => ({
    code,
    kind: 'county',
    counted: [counted(1000, 0, registered), after],
  })

  it('grow as in the nation where the censuses do not contradict it', () => {
    // 1 % of 38,000 registered is the least: 380, and 570 later; the balance 380 + 3200 is 3010 off, of 34,200 people
    const { persons, from } = awayTotals([place('a', loser)], shapes)
    expect({ persons, from }).toEqual({ persons: [[380], [570]], from: 'growth' })
  })

  it('are those who were away and whom the region lost where growth is a tenth of the people off', () => {
    // of each place 100 comers of 2020 stand for others who left. 800 for 900 a group: 6400 lost and 100 comers, beside 380
    const { persons, from } = awayTotals([place('a', counted(800, 100))], shapes)
    expect({ persons, from }).toEqual({ persons: [[380], [6880]], from: 'balance' })
  })

  it('are of the places that lost people', () => {
    // 12,800 lost by b and none by a, whose cohorts went as the nation's
    const { persons } = awayTotals([place('a', counted(1000)), place('b', counted(600))], shapes)
    expect(persons).toEqual([
      [380, 380],
      [380, 13_180],
    ])
  })

  it('are fewer by those who came back, place by place as many were away', () => {
    // 3200 gained: of 3800 and 7600 absent, 11,400, there are 8200 left where growth would have 17,100
    const { persons, from } = awayTotals(
      [place('a', counted(1000), 41_800), place('b', counted(1100), 45_600)],
      shapes,
    )
    expect({ persons, from }).toEqual({ persons: [[3800, 7600], [2733, 5467]], from: 'balance' }) // biome-ignore format: a row a census
  })
})
