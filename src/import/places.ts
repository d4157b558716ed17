/** Names of places as offices write them, matched to codes. */
import type { Answers } from './answers.js'
import type { ImportDoubt } from './doubts.js'
import { type KnownPlace, type KnownPlaces, LEFT_OUT, placeDoubt } from './place-doubts.js'
import type { OfficeFigure } from './understand/figures.js'
import { MAYBE_SUM, SAID_OF_REGION } from './understand/heading-words.js'
import { plainText } from './understand/parts.js'
import { stemOf } from './understand/place-words.js'

export interface Matched {
  /** Codes by name and code as written, together; '' for a place that has none and needs none. */
  readonly codes: ReadonlyMap<string, string>
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
    codes?.length === 1 && codes[0] !== '' && codes[0] !== LEFT_OUT ? [codes[0]] : [],
  )
  // where none is known the table is of other places: of towns, or of another country
  const isAnswered = ({ place, code }: OfficeFigure) =>
    answers.places.has(code || place) || answers.places.has(place)
  const isKnown = (codes: readonly string[] | undefined) => codes?.some((code) => code !== '') ?? false
  const areOthers =
    !known.isClosed && ![...first].some(([key, one]) => !isAnswered(one) && isKnown(candidates.get(key)))
  const codes = new Map<string, string>()
  const doubts: ImportDoubt[] = []
  for (const [key, one] of first) {
    const isOwn = areOthers && !MAYBE_SUM.test(one.place)
    const found = regionOf(one, sure, known) ?? candidates.get(key) ?? (isOwn ? [''] : [])
    const narrowed = found.length > 1 ? likeTheOthers(found, sure) : found
    if (narrowed.length === 1) codes.set(key, narrowed[0])
    else doubts.push(placeDoubt(one, narrowed, { known: nearOthers(known, sure), answers }))
  }
  return { codes, doubts }
}

/** The region that a row says it is the whole of, where all places beside it lie in one. */
function regionOf(
  { place, isWhole }: OfficeFigure,
  sure: readonly string[],
  { places, isClosed }: KnownPlaces,
): readonly string[] | undefined {
  if (!isWhole || isClosed || !SAID_OF_REGION.test(plainText(place))) return undefined
  const above = new Set(sure.map((code) => code.slice(0, -2)))
  const [code] = above
  return above.size === 1 && places.some((one) => one.code === code) ? [code] : undefined
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

/** The places with those first that lie where most of the others do: of two near names theirs is likelier. */
function nearOthers(known: KnownPlaces, sure: readonly string[]): KnownPlaces {
  const regions = sure.map((code) => code.slice(0, 2))
  const most = regions.find((one) => regions.filter((other) => other === one).length > sure.length / 2)
  if (most === undefined || known.isClosed) return known
  const lies = ({ code }: KnownPlace) => code.startsWith(most)
  return { ...known, places: [...known.places.filter(lies), ...known.places.filter((one) => !lies(one))] }
}
