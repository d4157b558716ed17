/** Years, targets and commitments: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'years the wrong way round',
    'years: { from: 2020, to: 2023 }',
    'years: { from: 2020, to: 2019 }',
    `tiny.yaml:4:26  years.to
  Found 2020 to 2019; expected a last year after the base year.  [years-backwards]`,
  ],
  [
    'no year to live',
    'years: { from: 2020, to: 2023 }',
    'years: { from: 2020, to: 2020 }',
    `tiny.yaml:4:26  years.to
  Found 2020 to 2020; expected a last year after the base year.  [years-backwards]`,
  ],
  [
    'a series with a year outside',
    'by_year: { 2021: 0, 2023: 0.02 }',
    'by_year: { 2021: 0, 2033: 0.02 }',
    `tiny.yaml:38:45  population.levels.reclassification.by_year.2033
  Found the year 2033; expected a year from 2020 to 2023.  [year-outside]`,
  ],
  [
    'a series with many years outside',
    'by_year: { 2021: 0, 2023: 0.02 }',
    'by_year: { 2018: 0, 2019: 0, 2033: 0.02 }',
    `tiny.yaml:38:36  population.levels.reclassification.by_year.2018
  Found the year 2018 and 2 more outside; expected a year from 2020 to 2023.  [year-outside]`,
  ],
  [
    'a misspelt indicator',
    'id: urban-share, indicator: urban_share',
    'id: urban-share, indicator: urban_shares',
    `tiny.yaml:81:35  targets.urban-share.indicator
  Found the indicator "urban_shares"; expected a name under \`indicators:\`.
  Did you mean urban_share?  [indicator-unknown]`,
  ],
  [
    'a target twice',
    '  - { id: one-hour',
    `  - { id: school-places, indicator: hours, comparator: at_most, threshold: 1, year: 2023 }
  - { id: one-hour`,
    `tiny.yaml:83:11  targets.2.id
  Found the target "school-places" a second time; expected each id once.  [target-twice]`,
  ],
  [
    'a target in a year outside',
    'year: 2023 }',
    'year: 2033 }',
    `tiny.yaml:81:102  targets.urban-share.year
  Found the year 2033; expected a year from 2020 to 2023.  [year-outside]`,
  ],
  [
    'a tolerance that is not used',
    'comparator: about',
    'comparator: at_least',
    `tiny.yaml:81:96  targets.urban-share.tolerance
  Found a tolerance with at_least; expected a tolerance with \`about\` only.  [tolerance-unused]`,
  ],
  [
    'a negative tolerance',
    'tolerance: 1',
    'tolerance: -1',
    `tiny.yaml:81:93  targets.urban-share.tolerance
  Found -1; expected a number of 0 or more.  [too-small]`,
  ],
  [
    'a target that is also without a verdict',
    `targets:
`,
    `commitments:
  urban-share: { assessed: cannot, because: No numbers. }
targets:
`,
    `tiny.yaml:81:3  commitments.urban-share
  Found "urban-share" here and among the targets; expected a commitment in one of them.  [assessed-twice]`,
  ],
  [
    'a commitment without a reason',
    `targets:
`,
    `commitments:
  urban-share: { assessed: cannot, because: No }
targets:
`,
    `tiny.yaml:81:45  commitments.urban-share.because
  Found a text of 2 characters; expected a text of at least 5 characters.  [too-short]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
