/** The likely slip behind a value of the wrong kind, as a sentence. */
import { nearest } from '../vocabulary/nearest.js'
import { isPlain } from './plain.js'
import type { Path } from './scenario.js'
import { WAYS_TO_SAY } from './schema-values.js'

/** How fields are written that are often written otherwise. */
export const WRITE: ReadonlyMap<string, string> = new Map([
  ['title', 'Write `title: { en: ..., zh: ... }`.'],
  ['years', 'Write `years: { from: 2020, to: 2025 }`.'],
  ['set', 'Write `set: {}` for the defaults of all levers.'],
])

export function mapHint(input: unknown): string | undefined {
  if (!isPlain(input)) return undefined
  const keys = Object.keys(input)
  if (keys.length > 0 && keys.every((key) => /^\d{4}$/.test(key))) return 'Put the years under `by_year:`.'
  const near = keys.map((key) => nearest(key, Object.keys(WAYS_TO_SAY))).find(Boolean)
  return near ? `Did you mean ${near}?` : undefined
}

/** For a number that is a text since it has quotation marks around it, commas in it, or a percent sign. */
export function numberHint(input: unknown): string | undefined {
  if (typeof input !== 'string' || !/^-?[\d.,]+\s*%?$/.test(input.trim())) return undefined
  const percent = Number(/^(-?[\d.]+)\s*%$/.exec(input.trim())?.[1])
  if (percent)
    return `Write ${percent}, or ${Number((percent / 100).toPrecision(12))} where a share is meant.`
  return `Write a plain number, without ${/[,%]/.test(input) ? 'commas' : 'quotation marks'}.`
}

export function startsHint(path: Path, input: unknown): string | undefined {
  const text = typeof input === 'string' && path.at(-2) === 'starts'
  return text ? 'What varies, such as a lever, goes into `scale:`, which multiplies the starts.' : undefined
}

export function yesNoHint(input: unknown): string | undefined {
  const word = typeof input === 'boolean' || /^(yes|no|on|off)$/i.test(String(input))
  return word ? 'Write 1 for yes and 0 for no.' : undefined
}
