/** A name among those known: where it stands, or else what to report of it, with the nearest name as a question. */
import { nearest } from './nearest.js'
import { codeWithZeros, type NamedPlace, placesNamed } from './place-names.js'
import type { ProblemCode } from './problem-codes.js'
import { fail, type Problem } from './problems.js'

/** What a name can be the name of. */
export type NameKind = ProblemCode extends infer Code
  ? Code extends `${infer Kind}-unknown`
    ? Kind
    : never
  : never

/** Longest list that an answer spells out, and how much of a longer one. */
const MOST = 8
const SOME = 6

/** How the answer to an unknown name is worded. */
interface Words {
  /** What was asked for, where that is more than its kind. */
  readonly what?: string
  /** Longest list of known names that is spelled out. */
  readonly most?: number
}

/** The question that offers what was likely meant. */
export function didYouMean(meant: string | undefined, mark = ''): string | undefined {
  return meant === undefined ? undefined : `Did you mean ${mark}${meant}${mark}?`
}

/** The question that offers the known name nearest to a word; undefined where none is near. */
export function suggestion(word: string, known: Iterable<string>, mark = ''): string | undefined {
  return didYouMean(nearest(word, known), mark)
}

/** What to report of a name that is none of those known. */
export function unknownName(
  kind: NameKind,
  name: string,
  known: Iterable<string>,
  expected: string,
): Omit<Problem, 'where'> {
  const found = `the ${kind} "${name}"`
  return { code: `${kind}-unknown`, found, expected, hint: suggestion(name, known) }
}

/** Index of a name that is asked for. Throws CitywardError `<kind>-unknown` where there is no such name. */
export function indexIn(
  file: string,
  kind: NameKind,
  asked: string,
  known: readonly string[],
  words?: Words,
): number {
  const index = known.indexOf(asked)
  return index >= 0 ? index : refuseName(file, kind, asked, known, words)
}

/** Index of the place that is asked for; the region where none is named. */
export function placeIn(file: string, places: readonly NamedPlace[], city: string | undefined): number {
  if (city === undefined) return 0
  const found = placesNamed(places, city)
  if (found.length === 1) return found[0]
  if (found.length > 1) return fail({ where: { file }, ...doubledName(places, city, found) })
  const names = places.flatMap(({ name }) => [name.en, name.zh])
  return refuseName(file, 'city', city, names)
}

/** What to report of a name that several places have; `found`: their indices. */
export function doubledName(
  places: readonly NamedPlace[],
  name: string,
  found: readonly number[],
): Omit<Problem, 'where'> {
  const codes = found.map((index) => places[index].code)
  return {
    code: 'city-ambiguous',
    found: `the name "${name}", which ${codes.slice(0, -1).join(', ')} and ${codes.at(-1)} have`,
    expected: 'a name of one place',
    hint: `Write the code, such as ${quotedCode(codes[0])}.`,
  }
}

/** The advice on a code that lost its zeros in YAML; undefined where the text is none. */
export function zerosLost(places: readonly NamedPlace[], text: string): string | undefined {
  const code = codeWithZeros(places, text)
  return code && `Write ${quotedCode(code)} with its quotation marks: without them it is a number.`
}

/** A code as YAML keeps it. */
const quotedCode = (code: string) => (/^0\d/.test(code) ? `"${code}"` : code)

/** Throws the answer to a name that is none of those known. */
export function refuseName(
  file: string,
  kind: NameKind,
  name: string,
  known: readonly string[],
  { what = kind, most = MOST }: Words = {},
): never {
  const list =
    known.length === 0
      ? `something else: there is no ${what}`
      : known.length > most
        ? `one of ${known.length}: ${known.slice(0, SOME).join(', ')} ...`
        : `one of ${known.join(', ')}`
  return fail({
    ...unknownName(kind, name, kind === 'year' ? [] : known, list),
    where: { file },
    found: `no ${what} "${name}"`,
  })
}
