/** How a place is named in files and on the command line. */
import type { Bilingual } from './bilingual.js'

export interface NamedPlace {
  readonly code: string
  readonly name: Bilingual
}

/** Whether a text is one of a place's names: the English one in any case, or the Chinese one with or without its 市. */
function isNameOf({ code, name }: NamedPlace, text: string): boolean {
  const isEnglish = [name.en, withoutCode(name.en, code)].some((one) => sameEnglish(one, text))
  return isEnglish || [name.zh, withoutCode(name.zh, code)].some((one) => sameChinese(one, text))
}

/**
 * Indices of the places that a text names: the one with that code, or else every one with that name. None where the text
 * names nothing; a name that several places have is no key. A region that is its own only city is one place.
 */
export function placesNamed(places: readonly NamedPlace[], text: string): number[] {
  const coded = places.findIndex(({ code }) => code === text)
  if (coded >= 0) return [coded]
  const codes = places.map(({ code }) => code)
  return places.flatMap((place, index) =>
    codes.indexOf(place.code) === index && isNameOf(place, text) ? [index] : [],
  )
}

/** Places whose names tell them apart: a name that several have is followed by the code. */
export function toldApart<Place extends NamedPlace>(places: readonly Place[]): Place[] {
  const [inEnglish, inChinese] = [
    countsOf(places, ({ name }) => name.en.toLowerCase()),
    countsOf(places, ({ name }) => withoutSuffix(name.zh)),
  ]
  return places.map((place) => {
    const { code, name } = place
    const en = inEnglish.get(name.en.toLowerCase())! > 1 ? `${name.en} (${code})` : name.en
    const zh = inChinese.get(withoutSuffix(name.zh))! > 1 ? `${name.zh}（${code}）` : name.zh
    return en === name.en && zh === name.zh ? place : { ...place, name: { en, zh } }
  })
}

function countsOf<Place>(places: readonly Place[], key: (place: Place) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const place of places) counts.set(key(place), (counts.get(key(place)) ?? 0) + 1)
  return counts
}

/** The code that was written as a number and so lost its leading zeros; undefined where there is none. */
export function codeWithZeros(places: readonly NamedPlace[], text: string): string | undefined {
  if (!/^\d+$/.test(text)) return undefined
  const bare = (digits: string) => digits.replace(/^0+(?=\d)/, '')
  return places.find(({ code }) => /^0\d+$/.test(code) && bare(code) === bare(text))?.code
}

const sameEnglish = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
const sameChinese = (one: string, other: string) => withoutSuffix(one) === withoutSuffix(other)
const withoutSuffix = (zh: string) => zh.replace(/(?<=.)市$/, '')

/** A name as the files have it, where `toldApart` has put the code behind it. */
function withoutCode(name: string, code: string): string {
  const ends = [` (${code})`, `（${code}）`]
  const end = ends.find((one) => name.endsWith(one)) ?? ''
  return name.slice(0, name.length - end.length)
}
