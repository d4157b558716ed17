/** Where a lever enters the model: the fields of a scenario whose formulas name it. */
import { isPlain } from '../read/plain.js'
import type { Formula, Path, Scenario } from '../scenario.js'

/** Dotted, as `population.levels.conversion_migrant`, in the order of the file; empty for a lever that nothing names. */
export function fieldsNaming(lever: string, scenario: Scenario): string[] {
  const named = new RegExp(`\\b${lever}\\b`)
  const parts = [scenario.population, scenario.services, scenario.indicators]
  const paths = parts
    .flatMap(formulasIn)
    .flatMap(({ text, path }) => (named.test(text) ? [fieldOf(path)] : []))
  return [...new Set(paths)]
}

function formulasIn(part: unknown): Formula[] {
  if (isFormula(part)) return [part]
  const inner = Array.isArray(part) ? part : isPlain(part) ? Object.values(part) : []
  return inner.flatMap(formulasIn)
}

const isFormula = (part: unknown): part is Formula =>
  isPlain(part) && typeof part['text'] === 'string' && Array.isArray(part['path'])

/** Without the year or city of a series: the field is what a reader looks for. */
function fieldOf(path: Path): string {
  const end = path.findIndex((step) => step === 'by_year' || step === 'by_city')
  return (end < 0 ? path : path.slice(0, end)).join('.')
}
