/** Places that a name can mean, and what is asked where it means none of them, or several. */
import { didYouMean } from '../vocabulary/lookup.js'
import { nearest } from '../vocabulary/nearest.js'
import type { Problem } from '../vocabulary/problems.js'
import { type Answers, withPlace } from './answers.js'
import type { ImportDoubt } from './doubts.js'
import type { OfficeFigure } from './understand/figures.js'
import { MAYBE_SUM } from './understand/heading-words.js'
import { sameStem } from './understand/place-words.js'

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

/** Answer that leaves the figures of a place out. */
export const LEFT_OUT = '-'

/** Most choices that are offered. */
const MOST = 9

/** `codes`: those that the place can have, none or several. */
export function placeDoubt(
  { place, code, at }: OfficeFigure,
  codes: readonly string[],
  { known, answers }: { known: KnownPlaces; answers: Answers },
): ImportDoubt {
  const name = place === '' ? code : place
  const named = new Map(known.places.map((one) => [one.code, one]))
  const shown = (one: string) =>
    [one, named.get(one)?.names[0], named.get(one)?.within].filter((text) => text).join(' ')
  const among = codes.slice(0, MOST)
  const near = nearest(
    name,
    known.places.flatMap(({ names }) => names),
  )
  const offered = codes.length > 1 ? among : similar(name, near, known)
  const answered = (one: string) => withPlace(answers, name, one)
  const byName = known.isClosed ? [] : [{ text: 'its name alone, without a code', answers: answered('') }]
  return {
    problem:
      codes.length > 1
        ? {
            code: 'place-ambiguous',
            where: at,
            found:
              code === ''
                ? `"${name}", a name of ${codes.length} places`
                : `the code ${code} beside "${name}"`,
            expected: `one of ${among.map(shown).join('; ')}`,
            hint: 'Say which with --place NAME=CODE.',
          }
        : unmatched(name, at, { near, isClosed: known.isClosed }),
    choices: [
      ...offered.map((one) => ({ text: shown(one), answers: answered(one) })),
      ...byName,
      { text: 'leave its figures out', answers: answered(LEFT_OUT) },
    ],
    typed: (text) => (named.has(text) || !known.isClosed ? answered(text) : undefined),
  }
}

const unmatched = (
  name: string,
  where: Problem['where'],
  { near, isClosed }: { near: string | undefined; isClosed: boolean },
): Problem => ({
  code: 'place-unmatched',
  where,
  found: name === '' ? 'figures without a place' : `"${name}"`,
  expected: isClosed
    ? 'a place of places.csv, by code or name'
    : MAYBE_SUM.test(name)
      ? 'a place by itself, no sum or mean of others'
      : 'a place of GB/T 2260, by code or name',
  hint: didYouMean(near) ?? 'Say which with --place NAME=CODE; --place NAME=- leaves its figures out.',
})

/** Codes of places with the same stem, and of the one with the nearest name. */
function similar(name: string, near: string | undefined, { places }: KnownPlaces): string[] {
  const codesOf = (is: (other: string) => boolean) =>
    places.filter(({ names }) => names.some(is)).map(({ code }) => code)
  return [
    ...new Set([...codesOf((other) => sameStem(other, name)), ...codesOf((other) => other === near)]),
  ].slice(0, MOST)
}
