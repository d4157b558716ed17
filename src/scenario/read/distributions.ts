/** Distributions as the file says them, to distributions as they are sampled; and what can be wrong with their numbers. */
import type * as z from 'zod'
import { log } from '../../math/exponential.js'
import { Z90 } from '../../math/normal-quantile.js'
import { areQuantiles } from '../../sampling/check-distribution.js'
import type { Distribution } from '../../sampling/distribution.js'
import { metalogFault } from '../../sampling/families/metalog-fault.js'
import { inverseOf } from '../../sampling/quantiles.js'
import { formatNumber } from '../../vocabulary/numbers.js'
import type { ProblemCode } from '../../vocabulary/problem-codes.js'
import type { Path } from '../scenario.js'
import type { distribution } from '../schema/chance.js'
import type { DrawsReader } from './draws-file.js'
import type { FieldProblem } from './field-problem.js'

export type DistributionInFile = z.infer<typeof distribution>

export function resolveDistribution(input: DistributionInFile, readDraws: DrawsReader): Distribution {
  if (input.kind === 'lognormal') {
    const { median, sigma, p90 } = input
    return { kind: 'lognormal', median, sigma: sigma ?? log((p90 ?? median) / median) / Z90 }
  }
  if (input.kind === 'pert') return { ...input, weight: input.weight ?? 4 }
  if (input.kind === 'beta') return { ...input, low: input.low ?? 0, high: input.high ?? 1 }
  if (input.kind === 'truncated') return { ...input, of: resolveDistribution(input.of, readDraws) }
  if (input.kind === 'quantiles') {
    if (input.values) return { kind: 'quantiles', values: input.values }
    const read = readDraws(input.file ?? '', input.column ?? '')
    return { kind: 'quantiles', values: 'values' in read ? read.values : [0, 0], file: input.file }
  }
  if (input.kind === 'empirical') {
    if (input.values) return { kind: 'empirical', values: input.values }
    const draws = readDraws(input.file ?? '', input.column ?? '')
    return { kind: 'empirical', values: 'values' in draws ? draws.values : [], joint: input.file }
  }
  return input
}

/** Numbers of a distribution that contradict each other. */
export function distributionProblems(
  input: DistributionInFile,
  path: Path,
  readDraws: DrawsReader,
): FieldProblem[] {
  const problem = (
    field: string,
    found: string,
    expected: string,
    code: ProblemCode = 'distribution-wrong',
  ): FieldProblem[] => [{ code, path: [...path, field], found, expected }]
  if (input.kind === 'triangular' || input.kind === 'pert') {
    const { low, mode, high } = input
    if (low > mode || mode > high || low === high) {
      return problem('mode', `low ${low}, mode ${mode}, high ${high}`, 'low, mode and high in rising order')
    }
  }
  if (input.kind === 'metalog') return metalogProblems(input, path)
  if (input.kind !== 'triangular' && input.kind !== 'pert' && 'low' in input) {
    const { low = 0, high = 1 } = input
    if (low >= high) return problem('low', `low ${low} and high ${high}`, 'low below high')
  }
  if (input.kind === 'truncated') return distributionProblems(input.of, [...path, 'of'], readDraws)
  if (input.kind === 'lognormal' && (input.sigma === undefined) === (input.p90 === undefined)) {
    const both = input.sigma !== undefined
    return problem(
      both ? 'p90' : 'kind',
      both ? 'sigma and p90' : 'neither sigma nor p90',
      'one of sigma and p90',
    )
  }
  if (input.kind === 'lognormal' && input.p90 !== undefined && input.p90 <= input.median) {
    return problem('p90', `a p90 of ${input.p90} and a median of ${input.median}`, 'p90 above the median')
  }
  if (input.kind === 'discrete') {
    const sum = input.odds.reduce((total, odds) => total + odds, 0)
    if (input.values.length !== input.odds.length) {
      return problem(
        'odds',
        `${input.odds.length} odds for ${input.values.length} values`,
        'as many odds as values',
      )
    }
    if (Math.abs(sum - 1) > 1e-9) {
      const hint = Math.abs(sum - 100) < 1e-7 ? 'Write shares: 0.25, not 25.' : undefined
      const found = `odds that add up to ${formatNumber(sum)}`
      return problem('odds', found, 'odds that add up to 1').map((one) => ({ ...one, hint }))
    }
  }
  if (input.kind === 'empirical') return empiricalProblems(input, path, readDraws)
  if (input.kind === 'quantiles') {
    const problems = empiricalProblems(input, path, readDraws)
    const resolved = resolveDistribution(input, readDraws)
    if (problems.length > 0 || resolved.kind !== 'quantiles' || areQuantiles(resolved.values)) return problems
    const fall = resolved.values.findIndex((value, at) => at > 0 && value <= resolved.values[at - 1])
    const found = fall < 0 ? 'one value' : `${resolved.values[fall - 1]}, then ${resolved.values[fall]}`
    return problem(input.values ? 'values' : 'column', found, 'two or more values in rising order')
  }
  return endless(resolveDistribution(input, readDraws), path)
}

function metalogProblems(
  input: Extract<DistributionInFile, { kind: 'metalog' }>,
  path: Path,
): FieldProblem[] {
  const fault = metalogFault(input)
  if (!fault) return endless(input, path)
  const { field, ...said } = fault
  return [{ code: 'distribution-wrong', path: [...path, field], ...said }]
}

/** The finest step of a draw between 0 and 1. */
const FINEST = 2 ** -53

/** Numbers that are good each by itself, and draw what cannot be held, such as 1e300 raised to the second. */
function endless(distribution: Distribution, path: Path): FieldProblem[] {
  const inverse = inverseOf(distribution)
  const drawn = [inverse(FINEST, 1 - FINEST), inverse(0.5, 0.5), inverse(1 - FINEST, FINEST)]
  const bad = drawn.find((value) => !Number.isFinite(value))
  if (bad === undefined) return []
  const expected = 'a distribution of ordinary numbers'
  return [
    {
      code: 'distribution-wrong',
      path,
      found: `draws of ${bad}`,
      expected,
      hint: 'Some of its numbers are too large.',
    },
  ]
}

function empiricalProblems(
  input: Extract<DistributionInFile, { kind: 'empirical' | 'quantiles' }>,
  path: Path,
  readDraws: DrawsReader,
): FieldProblem[] {
  const { values, file, column } = input
  const bad = (
    field: string,
    found: string,
    expected: string,
    code: ProblemCode = 'distribution-wrong',
  ): FieldProblem[] => [{ code, path: [...path, field], found, expected }]
  if ((values === undefined) === (file === undefined)) {
    const both = values !== undefined
    const found = both ? 'values and file' : 'neither values nor file'
    return bad(both ? 'file' : 'kind', found, 'either values, or file with column')
  }
  if (file === undefined) return []
  if (column === undefined)
    return bad('file', 'a file without a column', 'the name of its column as `column:`')
  const draws = readDraws(file, column)
  if ('values' in draws) return []
  return bad(
    'file',
    draws.found,
    'a CSV file beside the scenario, with a column of numbers',
    'draws-unreadable',
  )
}
