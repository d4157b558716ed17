/** Numbers of tables: which texts are numbers, and what a number may be. */
import { hundredth } from '../../vocabulary/numbers.js'
import type { ProblemCode } from '../../vocabulary/problem-codes.js'

/** What a number may be, and how a number outside is called. */
export interface NumberRange {
  readonly low: number
  readonly high: number
  readonly code: ProblemCode
  readonly expected: string
  /** The likely slip behind a number outside, as a sentence. */
  readonly slip?: (value: number) => string | undefined
  /** What to write in place of a number with a percent sign, as a sentence. */
  readonly ofPercent?: (value: number) => string
}

export const PEOPLE: NumberRange = {
  low: 0,
  high: Number.POSITIVE_INFINITY,
  code: 'people-negative',
  expected: 'zero people or more',
}
export const SHARE: NumberRange = {
  low: 0,
  high: 1,
  code: 'share-out-of-range',
  expected: 'a share from 0 to 1',
  slip: (value) =>
    value > 1 && value <= 100 ? `If this is ${value} percent, write ${hundredth(value)}.` : undefined,
  ofPercent: (value) => `Write ${hundredth(value)}.`,
}
/** What may be counted: 0 or more. */
export const COUNT: NumberRange = {
  low: 0,
  high: Number.POSITIVE_INFINITY,
  code: 'people-negative',
  expected: '0 or more',
}
export const ANY: NumberRange = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  code: 'not-a-number',
  expected: 'a number',
  ofPercent: (value) => `Write ${value} with the unit percent, or ${hundredth(value)} with the unit share.`,
}

const [X, O, B] = ['x', 'o', 'b'].map((sign) => sign.charCodeAt(0))

/** The number that a text is; NaN for anything else (empty, hexadecimal `0x10`, `1,000`, infinity). */
export function numberOf(text: string): number {
  const value = text === '' ? Number.NaN : Number(text)
  const second = text.charCodeAt(1) | 32
  const inAnotherBase = second === X || second === O || second === B
  return Number.isFinite(value) && !inAnotherBase ? value : Number.NaN
}
