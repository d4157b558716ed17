/** Errors as data: what is wrong in a user's file, where, what was expected, and the likely slip. */

import type { ProblemCode } from './problem-codes.js'
import { visible } from './visible.js'

export interface Location {
  /** Path as the user would write it. */
  readonly file: string
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number
  readonly column?: number
  /** Dotted path of the field, or `row 12, column value` for a table. */
  readonly field?: string
}

export interface Problem {
  /** Stable, kebab-case, for example `rate-above-one`. */
  readonly code: ProblemCode
  readonly where: Location
  /** A phrase that completes "Found ...". */
  readonly found: string
  /** A phrase that completes "expected ...". */
  readonly expected: string
  /** The likely slip, as a sentence of its own. */
  readonly hint?: string
}

/** Most problems that are told at once; a file with more is of another kind, and nobody reads on. */
export const MOST_PROBLEMS = 1000

/** Thrown with every problem that was found; the command line prints them and exits with 2. */
export class CitywardError extends Error {
  readonly problems: readonly Problem[]
  /** Whether a file was too broken to look at all that rests on it, or has more problems than are told. */
  readonly more: boolean

  constructor(problems: readonly Problem[], { more = false } = {}) {
    const told = problems.slice(0, MOST_PROBLEMS)
    super(told.map(formatProblem).join('\n'))
    this.name = 'CitywardError'
    this.problems = told
    this.more = more || problems.length > told.length
  }
}

/** What is said where `more` problems may come to light. */
export const MORE_MAY_APPEAR = 'More may appear once this is mended: not everything could be looked at.'

/** Thrown where a piece of a run is missing or damaged: no mistake of whoever asks; the command line exits with 3. */
export class NotWholeError extends CitywardError {}

/** What is read; undefined where it is missing, damaged or may not be read: for whoever writes it anew, or goes on without. */
export function wholeOrNone<Read>(read: () => Read): Read | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotWholeError) return undefined
    throw error
  }
}

/** How problems are worded in a language; their own texts are English. */
export interface Wording {
  /** A text of a problem in this language, or as it is where it is not known. */
  readonly said: (text: string) => string
  /** What was found, with what was expected, as a sentence. */
  readonly sentence: (found: string, expected: string) => string
  /** Stands behind the code of a warning. */
  readonly warning: string
}

const ENGLISH: Wording = {
  said: (text) => text,
  sentence: (found, expected) => `Found ${found}; expected ${expected}.`,
  warning: ', a warning',
}

/** A warning as a user reads it: a problem in its form, that does not keep a file from being used. */
export function formatWarning(warning: Problem): string {
  return warningIn(ENGLISH, warning)
}

/** The text a user reads: a located first line, found and expected, the hint with the code. */
export function formatProblem(problem: Problem): string {
  return problemIn(ENGLISH, problem)
}

/** A problem in the words of a language. */
export function problemIn(wording: Wording, problem: Problem): string {
  return `${textOf(problem, wording)}  [${problem.code}]`
}

/** A warning in the words of a language. */
export function warningIn(wording: Wording, warning: Problem): string {
  return `${textOf(warning, wording)}  [${warning.code}${wording.warning}]`
}

function textOf({ where, found, expected, hint }: Problem, { said, sentence }: Wording): string {
  const { file, line, column, field } = where
  const position = [said(file), line, column].filter((part) => part !== undefined).join(':')
  const lines = [
    `${position}${field ? `  ${said(field)}` : ''}`,
    `  ${sentence(said(found), said(expected))}`,
    ...(hint ? [`  ${said(hint)}`] : []),
  ]
  return lines.map(visible).join('\n')
}

/** A piece of a run that is missing or damaged, thrown at once. */
export function lacking(problem: Problem): never {
  throw new NotWholeError([problem])
}

/** One problem, thrown at once. */
export function fail(problem: Problem): never {
  throw new CitywardError([problem])
}
