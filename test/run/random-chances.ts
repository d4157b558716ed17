/** Uncertainties made of chance, for random-scenario.ts. */
import type { DrawsReader } from '../../src/scenario/read/draws-file.js'
import type { Chance } from './chance.js'
import { type Part, TITLE } from './random-values.js'

/** Codes of the cities of random-region.ts. */
const CODES = ['C0', 'C1', 'C2', 'C3', 'C4']
/** Years that a scenario may have a step to. */
const YEARS = Array.from({ length: 40 }, (_, year) => 2021 + year)
/** Observations of two uncertainties together, of a third in every city and of a fourth in every year, in place of a file. */
export const JOINT_DRAWS: DrawsReader = Object.assign(
  (_: string, column: string) => {
    if (column === 'one') return { values: [0.1, 0.5, 0.9, 1.2, 0.5] }
    if (column === 'other') return { values: [1.1, 0.2, 0.7, 0.2, 0] }
    const [kind, key] = column.split('_')
    const by = kind === 'city' ? CODES.indexOf(key) / 10 : YEARS.indexOf(Number(key)) / 40
    return { values: [0.4, 0.1, 0.9, 0.6, 0.2].map((value) => value + by) }
  },
  {
    columns: () => [
      'one',
      'other',
      ...CODES.map((code) => `city_${code}`),
      ...YEARS.map((year) => `year_${year}`),
    ],
  },
)

/** How the names of those begin of which every city, or every year, has its own draw. */
export const OWN = 'own_'
const BY_YEAR = 'yearly_'

/** One of every kind of distribution now and then; many of them take few values, or one. */
export function randomUncertainties({ odds, pick, whole, between }: Chance): Part {
  const low = between(0, 0.6)
  const high = low + between(0.1, 0.8)
  const mode = between(low, high)
  const kinds: (() => Part)[] = [
    () => ({ kind: 'fixed', value: pick([0, 0.3, 0.8, '-0.0']) }),
    () => ({ kind: 'uniform', low, high }),
    () => ({ kind: 'uniform', low: -0.1, high: 1.1 }),
    () => ({ kind: 'uniform', low: -0.5, high: 2 }),
    () => ({ kind: 'triangular', low, mode, high }),
    () => ({ kind: 'pert', low, mode, high }),
    () => ({ kind: 'beta', alpha: 2, beta: 3 }),
    () => ({ kind: 'gamma', shape: 2, scale: 0.2 }),
    () => ({ kind: 'normal', mean: 0.5, sd: 0.4 }),
    () => ({ kind: 'lognormal', median: 0.5, sigma: 0.8 }),
    () => ({ kind: 'weibull', shape: 1.5, scale: 0.5 }),
    () => ({ kind: 'student', df: 3.5, location: 0.5, scale: 0.2 }),
    () => ({ kind: 'logistic', location: 0.5, scale: 0.1 }),
    () => ({ kind: 'loguniform', low: 0.1, high: 2 }),
    () => ({ kind: 'gumbel', location: 0.4, scale: 0.2 }),
    () => ({ kind: 'laplace', location: 0.5, scale: 0.2 }),
    () => ({ kind: 'cauchy', location: 0.5, scale: 0.05 }),
    () => ({ kind: 'poisson', mean: 0.7 }),
    () => ({ kind: 'binomial', trials: 3, odds: 0.3 }),
    () => ({ kind: 'negative_binomial', successes: 1.5, odds: 0.7 }),
    () => ({ kind: 'geometric', odds: 0.8 }),
    () => ({ kind: 'metalog', probabilities: [0.1, 0.5, 0.9], values: [0.2, 0.5, 0.9], low: 0 }),
    () => ({ kind: 'truncated', of: { kind: 'poisson', mean: 2 }, low: 0.5, high: 3 }),
    () => ({ kind: 'truncated', of: { kind: 'normal', mean: 0.5, sd: 1 }, low: 0, high: 1 }),
    () => ({ kind: 'discrete', values: [0, '-0.0', 0.5], odds: [0.25, 0.25, 0.5] }),
    () => ({ kind: 'quantiles', values: [0.1, 0.4, 0.5, 1.3] }),
    () => ({ kind: 'empirical', values: [0.2, 0.2, 0.9] }),
    () => ({ kind: 'empirical', file: 'draws.csv', column: pick(['one', 'other']) }),
  ]
  return Object.fromEntries(
    Array.from({ length: odds(0.1) ? 0 : whole(1, 5) }, (_, at) => {
      const distribution = odds(0.2) ? kinds[0]() : pick(kinds)()
      const words = { title: TITLE, unit: 'ratio', because: 'Made for tests.', source: 'judgement' }
      const isOfFile = 'column' in distribution
      const each = odds(0.6)
        ? undefined
        : pick(isOfFile ? ['city', 'year'] : ['city', 'year', 'city_and_year'])
      if (each && isOfFile) distribution['column'] = each
      const stays =
        each === undefined || each === 'city' || isOfFile ? {} : { persistence: pick([0, 0.5, 1]) }
      const start = each === undefined ? 'chance_' : each === 'year' ? BY_YEAR : OWN
      return [`${start}${at}`, { ...words, distribution, ...(each && { each }), ...stays }]
    }),
  )
}

/** Two uncertainties that go together, now and then: not those of a file, which do already, nor of every city. */
export function correlationsOf({ odds, between }: Chance, uncertainties: Part): Part[] {
  const free = Object.entries(uncertainties).flatMap(([name, one]) =>
    'each' in (one as Part) || 'file' in ((one as Part)['distribution'] as Part) ? [] : [name],
  )
  return free.length < 2 || odds(0.6) ? [] : [{ between: free.slice(0, 2), rank: between(-0.8, 0.8) }]
}
