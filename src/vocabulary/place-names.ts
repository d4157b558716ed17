/** How a place is named in files and on the command line. */
import type { Bilingual } from './bilingual.js'

export interface NamedPlace {
  readonly code: string
  readonly name: Bilingual
}

/** Whether a text names a place: its code, its English name in any case, or its Chinese name with or without its 市. */
export function isNameOf({ code, name }: NamedPlace, text: string): boolean {
  return (
    text === code ||
    text.toLowerCase() === name.en.toLowerCase() ||
    withoutSuffix(text) === withoutSuffix(name.zh)
  )
}

/** Index of the place that a text names; -1 where it names none. */
export function placeNamed(places: readonly NamedPlace[], text: string): number {
  return places.findIndex((place) => isNameOf(place, text))
}

const withoutSuffix = (zh: string) => zh.replace(/(?<=.)市$/, '')
