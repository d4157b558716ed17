/** Indicators, targets and commitments that do not fit the plan: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from '../scenario/tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'an indicator of one number by city',
    'of: people(urban)',
    'of: sum(people(urban))',
    `tiny.yaml:59:9  indicators.urban_share.of
  Found one number for the whole region; expected a value for every city, unless the indicator has \`places: region\`.
  Write \`places: region\`, or a value by city: people(urban), not sum(people(urban)).  [one-number-for-cities]`,
  ],
  [
    'a misspelt service',
    `of: opened(school_places, new_schools)
`,
    `of: opened(school_place, new_schools)
`,
    `tiny.yaml:69:16  indicators.schools_open.of
  Found "school_place"; expected a service of this scenario.
  Did you mean school_places?  [argument-unknown]`,
  ],
  [
    'a misspelt programme',
    `of: opened(school_places, new_schools)
`,
    `of: opened(school_places, new_school)
`,
    `tiny.yaml:69:31  indicators.schools_open.of
  Found "new_school"; expected a programme of school_places.
  Did you mean new_schools?  [argument-unknown]`,
  ],
  [
    'a group of cities that there is not',
    'of: slowest(both)',
    'of: slowest(bth)',
    `tiny.yaml:77:17  indicators.hours.of
  Found "bth"; expected a group of groups.csv.
  Did you mean both?  [argument-unknown]`,
  ],
  [
    'hours to a city that there is not',
    'of: slowest(both)',
    'of: highest(hours_to(Alfa))',
    `tiny.yaml:77:26  indicators.hours.of
  Found "Alfa"; expected one city, by its name in English or its code.
  Did you mean Alpha?  [argument-unknown]`,
  ],
  [
    'an indicator that is to say what is known of a commitment, and is none',
    '  - { id: one-hour, indicator: hours, comparator: at_most, threshold: 1, year: 2023 }\n',
    'commitments:\n  one-hour: { assessed: cannot, because: not asked here, shows: [hour] }\n',
    `tiny.yaml:84:66  commitments.one-hour.shows.0
  Found the indicator "hour"; expected a name under \`indicators:\`.
  Did you mean hours?  [indicator-unknown]`,
  ],
  [
    'units that differ',
    'per: people(resident)',
    'per: people(resident) + capacity(school_places)',
    `tiny.yaml:60:27  indicators.urban_share.per
  Found person + place; expected the same unit on both sides.  [units-differ]`,
  ],
  [
    'a division by nought',
    'per: people(resident)',
    'per: 2 - 2',
    `tiny.yaml:60:10  indicators.urban_share.per
  Found 0; expected something to divide by.  [divided-by-nought]`,
  ],
  [
    'a series from one unit to another',
    'of: people(urban)',
    'of: { by_year: { 2020: people(urban), 2023: capacity(school_places) } }',
    `tiny.yaml:59:9  indicators.urban_share.of
  Found person + place; expected the same unit on both sides.  [units-differ]`,
  ],
  [
    'a year outside the plan',
    'of: people(urban)',
    'of: at(2033, people(urban))',
    `tiny.yaml:59:12  indicators.urban_share.of
  Found the year 2033; expected a year from 2020 to 2023.  [year-outside]`,
  ],
  [
    'a commitment that there is not',
    'id: urban-share',
    'commitment: urban-shares, id: urban-share',
    `tiny.yaml:81:19  targets.urban-share.commitment
  Found the commitment "urban-shares"; expected an id of commitments.csv.
  Did you mean urban-share?  [commitment-unknown]`,
  ],
  [
    'a commitment without a verdict that there is not',
    `targets:
`,
    `commitments:
  one-hours: { assessed: cannot, because: No numbers. }
targets:
`,
    `tiny.yaml:81:3  commitments.one-hours
  Found the commitment "one-hours"; expected an id of commitments.csv.
  Did you mean one-hour?  [commitment-unknown]`,
  ],
  [
    'a commitment that nothing is said of',
    'id: one-hour',
    'id: two-hours',
    `tiny.yaml:80:1  targets
  Found nothing said of 1 of 3 commitments: one-hour; expected every commitment of the plan as a target, or under \`commitments:\` with the reason why not.  [commitment-not-accounted-for]`,
  ],
  [
    'a commitment that a list of them leaves out',
    `  - { id: school-places, indicator: places_added, comparator: at_least, threshold: 300, year: 2023 }
  - { id: one-hour`,
    `commitments:
  school-places: { assessed: cannot, because: No numbers. }
#`,
    `tiny.yaml:82:1  commitments
  Found nothing said of 1 of 3 commitments: one-hour; expected every commitment of the plan as a target, or under \`commitments:\` with the reason why not.  [commitment-not-accounted-for]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
