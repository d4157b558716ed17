/**
 * JSON has no NaN and no Infinity, and writes null for both. One rule for all that is written as JSON: a null that stands
 * for a computation without a number is listed, with what it gave, under `notNumbers` of the whole, or of its entry in a list (docs/run-folder.md).
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

/** The text of a value, with what its nulls stand for: beside the fields of the whole, or of each entry of a list. */
export function jsonText(value: unknown, indent?: number): string {
  const whole = Array.isArray(value) ? value.map(withNotNumbers) : withNotNumbers(value)
  return visibleJson(JSON.stringify(whole, undefined, indent))
}

function withNotNumbers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const notNumbers = notNumbersIn(value)
  return notNumbers.length === 0 ? value : { ...value, notNumbers }
}

/**
 * Content as JSON gives it back, without its text: no NaN, no infinity, no -0, no field that is undefined. Whatever is so already
 * is not copied: of a run of thousands of places that would be a hundred megabytes.
 */
export function asRead<T>(content: T): T {
  return read(content) as T
}

function read(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? readArray(value) : readObject(value as Record<string, unknown>)
}

function readArray(values: readonly unknown[]): readonly unknown[] {
  let made: unknown[] | undefined
  for (let at = 0; at < values.length; at++) {
    const own = values[at] === undefined ? null : read(values[at])
    if (!made && !Object.is(own, values[at])) made = values.slice(0, at)
    made?.push(own)
  }
  return made ?? values
}

function readObject(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept: [string, unknown][] = []
  let changed = ArrayBuffer.isView(values)
  for (const key of Object.keys(values)) {
    const own = read(values[key])
    if (own !== undefined) kept.push([key, own])
    if (own === undefined || !Object.is(own, values[key])) changed = true
  }
  return changed ? Object.fromEntries(kept) : values
}
