/** Rows given twice or not at all, and sums that are not right: every word of every answer. */
import { expect, it } from 'vitest'
import { answerTo, change, withCopy } from './tiny-folder.js'

const SLIPS: [title: string, file: string, from: string, to: string, answer: string][] = [
  [
    'a travel time from a city to itself',
    'travel_times.csv',
    'A,B,,2',
    'A,A,,2',
    `data/travel_times.csv:2:3  column to
  Found "A"; expected another city than in column from.  [places-same]`,
  ],
  [
    'a row given twice',
    'groups.csv',
    'coast,B',
    'both,B',
    `data/groups.csv:4:1  column group
  Found a second row for both, B; the first is on line 3; expected one row for each group and code.  [row-twice]`,
  ],
  [
    'the way back of a pair already given',
    'travel_times.csv',
    'A,B,alpha_beta,1',
    'B,A,,1',
    `data/travel_times.csv:3:1  column from
  Found a second row for A, B; the first is on line 2; expected one row for each from, to and line.  [row-twice]`,
  ],
  [
    'shares that do not add up to one',
    'destinations.csv',
    'A,B,0.2',
    'A,B,0.3',
    `data/destinations.csv:2:10  column value
  Found a sum of 1.1 over the rows from A in 2020; expected a sum of 1, with the row to outside.  [rows-not-one]`,
  ],
  [
    'a schedule that does not add up to one',
    'schedules.csv',
    'tests,0.01',
    'tests,0.02',
    `data/schedules.csv:2:1  column name
  Found a sum of 1.01 over the ages of "flat", male; expected a sum of 1: the level is set by the scenario.  [rows-not-one]`,
  ],
  [
    'arrivals that do not add up to one',
    'schedules.csv',
    '0,0.05,0.05',
    '0,0,0.05',
    `data/schedules.csv:6:1  column name
  Found a sum of 0.95 over both sexes of "arrivals"; expected a sum of 1, since they are of either sex.  [rows-not-one]`,
  ],
  [
    'counties that do not add up to their city',
    'census.csv',
    'A1,A,county,2020,13000,8000',
    'A1,A,county,2020,13000,8100',
    `data/census.csv:3:21  column urban
  Found 11000 people; expected 11100, the sum of the 2 places inside A in 2020.
  The sum is 100 more.  [sums-do-not-agree]`,
  ],
  [
    'cities that do not add up to the region',
    'census.csv',
    'T,,region,2020,38000,14000',
    'T,,region,2020,38000,13999',
    `data/census.csv:2:22  column urban
  Found 13999 people; expected 14000, the sum of the 2 places inside T in 2020.
  The sum is 1 more.  [sums-do-not-agree]`,
  ],
  [
    'age groups that do not add up to everyone',
    'census.csv',
    '1000,11000,1000',
    '1000,11000,900',
    `data/census.csv:5:18  column population
  Found 13000 people; expected 12900, the sum of age_0_14 + age_15_59 + age_60_plus of A1 in 2020.
  The sum is 100 less.  [sums-do-not-agree]
data/census.csv:3:50  column age_60_plus
  Found 2000 people; expected 1900, the sum of the 2 places inside A in 2020.
  The sum is 100 less.  [sums-do-not-agree]`,
  ],
  [
    'people who differ from the census',
    'population.csv',
    'tests,0,0,0,0,0,1000',
    'tests,0,0,0,0,0,1003',
    `data/census.csv:3:15  column population
  Found 23000 people; expected 23003, the sum of population.csv for A in 2020.
  The sum is 3 more.  [sums-do-not-agree]
data/census.csv:3:27  column male
  Found 11500 people; expected 11503, the sum of population.csv for A in 2020.
  The sum is 3 more.  [sums-do-not-agree]`,
  ],
  [
    'a table with a header alone',
    'fertility.csv',
    '*',
    'year,code,unit,source,quality,note,20,21\n',
    `data/fertility.csv
  Found no row at all; expected rows under the names of the columns.  [rows-missing]`,
  ],
  [
    'a city without rows',
    'homes.csv',
    '2020,B,A,0.25,share,S_TEST,judgement,made for tests\n2020,B,B,0.5,share,S_TEST,judgement,made for tests\n2020,B,outside,0.25,share,S_TEST,judgement,made for tests\n',
    '',
    `data/homes.csv
  Found no row from B in 2020; expected rows from every city.  [rows-missing]`,
  ],
  [
    'a sex without a row',
    'away.csv',
    '2020,B,female',
    '2020,B,male',
    `data/away.csv:5:1  column year
  Found a second row for 2020, B, male; the first is on line 4; expected one row for each year, code and sex.  [row-twice]
data/away.csv
  Found no row for 2020, B, female; expected one for each year, code and sex.  [rows-missing]`,
  ],
  [
    'a base year without people',
    'data.yaml',
    'base_year: 2020',
    'base_year: 2021',
    `data/population.csv
  Found no row for 2021; expected people of the base year that data.yaml names.  [rows-missing]
data/away.csv
  Found no row for 2021; expected people away in the base year that data.yaml names.  [rows-missing]`,
  ],
  [
    'no sex ratio at birth',
    'values.csv',
    'T,sex_ratio_at_birth',
    'T,sex_ratio',
    `data/values.csv
  Found no row for sex_ratio_at_birth, T; expected boys per girl at birth in the region, for at least one year.  [rows-missing]`,
  ],
]

it.each(SLIPS)('answers %s', (_, file, from, to, answer) => {
  withCopy((folder) => {
    change(folder, file, from, to)
    expect(answerTo(folder)).toBe(answer)
  })
})
