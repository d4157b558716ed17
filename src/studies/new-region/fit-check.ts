/** Whether a fit meets the later census of a region at all: one that does not would give a folder of wrong levels. */
import { NOT_LIVED } from '../../calibration/within.js'
import { fail } from '../../vocabulary/problems.js'
import { type Hindcast, isMet, MOST_OFF } from './hindcast.js'

/** Throws CitywardError `province-not-met` where the region, first of the hindcast, is further off. */
export function refuseUnmet(name: string, hindcast: readonly Hindcast[]): void {
  if (isMet(hindcast)) return
  const [{ people, urbanShare }] = hindcast
  fail({
    code: 'province-not-met',
    where: { file: '--province' },
    found: `a fit that leaves ${name} ${people.toFixed(2)} % of its people and ${urbanShare.toFixed(2)} points of its urban share off the later census`,
    expected: `at most ${MOST_OFF} % and ${MOST_OFF} points`,
    hint: 'The moves of this province could not be fitted, and nothing was written: docs/provinces.md says which others can.',
  })
}

/** What a fit of places within their cities comes to. Throws CitywardError `province-not-met` where it cannot begin. */
export function livedWithin<T>(begin: () => T): T {
  try {
    return begin()
  } catch (error) {
    if (!(error instanceof RangeError && error.message === NOT_LIVED)) throw error
    return fail({
      code: 'province-not-met',
      where: { file: '--level' },
      found: 'rates of moves that cannot be lived in some of the places, at the levels of their cities',
      expected: 'places that can begin from the levels of their cities',
      hint: 'Nothing was written. The level above can be made: leave --level out, or --nation --level province.',
    })
  }
}
