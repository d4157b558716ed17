/** Names, levers, policies and programmes: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'the word of a formula for a name',
    `correlations:
  - { between: [pace, on_time], rank: 0.3 }
levers:
`,
    `levers:
  people: { title: { en: People, zh: 人 }, unit: ratio, default: 1, range: [0, 2] }
`,
    `tiny.yaml:20:3  levers.people
  Found the name "people"; expected a name that is no word of the formula language.  [name-reserved]`,
  ],
  [
    'a name for two things',
    `levers:
`,
    `levers:
  pace: { title: { en: Pace, zh: 速度 }, unit: ratio, default: 1, range: [0, 2] }
`,
    `tiny.yaml:22:3  levers.pace
  Found "pace" in levers and in uncertainties; expected one meaning for each name in a formula.  [name-twice]`,
  ],
  [
    'a default outside the range',
    `default: 1
`,
    `default: 5
`,
    `tiny.yaml:25:14  levers.schools.default
  Found 5; expected a setting from 0 to 2.  [setting-outside-range]`,
  ],
  [
    'a range the wrong way round',
    'range: [0, 2]',
    'range: [2, 0]',
    `tiny.yaml:26:12  levers.schools.range
  Found 2 to 0; expected the smaller end first.  [range-backwards]`,
  ],
  [
    'a range of one number',
    'range: [0, 2]',
    'range: 2',
    `tiny.yaml:26:12  levers.schools.range
  Found 2; expected a list of two.  [type-wrong]`,
  ],
  [
    'a misspelt lever',
    'set: { schools: 0 }',
    'set: { schols: 0 }',
    `tiny.yaml:28:60  policies.no_action.set.schols
  Found the lever "schols"; expected a name under \`levers:\`.
  Did you mean schools?  [lever-unknown]`,
  ],
  [
    'a setting outside the range',
    'set: { schools: 0 }',
    'set: { schools: 9 }',
    `tiny.yaml:28:69  policies.no_action.set.schools
  Found 9; expected a setting from 0 to 2, the range of schools.  [setting-outside-range]`,
  ],
  [
    'a setting that is off',
    'set: { schools: 0 }',
    'set: { schools: off }',
    `tiny.yaml:28:69  policies.no_action.set.schools
  Found "off"; expected a number.
  Write 1 for yes and 0 for no.  [type-wrong]`,
  ],
  [
    'no action under another name',
    '  no_action:',
    '  noaction:',
    `tiny.yaml:27:1  policies
  Found the policies noaction, build; expected a policy no_action among them (or as_before, withdrawn), against which the others are measured.
  Write no_action for noaction.  [no-action-missing]`,
  ],
  [
    'no policy that does nothing',
    '  no_action:',
    '  wait:',
    `tiny.yaml:27:1  policies
  Found the policies wait, build; expected a policy no_action among them (or as_before, withdrawn), against which the others are measured.  [no-action-missing]`,
  ],
  [
    'a policy without settings',
    ', set: {} }',
    ' }',
    `tiny.yaml:29:3  policies.build.set
  Found no field "set"; expected one, since it has no default.
  Write \`set: {}\` for the defaults of all levers.  [field-missing]`,
  ],
  [
    'a switch that is a word',
    ', set: {} }',
    ', set: {}, on_request: yes }',
    `tiny.yaml:29:63  policies.build.on_request
  Found "yes"; expected true or false.  [type-wrong]`,
  ],
  [
    'a switch where a map stands',
    'population:',
    `population:
  journeys: true`,
    `tiny.yaml:31:13  population.journeys
  Found true; expected a map of fields.  [type-wrong]`,
  ],
  [
    'a rate in percent',
    'conversion_migrant: 0.02',
    'conversion_migrant: 2',
    `tiny.yaml:37:25  population.levels.conversion_migrant
  Found 2; expected a share from 0 to 1.
  If this is 2 percent, write 0.02.  [rate-above-one]`,
  ],
  [
    'a share above one in one year',
    'by_year: { 2021: 0, 2023: 0.02 }',
    'by_year: { 2021: 0, 2023: 2 }',
    `tiny.yaml:38:51  population.levels.reclassification.by_year.2023
  Found 2; expected a share from 0 to 1.
  If this is 2 percent, write 0.02.  [rate-above-one]`,
  ],
  [
    'a negative rate',
    'return_home: 0.5',
    'return_home: -0.5',
    `tiny.yaml:33:18  population.levels.return_home
  Found -0.5; expected a number of 0 or more.  [below-nought]`,
  ],
  [
    'a share on time that an uncertainty takes above one',
    '{ kind: uniform, low: 0.6, high: 0.9 }',
    '{ kind: uniform, low: 0.6, high: 2 }',
    `tiny.yaml:55:18  services.school_places.programmes.new_schools.on_time
  Found on_time, which goes up to 2; expected a share from 0 to 1.  [rate-above-one]`,
  ],
  [
    'a lever that takes a programme below nought',
    'range: [0, 2]',
    'range: [-1, 2]',
    `tiny.yaml:51:16  services.school_places.programmes.new_schools.scale
  Found schools, which goes down to -1; expected a number of 0 or more.  [below-nought]`,
  ],
  [
    'a negative stock',
    'opening: data(school_places)',
    'opening: -5',
    `tiny.yaml:44:14  services.school_places.opening
  Found -5; expected a number of 0 or more.  [below-nought]`,
  ],
  [
    'a negative start',
    'starts: { 2021: 2, 2022: 1 }',
    'starts: { 2021: -2, 2022: 1 }',
    `tiny.yaml:50:25  services.school_places.programmes.new_schools.starts.2021
  Found -2; expected a number of 0 or more.  [too-small]`,
  ],
  [
    'a start that is a formula',
    'starts: { 2021: 2, 2022: 1 }',
    'starts: { 2021: schools, 2022: 1 }',
    `tiny.yaml:50:25  services.school_places.programmes.new_schools.starts.2021
  Found "schools"; expected a number.
  What varies, such as a lever, goes into \`scale:\`, which multiplies the starts.  [type-wrong]`,
  ],
  [
    'half a year of building',
    'lead: 1',
    'lead: 1.5',
    `tiny.yaml:54:15  services.school_places.programmes.new_schools.lead
  Found 1.5; expected a whole number.  [type-wrong]`,
  ],
  [
    'a lifetime of building',
    'lead: 1',
    'lead: 60',
    `tiny.yaml:54:15  services.school_places.programmes.new_schools.lead
  Found 60; expected a number of at most 50.  [too-large]`,
  ],
  [
    'starts shared out in two ways',
    'share_by: data(school_places)',
    `share_by: data(school_places)
        by_city: { A: 1 }`,
    `tiny.yaml:53:9  services.school_places.programmes.new_schools.by_city
  Found by_city beside share_by; expected one of the two, by which the starts are shared out.  [shared-twice]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
