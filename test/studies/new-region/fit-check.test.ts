import { expect, it } from 'vitest'
import { NOT_LIVED } from '../../../src/calibration/within.js'
import { livedWithin, refuseUnmet } from '../../../src/studies/new-region/fit-check.js'

// Heilongjiang as it was fitted on 2026-11-30, and Beijing, the farthest off of those that were met
it('refuses a province whose later census no levels of moves meet', () => {
  const off = (people: number, urbanShare: number) => [{ code: '23', people, urbanShare }]
  expect(() => refuseUnmet('Heilongjiang', off(16.05, -0.21))).toThrow(
    '--province\n  Found a fit that leaves Heilongjiang 16.05 % of its people and -0.21 points of its urban share off the later census; expected at most 0.5 % and 0.5 points.\n  The moves of this province could not be fitted, and nothing was written: docs/provinces.md says which others can.  [province-not-met]',
  )
  expect(() => refuseUnmet('Chongqing', off(-0.59, -0.57))).toThrow(/province-not-met/)
  expect(() => refuseUnmet('Beijing', off(-0.01, -0.1))).not.toThrow()
})

it('refuses places that cannot begin from the levels of their cities, and lets every other fault through', () => {
  const throwing = (message: string) => () => {
    throw new RangeError(message)
  }
  expect(() => livedWithin(throwing(NOT_LIVED))).toThrow(/province-not-met/)
  expect(() => livedWithin(throwing('Invalid array length'))).toThrow(/^Invalid array length$/)
  expect(livedWithin(() => 7)).toBe(7)
})
