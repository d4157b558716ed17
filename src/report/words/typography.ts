/** Punctuation of both languages, and signs that a page has and a terminal may not. */
import type { Language } from '../../vocabulary/language.js'
import { phrase } from './bilingual.js'
import { range } from './numbers.js'

/** `−0.4 points` for `-0.4 points`. */
export function minus(text: string): string {
  return text.replace(/^-(?=\d)/, '\u2212')
}

/** The same throughout a sentence: of `-0.001 to 0` the first, of `57-60` none. */
export function minusesIn(text: string): string {
  return text.replace(/(?<![\w.])-(?=\d)/g, '\u2212')
}

/** `55.7–57.6`; with a number below zero `−3 … 5`. */
export function span(ends: readonly [number, number], unit: string, language: Language = 'en'): string {
  const text = range(ends, unit, language)
  return text.includes(' .. ') ? text.split(' .. ').map(minus).join(' … ') : text.replace('-', '–')
}

/** Between a title and its text, at the end of a sentence, and between the parts of a list. */
export const COLON = phrase(': ', '：')
export const STOP = phrase('.', '。')
export const LIST = phrase('; ', '；')
