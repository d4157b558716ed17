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

/** A warning as a user reads it: a problem in its form, that does not keep a file from being used. */
export function formatWarning(warning: Problem): string {
  return `${textOf(warning)}  [${warning.code}, a warning]`
}

/** The text a user reads: a located first line, found and expected, the hint with the code. */
export function formatProblem(problem: Problem): string {
  return `${textOf(problem)}  [${problem.code}]`
}

function textOf(problem: Problem): string {
  const { file, line, column, field } = problem.where
  const position = [file, line, column].filter((part) => part !== undefined).join(':')
  const lines = [
    `${position}${field ? `  ${field}` : ''}`,
    `  Found ${problem.found}; expected ${problem.expected}.`,
    ...(problem.hint ? [`  ${problem.hint}`] : []),
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
