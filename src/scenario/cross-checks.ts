/** What fields say of each other: names used twice, settings out of range, targets of unknown indicators. */

import { FLOWS } from '../model/state.js'
import { chanceProblems } from './chance-checks.js'
import type { Located } from './issues.js'
import { literalProblems } from './literal-checks.js'
import { policyProblems } from './policy-checks.js'
import type { Path } from './scenario.js'
import type { ScenarioFile } from './schema.js'
import { targetProblems } from './target-checks.js'

/** Words of the formula language, which a scenario may not give another meaning. */
const RESERVED = new Set<string>([
  'year', 'people', 'data', 'demand', 'need', 'capacity', 'unmet', 'started', 'opened', 'slowest', 'opens', 'at', 'previous',
  'sum', 'highest', 'lowest', 'min', 'max', 'abs', 'sqrt', 'exp', 'log', 'round', 'floor', 'ceil', 'clamp', 'and',
  'or', 'not', ...FLOWS,
]) // biome-ignore format: a list reads best as a paragraph

/** Every contradiction between fields; the content has the right shape. */
export function crossChecks(file: ScenarioFile, files: readonly string[]): Located[] {
  return [
    ...yearProblems(file),
    ...nameProblems(file),
    ...policyProblems(file),
    ...chanceProblems(file, files),
    ...targetProblems(file),
    ...literalProblems(file),
  ]
}

/** Series of levels that name years outside; those of programmes are checked with the plan's steps. */
function yearProblems({ years, population }: ScenarioFile): Located[] {
  if (years.to <= years.from) {
    const found = `${years.from} to ${years.to}`
    const expected = 'a last year after the base year'
    return [{ code: 'years-backwards', path: ['years', 'to'], found, expected }]
  }
  return Object.entries(population?.levels ?? {}).flatMap(([level, value]) => {
    if (typeof value !== 'object' || !('by_year' in value)) return []
    return Object.keys(value.by_year)
      .filter((year) => Number(year) > years.to || Number(year) < years.from)
      .map((year) => ({
        code: 'year-outside',
        path: ['population', 'levels', level, 'by_year', year] as Path,
        onKey: true,
        found: `the year ${year}`,
        expected: `a year from ${years.from} to ${years.to}`,
      }))
  })
}

function nameProblems(file: ScenarioFile): Located[] {
  const seen = new Map<string, string>()
  const problems: Located[] = []
  for (const section of ['uncertainties', 'levers', 'services', 'indicators'] as const) {
    for (const name of Object.keys(file[section] ?? {})) {
      const where = { path: [section, name], onKey: true }
      const before = seen.get(name)
      const rival = section === 'services' || section === 'indicators' ? undefined : before
      if (RESERVED.has(name)) {
        problems.push({
          code: 'name-reserved',
          ...where,
          found: `the name "${name}"`,
          expected: 'a name that is no word of the formula language',
        })
      } else if (rival) {
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
