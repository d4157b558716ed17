/** The places of a table of totals beside those of its pattern. */
import type { PlacePattern } from '../../census/people-from-totals.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inBothLanguages } from '../../vocabulary/fallback-words.js'
import { howMany } from '../../vocabulary/numbers.js'
import { placesNamed } from '../../vocabulary/place-names.js'
import { chinaWords } from '../new-region/china-tables.js'
import type { CheckedTotals } from './check-totals.js'
import { type Pattern, peopleIn } from './pattern.js'

export interface TotalsPlace {
  readonly code: string
  /** As written, or as the pattern has it; one language may be empty. */
  readonly name: Bilingual
  /** Index of the same place in the pattern, by code or by name; undefined where the pattern does not have it. */
  readonly same: number | undefined
  /** Its people in the pattern, or those of all places together. */
  readonly pattern: PlacePattern
  readonly people: number
}

export interface TotalsRegion {
  readonly code: string
  readonly name: Bilingual
  readonly year: number
  readonly places: readonly TotalsPlace[]
}

/** The places in the order of the table, with codes of their own where neither table nor pattern has one. */
export function regionOf(
  { places, region, totals }: CheckedTotals,
  pattern: Pattern,
  year: number,
): TotalsRegion {
  const { cities, region: whole } = pattern.dataset
  const all = peopleIn(pattern.dataset)
  const named = (same: number | undefined) => (same === undefined ? undefined : cities[same].name)
  const own = places.map(({ code, name }, k): TotalsPlace => {
    const same = [code, name.en, name.zh].flatMap((text) => (text === '' ? [] : placesNamed(cities, text)))[0]
    return {
      code: code || (same === undefined ? `T${k + 1}` : cities[same].code),
      name: { en: name.en || named(same)?.en || '', zh: name.zh || named(same)?.zh || '' },
      same,
      pattern: same === undefined ? all : peopleIn(pattern.dataset, same),
      people: totals.places[k].people,
    }
  })
  const code = region?.code || (own.some((place) => place.code === 'R') ? 'REGION' : 'R')
  // of a pattern that has none of the places the name would be of another region
  const isOfPattern = own.some(({ same }) => same !== undefined)
  const name = region?.name ?? {
    en: isOfPattern ? `${whole.name.en} (${howMany(own.length, 'place')})` : howMany(own.length, 'place'),
    zh: chinaWords(isOfPattern ? 'places_of_zh' : 'places_alone_zh')
      .replace('@ZH@', whole.name.zh)
      .replace('@N@', String(own.length)),
  }
  return { code, name: inBothLanguages(name), year, places: own }
}
