/**
 * JSON has no NaN and no Infinity, and writes null for both. One rule for all that is written as JSON: a null that stands
 * for a computation without a number is listed, with what it gave, under `notNumbers` of the whole (docs/run-folder.md).
 * Every other null means that there is no such thing.
 */
import { visibleJson } from './visible.js'

export interface NotNumber {
  /** Names and indices from the top, with dots between them. */
  readonly at: string
  readonly is: 'NaN' | 'Infinity' | '-Infinity'
}

/** Longest list; of more, the first. */
const MOST = 100

/** Where a value holds numbers that JSON has no sign for. */
export function notNumbersIn(value: unknown): NotNumber[] {
  const found: NotNumber[] = []
  const look = (one: unknown, at: string): void => {
    if (found.length >= MOST) return
    if (typeof one === 'number' && !Number.isFinite(one))
      found.push({ at, is: String(one) as NotNumber['is'] })
    if (typeof one !== 'object' || one === null) return
    for (const [name, inner] of Object.entries(one)) look(inner, at === '' ? name : `${at}.${name}`)
  }
  look(value, '')
  return found
}

/** The text of a value, with what its nulls stand for; a list with such numbers is put beside them, under `values`. */
export function jsonText(value: unknown, indent?: number): string {
  const notNumbers = notNumbersIn(value)
  const whole = notNumbers.length === 0 ? value : withReasons(value, notNumbers)
  return visibleJson(JSON.stringify(whole, undefined, indent))
}

function withReasons(value: unknown, notNumbers: readonly NotNumber[]): unknown {
  return Array.isArray(value) ? { values: value, notNumbers } : { ...(value as object), notNumbers }
}
