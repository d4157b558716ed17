/** Uncertainties, their distributions and correlations: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'a misspelt kind',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: trianglar, low: 0.5, mode: 1, high: 1.5 }',
    `tiny.yaml:10:27  uncertainties.pace.distribution.kind
  Found the kind "trianglar"; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, fixed, truncated.
  Did you mean triangular?  [unknown-distribution]`,
  ],
  [
    'a number for a distribution',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '1',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found 1; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, fixed, truncated.
  Write { kind: fixed, value: 1 }.  [unknown-distribution]`,
  ],
  [
    'no kind',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ low: 0.5, mode: 1, high: 1.5 }',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found a map of low, mode, high; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, fixed, truncated.  [unknown-distribution]`,
  ],
  [
    'a truncation of a truncation',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: truncated, of: { kind: truncated }, low: 0, high: 1 }',
    `tiny.yaml:10:50  uncertainties.pace.distribution.of.kind
  Found the kind "truncated"; expected a map with kind: one of normal, lognormal, uniform, triangular, pert, beta, gamma, discrete, empirical, fixed.  [unknown-distribution]`,
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
  Found low 0.5, mode 2, high 1.5; expected low, mode and high in rising order.  [bad-distribution]`,
  ],
  [
    'ends the wrong way round',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: uniform, low: 2, high: 1.5 }',
    `tiny.yaml:10:41  uncertainties.pace.distribution.low
  Found low 2 and high 1.5; expected low below high.  [bad-distribution]`,
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
  Did you mean sd?  [unknown-field]`,
  ],
  [
    'a lognormal without a spread',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1 }',
    `tiny.yaml:10:27  uncertainties.pace.distribution.kind
  Found neither sigma nor p90; expected one of sigma and p90.  [bad-distribution]`,
  ],
  [
    'a lognormal with two spreads',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1, sigma: 0.1, p90: 2 }',
    `tiny.yaml:10:66  uncertainties.pace.distribution.p90
  Found sigma and p90; expected one of sigma and p90.  [bad-distribution]`,
  ],
  [
    'nine tenths below the median',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1, p90: 0.5 }',
    `tiny.yaml:10:54  uncertainties.pace.distribution.p90
  Found a p90 of 0.5 and a median of 1; expected p90 above the median.  [bad-distribution]`,
  ],
  [
    'too few odds',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: discrete, values: [1, 2], odds: [0.5] }',
    `tiny.yaml:10:59  uncertainties.pace.distribution.odds
  Found 1 odds for 2 values; expected as many odds as values.  [bad-distribution]`,
  ],
  [
    'odds above one',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: discrete, values: [1, 2], odds: [0.5, 0.6] }',
    `tiny.yaml:10:59  uncertainties.pace.distribution.odds
  Found odds that add up to 1.1; expected odds that add up to 1.  [bad-distribution]`,
  ],
  [
    'odds in percent',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: discrete, values: [1, 2], odds: [50, 50] }',
    `tiny.yaml:10:59  uncertainties.pace.distribution.odds
  Found odds that add up to 100; expected odds that add up to 1.
  Write shares: 0.25, not 25.  [bad-distribution]`,
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
  Found "x"; expected a number.  [wrong-type]`,
  ],
  [
    'observations from nowhere',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical }',
    `tiny.yaml:10:27  uncertainties.pace.distribution.kind
  Found neither values nor file; expected either values, or file with column.  [bad-distribution]`,
  ],
  [
    'observations from two places',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, values: [1], file: seen.csv }',
    `tiny.yaml:10:57  uncertainties.pace.distribution.file
  Found values and file; expected either values, or file with column.  [bad-distribution]`,
  ],
  [
    'a file without a column',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found a file without a column; expected the name of its column as \`column:\`.  [bad-distribution]`,
  ],
  [
    'a truncation that leaves nothing',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: truncated, of: { kind: normal, mean: 0, sd: 1 }, low: 50, high: 60 }',
    `tiny.yaml:10:81  uncertainties.pace.distribution.low
  Found a range in which the distribution has no odds; expected low and high with some of the distribution between them.  [no-odds]`,
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
  Some of its numbers are too large.  [bad-distribution]`,
  ],
  [
    'a spread without end',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: lognormal, median: 1, sigma: 1e300 }',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found draws of Infinity; expected a distribution of ordinary numbers.
  Some of its numbers are too large.  [bad-distribution]`,
  ],
  [
    'a reason of one letter',
    'because: Made for tests.',
    'because: x',
    `tiny.yaml:11:14  uncertainties.pace.because
  Found a text of 1 character; expected a text of at least 5 characters.  [too-short]`,
  ],
  [
    'no reason',
    `    because: Made for tests.
`,
    '',
    `tiny.yaml:7:3  uncertainties.pace.because
  Found no field "because"; expected one, since it has no default.  [field-missing]`,
  ],
  [
    'a source that is a list',
    'source: judgement',
    'source: [S_TEST]',
    `tiny.yaml:12:13  uncertainties.pace.source
  Found a list of 1; expected a text.  [wrong-type]`,
  ],
  [
    'a name with a capital',
    '  pace:',
    '  Pace:',
    `tiny.yaml:7:3  uncertainties.Pace
  Found the name "Pace"; expected a name of lower-case letters, digits and _ that begins with a letter.
  Write pace.  [bad-name]`,
  ],
  [
    'a misspelt uncertainty in a correlation',
    'between: [pace, on_time]',
    'between: [pace, on_tme]',
    `tiny.yaml:20:23  correlations.0.between.1
  Found the uncertainty "on_tme"; expected a name under \`uncertainties:\`.
  Did you mean on_time?  [unknown-uncertainty]`,
  ],
  [
    'a correlation with itself',
    'between: [pace, on_time]',
    'between: [pace, pace]',
    `tiny.yaml:20:16  correlations.0.between
  Found pace twice; expected two uncertainties.  [correlation-itself]`,
  ],
  [
    'a correlation of one',
    'between: [pace, on_time]',
    'between: [pace]',
    `tiny.yaml:20:16  correlations.0.between
  Found a list of 1; expected a list of 2.  [too-short]`,
  ],
  [
    'a correlation of three',
    'between: [pace, on_time]',
    'between: [pace, on_time, schools]',
    `tiny.yaml:20:16  correlations.0.between
  Found a list of 3; expected a list of 2.  [too-long]`,
  ],
  [
    'a pair as a text',
    'between: [pace, on_time]',
    'between: pace',
    `tiny.yaml:20:16  correlations.0.between
  Found "pace"; expected a list of two.  [wrong-type]`,
  ],
  [
    'a whole correlation',
    'rank: 0.3',
    'rank: 1',
    `tiny.yaml:20:39  correlations.0.rank
  Found 1; expected a number below 1.  [too-large]`,
  ],
  [
    'a correlation in percent',
    'rank: 0.3',
    'rank: 30%',
    `tiny.yaml:20:39  correlations.0.rank
  Found "30%"; expected a number.
  Write 30, or 0.3 where a share is meant.  [wrong-type]`,
  ],
  [
    'a pair twice',
    '  - { between: [pace, on_time], rank: 0.3 }',
    `  - { between: [pace, on_time], rank: 0.3 }
  - { between: [on_time, pace], rank: 0.2 }`,
    `tiny.yaml:21:16  correlations.1.between
  Found on_time and pace a second time; expected each pair once.  [correlation-repeated]`,
  ],
  [
    'correlations that contradict each other',
    `correlations:
  - { between: [pace, on_time], rank: 0.3 }`,
    `  third:
    title: { en: Third, zh: 第三 }
    unit: ratio
    distribution: { kind: normal, mean: 0, sd: 1 }
    because: Made for tests.
    source: judgement
correlations:
  - { between: [pace, on_time], rank: 0.9 }
  - { between: [on_time, third], rank: 0.9 }
  - { between: [pace, third], rank: -0.9 }`,
    `tiny.yaml:25:1  correlations
  Found correlations of pace, on_time, third that cannot all hold; expected a set of correlations that some draws can have.
  If A goes with B and B with C, A and C cannot go strongly against each other.  [correlation-contradiction]`,
  ],
  [
    'a correlation that is not in a list',
    `correlations:
  - { between: [pace, on_time], rank: 0.3 }`,
    'correlations: { between: [pace, on_time], rank: 0.3 }',
    `tiny.yaml:19:15  correlations
  Found a map of between, rank; expected a list.  [wrong-type]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
