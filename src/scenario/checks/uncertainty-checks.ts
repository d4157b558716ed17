/** What can be wrong with uncertainties taken together: whatever the sampler would refuse, found when loading. */

import { findingsOf, type SAMPLING_FINDINGS, type SamplingFinding } from '../../sampling/findings.js'
import { unknownName } from '../../vocabulary/lookup.js'
import type { ProblemCode } from '../../vocabulary/problem-codes.js'
import { chanceFileProblems, resolveChance } from '../read/city-rows.js'
import { correlationPairs, type PairInFile } from '../read/correlation-pairs.js'
import { tableOf } from '../read/design-table.js'
import type { DrawsReader } from '../read/draws-file.js'
import type { FieldProblem } from '../read/field-problem.js'
import { drawnLever } from '../read/sampled-levers.js'
import type { ScenarioFile } from '../schema/schema.js'

/** Distributions whose numbers contradict each other, and every finding of the sampler. */
export function chanceProblems(file: ScenarioFile, readDraws: DrawsReader): FieldProblem[] {
  const { uncertainties = {}, run } = file
  const entries = file.correlations ?? []
  const correlations = correlationPairs(entries)
  const names = Object.keys(uncertainties)
  const wrong = new Map(
    Object.entries(uncertainties).map(([name, chance]) => [
      name,
      chanceFileProblems(chance, ['uncertainties', name, 'distribution'], readDraws),
    ]),
  )
  // a distribution that is wrong by itself is not checked together with others
  const draws = Object.entries(uncertainties).map(([name, chance]) => ({
    name,
    distribution: wrong.get(name)!.length > 0 ? NOTHING : resolveChance(chance, readDraws),
  }))
  const findings = findingsOf(draws, correlations)
  return [
    ...[...wrong.values()].flat(),
    ...byCityProblems(uncertainties, file.correlations ?? []),
    ...oncePerPlace(findings.flatMap((finding) => located(finding, names, correlations, entries))),
    ...tableProblems(
      run?.design === 'table' ? run.design_options?.file : undefined,
      [...draws, ...leverColumns(file)],
      readDraws,
    ),
  ]
}

/** Uncertainties of which every city or year has its own go together with no other, and are no quantiles of a file. */
function byCityProblems(
  uncertainties: NonNullable<ScenarioFile['uncertainties']>,
  correlations: NonNullable<ScenarioFile['correlations']>,
): FieldProblem[] {
  const own = Object.entries(uncertainties).filter(([, { each }]) => each !== undefined)
  const fromFiles = own.flatMap(([name, { distribution, each }]): FieldProblem[] =>
    (distribution.kind === 'quantiles' || (distribution.kind === 'empirical' && each === 'city_and_year')) &&
    distribution.file !== undefined
      ? [
          {
            code: 'drawn-by-city',
            path: ['uncertainties', name, 'distribution', 'file'],
            found: `${name}, drawn anew in ${OWN[each!]}, from ${distribution.kind === 'quantiles' ? 'quantiles' : 'rows'} of a file`,
            expected:
              distribution.kind === 'quantiles'
                ? 'a distribution with numbers of its own, or the rows of a file'
                : 'a distribution with numbers of its own',
          },
        ]
      : [],
  )
  const correlated = correlations.flatMap(({ between }, index) =>
    between.flatMap((name, end): FieldProblem[] =>
      own.some(([known]) => known === name)
        ? [
            {
              code: 'drawn-by-city',
              path: ['correlations', index, 'between', end],
              found: `${name}, drawn anew in ${OWN[uncertainties[name].each!]}`,
              expected: 'uncertainties with one value a draw',
            },
          ]
        : [],
    ),
  )
  return [...fromFiles, ...correlated, ...persistenceProblems(uncertainties)]
}

/** What stays of a year in the next is said of what differs by year, and of no rows of a file, which say it themselves. */
function persistenceProblems(uncertainties: NonNullable<ScenarioFile['uncertainties']>): FieldProblem[] {
  return Object.entries(uncertainties).flatMap(
    ([name, { persistence, each, distribution }]): FieldProblem[] => {
      if (persistence === undefined) return []
      const byYear = each === 'year' || each === 'city_and_year'
      const fromFile = distribution.kind === 'empirical' && distribution.file !== undefined
      if (byYear && !fromFile) return []
      return [
        {
          code: 'persistence-of-nothing',
          path: ['uncertainties', name, 'persistence'],
          found: byYear
            ? `a persistence of ${name}, whose years stand in the rows of a file`
            : `a persistence of ${name}, which is the same in all years`,
          expected: 'a persistence of an uncertainty that is drawn in every year',
          hint: byYear ? undefined : 'Write `each: year`, or `each: city_and_year`, beside it.',
        },
      ]
    },
  )
}

const OWN = { city: 'every city', year: 'every year', city_and_year: 'every city and year' } as const

/** A name that is wrong in an entry of several is wrong in each of its pairs. */
function oncePerPlace(problems: readonly FieldProblem[]): FieldProblem[] {
  return [...new Map(problems.map((one) => [JSON.stringify([one.path, one.found]), one])).values()]
}

/** A table of draws that cannot be read, or has columns for nothing. */
function tableProblems(
  file: string | undefined,
  draws: Parameters<typeof tableOf>[1],
  readDraws: DrawsReader,
): FieldProblem[] {
  const found = file === undefined ? [] : tableOf(file, draws, readDraws).problems
  return found.map((one) => ({ ...one, path: ['run', 'design_options', 'file'] }))
}

/** Levers that a table may have columns of. */
const leverColumns = ({ levers = {} }: ScenarioFile) =>
  Object.entries(levers).map(([name, lever]) => drawnLever({ ...lever, name, cost: undefined }))

const NOTHING = { kind: 'fixed', value: 0 } as const

function located(
  { code, names, correlation }: SamplingFinding,
  known: readonly string[],
  correlations: readonly PairInFile[],
  entries: readonly { readonly between: readonly string[] }[],
): FieldProblem[] {
  const pair = correlations[correlation ?? 0]
  const entry = ['correlations', pair?.entry ?? 0]
  const between = entries[pair?.entry ?? 0]?.between ?? []
  const both = names.join(' and ')
  switch (code) {
    case 'correlation-unknown':
      return names.map((name) => ({
        ...unknownName('uncertainty', name, known, 'a name under `uncertainties:`'),
        path: [...entry, 'between', between.indexOf(name)],
      }))
    case 'correlation-itself':
      return [{ code, path: [...entry, 'between'], found: `${both} twice`, expected: 'two uncertainties' }]
    case 'correlation-twice':
      return [
        { code, path: [...entry, 'between'], found: `${both} a second time`, expected: 'each pair once' },
      ]
    case 'correlation-joint': {
      const found = `${both}, drawn from a file by the row`
      const expected = 'uncertainties without a file of draws'
      const hint = 'Columns of one file go together as they were observed.'
      return [{ code, path: [...entry, 'between'], found, expected, hint }]
    }
    case 'correlation-contradiction':
      return [contradiction(code, names)]
    default:
      return [ofOne(code, names)]
  }
}

function contradiction(code: ProblemCode, names: readonly string[]): FieldProblem {
  return {
    code,
    path: ['correlations'],
    onKey: true,
    found: `correlations of ${names.join(', ')} that cannot all hold`,
    expected: 'a set of correlations that some draws can have',
    hint: 'If A goes with B and B with C, A and C cannot go strongly against each other.',
  }
}

/**
 * Findings about the distribution of one uncertainty. The schema holds ranks within -1 and 1, and columns of one
 * file have as many rows.
 */
function ofOne(code: keyof typeof SAMPLING_FINDINGS, names: readonly string[]): FieldProblem {
  const path = ['uncertainties', names.at(-1)!, 'distribution']
  if (code === 'joint-truncated') {
    const expected = 'the whole column of a file of draws'
    return {
      code,
      path,
      found: 'a truncated column of a file',
      expected,
      hint: 'Leave rows out of the file instead.',
    }
  }
  return {
    code,
    path: [...path, 'low'],
    found: 'a range in which the distribution has no odds',
    expected: 'low and high with some of the distribution between them',
  }
}
