/** What promised rates say of other indicators. */
import { unknownName } from '../../vocabulary/lookup.js'
import type { FieldProblem } from '../read/field-problem.js'
import type { ScenarioFile } from '../schema/schema.js'

/** Indicators of people that the scenario does not have. */
export function promiseProblems({ indicators }: ScenarioFile): FieldProblem[] {
  const known = Object.keys(indicators)
  return Object.entries(indicators).flatMap(([name, { promised_for: promised }]) =>
    (['expected', 'people'] as const).flatMap((field): FieldProblem[] => {
      const asked = promised?.[field]
      if (asked === undefined || Object.hasOwn(indicators, asked)) return []
      const problem = unknownName('indicator', asked, known, 'a name under `indicators:`')
      return [{ ...problem, path: ['indicators', name, 'promised_for', field] }]
    }),
  )
}
