/** Values of a scenario file, whichever way they are said. */
import type { Formula, Path, Value } from '../scenario.js'
import type { ScenarioFile } from '../schema/schema.js'

export type ValueInFile = NonNullable<ScenarioFile['indicators'][string]['of']>
type FormulaInFile = number | string

export const formulaOf = (input: FormulaInFile, path: Path): Formula =>
  typeof input === 'number' ? { text: String(input), number: input, path } : { text: input, path }

/** Resolve a value; `standard` is its default. */
export function resolveValue(input: ValueInFile | undefined, path: Path, standard = 0): Value {
  if (input === undefined) return { kind: 'formula', formula: formulaOf(standard, path) }
  if (typeof input !== 'object') return { kind: 'formula', formula: formulaOf(input, path) }
  if ('by_year' in input) {
    const points = Object.entries(input.by_year).map(([year, formula]) => ({
      year: Number(year),
      formula: formulaOf(formula, [...path, 'by_year', year]),
    }))
    return { kind: 'by_year', points, between: input.between ?? 'linear', path }
  }
  if ('by_city' in input) {
    const { others, ...cities } = input.by_city
    return {
      kind: 'by_city',
      cities: Object.entries(cities).map(([name, formula]) => {
        const place = [...path, 'by_city', name]
        return { name, formula: formulaOf(formula, place), path: place }
      }),
      others: others === undefined ? undefined : formulaOf(others, [...path, 'by_city', 'others']),
      path,
    }
  }
  return {
    kind: 'total',
    total: formulaOf(input.total, [...path, 'total']),
    shareBy: formulaOf(input.share_by, [...path, 'share_by']),
    path,
  }
}
