/** What a heading or a cell of a list says: each thing it names, and what is left that is not understood. */
import { type AgeGroup, ageInColumn, ageWithin, yearWithin } from './age-words.js'
import {
  FILLER,
  MEASURE_WORDS,
  RATE_WORDS,
  RESIDENCE_CODES,
  RESIDENCE_WORDS,
  type Role,
  SEX_CODES,
  SEX_WORDS,
  SHARE_WORDS,
  TOTAL,
} from './heading-words.js'
import { type CountedUnit, UNIT_WITHIN, unitOf } from './unit-words.js'

export type Sex = 'all' | 'male' | 'female'
export type Residence = 'all' | 'urban' | 'rural'

export interface Parts {
  readonly year?: number
  readonly age?: AgeGroup | 'all'
  readonly sex?: Sex
  readonly residence?: Residence
  /** people, urban_share, births; else as the file calls it. */
  readonly measure?: string
  readonly unit?: CountedUnit
  /** A part of all people, in per cent. */
  readonly isShare?: true
  /** Says only that it is the sum. */
  readonly isTotal?: true
}

export interface Found {
  readonly parts: Parts
  /** What of the text is not understood; empty where all is. */
  readonly rest: string
}

type Step = (text: string) => { readonly parts: Parts; readonly rest: string } | undefined

const without = (text: string, at: number, length: number) =>
  `${text.slice(0, at)} ${text.slice(at + length)}`

/** Of a list of patterns the first that a text has. */
const firstOf =
  <Kind>(forms: readonly (readonly [RegExp, Kind])[], headingParts: (kind: Kind) => Parts): Step =>
  (text) => {
    for (const [form, kind] of forms) {
      const found = form.exec(text)
      if (found) return { parts: headingParts(kind), rest: without(text, found.index, found[0].length) }
    }
    return undefined
  }

const inBrackets: Step = (text) => {
  for (const found of text.matchAll(/[([]([^()[\]]*)[)\]]/g)) {
    const unit = unitOf(found[1])
    if (unit) return { parts: { unit }, rest: without(text, found.index, found[0].length) }
  }
  return undefined
}

const unitWithin: Step = (text) => {
  const found = UNIT_WITHIN.exec(text)
  const unit = found && unitOf(found[1] ?? found[2] ?? found[3])
  return found && unit ? { parts: { unit }, rest: without(text, found.index, found[0].length) } : undefined
}

const age: Step = (text) => {
  const found = ageWithin(text)
  return found && { parts: { age: found.age }, rest: found.rest }
}

const year: Step = (text) => {
  const found = yearWithin(text)
  return found && { parts: { year: found.year }, rest: found.rest }
}

const measure = firstOf(MEASURE_WORDS, (name) => ({ measure: name }))
const STEPS: readonly Step[] = [
  inBrackets,
  unitWithin,
  year,
  age,
  firstOf(SEX_WORDS, (sex) => ({ sex })),
  // 城镇人口 are people and of towns, 城镇化率 is a measure of its own
  (text) => (RATE_WORDS.test(text) ? measure(text) : undefined),
  firstOf([[SHARE_WORDS, true]], () => ({ isShare: true })),
  firstOf(RESIDENCE_WORDS, (residence) => ({ residence })),
  measure,
]

/** Letters as they are typed: full-width as half-width, marks of notes left out, words of two spaced letters joined. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[①-⑳⑴-⒇¹²³⁴-⁹*†‡]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * The same without the thing that is counted where words are left: people per square kilometre are no people, beds for
 * 1,000 people no beds.
 */
export function surely({ parts, rest }: Found): Found {
  const { measure, ...others } = parts
  return rest === '' || measure === undefined ? { parts, rest } : { parts: others, rest }
}

/** Everything that a text says. */
export function headingParts(text: string): Found {
  const plain = plainText(text)
  if (TOTAL.test(plain)) return { parts: { isTotal: true }, rest: '' }
  let rest = plain
  let parts: Parts = {}
  for (const step of STEPS) {
    const found = step(rest)
    // the rate of one kind of people is not that of another: of two things that are counted the second is left
    const isSecond = parts.measure !== undefined && found?.parts.measure !== undefined
    if (!found || (isSecond && found.parts.measure !== 'people')) continue
    parts = { ...found.parts, ...parts }
    rest = found.rest
  }
  return { parts, rest: rest.replaceAll(FILLER, ' ').replaceAll(/\s+/g, ' ').trim().replace(/^-+$/, '') }
}

/** What a cell says in a column of which the role is known. */
export function partsInColumn(role: Role, { text, code }: { text: string; code?: string }): Found {
  // the label first: the code of `5 to 9` may be 9
  for (const one of code === undefined ? [text] : [text, code]) {
    const plain = plainText(one)
    const parts = listed(role, plain)
    if (parts) return { parts, rest: '' }
  }
  const found = headingParts(text)
  if (role === 'measure') return found
  const named = found.parts[role as 'age' | 'sex' | 'year' | 'residence']
  // a year may have a remark behind it; men and women together are neither, and 14 and what is not known is not 14
  const isWhole = role === 'year' || /^\d*$/.test(found.rest)
  return named === undefined || !isWhole ? { parts: {}, rest: text } : { parts: found.parts, rest: '' }
}

function listed(role: Role, plain: string): Parts | undefined {
  if (role === 'sex') return Object.hasOwn(SEX_CODES, plain) ? { sex: SEX_CODES[plain] } : undefined
  if (role === 'residence')
    return Object.hasOwn(RESIDENCE_CODES, plain) ? { residence: RESIDENCE_CODES[plain] } : undefined
  // years of long series, which headings and titles do not have
  if (role === 'year') return /^1[5-8]\d{2}$/.test(plain) ? { year: Number(plain) } : undefined
  if (role === 'age') {
    const group = ageInColumn(plain)
    return group === undefined ? undefined : { age: group }
  }
  return undefined
}
