/** Slips of a planner who writes the file by hand: what each answer says to do. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const YEAR = 'Write 2023: a year stands for its 31 December.'

it.each([
  ['a date with slashes', 'threshold: 300, year: 2023', 'threshold: 300, year: 2023/12/31', YEAR],
  ['a date with hyphens', 'threshold: 300, year: 2023', 'threshold: 300, year: 2023-12-31', YEAR],
  ['a year with its word', 'threshold: 300, year: 2023', 'threshold: 300, year: 2023年', YEAR],
  [
    'an indicator by its title',
    'indicator: urban_share, comparator',
    'indicator: 城镇化率, comparator',
    'Did you mean urban_share? Its title is 城镇化率.',
  ],
  [
    'an indicator by a title with a slip in it',
    'indicator: urban_share, comparator',
    'indicator: 城镇化律, comparator',
    'Did you mean urban_share? Its title is 城镇化率.',
  ],
  [
    'an indicator with a Chinese name',
    '  urban_share:',
    '  城镇化率:',
    'Names are short English words; Chinese goes into `title:`.',
  ],
  [
    'starts by city',
    'starts: { 2021: 2, 2022: 1 }',
    'starts: { 2021: { East: 2 }, 2022: 1 }',
    'Did you mean by_city?',
  ],
  [
    'starts as a list',
    'starts: { 2021: 2, 2022: 1 }',
    'starts: [2, 1]',
    'Write `starts: { 2021: 2, 2022: 2 }`, by year.',
  ],
  [
    'no space behind a colon',
    '    opening: data',
    '    opening:data',
    'Write a space behind the colon: `opening: ...`.',
  ],
  [
    'a path of Windows',
    'data: ../tiny',
    String.raw`data: "C:\plan\data"`,
    'Write paths with /, as in `data: ../data`.',
  ],
])('says what to do of %s', (_, from, to, hint) => {
  const answer = answerToChange(from, to)
  expect(answer).toContain(hint)
  expect(answer.match(/Found/g)).toHaveLength(1)
})
