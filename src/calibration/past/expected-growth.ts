/** What the growth of the places that a fit has seen says of those that it has not. */
import { exp, log } from '../../math/exponential.js'
import { layoutOf, measuresOf } from '../counts.js'
import type { Decade } from '../decade.js'
import type { Datum } from '../error-model.js'

/**
 * How much places of one province differ in the change of a measure over ten years, before any is seen: a usual standard
 * deviation of logarithms of residents and of log odds of urban share, and how many degrees of freedom that is worth. The largest
 * likelihood in the 335 places of 25 provinces; every other province alone gives 0.10 and 0.10, 12 and 6; 0.15 and 0.14, 6 and 6.
 */
const USUAL = { people: { spread: 0.1, degrees: 9 }, townspeople: { spread: 0.14, degrees: 6 } } as const

/**
 * How much of a witness this is. It errs with the fit, which was made of the same places, so that it counts in part (Ibrahim and
 * Chen 2000): 0.45 to 0.65 have the largest likelihood for held-out places of 25 provinces without and with the one that the model
 * missed by most (docs/method.md, M13).
 */
const POWER = 0.5

/**
 * Data of the places that are not seen: each is expected to change as the middle of those that are, give or take what these differ
 * by; that middle, of a few, is itself not known, an error that all share.
 */
export function expectedGrowth(
  decade: Decade,
  seen: readonly number[],
  townspeople: ReadonlyMap<number, number> = new Map(),
): Datum[] {
  const [before, after] = [decade.before, decade.after].map(({ people, away }) =>
    measuresOf(decade, people, away),
  )
  const layout = layoutOf(decade.dims)
  for (const [city, persons] of townspeople)
    after[layout.townspeople + city] = log(persons / (exp(after[layout.people + city]) - persons))
  return (['people', 'townspeople'] as const).flatMap((kind) => {
    const from = layout[kind]
    const changes = seen.map((city) => after[from + city] - before[from + city]).filter(Number.isFinite)
    if (changes.length === 0) return []
    const { mean, spread } = changeOf(changes, USUAL[kind])
    const sd = spread / Math.sqrt(POWER)
    return decade.cities.flatMap((_, city): Datum[] => {
      if (seen.includes(city) || !Number.isFinite(before[from + city])) return []
      return [
        {
          kind,
          city,
          sex: -1,
          group: -1,
          measure: from + city,
          value: before[from + city] + mean,
          sd,
          shared: `growth of ${kind}`,
          sharedSd: sd / Math.sqrt(changes.length),
        },
      ]
    })
  })
}

/** Of places alike: the mean of their changes, and how far one more lies from it, as is likely after those that are seen. */
export function changeOf(
  changes: readonly number[],
  usual: { readonly spread: number; readonly degrees: number },
): { readonly mean: number; readonly spread: number } {
  const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length
  const squares = changes.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const degrees = usual.degrees + changes.length - 1
  return { mean, spread: Math.sqrt((usual.degrees * usual.spread ** 2 + squares) / (degrees - 2)) }
}
