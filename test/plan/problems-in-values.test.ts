/** Formulas that the data folder or the moment has no answer to: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange, TINY } from '../scenario/tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'a misspelt name',
    'rural_exit: 2 * pace',
    'rural_exit: 2 * paces',
    `tiny.yaml:32:21  population.levels.rural_exit
  Found the name "paces"; expected an uncertainty, a lever, year or a call.
  Did you mean pace?  [name-unknown]`,
  ],
  [
    'people before the year is lived',
    'rural_exit: 2 * pace',
    'rural_exit: 2 * people(rural)',
    `tiny.yaml:32:21  population.levels.rural_exit
  Found people(...) in a value that is set before the year is lived; expected uncertainties, levers, year and data(...), or previous(...) of it.
  Write previous(people(...)) for its value a step before.  [argument-unknown]`,
  ],
  [
    'people of a later year, in a level',
    'rural_exit: 2 * pace',
    'rural_exit: at(2022, people(rural)) / at(2020, people(rural))',
    `tiny.yaml:32:26  population.levels.rural_exit
  Found people(...) in a value that is set before the year is lived; expected uncertainties, levers, year and data(...), or previous(...) of it.
  Write previous(people(...)) for its value a step before.  [argument-unknown]`,
  ],
  [
    'births of the year, in a level',
    'rural_exit: 2 * pace',
    'rural_exit: births / 1000',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found the name "births"; expected an uncertainty, a lever, year or a call.
  Write previous(births) for its value a step before.  [name-unknown]`,
  ],
  [
    'what a step before came to, where no level reads it',
    'scale: schools',
    'scale: previous(people(rural)) / at(2020, people(rural))',
    `tiny.yaml:51:25  services.school_places.programmes.new_schools.scale
  Found people(...) in a value that is set before the year is lived; expected uncertainties, levers, year and data(...).  [argument-unknown]
tiny.yaml:51:51  services.school_places.programmes.new_schools.scale
  Found people(...) in a value that is set before the year is lived; expected uncertainties, levers, year and data(...).  [argument-unknown]`,
  ],
  [
    'a later year in demand, where a level reads the step before',
    '*',
    TINY.replace(
      'rural_exit: 2 * pace',
      'rural_exit: 2 * previous(people(rural)) / at(2020, people(rural))',
    ).replace('demand: people(resident, 6, 14)', 'demand: at(2022, people(resident, 6, 14))'),
    `tiny.yaml:45:13  services.school_places.demand
  Found what 2022 comes to, in a value of every year; expected the year itself or one before it, since levels of this scenario read what came out before.
  Write it without at(...), or with previous(...).  [year-ahead]`,
  ],
  [
    'travel before the year is lived',
    'rural_exit: 2 * pace',
    'rural_exit: slowest(coast)',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found slowest(...) in a value that is set before the year is lived; expected uncertainties, levers, year and data(...), or previous(...) of it.
  Write previous(slowest(...)) for its value a step before.  [argument-unknown]`,
  ],
  [
    'services before they are counted',
    'demand: people(resident, 6, 14)',
    'demand: unmet(school_places)',
    `tiny.yaml:45:13  services.school_places.demand
  Found unmet(...) in a value that is set before services are counted; expected uncertainties, levers, year and data(...), or people(...).  [argument-unknown]`,
  ],
  [
    'a value that the data folder does not have',
    'opening: data(school_places)',
    'opening: data(school_place)',
    `tiny.yaml:44:19  services.school_places.opening
  Found "school_place"; expected a variable of values.csv.
  Did you mean school_places?  [argument-unknown]`,
  ],
  [
    'a value of another unit',
    'each: 100',
    'each: data(school_places)',
    `tiny.yaml:53:15  services.school_places.programmes.new_schools.each
  Found a value in place; expected a value in place / school.  [unit-not-expected]`,
  ],
  [
    'a unit that there is not',
    `unit: place
    opening`,
    `unit: places
    opening`,
    `tiny.yaml:43:11  services.school_places.unit
  Found the unit "places"; expected ratio, share, percent, per_thousand, log odds, number, or a unit made of person, birth, place, bed, school, centre, household, dwelling, community, km, hour, year, project, yuan, job, training, such as bed / person.
  Did you mean place?  [unit-unknown]`,
  ],
  [
    'a unit of an uncertainty that there is not',
    `unit: ratio
    distribution`,
    `unit: rations
    distribution`,
    `tiny.yaml:9:11  uncertainties.pace.unit
  Found the unit "rations"; expected ratio, share, percent, per_thousand, log odds, number, or a unit made of person, birth, place, bed, school, centre, household, dwelling, community, km, hour, year, project, yuan, job, training, such as bed / person.
  Did you mean ratio?  [unit-unknown]`,
  ],
  [
    'a unit of a lever that there is not',
    `unit: ratio
    default`,
    `unit: fl / person
    default`,
    `tiny.yaml:24:11  levers.schools.unit
  Found the unit "fl / person"; expected ratio, share, percent, per_thousand, log odds, number, or a unit made of person, birth, place, bed, school, centre, household, dwelling, community, km, hour, year, project, yuan, job, training, such as bed / person.  [unit-unknown]`,
  ],
  [
    'a unit of a project that there is not',
    `unit: school
        starts`,
    `unit: shool
        starts`,
    `tiny.yaml:49:15  services.school_places.programmes.new_schools.unit
  Found the unit "shool"; expected ratio, share, percent, per_thousand, log odds, number, or a unit made of person, birth, place, bed, school, centre, household, dwelling, community, km, hour, year, project, yuan, job, training, such as bed / person.
  Did you mean school?  [unit-unknown]`,
  ],
  [
    'a group of people that there is not',
    'demand: people(resident, 6, 14)',
    'demand: people(town)',
    `tiny.yaml:45:20  services.school_places.demand
  Found "town"; expected one of resident, urban, rural, reclassified, registered, migrant, away.
  Did you mean people(urban)?  [argument-unknown]`,
  ],
  [
    'ages the wrong way round',
    'demand: people(resident, 6, 14)',
    'demand: people(resident, 14, 6)',
    `tiny.yaml:45:30  services.school_places.demand
  Found 14 to 6; expected the younger age first.
  Write people(resident, 6, 14).  [argument-unknown]`,
  ],
  [
    'a division by nought',
    'rural_exit: 2 * pace',
    'rural_exit: 1 / 0 + pace',
    `tiny.yaml:32:17  population.levels.rural_exit
  Found a part that comes to Infinity; expected an ordinary number.
  Something is divided by 0, or is too large.  [not-a-number]`,
  ],
  [
    'a cost of a lever that names nothing',
    'range: [0, 2]',
    `range: [0, 2]
    cost: 5 * pase`,
    `tiny.yaml:27:15  levers.schools.cost
  Found the name "pase"; expected an uncertainty, a lever, year or a call.
  Did you mean pace?  [name-unknown]`,
  ],
  [
    'a cost of a programme without currency and prices',
    'lead: 1\n',
    `lead: 1
        cost: 5e6
`,
    `tiny.yaml:55:15  services.school_places.programmes.new_schools.cost
  Found 5000000; expected a map of fields.
  Write \`cost: { each: 60, currency: million CNY, prices: 2020 }\`, with the numbers of a project.  [type-wrong]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
