/** What levels do not say of the growth of places that a fit has not seen. */
import { exp } from '../../math/exponential.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { createStream } from '../../sampling/stream.js'
import type { Decade } from '../decade.js'
import type { SubjectCounts } from './subjects.js'

/**
 * Standard deviations of the logarithm of residents: what all places of a province are off by together, since one half misses
 * what the other does, and each by itself. The old, who move less, are off by a part of it.
 */
export const GROWTH_ERRORS = { shared: 0.045, own: 0.035, ofOld: 0.5 } as const

/** Counts of these places as one draw has them off; the same draw is off by the same in both halves. */
export function withGrowthErrors(
  { cities }: Decade,
  others: readonly number[],
  oldBefore: Float64Array,
  { seed, draw }: { readonly seed: number; readonly draw: number },
  counts: SubjectCounts,
): void {
  const { shared, own, ofOld } = GROWTH_ERRORS
  const chance = (name: string) => normalQuantile(createStream(seed, `held out growth ${name}`)(draw))
  const all = shared * chance('of all')
  for (const city of others) {
    const off = all + own * chance(cities[city].code)
    const [young, old] = [exp(off), exp(ofOld * off)]
    for (const row of ['people', 'urban', 'ages_6_14', 'births'] as const) counts[row][city] *= young
    counts.ages_60_plus[city] *= old
    // those who are left of the old of the earlier census
    counts.deaths[city] = oldBefore[city] - old * (oldBefore[city] - counts.deaths[city])
  }
}
