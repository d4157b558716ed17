/** Cities, shares and years that the data folder does not have: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from '../scenario/tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'a line that opens on another date in every city',
    'population:\n',
    'population:\n  lines: { alpha_beta: { by_city: { A: 2022, B: 2030 } } }\n',
    `tiny.yaml:31:24  population.lines.alpha_beta
  Found a date for every city; expected one date, on which the whole line opens.  [date-by-city]`,
  ],
  [
    'legs shorter than what they count once a journey',
    'population:\n',
    'population:\n  journeys: { change: 0.25, access: 1.5 }\n',
    `tiny.yaml:31:37  population.journeys.access
  Found 1.5 hours of every leg that are spent once, and a leg of 1 hours in travel_times.csv; expected less than the shortest leg and a change.  [access-too-long]`,
  ],
  [
    'starts shared out by people of the year itself',
    'share_by: data(school_places)',
    'share_by: people(urban)',
    `tiny.yaml:52:19  services.school_places.programmes.new_schools.share_by
  Found people(...) in a value that is set before the year is lived; expected uncertainties, levers, year and data(...), or previous(...) of it.
  Write previous(people(...)) for its value a step before.  [argument-unknown]`,
  ],
  [
    'a city that there is not',
    'rural_exit: 2 * pace',
    'rural_exit: { by_city: { Alfa: 1, Beta: 2 } }',
    `tiny.yaml:32:30  population.levels.rural_exit.by_city.Alfa
  Found the city "Alfa"; expected a city of Two tiny cities: Alpha, Beta.
  Did you mean Alpha?  [city-unknown]`,
  ],
  [
    'a city left out',
    'rural_exit: 2 * pace',
    'rural_exit: { by_city: { A: 1 } }',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found no value for Beta; expected a value for every city.
  Add the cities, or \`others:\` for all the rest.  [cities-missing]`,
  ],
  [
    'a city under two names',
    'rural_exit: 2 * pace',
    'rural_exit: { by_city: { A: 1, 甲: 2, others: 1 } }',
    `tiny.yaml:32:36  population.levels.rural_exit.by_city.甲
  Found 甲, which is the same city as A; expected each city once.  [city-twice]`,
  ],
  [
    'a total shared out by one number',
    'rural_exit: 2 * pace',
    'rural_exit: { total: 3, share_by: pace }',
    `tiny.yaml:32:39  population.levels.rural_exit.share_by
  Found one number for all cities; expected a number for every city, such as data(...) of a value by city.  [one-number]`,
  ],
  [
    'a total shared out by nought',
    'rural_exit: 2 * pace',
    'rural_exit: { total: 3, share_by: data(school_places) * 0 }',
    `tiny.yaml:32:39  population.levels.rural_exit.share_by
  Found a key that adds up to 0; expected a key that adds up to an ordinary number above 0.  [shares-of-nothing]`,
  ],
  [
    'a total shared out by a negative key',
    'rural_exit: 2 * pace',
    'rural_exit: { total: 3, share_by: data(school_places) - 1500 }',
    `tiny.yaml:32:39  population.levels.rural_exit.share_by
  Found -500 for Beta; expected a key of 0 or more in every city.  [shares-of-nothing]`,
  ],
  [
    'starts shared out by one number',
    'share_by: data(school_places)',
    'share_by: schools',
    `tiny.yaml:52:19  services.school_places.programmes.new_schools.share_by
  Found one number for all cities; expected a number for every city, such as data(...) of a value by city.  [one-number]`,
  ],
  [
    'starts shared out by nought',
    'share_by: data(school_places)',
    'share_by: 0 * data(school_places)',
    `tiny.yaml:52:19  services.school_places.programmes.new_schools.share_by
  Found a key that adds up to 0; expected a key that adds up to an ordinary number above 0.  [shares-of-nothing]`,
  ],
  [
    'starts shared out by weights of nought',
    'share_by: data(school_places)',
    'by_city: { A: 0, B: 0 }',
    `tiny.yaml:52:18  services.school_places.programmes.new_schools.by_city
  Found weights that add up to 0; expected weights that add up to an ordinary number above 0.  [shares-of-nothing]`,
  ],
  [
    'starts shared out over no city',
    'share_by: data(school_places)',
    'by_city: {}',
    `tiny.yaml:52:18  services.school_places.programmes.new_schools.by_city
  Found weights that add up to 0; expected weights that add up to an ordinary number above 0.  [shares-of-nothing]`,
  ],
  [
    'starts shared out by endless weights',
    'share_by: data(school_places)',
    'by_city: { A: 1e308, B: 1e308 }',
    `tiny.yaml:52:18  services.school_places.programmes.new_schools.by_city
  Found weights that add up to Infinity; expected weights that add up to an ordinary number above 0.  [shares-of-nothing]`,
  ],
  [
    'starts in a city that there is not',
    'share_by: data(school_places)',
    'by_city: { A: 1, Betta: 1 }',
    `tiny.yaml:52:26  services.school_places.programmes.new_schools.by_city.Betta
  Found the city "Betta"; expected a city of Two tiny cities: Alpha, Beta.
  Did you mean Beta?  [city-unknown]`,
  ],
  [
    'starts in a city under two names',
    'share_by: data(school_places)',
    'by_city: { A: 1, Alpha: 1 }',
    `tiny.yaml:52:26  services.school_places.programmes.new_schools.by_city.Alpha
  Found Alpha, which is the same city as A; expected each city once.  [city-twice]`,
  ],
  [
    'a base year without people',
    'years: { from: 2020, to: 2023 }',
    'years: { from: 2021, to: 2023 }',
    `tiny.yaml:4:16  years.from
  Found the base year 2021; expected a year with a population in Two tiny cities: 2020.  [base-year-unknown]`,
  ],
  [
    'a misspelt schedule',
    'rural_exit: rogers_castro',
    'rural_exit: rogers_castor',
    `tiny.yaml:39:28  population.schedules.rural_exit
  Found the schedule "rogers_castor"; expected a name of schedules.csv.
  Did you mean rogers_castro?  [schedule-unknown]`,
  ],
  [
    'a line that there is not',
    '  schedules:',
    `  lines: { alpha_bete: 2022 }
  schedules:`,
    `tiny.yaml:39:12  population.lines.alpha_bete
  Found the line "alpha_bete"; expected a line of lines.csv: alpha_beta.
  Did you mean alpha_beta?  [line-unknown]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
