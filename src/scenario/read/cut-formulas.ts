/** Formulas that YAML cuts at their commas, as it does with `{ of: people(urban, 6, 14) }`. */

import type { Path } from '../scenario.js'
import type { FieldProblem } from './field-problem.js'
import { isPlain } from './plain.js'

export interface CutFormula {
  readonly problem: FieldProblem
  /** Fields without a value that the rest of the formula has become. */
  readonly rest: readonly string[]
}

/** Every map with a text whose brackets are not closed, and fields that close them. */
export function cutFormulas(part: unknown, path: Path = []): CutFormula[] {
  if (Array.isArray(part)) return part.flatMap((item, index) => cutFormulas(item, [...path, index]))
  if (!isPlain(part)) return []
  const inner = Object.entries(part).flatMap(([key, value]) => cutFormulas(value, [...path, key]))
  const rest = Object.keys(part).filter((key) => part[key] === null)
  const field = Object.keys(part).find((key) => isOpen(part[key]))
  if (field === undefined || !rest.some((key) => key.includes(')'))) return inner
  const problem = {
    code: 'formula-cut' as const,
    path: [...path, field],
    found: `"${part[field]}" without the rest of the formula`,
    expected: 'a whole formula',
    hint: 'Inside { } a formula with commas goes in quotation marks.',
  }
  return [{ problem, rest: rest.map((key) => [...path, key].join('.')) }, ...inner]
}

function isOpen(value: unknown): boolean {
  return typeof value === 'string' && value.split('(').length > value.split(')').length
}
