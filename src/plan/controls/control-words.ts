/** What a published total is of, in words: `Alpha, women of 15-64`. */
import type { Unmet } from '../../model/control.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Dimensions } from '../../vocabulary/dimensions.js'
import type { PlanControl } from '../plan.js'

/** Places: the region, then its cities. */
export function controlWords(
  dims: Pick<Dimensions, 'ages' | 'ageWidth'>,
  places: readonly { readonly name: Bilingual }[],
  { city, sex, from, to }: PlanControl,
): string {
  const who = ['people', 'men', 'women'][sex + 1]
  const ages = agesText(dims, from, to)
  return `${places[city + 1].name.en}, ${ages === '' ? who : `${who} of ${ages}`}`
}

/** What those of a published total come to with the others met: of a total with parts only the rest can fall short. */
export function peopleMet({ people }: PlanControl, { total, sum }: Unmet): number {
  return people - (total - sum)
}

/** `15-64`, `60+`; nothing for all ages. */
export function agesText(
  { ages, ageWidth }: Pick<Dimensions, 'ages' | 'ageWidth'>,
  from: number,
  to: number,
): string {
  if (to === ages - 1) return from === 0 ? '' : `${from * ageWidth}+`
  return `${from * ageWidth}-${(to + 1) * ageWidth - 1}`
}
