/** The distributions an uncertainty may have. All are sampled by inverting their distribution function. */

/** Their names, as a scenario writes them. */
export const DISTRIBUTION_KINDS = [
  'normal', 'lognormal', 'uniform', 'triangular', 'pert', 'beta', 'gamma', 'discrete', 'empirical', 'quantiles', 'fixed',
  'truncated', 'weibull', 'student', 'logistic', 'loguniform', 'gumbel', 'laplace', 'cauchy', 'poisson', 'binomial',
  'negative_binomial', 'geometric', 'metalog',
] as const // biome-ignore format: a list reads best as a paragraph
export type DistributionKind = (typeof DISTRIBUTION_KINDS)[number]

export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** exp of a normal with mean ln(median) and standard deviation sigma. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** Beta on [low, high] with the given mode; weight 4 is the classical PERT. */
  | {
      readonly kind: 'pert'
      readonly low: number
      readonly mode: number
      readonly high: number
      readonly weight: number
    }
  | {
      readonly kind: 'beta'
      readonly alpha: number
      readonly beta: number
      readonly low: number
      readonly high: number
    }
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number }
  /** Degrees of freedom need not be whole. */
  | { readonly kind: 'student'; readonly df: number; readonly location: number; readonly scale: number }
  /** `gumbel`: of the largest of many. */
  | {
      readonly kind: 'logistic' | 'gumbel' | 'laplace' | 'cauchy'
      readonly location: number
      readonly scale: number
    }
  /** Its logarithm is uniform; low is above 0. */
  | { readonly kind: 'loguniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'poisson'; readonly mean: number }
  | { readonly kind: 'binomial'; readonly trials: number; readonly odds: number }
  /** Failures before so many successes. */
  | { readonly kind: 'negative_binomial'; readonly successes: number; readonly odds: number }
  /** Trials up to the first success, that one counted. */
  | { readonly kind: 'geometric'; readonly odds: number }
  | { readonly kind: 'truncated'; readonly of: Distribution; readonly low: number; readonly high: number }
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly odds: readonly number[] }
  /** Equally likely observations; joint draws of several uncertainties share `joint`, a name, and take the same row. */
  | {
      readonly kind: 'empirical'
      readonly values: readonly number[]
      readonly joint?: string
      /** Of an uncertainty that every city or year has its own of: rows of a table, a column each; `values` then sums them up. */
      readonly ofCities?: CityRows
    }
  /** Through quantiles, values[k] at probabilities[k]; with fewer terms than quantiles near them. */
  | {
      readonly kind: 'metalog'
      readonly probabilities: readonly number[]
      readonly values: readonly number[]
      readonly low?: number
      readonly high?: number
      readonly terms?: number
    }
  /** Its values at equally spaced probabilities from 0 to 1, in rising order, with straight lines between; `file`: where from. */
  | { readonly kind: 'quantiles'; readonly values: readonly number[]; readonly file?: string }

export interface CityRows {
  /** The table: its rows stay together, also with those that other uncertainties take from it. */
  readonly file: string
  /** Observations by code of the city, or by year, row by row. */
  readonly columns: Readonly<Record<string, readonly number[]>>
}

/** Whether every draw of it is the same. */
export function isConstant(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'fixed':
      return true
    case 'truncated':
      return isConstant(distribution.of)
    case 'discrete': {
      const { values, odds } = distribution
      return new Set(values.filter((_, k) => odds[k] > 0)).size < 2
    }
    case 'empirical':
    case 'quantiles':
      return new Set(distribution.values).size < 2
    default:
      return false
  }
}

export interface UncertaintyDraws {
  readonly name: string
  readonly distribution: Distribution
}

/** Spearman rank correlation wanted between two uncertainties. */
export interface RankCorrelation {
  readonly between: readonly [string, string]
  readonly rank: number
}
