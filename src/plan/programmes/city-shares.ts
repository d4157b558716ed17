/** Whose the starts of a programme are: each city's share of those that are given for the region. */
import type { Program } from '../../formula/program.js'
import type { Path } from '../../scenario/scenario.js'
import type { Draft } from '../draft.js'
import { sharesBy } from '../shares.js'
import type { SlotKey } from '../slot-keys.js'
import { momentOf, namedCities } from '../values.js'
import { sharesOf } from '../with-shares.js'
import type { ProgrammeDraft } from './programme-draft.js'

/** Slot of each city's share of the starts: by a key, by given weights, or the same for all. */
export function addShares({ draft, programme, path, part }: ProgrammeDraft): number {
  const key = part('share')
  if (programme.share_by) {
    const share = sharesBy(draft, programme.share_by, 'share')
    return share ? addShare(draft, key, share, path) : draft.slots.slot(key)
  }
  const { by_city, others = 0 } = programme
  const weights: number[] = draft.dataset.cities.map(() => (by_city ? others : 1))
  const named = namedCities(draft, by_city ?? [])
  for (const [city, { weight }] of named) weights[city] = weight
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (named.size === by_city?.length && !(total > 0 && total < Number.POSITIVE_INFINITY)) {
    draft.report([...path, 'by_city'], {
      code: 'shares-of-nothing',
      found: `weights that add up to ${total}`,
      expected: 'weights that add up to an ordinary number above 0',
    })
  }
  return draft.addConstant(key, sharesOf(weights))
}

/**
 * Shares of a step; those by what the step before came to, such as unmet need, are 0 in the base year, of which nothing
 * is known before it and in which nothing starts.
 */
function addShare(draft: Draft, key: SlotKey, share: Program, path: Path): number {
  const moment = momentOf(draft, 'share', [share])
  if (moment === 'input') return draft.addStep(key, [share], moment)
  const none = draft.composed('0', moment, path)
  const programs = none ? draft.years.map((_, year) => (year === 0 ? none : share)) : [share]
  return draft.addStep(key, programs, moment)
}
