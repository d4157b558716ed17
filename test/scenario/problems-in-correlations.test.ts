/** Reasons and names of uncertainties, and their correlations: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
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
  Found a list of 1; expected a text.  [type-wrong]`,
  ],
  [
    'a name with a capital',
    '  pace:',
    '  Pace:',
    `tiny.yaml:7:3  uncertainties.Pace
  Found the name "Pace"; expected a name of lower-case letters, digits and _ that begins with a letter.
  Write pace.  [name-wrong]`,
  ],
  [
    'a misspelt uncertainty in a correlation',
    'between: [pace, on_time]',
    'between: [pace, on_tme]',
    `tiny.yaml:20:23  correlations.0.between.1
  Found the uncertainty "on_tme"; expected a name under \`uncertainties:\`.
  Did you mean on_time?  [uncertainty-unknown]`,
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
  Found a list of 1; expected a list of at least 2.  [too-short]`,
  ],
  [
    'a correlation of three, one of them no uncertainty',
    'between: [pace, on_time]',
    'between: [pace, on_time, schools]',
    `tiny.yaml:20:32  correlations.0.between.2
  Found the uncertainty "schools"; expected a name under \`uncertainties:\`.  [uncertainty-unknown]`,
  ],
  [
    'a correlation of very many',
    'between: [pace, on_time]',
    `between: [${Array(51).fill('pace').join(', ')}]`,
    `tiny.yaml:20:16  correlations.0.between
  Found a list of 51; expected a list of at most 50.  [too-long]`,
  ],
  [
    'one of three twice',
    'between: [pace, on_time]',
    'between: [pace, on_time, pace]',
    `tiny.yaml:20:16  correlations.0.between
  Found pace twice; expected two uncertainties.  [correlation-itself]
tiny.yaml:20:16  correlations.0.between
  Found on_time and pace a second time; expected each pair once.  [correlation-twice]`,
  ],
  [
    'a pair as a text',
    'between: [pace, on_time]',
    'between: pace',
    `tiny.yaml:20:16  correlations.0.between
  Found "pace"; expected a list.  [type-wrong]`,
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
  Write 30, or 0.3 where a share is meant.  [type-wrong]`,
  ],
  [
    'a pair twice',
    '  - { between: [pace, on_time], rank: 0.3 }',
    `  - { between: [pace, on_time], rank: 0.3 }
  - { between: [on_time, pace], rank: 0.2 }`,
    `tiny.yaml:21:16  correlations.1.between
  Found on_time and pace a second time; expected each pair once.  [correlation-twice]`,
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
  Found a map of between, rank; expected a list.  [type-wrong]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
