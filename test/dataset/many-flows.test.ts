/** destinations.csv of many places: only the pairs that have a share are kept, and it says what a full table says. */
import { expect, it } from 'vitest'
import { FlowRows } from '../../src/dataset/flow-rows.js'
import { listedShares, rowOfShares } from '../../src/math/pairs/pair-list.js'

const PLACES = 80

it('lists pairs whatever their order in the file, without those of nought', () => {
  const listed = new FlowRows(PLACES)
  const full = new Float64Array(PLACES * (PLACES + 1))
  let line = 2
  for (let from = PLACES - 1; from >= 0; from--) {
    for (const [to, share] of [[(from + 7) % PLACES, 0.2], [PLACES, 0.1], [from, 0.6], [(from + 3) % PLACES, 0.1], [(from + 5) % PLACES, 0]] as const) {
      expect(listed.add(from, to, share, line++)).toBeUndefined()
      full[from * (PLACES + 1) + to] = share
    }
  } // biome-ignore format: rows read best as a line
  const shares = listed.shares()
  expect(shares.pairs?.to.length).toBe(2 * PLACES)
  for (let place = 0; place < PLACES; place++)
    expect(rowOfShares(shares, PLACES, place)).toEqual(
      full.subarray(place * (PLACES + 1), (place + 1) * (PLACES + 1)),
    )
  expect(listedShares({ values: full }, PLACES)).toEqual(shares)
  // the line of the first row of the last place
  expect(listed.add(PLACES - 1, 6, 0.5, 999)).toBe(2)
})
