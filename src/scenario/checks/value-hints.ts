/** The likely slip behind a value of the wrong kind, as a sentence. */
import { suggestion } from '../../vocabulary/lookup.js'
import { hundredth } from '../../vocabulary/numbers.js'
import { isPlain } from '../read/plain.js'
import type { Path } from '../scenario.js'
import { WAYS_TO_SAY } from '../schema/values.js'

/** How fields are written that are often written otherwise. */
export const WRITE: ReadonlyMap<string, string> = new Map([
  ['title', 'Write `title: { en: ..., zh: ... }`.'],
  ['years', 'Write `years: { from: 2020, to: 2025 }`.'],
  ['cost', 'Write `cost: { each: 60, currency: million CNY, prices: 2020 }`, with the numbers of a project.'],
  ['set', 'Write `set: {}` for the defaults of all levers.'],
])

export function mapHint(input: unknown): string | undefined {
  if (!isPlain(input)) return undefined
  const keys = Object.keys(input)
  if (keys.length > 0 && keys.every((key) => /^\d{4}$/.test(key))) return 'Put the years under `by_year:`.'
  return keys.map((key) => suggestion(key, Object.keys(WAYS_TO_SAY))).find(Boolean)
}

/** For a number that is a text since it has quotation marks around it, commas in it, or a percent sign. */
export function numberHint(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined
  const plain = input.normalize('NFKC').trim()
  if (!/^-?[\d.,]+\s*%?$/.test(plain)) return undefined
  const percent = Number(/^(-?[\d.]+)\s*%$/.exec(plain)?.[1])
  if (percent) return `Write ${percent}, or ${hundredth(percent)} where a share is meant.`
  if (/[０-９]/.test(input)) return `Write ${plain}, in half-width digits.`
  return `Write a plain number, without ${/[,%]/.test(input) ? 'commas' : 'quotation marks'}.`
}

/** For a year with words around it: a date, 2025年. */
export function yearHint(path: Path, input: unknown): string | undefined {
  if (typeof input !== 'string' || !['year', 'from', 'to'].includes(String(path.at(-1)))) return undefined
  const [, year] = /^\s*((?:18|19|20|21)\d\d)\s*(?:年|[-/.年]\s*\d.*)$/.exec(input.normalize('NFKC')) ?? []
  return year && `Write ${year}: a year stands for its 31 December.`
}

export function startsHint(path: Path, input: unknown): string | undefined {
  if (path.at(-2) === 'starts' && isPlain(input))
    return 'Write `2021: { by_city: { Nanning: 3, others: 1 } }`, or the number of the region.'
  if (path.at(-1) === 'starts' && Array.isArray(input))
    return 'Write `starts: { 2021: 2, 2022: 2 }`, by year.'
  const text = typeof input === 'string' && path.at(-2) === 'starts'
  return text ? 'What varies, such as a lever, goes into `scale:`, which multiplies the starts.' : undefined
}

/** Where a number can stand; a switch is written as true or false, and a map or list as neither. */
export function yesNoHint(input: unknown, expected = 'number'): string | undefined {
  if (['boolean', 'object', 'record', 'array'].includes(expected)) return undefined
  const word = typeof input === 'boolean' || /^(yes|no|on|off)$/i.test(String(input))
  return word ? 'Write 1 for yes and 0 for no.' : undefined
}
