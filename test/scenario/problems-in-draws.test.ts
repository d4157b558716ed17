/** Files of draws: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string, beside?: Record<string, string>][] = [
  [
    'a file that is not there',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found no file seen.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
  ],
  [
    'a folder',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: ., column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found a folder at .; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
  ],
  [
    'a file that is no CSV',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found seen.csv, which is no CSV; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    {
      'seen.csv': `pace
"1
`,
    },
  ],
  [
    'no rows',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found no rows in seen.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    {
      'seen.csv': `pace
`,
    },
  ],
  [
    'another column',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found no column "pace" in seen.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    {
      'seen.csv': `speed,year
1,2020
`,
    },
  ],
  [
    'a cell that is no number',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found "fast" in row 2 of column "pace" of seen.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    {
      'seen.csv': `pace
1
fast
`,
    },
  ],
  [
    'an empty cell',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found an empty cell in row 2 of column "pace" of seen.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    {
      'seen.csv': `pace,year
1,2020
,2021
`,
    },
  ],
  [
    'a cell that is none of our business',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: root }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found "someone:x:1000:1000:..." in row 1 of column "root" of seen.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    {
      'seen.csv': `root
someone:x:1000:1000:someone:/home/someone:/bin/sh
`,
    },
  ],
  [
    'a line without end',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:10:44  uncertainties.pace.distribution.file
  Found a line of more than 100000 characters in seen.csv; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
    { 'seen.csv': ','.repeat(100001) },
  ],
  [
    'a file cut off by truncation',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: truncated, of: { kind: empirical, file: seen.csv, column: pace }, low: 0, high: 1 }',
    `tiny.yaml:10:19  uncertainties.pace.distribution
  Found a truncated column of a file; expected the whole column of a file of draws.
  Leave rows out of the file instead.  [joint-truncated]`,
    {
      'seen.csv': `pace
1
0.5
`,
    },
  ],
  [
    'a file correlated with another uncertainty',
    '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }',
    '{ kind: empirical, file: seen.csv, column: pace }',
    `tiny.yaml:20:16  correlations.0.between
  Found pace, drawn from a file by the row; expected uncertainties without a file of draws.
  Columns of one file go together as they were observed.  [correlation-joint]`,
    {
      'seen.csv': `pace
1
0.5
`,
    },
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer, beside) => {
  expect(answerToChange(from, to, beside)).toBe(answer)
})

it.each([
  [
    'a misspelt column',
    'pase,on_time\n1,0.7\n',
    `tiny.yaml:7:27  run.design_options.file
  Found the column "pase"; expected one of the uncertainties and levers: pace, on_time, schools.
  Did you mean pace?  [column-unknown]`,
  ],
  [
    'a column without a name',
    ',pace\n0,1\n',
    `tiny.yaml:7:27  run.design_options.file
  Found a column without a name; expected one of the uncertainties and levers: pace, on_time, schools.
  A column that numbers the rows is called draw.  [column-unknown]`,
  ],
  [
    'a value beyond the ends of a distribution',
    'pace\n1\n7\n',
    `tiny.yaml:7:27  run.design_options.file
  Found 7 in row 2 of column "pace"; expected 0.5 to 1.5, between its ends in the scenario.
  Give the distribution, or the lever, wider ends if this is meant.  [draws-outside-range]`,
  ],
  [
    'a doubled column',
    'pace,pace\n1,0.7\n',
    `tiny.yaml:7:27  run.design_options.file
  Found a second column "pace" in mine.csv; expected a table of numbers, CSV or Parquet, with columns named as uncertainties are.  [draws-unreadable]
tiny.yaml:7:27  run.design_options.file
  Found a table without a column that is an uncertainty; expected columns named as uncertainties are.  [table-missing]`,
  ],
  [
    'a number in another base',
    'pace,on_time\n0x1,0.7\n',
    `tiny.yaml:7:27  run.design_options.file
  Found "0x1" in row 1 of column "pace" of mine.csv; expected a table of numbers, CSV or Parquet, with columns named as uncertainties are.  [draws-unreadable]`,
  ],
  [
    'a row that is too long',
    'pace,on_time\n1,0.7\n1,0,7\n',
    `tiny.yaml:7:27  run.design_options.file
  Found 3 cells on line 3 of mine.csv, which has 2 columns; expected a table of numbers, CSV or Parquet, with columns named as uncertainties are.  [draws-unreadable]
tiny.yaml:7:27  run.design_options.file
  Found a table without a column that is an uncertainty; expected columns named as uncertainties are.  [table-missing]`,
  ],
  [
    'lines that end in two ways, and blank columns behind the last',
    'pace,on_time,\r\n1,0.7,\n0.9,0.8,\n',
    'a plan of 2 policies',
  ],
  ['a column that numbers the rows', 'draw,pace\n0,1\n', 'a plan of 2 policies'],
])('answers %s of a table of draws', (_, table, answer) => {
  const run = 'run:\n  design: table\n  design_options: { file: mine.csv }\n'
  expect(answerToChange('run: { draws: 200, seed: 7 }\n', run, { 'mine.csv': table })).toBe(answer)
})

it('tells a few of the columns of a file that is another one', () => {
  const table = 'pace,a1,b1,c1,d1,e1,f1\n1,1,1,1,1,1,1\n'
  const run = 'run:\n  design: table\n  design_options: { file: mine.csv }\n'
  const answer = answerToChange('run: { draws: 200, seed: 7 }\n', run, { 'mine.csv': table })
  expect(answer.match(/one of 6 that are no uncertainty or lever/g)).toHaveLength(5)
})
