/** What targets say of indicators, years and commitments. */
import { unknownName } from '../../vocabulary/lookup.js'
import type { FieldProblem } from '../read/field-problem.js'
import type { ScenarioFile } from '../schema/schema.js'

type Target = NonNullable<ScenarioFile['targets']>[number]

/** Targets of unknown indicators, in years outside, given twice, or also listed as without a verdict. */
export function targetProblems(file: ScenarioFile): FieldProblem[] {
  const { targets = [], commitments = {} } = file
  const ids = targets.map(({ id }) => id)
  const assessed = new Set(targets.map(({ id, commitment }) => commitment ?? id))
  const twice = Object.keys(commitments).filter((id) => assessed.has(id))
  return [
    ...targets.flatMap((target, index) => [
      ...(ids.indexOf(target.id) < index ? [targetTwice(target, index)] : []),
      ...targetSlips(target, index, file),
    ]),
    ...twice.map((id) => ({
      code: 'assessed-twice' as const,
      path: ['commitments', id],
      onKey: true,
      found: `"${id}" here and among the targets`,
      expected: 'a commitment in one of them',
    })),
  ]
}

function targetTwice({ id }: Target, index: number): FieldProblem {
  const found = `the target "${id}" a second time`
  return { code: 'target-twice', path: ['targets', index, 'id'], found, expected: 'each id once' }
}

function targetSlips(target: Target, index: number, { indicators, years }: ScenarioFile): FieldProblem[] {
  const { indicator, year, comparator, tolerance } = target
  const problems: FieldProblem[] = []
  const report = (field: string, problem: Omit<FieldProblem, 'path'>) =>
    problems.push({ ...problem, path: ['targets', index, field] })
  if (!Object.hasOwn(indicators, indicator)) {
    const known = Object.keys(indicators)
    report('indicator', unknownName('indicator', indicator, known, 'a name under `indicators:`'))
  }
  if (years.from < years.to && (year < years.from || year > years.to)) {
    const expected = `a year from ${years.from} to ${years.to}`
    report('year', { code: 'year-outside', found: `the year ${year}`, expected })
  }
  if (target.city !== undefined && target.each !== undefined) {
    const expected = 'one city, or every city'
    report('each', { code: 'target-places-twice', onKey: true, found: 'each: city beside a city', expected })
  }
  if (comparator !== 'about' && tolerance !== undefined) {
    const found = `a tolerance with ${comparator}`
    report('tolerance', { code: 'tolerance-unused', found, expected: 'a tolerance with `about` only' })
  }
  return problems
}
