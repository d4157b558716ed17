/** Names of places as offices write them, matched to codes. */

import { didYouMean } from '../vocabulary/lookup.js'
import { nearest } from '../vocabulary/nearest.js'
import type { Location, Problem } from '../vocabulary/problems.js'
import { type Answers, withPlace } from './answers.js'
import type { ImportDoubt } from './doubts.js'
import type { OfficeFigure } from './understand/figures.js'
import { plainText } from './understand/parts.js'
import { sameStem, stemOf } from './understand/place-words.js'

export interface KnownPlace {
  readonly code: string
  /** In every language and spelling it goes by. */
  readonly names: readonly string[]
  /** Name of what it lies in, where that tells two of one name apart. */
  readonly within: string
}

/** The places that there are: those of a data folder, else those of the nation. */
export interface KnownPlaces {
  readonly places: readonly KnownPlace[]
  /** Code of the region as a whole, where a data folder says it. */
  readonly region: string | undefined
  /** Whether there are no others. */
  readonly isClosed: boolean
  /** By a code that is no more, the one that its people are counted in now. */
  readonly successors: ReadonlyMap<string, string>
}

/** A place of the file with its code; '' where it has none and needs none. */
export interface MatchedPlace {
  readonly name: string
  readonly code: string
  readonly isWhole: boolean
}

export interface Matched {
  /** By name and code as written, together. */
  readonly codes: ReadonlyMap<string, MatchedPlace>
  readonly doubts: readonly ImportDoubt[]
}

export const placeKey = ({ place, code }: Pick<OfficeFigure, 'place' | 'code'>) => `${place}\n${code}`

/** A finder of places by name; many names are asked for. */
export function finderOf(known: KnownPlaces): (name: string) => readonly KnownPlace[] {
  const byName = new Map<string, KnownPlace[]>()
  const byStem = new Map<string, KnownPlace[]>()
  const put = (map: Map<string, KnownPlace[]>, key: string, place: KnownPlace) => {
    const others = map.get(key) ?? []
    if (!others.some(({ code }) => code === place.code)) map.set(key, [...others, place])
  }
  for (const place of known.places)
    for (const name of place.names.filter((one) => one !== '')) {
      put(byName, plainText(name), place)
      put(byStem, stemOf(name), place)
    }
  return (name) =>
    byName.get(plainText(name)) ?? (stemOf(name) === '' ? [] : (byStem.get(stemOf(name)) ?? []))
}

/** Answer that leaves the figures of a place out. */
export const LEFT_OUT = '-'

/** Every place that observations name, with its code. */
export function matchedPlaces(
  observations: readonly OfficeFigure[],
  known: KnownPlaces,
  answers: Answers,
): Matched {
  const find = finderOf(known)
  const first = new Map<string, OfficeFigure>()
  for (const one of observations) if (!first.has(placeKey(one))) first.set(placeKey(one), one)
  const candidates = new Map([...first].map(([key, one]) => [key, candidatesFor(one, known, answers, find)]))
  const sure = [...candidates.values()].flatMap((codes) =>
    codes?.length === 1 && codes[0] !== '' ? [codes[0]] : [],
  )
  // where none is known the table is of other places: of towns, or of another country
  const areOthers =
    !known.isClosed && ![...candidates.values()].some((codes) => codes && codes.length > 0 && codes[0] !== '')
  const codes = new Map<string, MatchedPlace>()
  const doubts: ImportDoubt[] = []
  for (const [key, one] of first) {
    const found = candidates.get(key) ?? (areOthers ? [''] : [])
    const narrowed = found.length > 1 ? likeTheOthers(found, sure) : found
    if (narrowed.length === 1) codes.set(key, { name: one.place, code: narrowed[0], isWhole: one.isWhole })
    else doubts.push(doubtOf(one, narrowed, known, answers))
  }
  return { codes, doubts }
}

/** Codes that a place can have; undefined where it is none that is known. */
function candidatesFor(
  { place, code, isWhole }: OfficeFigure,
  known: KnownPlaces,
  { places }: Answers,
  find: ReturnType<typeof finderOf>,
): readonly string[] | undefined {
  const answered = places.get(code || place) ?? places.get(place)
  if (answered !== undefined) return [answered]
  if (isWhole) return [known.region ?? '']
  const current = currentCode(code, known)
  const named = [...new Set(find(place).map((one) => known.successors.get(one.code) ?? one.code))]
  // a code and a name that say two places are asked about
  if (current !== undefined)
    return named.length === 0 || named.includes(current) ? [current] : [current, ...named]
  if (named.length > 0) return named
  // a code of another list stands for itself
  if (!known.isClosed) return code === '' ? undefined : [code]
  return place === '' && code === '' && known.region !== undefined ? [known.region] : undefined
}

/** The code as it is known: that of today for one that is no more, 4501 for 450100. */
function currentCode(code: string, { places, successors }: KnownPlaces): string | undefined {
  const forms = [code, code.replace(/^(\d{4})00$/, '$1'), code.replace(/^(\d{2})0000$/, '$1')]
  return forms
    .map((form) => successors.get(form) ?? form)
    .find((form) => form !== '' && places.some((one) => one.code === form))
}

/** Of several codes those that lie where most of the others do, of the same rank. */
function likeTheOthers(codes: readonly string[], sure: readonly string[]): readonly string[] {
  let left = codes
  for (const alike of [
    (one: string, other: string) => one.length === other.length,
    (one: string, other: string) => one.slice(0, 2) === other.slice(0, 2),
    (one: string, other: string) => one.slice(0, 4) === other.slice(0, 4),
  ]) {
    const shares = left.map(
      (code) => sure.filter((other) => alike(code, other)).length / Math.max(1, sure.length),
    )
    const better = left.filter((_, k) => shares[k] > 0.5)
    if (better.length > 0) left = better
  }
  return left
}

/** Most choices that are offered. */
const MOST = 9

function doubtOf(
  { place, code, at }: OfficeFigure,
  codes: readonly string[],
  known: KnownPlaces,
  answers: Answers,
): ImportDoubt {
  const name = place === '' ? code : place
  const named = new Map(known.places.map((one) => [one.code, one]))
  const shown = (one: string) =>
    `${one} ${[named.get(one)?.names[0], named.get(one)?.within].filter((text) => text).join(', ')}`
  const among = codes.slice(0, MOST)
  const where: Location = at
  const problem: Problem =
    codes.length > 1
      ? {
          code: 'place-ambiguous',
          where,
          found: `"${name}", a name of ${codes.length} places`,
          expected: `one of ${among.map(shown).join('; ')}`,
          hint: 'Say which with --place NAME=CODE.',
        }
      : {
          code: 'place-unmatched',
          where,
          found: `"${name}"`,
          expected: known.isClosed
            ? 'a place of places.csv, by code or name'
            : 'a place of GB/T 2260, by code or name',
          ...hintFor(name, known),
        }
  const offered = codes.length > 1 ? among : similar(name, known)
  const answered = (one: string) => withPlace(answers, name, one)
  const byName = known.isClosed ? [] : [{ text: 'its name alone, without a code', answers: answered('') }]
  return {
    problem,
    choices: [
      ...offered.map((one) => ({ text: shown(one), answers: answered(one) })),
      ...byName,
      { text: 'leave its figures out', answers: answered(LEFT_OUT) },
    ],
    typed: (text) => (named.has(text) || !known.isClosed ? answered(text) : undefined),
  }
}

function similar(name: string, known: KnownPlaces): string[] {
  const codes = known.places
    .filter((one) => one.names.some((other) => sameStem(other, name)))
    .map(({ code }) => code)
  const near = nearest(
    name,
    known.places.flatMap(({ names }) => names),
  )
  return [
    ...new Set([
      ...codes,
      ...known.places
        .filter(({ names }) => near !== undefined && names.includes(near))
        .map(({ code }) => code),
    ]),
  ].slice(0, MOST)
}

function hintFor(name: string, known: KnownPlaces): { readonly hint?: string } {
  const near = didYouMean(
    nearest(
      name,
      known.places.flatMap(({ names }) => names),
    ),
  )
  return { hint: near ?? 'Say which with --place NAME=CODE; --place NAME=- leaves its figures out.' }
}
