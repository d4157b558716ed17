/** Whether a fit meets the later census of a region at all: one that does not would give a folder of wrong levels. */
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
