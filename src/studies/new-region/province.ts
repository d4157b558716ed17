/** The province that is asked for, by code or by its name in either language. */
import { didYouMean, suggestion } from '../../vocabulary/lookup.js'
import { fail } from '../../vocabulary/problems.js'
import type { ChinaPlace } from './china-tables.js'
import type { PlaceLevel } from './levels.js'
import { isNation } from './region-places.js'

/** Letters of a name alone, in lower case. */
const bare = (name: string) => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')

/** The first Chinese name that begins with the first character, or has the second one second: two characters are too few for slips. */
function sharing(name: string, provinces: readonly ChinaPlace[]): string | undefined {
  const [first, second] = name
  const same = (at: number, character: string | undefined) =>
    provinces.find(({ name: { zh } }) => character !== undefined && zh[at] === character)?.name.zh
  return same(0, first) ?? same(1, second)
}

/**
 * Its code, its English name in any spelling, or its Chinese name, whole or the first two characters or more.
 * Throws CitywardError `province-unknown` of the option, with the nearest name, where none is meant.
 */
export function provinceOf(asked: string, places: readonly ChinaPlace[], option = '--province'): ChinaPlace {
  const provinces = places.filter(({ province }) => province === '')
  const name = bare(asked)
  const found = provinces.find(
    ({ code, name: own, also }) =>
      name === code ||
      name === code.padEnd(6, '0') ||
      [own.en, ...also].some((one) => bare(one) === name) ||
      (name.length >= 2 && own.zh.startsWith(name)),
  )
  if (found) return found
  const isPattern = option === '--pattern'
  const names = provinces.flatMap(({ name: own, also }) => [own.en, own.zh, ...also])
  if (isPattern) names.push('Finland')
  return fail({
    code: 'province-unknown',
    where: { file: option },
    found: `no province "${asked}"`,
    expected: `one of ${provinces.length} provinces, by code or by name in English or Chinese${isPattern ? ', or Finland, or a data folder' : ''}`,
    hint: suggestion(asked, names) ?? didYouMean(sharing(name, provinces)),
  })
}

/** Throws CitywardError `level-unfit` for a province as its own only place, and for counties of a municipality, which are its places already. */
export function refuseLevel(
  { asked, region }: { readonly asked: string; readonly region: ChinaPlace },
  level: PlaceLevel,
  places: readonly ChinaPlace[],
): void {
  if (isNation(region)) return
  const own = places.filter(({ province }) => province === region.code)
  const hasCounties = own.some(({ code }) => code.length === 4)
  if (level === 'city' || (level === 'county' && hasCounties)) return
  fail({
    code: 'level-unfit',
    where: { file: '--level' },
    found: `${level} of ${asked}${level === 'county' ? ', whose places are districts and counties already' : ''}`,
    expected: hasCounties ? 'city or county' : 'city',
    hint: level === 'province' ? 'Provinces are places of the nation: --nation --level province.' : undefined,
  })
}
