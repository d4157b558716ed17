/** Cells that are not what they should be: every word of every answer. */
import { expect, it } from 'vitest'
import { answerTo, change, withCopy } from './tiny-folder.js'

const SLIPS: [title: string, file: string, from: string, to: string, answer: string][] = [
  [
    'a number with a comma in it',
    'population.csv',
    '2020,A,rural,male,person,S_TEST,judgement,made for tests,0,0,0,0,0,1000',
    '2020,A,rural,male,person,S_TEST,judgement,made for tests,0,0,0,0,0,"1,000"',
    `data/population.csv:2:68  column 5
  Found "1,000"; expected a number.
  Write 1000.  [not-a-number]`,
  ],
  [
    'a word where a number should be',
    'mortality.csv',
    'made for tests,0.01',
    'made for tests,low',
    `data/mortality.csv:2:57  column 0
  Found "low"; expected a number.  [not-a-number]`,
  ],
  [
    'an empty cell where a number should be',
    'values.csv',
    '2020,2000,place',
    '2020,,place',
    `data/values.csv:3:22  column value
  Found an empty cell; expected a number.
  Every cell needs a number.  [not-a-number]`,
  ],
  [
    'a percentage',
    'destinations.csv',
    'A,A,0.6,',
    'A,A,60%,',
    `data/destinations.csv:2:10  column value
  Found "60%"; expected a number.
  Write 0.6.  [not-a-number]`,
  ],
  [
    'a percentage of boys',
    'values.csv',
    'sex_ratio_at_birth,2020,1,',
    'sex_ratio_at_birth,2020,106%,',
    `data/values.csv:2:27  column value
  Found "106%"; expected a number.
  Write 1.06, boys for one girl.  [not-a-number]`,
  ],
  [
    'a percentage that may be one or a share',
    'values.csv',
    '2020,2000,place',
    '2020,57.3%,place',
    `data/values.csv:3:22  column value
  Found "57.3%"; expected a number.
  Write 57.3 with the unit percent, or 0.573 with the unit share.  [not-a-number]`,
  ],
  [
    'a percentage of people',
    'population.csv',
    'tests,0,0,0,0,0,1000',
    'tests,0,0,0,0,0,60%',
    `data/population.csv:2:68  column 5
  Found "60%"; expected a number.
  Write a plain number, without the percent sign.  [not-a-number]`,
  ],
  [
    'a promise of a percentage',
    'commitments.csv',
    '~=,40,pct',
    '~=,40%,pct',
    `data/commitments.csv:2:90  column threshold
  Found "40%"; expected a number.
  Write 40, and pct in the column unit.  [not-a-number]`,
  ],
  [
    'a deadline with slashes',
    'commitments.csv',
    'pct,2023-12-31',
    'pct,2023/12/31',
    `data/commitments.csv:2:97  column deadline
  Found "2023/12/31"; expected a year or a day, such as 2025 or 2025-12-31, or an empty cell.
  Write 2023-12-31.  [deadline-wrong]`,
  ],
  [
    'a deadline at the end of a year',
    'commitments.csv',
    'pct,2023-12-31',
    'pct,2023年底',
    `data/commitments.csv:2:97  column deadline
  Found "2023年底"; expected a year or a day, such as 2025 or 2025-12-31, or an empty cell.
  Write 2023.  [deadline-wrong]`,
  ],
  [
    'a deadline that is no date',
    'commitments.csv',
    'pct,2023-12-31',
    'pct,soon',
    `data/commitments.csv:2:97  column deadline
  Found "soon"; expected a year or a day, such as 2025 or 2025-12-31, or an empty cell.  [deadline-wrong]`,
  ],
  [
    'fewer than no people',
    'population.csv',
    'tests,0,0,0,0,0,1000',
    'tests,-1,0,0,0,0,1000',
    `data/population.csv:2:58  column 0
  Found -1; expected zero people or more.  [people-negative]`,
  ],
  [
    'a share above one',
    'destinations.csv',
    'A,A,0.6,share',
    'A,A,60,share',
    `data/destinations.csv:2:10  column value
  Found 60; expected a share from 0 to 1.
  If this is 60 percent, write 0.6.  [share-out-of-range]`,
  ],
  [
    'a death rate per thousand',
    'mortality.csv',
    'tests,0.01',
    'tests,10',
    `data/mortality.csv:2:57  column 0
  Found 10; expected deaths per person-year, from 0 to 3.
  If this is 10 per thousand, write 0.01.  [rate-out-of-range]`,
  ],
  [
    'boys per hundred girls',
    'values.csv',
    'sex_ratio_at_birth,2020,1,',
    'sex_ratio_at_birth,2020,105,',
    `data/values.csv:2:27  column value
  Found 105; expected boys per girl from 0.8 to 1.5, such as 1.05.
  If this is for 100 girls, write 1.05.  [rate-out-of-range]`,
  ],
  [
    'a year that is none',
    'fertility.csv',
    '2020,T',
    '20,T',
    `data/fertility.csv:2:1  column year
  Found 20; expected a year, such as 2020.  [year-wrong]`,
  ],
  [
    'a travel time of zero hours',
    'travel_times.csv',
    'A,B,,2,',
    'A,B,,0,',
    `data/travel_times.csv:2:6  column hours
  Found 0; expected more than 0 hours, up to 1000.  [hours-out-of-range]`,
  ],
  [
    'a longitude beyond the earth',
    'places.csv',
    '100,20,0,0',
    '1000,20,0,0',
    `data/places.csv:3:16  column longitude
  Found 1000; expected degrees from -180 to 180.  [place-not-on-earth]`,
  ],
  [
    'a tile left of the grid',
    'places.csv',
    '100,20,0,0',
    '100,20,-1,0',
    `data/places.csv:3:23  column column
  Found -1; expected a place on the grid, from 0.  [place-not-on-grid]`,
  ],
  [
    'a place without a name',
    'places.csv',
    'Alpha,甲',
    ',',
    `data/places.csv:3:8  column name_en
  Found an empty cell; expected a name in English or Chinese.  [cell-empty]`,
  ],
  [
    'a name that no table has room for',
    'places.csv',
    'Alpha,甲',
    `${'Alpha'.repeat(201)},甲`,
    `data/places.csv:3:8  column name_en
  Found a text of 1005 characters; expected a text of at most 600 characters.  [too-long]`,
  ],
  [
    'an unknown unit',
    'values.csv',
    '2000,place',
    '2000,places',
    `data/values.csv:3:27  column unit
  Found "places"; expected a unit such as person, bed / person, 1 / year, share.
  Did you mean "place"?  [unit-unknown]`,
  ],
  [
    'a unit that does not fit the table',
    'mortality.csv',
    'mx,1 / year',
    'mx,per_thousand',
    `data/mortality.csv:2:16  column unit
  Found "per_thousand"; expected 1 / year.
  Write the numbers as shares or rates, and the unit with them.  [unit-wrong]`,
  ],
  [
    'two units for one value',
    'values.csv',
    '1000,place',
    '1000,person',
    `data/values.csv:4:27  column unit
  Found "person"; expected place as for the other rows of "school_places".  [unit-wrong]`,
  ],
  [
    'an unknown source',
    'values.csv',
    '2000,place,S_TEST',
    '2000,place,S_TSET',
    `data/values.csv:3:33  column source
  Found "S_TSET"; expected an id of sources.csv.
  Did you mean "S_TEST"?  [source-unknown]`,
  ],
  [
    'one unknown source among two',
    'values.csv',
    '2000,place,S_TEST',
    '2000,place,S_TEST;S_NEW',
    `data/values.csv:3:33  column source
  Found "S_NEW"; expected an id of sources.csv.
  Add a row with this id to sources.csv.  [source-unknown]`,
  ],
  [
    'an unknown quality',
    'values.csv',
    '2000,place,S_TEST,judgement',
    '2000,place,S_TEST,judgment',
    `data/values.csv:3:40  column quality
  Found "judgment"; expected one of data, estimate, judgement.
  Did you mean "judgement"?  [quality-unknown]`,
  ],
  [
    'an unknown place',
    'groups.csv',
    'both,B',
    'both,C',
    `data/groups.csv:3:6  column code
  Found the place "C"; expected a city code: A and B.  [place-unknown]`,
  ],
  [
    'the name of a place for its code',
    'groups.csv',
    'both,B',
    'both,Beta',
    `data/groups.csv:3:6  column code
  Found the place "Beta"; expected a city code: A and B.
  Write the code of Beta, B.  [place-unknown]`,
  ],
  [
    'the region where a city is wanted',
    'groups.csv',
    'both,B',
    'both,T',
    `data/groups.csv:3:6  column code
  Found the place "T"; expected a city code: A and B.
  This table wants a row for each city.  [place-unknown]`,
  ],
  [
    'an unknown kind of place',
    'places.csv',
    'A,city',
    'A,town',
    `data/places.csv:3:3  column kind
  Found "town"; expected one of region, city.  [kind-unknown]`,
  ],
  [
    'an unknown status',
    'population.csv',
    'A,migrant,male',
    'A,migrnat,male',
    `data/population.csv:8:8  column status
  Found "migrnat"; expected one of rural, reclassified, registered, migrant.
  Did you mean "migrant"?  [status-unknown]`,
  ],
  [
    'an unknown sex',
    'mortality.csv',
    'T,female',
    'T,women',
    `data/mortality.csv:3:8  column sex
  Found "women"; expected one of male, female.  [sex-unknown]`,
  ],
  [
    'an unknown measure',
    'mortality.csv',
    'female,mx',
    'female,qx',
    `data/mortality.csv:3:15  column measure
  Found "qx"; expected one of mx, survival.  [measure-unknown]`,
  ],
  [
    'two measures in one table',
    'mortality.csv',
    'female,mx',
    'female,survival',
    `data/mortality.csv:3:15  column measure
  Found "survival"; expected mx as above.  [measures-mixed]`,
  ],
  [
    'an unknown line',
    'travel_times.csv',
    'alpha_beta',
    'alphabeta',
    `data/travel_times.csv:3:5  column line
  Found the line "alphabeta"; expected a line of lines.csv: alpha_beta.
  Did you mean "alpha_beta"?  [line-unknown]`,
  ],
]

it.each(SLIPS)('answers %s', (_, file, from, to, answer) => {
  withCopy((folder) => {
    change(folder, file, from, to)
    expect(answerTo(folder)).toBe(answer)
  })
})
