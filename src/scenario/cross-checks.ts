/** What fields say of each other: names used twice, settings out of range, targets of unknown indicators. */

import { cholesky } from '../math/cholesky.js'
import { FLOWS } from '../model/state.js'
import { nearest } from '../vocabulary/nearest.js'
import { distributionProblems } from './distributions.js'
import type { Located } from './issues.js'
import type { Path } from './scenario.js'
import type { ScenarioFile } from './schema.js'

/** Words of the formula language, which a scenario may not give another meaning. */
const RESERVED = new Set<string>([
  'year', 'people', 'data', 'demand', 'need', 'capacity', 'unmet', 'started', 'opened', 'slowest', 'at', 'previous',
  'sum', 'highest', 'lowest', 'min', 'max', 'abs', 'sqrt', 'exp', 'log', 'round', 'floor', 'ceil', 'clamp', 'and',
  'or', 'not', ...FLOWS,
]) // biome-ignore format: a list reads best as a paragraph

/** Every contradiction between fields; the content has the right shape. */
export function crossChecks(file: ScenarioFile, files: readonly string[]): Located[] {
  return [
    ...yearProblems(file),
    ...nameProblems(file),
    ...policyProblems(file),
    ...correlationProblems(file),
    ...targetProblems(file),
    ...literalProblems(file),
    ...Object.entries(file.uncertainties ?? {}).flatMap(([name, { distribution }]) =>
      distributionProblems(distribution, ['uncertainties', name, 'distribution'], files),
    ),
  ]
}

function yearProblems({ years, population, services }: ScenarioFile): Located[] {
  if (years.to <= years.from) {
    return [
      {
        code: 'years-backwards',
        path: ['years', 'to'],
        found: `${years.from} to ${years.to}`,
        expected: 'a last year after the base year',
      },
    ]
  }
  const series = Object.entries(population?.levels ?? {}).flatMap(([level, value]) =>
    typeof value === 'object' && 'by_year' in value
      ? [{ path: ['population', 'levels', level, 'by_year'] as Path, years: Object.keys(value.by_year) }]
      : [],
  )
  const starts = Object.entries(services ?? {}).flatMap(([name, service]) =>
    Object.entries(service.programmes ?? {}).map(([programme, { starts }]) => ({
      path: ['services', name, 'programmes', programme, 'starts'] as Path,
      years: Object.keys(starts),
    })),
  )
  return [...series, ...starts].flatMap(({ path, years: given }) =>
    given
      .filter((year) => Number(year) > years.to || Number(year) < years.from)
      .map((year) => ({
        code: 'year-outside',
        path: [...path, year],
        onKey: true,
        found: `the year ${year}`,
        expected: `a year from ${years.from} to ${years.to}`,
      })),
  )
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

function policyProblems({ policies, levers = {} }: ScenarioFile): Located[] {
  const problems: Located[] = []
  if (!('no_action' in policies)) {
    problems.push({
      code: 'no-action-missing',
      path: ['policies'],
      found: `the policies ${Object.keys(policies).join(', ') || '(none)'}`,
      expected: 'a policy no_action among them, against which the others are measured',
    })
  }
  for (const [policy, { set }] of Object.entries(policies)) {
    for (const [name, setting] of Object.entries(set)) {
      const path = ['policies', policy, 'set', name]
      const lever = levers[name]
      const near = nearest(name, Object.keys(levers))
      if (!lever) {
        const hint = near ? `Did you mean ${near}?` : undefined
        problems.push({
          code: 'unknown-lever',
          path,
          onKey: true,
          found: `the lever "${name}"`,
          expected: 'a name under `levers:`',
          hint,
        })
      } else if (setting < lever.range[0] || setting > lever.range[1]) {
        problems.push({
          code: 'outside-range',
          path,
          found: `${setting}`,
          expected: `a setting from ${lever.range[0]} to ${lever.range[1]}, the range of ${name}`,
        })
      }
    }
  }
  for (const [name, { default: setting, range }] of Object.entries(levers)) {
    if (range[0] > range[1]) {
      problems.push({
        code: 'range-backwards',
        path: ['levers', name, 'range'],
        found: `${range[0]} to ${range[1]}`,
        expected: 'the smaller end first',
      })
    } else if (setting < range[0] || setting > range[1]) {
      problems.push({
        code: 'outside-range',
        path: ['levers', name, 'default'],
        found: `${setting}`,
        expected: `a setting from ${range[0]} to ${range[1]}`,
      })
    }
  }
  return problems
}

function correlationProblems({ correlations = [], uncertainties = {} }: ScenarioFile): Located[] {
  const names = Object.keys(uncertainties)
  const problems: Located[] = []
  const seen = new Set<string>()
  correlations.forEach(({ between }, index) => {
    const path = ['correlations', index, 'between']
    between.forEach((name, end) => {
      if (names.includes(name)) return
      const near = nearest(name, names)
      const hint = near ? `Did you mean ${near}?` : undefined
      problems.push({
        code: 'unknown-uncertainty',
        path: [...path, end],
        found: `the uncertainty "${name}"`,
        expected: 'a name under `uncertainties:`',
        hint,
      })
    })
    const pair = [...between].sort().join(' and ')
    if (between[0] === between[1])
      problems.push({
        code: 'correlated-with-itself',
        path,
        found: `${between[0]} twice`,
        expected: 'two different uncertainties',
      })
    else if (seen.has(pair))
      problems.push({
        code: 'correlation-twice',
        path,
        found: `${pair} a second time`,
        expected: 'each pair once',
      })
    seen.add(pair)
  })
  if (problems.length === 0 && !isPossible(correlations)) {
    problems.push({
      code: 'correlations-impossible',
      path: ['correlations'],
      found: 'correlations that cannot hold together',
      expected: 'a positive definite set',
      hint: 'If A goes with B and B with C, A and C cannot go strongly against each other.',
    })
  }
  return problems
}

/** True where some joint distribution has these correlations (its matrix has a Cholesky root). */
function isPossible(correlations: NonNullable<ScenarioFile['correlations']>): boolean {
  const names = [...new Set(correlations.flatMap(({ between }) => between))]
  const matrix = new Float64Array(names.length * names.length)
  names.forEach((_, index) => {
    matrix[index * names.length + index] = 1
  })
  for (const { between, rank } of correlations) {
    const [one, other] = between.map((name) => names.indexOf(name)) as [number, number]
    matrix[one * names.length + other] = rank
    matrix[other * names.length + one] = rank
  }
  return names.length === 0 || cholesky(matrix, names.length) !== undefined
}

function targetProblems({ targets = [], indicators, years, commitments = {} }: ScenarioFile): Located[] {
  const problems: Located[] = []
  const ids = new Set<string>()
  targets.forEach(({ id, indicator, year, comparator, tolerance }, index) => {
    const path = (field: string) => ['targets', index, field]
    if (ids.has(id))
      problems.push({
        code: 'target-twice',
        path: path('id'),
        found: `the target "${id}" a second time`,
        expected: 'each id once',
      })
    ids.add(id)
    if (!(indicator in indicators)) {
      const near = nearest(indicator, Object.keys(indicators))
      const hint = near ? `Did you mean ${near}?` : undefined
      problems.push({
        code: 'unknown-indicator',
        path: path('indicator'),
        found: `the indicator "${indicator}"`,
        expected: 'a name under `indicators:`',
        hint,
      })
    }
    if (year < years.from || year > years.to) {
      problems.push({
        code: 'year-outside',
        path: path('year'),
        found: `the year ${year}`,
        expected: `a year from ${years.from} to ${years.to}`,
      })
    }
    if (comparator !== 'about' && tolerance !== undefined) {
      problems.push({
        code: 'tolerance-unused',
        path: path('tolerance'),
        found: `a tolerance with ${comparator}`,
        expected: 'a tolerance with `about` only',
      })
    }
    if (id in commitments) {
      problems.push({
        code: 'assessed-twice',
        path: ['commitments', id],
        onKey: true,
        found: `"${id}" here and among the targets`,
        expected: 'a commitment in one of them',
      })
    }
  })
  return problems
}

/** Levels that are shares of people a year; a plain number above one is a percentage written as it is spoken. */
const SHARES = [
  'returning_to_village', 'returning_to_reclassified', 'returning_to_registered', 'conversion_migrant',
  'conversion_reclassified', 'conversion_rural', 'reclassification', 'babies_registered_here',
] // biome-ignore format: a list reads best as a paragraph

function literalProblems({ population, services = {} }: ScenarioFile): Located[] {
  const shares = SHARES.map((level) => ({
    path: ['population', 'levels', level] as Path,
    value: (population?.levels as Record<string, unknown> | undefined)?.[level],
  }))
  const inServices = Object.entries(services).flatMap(([name, service]) => [
    { path: ['services', name, 'closure'] as Path, value: service.closure as unknown },
    ...Object.entries(service.programmes ?? {}).map(([programme, { on_time }]) => ({
      path: ['services', name, 'programmes', programme, 'on_time'] as Path,
      value: on_time as unknown,
    })),
  ])
  const negative = Object.entries(population?.levels ?? {})
    .filter(
      ([level, value]) =>
        typeof value === 'number' &&
        value < 0 &&
        !/attraction|pull|travel|response|net_migration/.test(level),
    )
    .map(([level, value]) => ({
      code: 'rate-negative',
      path: ['population', 'levels', level],
      found: `${value as number}`,
      expected: 'a rate of 0 or more',
    }))
  return [...shares, ...inServices]
    .filter(({ value }) => typeof value === 'number' && value > 1)
    .map(({ path, value }) => ({
      code: 'rate-above-one',
      path,
      found: `${value as number}`,
      expected: 'a share from 0 to 1',
      hint: `If this is ${value as number} percent, write ${Number(((value as number) / 100).toPrecision(12))}.`,
    }))
    .concat(negative as never[])
}
