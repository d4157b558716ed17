/** The first fields of a scenario, missing, unknown or of the wrong kind: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'a title in no language',
    'title: { en: Two tiny cities, zh: 两座小城 }',
    'title: {}',
    `tiny.yaml:2:1  title.en
  Found no field "en"; expected one, since it has no default.  [field-missing]
tiny.yaml:2:1  title.zh
  Found no field "zh"; expected one, since it has no default.  [field-missing]`,
  ],
  [
    'a title that is a number',
    'title: { en: Two tiny cities, zh: 两座小城 }',
    'title: 2023',
    `tiny.yaml:2:8  title
  Found 2023; expected a map of fields.
  Write \`title: { en: ..., zh: ... }\`.  [type-wrong]`,
  ],
  [
    'a title with a language under another name',
    'title: { en: Two tiny cities, zh: 两座小城 }',
    'title: { en: Two tiny cities, cn: 两座小城 }',
    `tiny.yaml:2:31  title.cn
  Found the field "cn"; expected one of en, zh.
  Did you mean zh?  [field-unknown]`,
  ],
  [
    'a title that says nothing',
    'title: { en: Two tiny cities, zh: 两座小城 }',
    'title: { en: Two tiny cities, zh: "" }',
    `tiny.yaml:2:35  title.zh
  Found an empty text; expected one that says something.  [too-short]`,
  ],
  [
    'a title that no table has room for',
    'title: { en: Two tiny cities, zh: 两座小城 }',
    `title: { en: Two tiny cities, zh: ${'两座小城'.repeat(251)} }`,
    `tiny.yaml:2:35  title.zh
  Found a text of 1004 characters; expected a text of at most 600 characters.  [too-long]`,
  ],
  [
    'no title',
    `title: { en: Two tiny cities, zh: 两座小城 }
`,
    '',
    `tiny.yaml:2:1  title
  Found no field "title"; expected one, since it has no default.
  Write \`title: { en: ..., zh: ... }\`.  [title-missing]`,
  ],
  [
    'no data folder named',
    `data: ../tiny
`,
    '',
    `tiny.yaml:2:1  data
  Found no field "data"; expected one, since it has no default.  [field-missing]`,
  ],
  [
    'a data folder that is a number',
    'data: ../tiny',
    'data: 3',
    `tiny.yaml:3:7  data
  Found 3; expected a text.  [type-wrong]`,
  ],
  [
    'a data folder that is not there',
    'data: ../tiny',
    'data: ../nowhere',
    `tiny.yaml:3:7  data
  Found no folder of this name; expected a data folder.
  The path is taken from the folder of this file.  [folder-missing]`,
  ],
  [
    'a file for a data folder',
    'data: ../tiny',
    'data: tiny.yaml',
    `tiny.yaml:3:7  data
  Found a file; expected a data folder.
  The path is taken from the folder of this file.  [folder-missing]`,
  ],
  [
    'years as a text',
    'years: { from: 2020, to: 2023 }',
    'years: 2020-2023',
    `tiny.yaml:4:8  years
  Found "2020-2023"; expected a map of fields.
  Write \`years: { from: 2020, to: 2025 }\`.  [type-wrong]`,
  ],
  [
    'a year in quotation marks',
    'years: { from: 2020, to: 2023 }',
    'years: { from: "2020", to: 2023 }',
    `tiny.yaml:4:16  years.from
  Found "2020"; expected a number.
  Write a plain number, without quotation marks.  [type-wrong]`,
  ],
  [
    'half a year',
    'years: { from: 2020, to: 2023 }',
    'years: { from: 2020.5, to: 2023 }',
    `tiny.yaml:4:16  years.from
  Found 2020.5; expected a whole number.  [type-wrong]`,
  ],
  [
    'a year far off',
    'years: { from: 2020, to: 2023 }',
    'years: { from: 2020, to: 3000 }',
    `tiny.yaml:4:26  years.to
  Found 3000; expected a number of at most 2300.  [too-large]`,
  ],
  [
    'no last year',
    'years: { from: 2020, to: 2023 }',
    'years: { from: 2020 }',
    `tiny.yaml:4:1  years.to
  Found no field "to"; expected one, since it has no default.  [field-missing]`,
  ],
  [
    'no draws',
    'draws: 200',
    'draws: 0',
    `tiny.yaml:5:15  run.draws
  Found 0; expected a number of 1 or more.  [too-small]`,
  ],
  [
    'more draws than can be meant',
    'draws: 200',
    'draws: 1e9',
    `tiny.yaml:5:15  run.draws
  Found 1000000000; expected a number of at most 10000000.  [too-large]`,
  ],
  [
    'draws with a comma in the number',
    'draws: 200',
    'draws: 1,000',
    `tiny.yaml:5:17  run.0
  Found the field "0"; expected one of draws, seed, design, design_options.
  Write numbers without commas: 1000, not 1,000.  [field-unknown]`,
  ],
  [
    'endless draws',
    'draws: 200',
    'draws: .inf',
    `tiny.yaml:5:15  run.draws
  Found Infinity; expected an ordinary number.  [type-wrong]`,
  ],
  [
    'draws that are no number',
    'draws: 200',
    'draws: .nan',
    `tiny.yaml:5:15  run.draws
  Found NaN; expected an ordinary number.  [type-wrong]`,
  ],
  [
    'a misspelt field',
    'draws: 200',
    'drawz: 200',
    `tiny.yaml:5:8  run.drawz
  Found the field "drawz"; expected one of draws, seed, design, design_options.
  Did you mean draws?  [field-unknown]`,
  ],
  [
    'a design that there is not',
    'seed: 7',
    'design: lathin_hypercube',
    `tiny.yaml:5:28  run.design
  Found "lathin_hypercube"; expected one of random, latin_hypercube, halton, sobol, plain_halton, plain_sobol, saltelli, morris, efast, factorial, fractional_factorial, one_at_a_time, table.
  Did you mean latin_hypercube?  [not-one-of]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
