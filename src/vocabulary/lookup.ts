/** What a user names on the command line, found among what there is; the nearest is suggested where it is not. */

import type { Bilingual } from './bilingual.js'
import { nearest } from './nearest.js'
import type { ProblemCode } from './problem-codes.js'
import { fail } from './problems.js'

/** What a name can be the name of. */
export type NameKind = ProblemCode extends infer Code
  ? Code extends `${infer Kind}-unknown`
    ? Kind
    : never
  : never

/** Longest list that an answer spells out, and how much of a longer one. */
const MOST = 8
const SOME = 6

/** Index of a name. Throws CitywardError `<kind>-unknown` where there is no such name. */
export function indexIn(file: string, kind: NameKind, asked: string, known: readonly string[]): number {
  const index = known.indexOf(asked)
  return index >= 0 ? index : unknownName(file, kind, asked, known)
}

/** Index of a place by its code or its name in either language; the region where none is named. */
export function placeIn(
  file: string,
  places: readonly { readonly code: string; readonly name: Bilingual }[],
  city: string | undefined,
): number {
  if (city === undefined) return 0
  const asked = city.toLowerCase()
  const place = places.findIndex(
    ({ code, name }) =>
      code === city || name.en.toLowerCase() === asked || name.zh === city || name.zh === `${city}市`,
  )
  const names = places.flatMap(({ name }) => [name.en, name.zh])
  return place >= 0 ? place : unknownName(file, 'city', city, names)
}

export function unknownName(
  file: string,
  kind: NameKind | 'indicator or target',
  found: string,
  known: readonly string[],
): never {
  const near = kind === 'year' ? undefined : nearest(found, known)
  const list =
    known.length > MOST
      ? `one of ${known.length}: ${known.slice(0, SOME).join(', ')} ...`
      : `one of ${known.join(', ')}`
  return fail({
    code: `${kind === 'indicator or target' ? 'indicator' : kind}-unknown`,
    where: { file },
    found: `no ${kind} "${found}"`,
    expected: list,
    hint: near ? `Did you mean ${near}?` : undefined,
  })
}
