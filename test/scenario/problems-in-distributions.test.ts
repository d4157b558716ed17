/** The distributions of uncertainties: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'a misspelt kind',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: trianglar, low: 0.5, mode: 1, high: 1.5 }',
    `tiny.yaml:10:27  uncertainties.pace.distribution.kind
  Found the kind "trianglar"; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, quantiles, fixed, truncated, weibull, student, logistic, loguniform, gumbel, laplace, cauchy, poisson, binomial, negative_binomial, geometric, metalog.
  Did you mean triangular?  [distribution-unknown]`,
  ],
  [
    'a number for a distribution',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '1',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found 1; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, quantiles, fixed, truncated, weibull, student, logistic, loguniform, gumbel, laplace, cauchy, poisson, binomial, negative_binomial, geometric, metalog.
  Write { kind: fixed, value: 1 }.  [distribution-unknown]`,
  ],
  [
    'no kind',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ low: 0.5, mode: 1, high: 1.5 }',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found a map of low, mode, high; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, quantiles, fixed, truncated, weibull, student, logistic, loguniform, gumbel, laplace, cauchy, poisson, binomial, negative_binomial, geometric, metalog.  [distribution-unknown]`,
  ],
  [
    'a truncation of a truncation',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: truncated, of: { kind: truncated }, low: 0, high: 1 }',
    `tiny.yaml:10:50  uncertainties.pace.distribution.of.kind
  Found the kind "truncated"; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, quantiles, fixed, weibull, student, logistic, loguniform, gumbel, laplace, cauchy, poisson, binomial, negative_binomial, geometric, metalog.  [distribution-unknown]`,
  ],
  [
    'no mode',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: triangular, low: 0.5, high: 1.5 }',
    `tiny.yaml:10:5  uncertainties.pace.distribution.mode
  Found no field "mode"; expected one, since it has no default.  [field-missing]`,
  ],
  [
    'a mode above the high end',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: triangular, low: 0.5, mode: 2, high: 1.5 }',
    `tiny.yaml:10:55  uncertainties.pace.distribution.mode
  Found low 0.5, mode 2, high 1.5; expected low, mode and high in rising order.  [distribution-wrong]`,
  ],
  [
    'ends the wrong way round',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: uniform, low: 2, high: 1.5 }',
    `tiny.yaml:10:41  uncertainties.pace.distribution.low
  Found low 2 and high 1.5; expected low below high.  [distribution-wrong]`,
  ],
  [
    'quantiles that no metalog distribution has',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: metalog, probabilities: [0.1, 0.5, 0.9], values: [0.5, 0.6, 1.5] }',
    `tiny.yaml:10:76  uncertainties.pace.distribution.values
  Found a curve through 3 quantiles that falls between 1.6e-11 and 21 %; expected quantiles through which it rises all the way.
  With \`terms: 2\` it rises, and passes near the quantiles.  [distribution-wrong]`,
  ],
  [
    'no spread',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: normal, mean: 1, sd: 0 }',
    `tiny.yaml:10:48  uncertainties.pace.distribution.sd
  Found 0; expected a number above 0.  [too-small]`,
  ],
  [
    'a spread under another name',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: normal, mean: 1, sigma: 0.1 }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.sigma
  Found the field "sigma"; expected one of kind, mean, sd.
  Did you mean sd?  [field-unknown]`,
  ],
  [
    'a lognormal without a spread',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1 }',
    `tiny.yaml:10:27  uncertainties.pace.distribution.kind
  Found neither sigma nor p90; expected one of sigma and p90.  [distribution-wrong]`,
  ],
  [
    'a lognormal with two spreads',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1, sigma: 0.1, p90: 2 }',
    `tiny.yaml:10:66  uncertainties.pace.distribution.p90
  Found sigma and p90; expected one of sigma and p90.  [distribution-wrong]`,
  ],
  [
    'nine tenths below the median',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1, p90: 0.5 }',
    `tiny.yaml:10:54  uncertainties.pace.distribution.p90
  Found a p90 of 0.5 and a median of 1; expected p90 above the median.  [distribution-wrong]`,
  ],
  [
    'quantiles that fall',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: quantiles, values: [0.5, 1, 0.9] }',
    `tiny.yaml:10:46  uncertainties.pace.distribution.values
  Found 1, then 0.9; expected two or more values in rising order.  [distribution-wrong]`,
  ],
  [
    'quantiles of nothing',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: quantiles }',
    `tiny.yaml:10:27  uncertainties.pace.distribution.kind
  Found neither values nor file; expected either values, or file with column.  [distribution-wrong]`,
  ],
  [
    'too few odds',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: discrete, values: [1, 2], odds: [0.5] }',
    `tiny.yaml:10:59  uncertainties.pace.distribution.odds
  Found 1 odds for 2 values; expected as many odds as values.  [distribution-wrong]`,
  ],
  [
    'odds above one',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: discrete, values: [1, 2], odds: [0.5, 0.6] }',
    `tiny.yaml:10:59  uncertainties.pace.distribution.odds
  Found odds that add up to 1.1; expected odds that add up to 1.  [distribution-wrong]`,
  ],
  [
    'odds in percent',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: discrete, values: [1, 2], odds: [50, 50] }',
    `tiny.yaml:10:59  uncertainties.pace.distribution.odds
  Found odds that add up to 100; expected odds that add up to 1.
  Write shares: 0.25, not 25.  [distribution-wrong]`,
  ],
  [
    'no values',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: discrete, values: [], odds: [1] }',
    `tiny.yaml:10:45  uncertainties.pace.distribution.values
  Found an empty list; expected a list of at least 1.  [too-short]`,
  ],
  [
    'a value that is a text',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, values: [1, x] }',
    `tiny.yaml:10:50  uncertainties.pace.distribution.values.1
  Found "x"; expected a number.  [type-wrong]`,
  ],
  [
    'observations from nowhere',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical }',
    `tiny.yaml:10:27  uncertainties.pace.distribution.kind
  Found neither values nor file; expected either values, or file with column.  [distribution-wrong]`,
  ],
  [
    'observations from two places',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, values: [1], file: seen.csv }',
    `tiny.yaml:10:57  uncertainties.pace.distribution.file
  Found values and file; expected either values, or file with column.  [distribution-wrong]`,
  ],
  [
    'a file without a column',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found a file without a column; expected the name of its column as \`column:\`.  [distribution-wrong]`,
  ],
  [
    'a truncation that leaves nothing',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: truncated, of: { kind: normal, mean: 0, sd: 1 }, low: 50, high: 60 }',
    `tiny.yaml:10:81  uncertainties.pace.distribution.low
  Found a range in which the distribution has no odds; expected low and high with some of the distribution between them.  [range-without-odds]`,
  ],
  [
    'bounds of logarithms the wrong way round',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: loguniform, low: 2, high: 1 }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.low
  Found low 2 and high 1; expected low below high.  [distribution-wrong]`,
  ],
  [
    'half a trial',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: binomial, trials: 2.5, odds: 0.5 }',
    `tiny.yaml:10:45  uncertainties.pace.distribution.trials
  Found 2.5; expected a whole number.  [type-wrong]`,
  ],
  [
    'odds in per cent',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: geometric, odds: 25 }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.odds
  Found 25; expected a number below 1.  [too-large]`,
  ],
  [
    'a truncation between two whole numbers',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: truncated, of: { kind: poisson, mean: 3 }, low: 2.2, high: 2.8 }',
    `tiny.yaml:10:75  uncertainties.pace.distribution.low
  Found a range in which the distribution has no odds; expected low and high with some of the distribution between them.  [range-without-odds]`,
  ],
  [
    'a shape that no one means',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: beta, alpha: 1e300, beta: 1 }',
    `tiny.yaml:10:40  uncertainties.pace.distribution.alpha
  Found 1e+300; expected a number of at most 1000000.  [too-large]`,
  ],
  [
    'numbers too far apart',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: uniform, low: -1e308, high: 1e308 }',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found draws of Infinity; expected a distribution of ordinary numbers.
  Some of its numbers are too large.  [distribution-wrong]`,
  ],
  [
    'a spread without end',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1, sigma: 1e300 }',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found draws of Infinity; expected a distribution of ordinary numbers.
  Some of its numbers are too large.  [distribution-wrong]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
