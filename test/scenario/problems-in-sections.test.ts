/** Sections and values that are missing, unknown or of the wrong kind: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'a factor at the end of what can be held',
    'times: 100',
    'times: 1e308',
    `tiny.yaml:61:12  indicators.urban_share.times
  Found 1e+308; expected a number of at most 1000000000000.  [too-large]`,
  ],
  [
    'a misspelt section',
    'uncertainties:',
    'uncertanties:',
    `tiny.yaml:6:1  uncertanties
  Found the field "uncertanties"; expected one of title, data, years, run, uncertainties, correlations, levers, policies, population, schools, services, indicators, targets, commitments, extends.
  Did you mean uncertainties?  [field-unknown]`,
  ],
  [
    'a section of the wrong kind',
    `services:
`,
    `services: none
service:
`,
    `tiny.yaml:40:11  services
  Found "none"; expected a map.  [type-wrong]
tiny.yaml:41:1  service
  Found the field "service"; expected one of title, data, years, run, uncertainties, correlations, levers, policies, population, schools, services, indicators, targets, commitments, extends.
  Did you mean services?  [field-unknown]`,
  ],
  [
    'a reason that is an empty list',
    'because: Made for tests.',
    'because: []',
    `tiny.yaml:11:14  uncertainties.pace.because
  Found an empty list; expected a text.  [type-wrong]`,
  ],
  [
    'a section that there is not',
    `policies:
`,
    `goals: 3
policies:
`,
    `tiny.yaml:27:1  goals
  Found the field "goals"; expected one of title, data, years, run, uncertainties, correlations, levers, policies, population, schools, services, indicators, targets, commitments, extends.  [field-unknown]`,
  ],
  [
    'a misspelt level',
    'rural_exit: 2 * pace',
    'rural_exitt: 2 * pace',
    `tiny.yaml:32:5  population.levels.rural_exitt
  Found the field "rural_exitt"; expected one of fertility, fertility_in_villages, fertility_in_towns, sex_ratio_at_birth, mortality, rural_exit, return_home, city_to_city, return_from_outside, returning_to_village, returning_to_reclassified, returning_to_registered, arrivals, conversion_migrant, conversion_reclassified, conversion_rural, reclassification, babies_registered_here, attraction, pull_of_outside, travel_time_weight, leaving_response, net_migration, more_net_migrants.
  Did you mean rural_exit?  [field-unknown]`,
  ],
  [
    'a level left empty',
    'rural_exit: 2 * pace',
    'rural_exit:',
    `tiny.yaml:32:16  population.levels.rural_exit
  Found nothing; expected a number, a formula, or one of the maps by_year, by_city or total with share_by.  [type-wrong]`,
  ],
  [
    'a level that says nothing',
    'rural_exit: 2 * pace',
    'rural_exit: ""',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found an empty text; expected one that says something.  [too-short]`,
  ],
  [
    'a level that is true',
    'rural_exit: 2 * pace',
    'rural_exit: true',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found true; expected a number, a formula, or one of the maps by_year, by_city or total with share_by.
  Write 1 for yes and 0 for no.  [type-wrong]`,
  ],
  [
    'a level that is a list',
    'rural_exit: 2 * pace',
    'rural_exit: [1, 2]',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found a list of 2; expected a number, a formula, or one of the maps by_year, by_city or total with share_by.  [type-wrong]`,
  ],
  [
    'years without by_year',
    'rural_exit: 2 * pace',
    'rural_exit: { 2021: 1, 2023: 2 }',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found a map of 2021, 2023; expected a number, a formula, or one of the maps by_year, by_city or total with share_by.
  Put the years under \`by_year:\`.  [type-wrong]`,
  ],
  [
    'a misspelt by_year',
    'rural_exit: 2 * pace',
    'rural_exit: { byyear: { 2021: 1 } }',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found a map of byyear; expected a number, a formula, or one of the maps by_year, by_city or total with share_by.
  Did you mean by_year?  [type-wrong]`,
  ],
  [
    'a series without years',
    'rural_exit: 2 * pace',
    'rural_exit: { by_year: {} }',
    `tiny.yaml:32:28  population.levels.rural_exit.by_year
  Found an empty map; expected a value for at least one year.  [value-wrong]`,
  ],
  [
    'a year of two digits',
    'rural_exit: 2 * pace',
    'rural_exit: { by_year: { 21: 1 } }',
    `tiny.yaml:32:30  population.levels.rural_exit.by_year.21
  Found "21"; expected a year of four digits.  [year-wrong]`,
  ],
  [
    'a value said in two ways',
    'rural_exit: 2 * pace',
    'rural_exit: { by_city: { A: 1 }, by_year: { 2021: 1 } }',
    `tiny.yaml:32:19  population.levels.rural_exit.by_city
  Found the field "by_city"; expected one of by_year, between.
  A value is said in one way: by_year, by_city, or total.  [field-unknown]`,
  ],
  [
    'a total that is not shared out',
    'rural_exit: 2 * pace',
    'rural_exit: { total: 3 }',
    `tiny.yaml:32:5  population.levels.rural_exit.share_by
  Found no field "share_by"; expected one, since it has no default.  [field-missing]`,
  ],
  [
    'a formula cut at its commas',
    `targets:
`,
    `  young: { title: { en: Young, zh: 少年 }, of: people(urban, 6, 14), unit: person }
targets:
`,
    `tiny.yaml:80:46  indicators.young.of
  Found "people(urban" without the rest of the formula; expected a whole formula.
  Inside { } a formula with commas goes in quotation marks.  [formula-cut]`,
  ],
  [
    'targets that are no list',
    `targets:
`,
    `targets: 3
indicator:
`,
    `tiny.yaml:80:10  targets
  Found 3; expected a list.  [type-wrong]
tiny.yaml:81:1  indicator
  Found the field "indicator"; expected one of title, data, years, run, uncertainties, correlations, levers, policies, population, schools, services, indicators, targets, commitments, extends.
  Did you mean indicators?  [field-unknown]`,
  ],
  [
    'an id with capitals and a space',
    'id: urban-share, indicator: urban_share',
    'id: Urban share, indicator: urban_share',
    `tiny.yaml:81:11  targets.Urban share.id
  Found "Urban share"; expected lower-case letters, digits and hyphens.  [form-wrong]`,
  ],
  [
    'a threshold in percent',
    'threshold: 40',
    'threshold: 40%',
    `tiny.yaml:81:78  targets.urban-share.threshold
  Found "40%"; expected a number.
  Write 40, or 0.4 where a share is meant.  [type-wrong]`,
  ],
  [
    'a comparator that there is not',
    'comparator: about',
    'comparator: abuot',
    `tiny.yaml:81:60  targets.urban-share.comparator
  Found "abuot"; expected one of at_least, at_most, about.
  Did you mean about?  [not-one-of]`,
  ],
  [
    'an empty map',
    '*',
    '{}',
    `tiny.yaml:1:1  title
  Found no field "title"; expected one, since it has no default.
  Write \`title: { en: ..., zh: ... }\`.  [title-missing]
tiny.yaml:1:1  data
  Found no field "data"; expected one, since it has no default.  [field-missing]
tiny.yaml:1:1  years
  Found no field "years"; expected one, since it has no default.
  Write \`years: { from: 2020, to: 2025 }\`.  [field-missing]
tiny.yaml:1:1  policies
  Found no field "policies"; expected one, since it has no default.  [field-missing]
tiny.yaml:1:1  indicators
  Found no field "indicators"; expected one, since it has no default.  [field-missing]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
