/** What fields say of each other: names used twice, settings out of range, targets of unknown indicators. */

import { FLOWS } from '../../model/state.js'
import type { DrawsReader } from '../read/draws-file.js'
import type { FieldProblem } from '../read/field-problem.js'
import { isPlain } from '../read/plain.js'
import type { Path } from '../scenario.js'
import type { ScenarioFile } from '../schema/schema.js'
import { literalProblems } from './number-range-checks.js'
import { policyProblems } from './policy-checks.js'
import { promiseProblems } from './promise-checks.js'
import { schoolProblems } from './school-checks.js'
import { targetProblems } from './target-checks.js'
import { chanceProblems } from './uncertainty-checks.js'

/** Words of the formula language, which a scenario may not give another meaning. */
const RESERVED = new Set<string>([
  'year', 'people', 'data', 'demand', 'need', 'capacity', 'unmet', 'started', 'opened', 'slowest', 'hours_to', 'opens', 'life_expectancy', 'total_fertility', 'at', 'previous',
  'sum', 'highest', 'lowest', 'min', 'max', 'abs', 'sqrt', 'exp', 'log', 'round', 'floor', 'ceil', 'clamp', 'counted', 'and',
  'or', 'not', ...FLOWS,
]) // biome-ignore format: a list reads best as a paragraph

/** Every contradiction between fields; the content has the right shape. */
export function consistencyProblems(file: ScenarioFile, readDraws: DrawsReader): FieldProblem[] {
  return [
    ...yearProblems(file),
    ...nameProblems(file),
    ...shareProblems(file),
    ...schoolProblems(file),
    ...policyProblems(file),
    ...chanceProblems(file, readDraws),
    ...targetProblems(file),
    ...promiseProblems(file),
    ...literalProblems(file),
  ]
}

/** Years in the wrong order, and series that name years outside; starts are checked with the plan's steps. */
function yearProblems(file: ScenarioFile): FieldProblem[] {
  const { years } = file
  if (years.to <= years.from) {
    const found = `${years.from} to ${years.to}`
    const expected = 'a last year after the base year'
    return [{ code: 'years-backwards', path: ['years', 'to'], found, expected }]
  }
  return seriesIn(file, []).flatMap(({ path, points }) => {
    const outside = points.filter((year) => Number(year) > years.to || Number(year) < years.from)
    if (outside.length === 0) return []
    const more = outside.length > 1 ? ` and ${outside.length - 1} more outside` : ''
    return {
      code: 'year-outside',
      path: [...path, outside[0]],
      onKey: true,
      found: `the year ${outside[0]}${more}`,
      expected: `a year from ${years.from} to ${years.to}`,
    }
  })
}

/** Every series by year of a part of the file: where it stands, and its years. */
function seriesIn(part: unknown, path: Path): { readonly path: Path; readonly points: readonly string[] }[] {
  if (!isPlain(part)) return []
  return Object.entries(part).flatMap(([key, inner]) =>
    key === 'by_year' && isPlain(inner)
      ? [{ path: [...path, key], points: Object.keys(inner) }]
      : seriesIn(inner, [...path, key]),
  )
}

/** A programme's starts are shared out in one way. */
function shareProblems({ services = {} }: ScenarioFile): FieldProblem[] {
  return Object.entries(services).flatMap(([service, { programmes = {} }]) =>
    Object.entries(programmes).flatMap(([programme, { share_by, by_city }]) => {
      if (share_by === undefined || by_city === undefined) return []
      const path = ['services', service, 'programmes', programme, 'by_city']
      const expected = 'one of the two, by which the starts are shared out'
      return [{ code: 'shared-twice', path, onKey: true, found: 'by_city beside share_by', expected }]
    }),
  )
}

function nameProblems(file: ScenarioFile): FieldProblem[] {
  const seen = new Map<string, string>()
  const problems: FieldProblem[] = []
  for (const section of ['uncertainties', 'levers', 'schools', 'services', 'indicators'] as const) {
    for (const name of Object.keys(file[section] ?? {})) {
      const where = { path: [section, name], onKey: true }
      const before = seen.get(name)
      const other = section !== 'uncertainties' && section !== 'levers' ? undefined : before
      if (RESERVED.has(name)) {
        problems.push({
          code: 'name-reserved',
          ...where,
          found: `the name "${name}"`,
          expected: 'a name that is no word of the formula language',
        })
      } else if (other) {
        problems.push({
          code: 'name-twice',
          ...where,
          found: `"${name}" in ${section} and in ${before}`,
          expected: 'one meaning for each name in a formula',
        })
      }
      if (section === 'uncertainties' || section === 'levers') seen.set(name, section)
    }
  }
  return problems
}
