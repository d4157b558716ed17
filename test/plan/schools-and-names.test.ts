/** Schools by grade and indicators that name others: every word of what is wrong, and numbers of what is right. */
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { partText } from '../../src/scenario/compare/part-text.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { answerToChange } from '../scenario/tiny-scenario.js'

const SCHOOL = `schools:
  primary:
    title: { en: Primary, zh: 小学 }
    opening: [10, 20]
    promotion: 0.9
    entry: { age: 6, cutoff: 08-31 }
services:
  school_places`
const school = (from: string, to: string) => SCHOOL.replace(from, () => to)
const named = (of: string, more = '') => `indicators:
  one: { title: { en: One, zh: 一 }, of: ${of}, unit: things }${more}
`

it.each([
  [
    'too few values for the grades',
    'services:\n  school_places',
    school('promotion: 0.9', 'promotion: [0.9]'),
    'Found 1 values for 2 grades; expected 2, or one for all of them.  [grades-differ]',
  ],
  [
    'nobody who enters',
    'services:\n  school_places',
    school('    entry: { age: 6, cutoff: 08-31 }\n', ''),
    'Found neither entry nor entrants; expected one of the two, which says who enters the first grade.  [entrants-not-once]',
  ],
  [
    'two rules of who enters',
    'services:\n  school_places',
    school('    entry:', '    entrants: 100\n    entry:'),
    'Found entry beside entrants; expected one of the two, which says who enters the first grade.  [entrants-not-once]',
  ],
  [
    'a day that its month has not',
    'services:\n  school_places',
    school('08-31', '09-31'),
    'schools.primary.entry.cutoff',
  ],
  [
    'a cut-off by day and month',
    'services:\n  school_places',
    school('08-31', '31-08'),
    'Found "31-08"; expected month and day, such as 08-31.  [form-wrong]',
  ],
  [
    'a share of more than one who repeat',
    'services:\n  school_places',
    school('promotion: 0.9', 'promotion: 0.9\n    repetition: [0.1, 5]'),
    'Found 5; expected a share from 0 to 1.',
  ],
  [
    'an age that is not told apart',
    'services:\n  school_places',
    school('age: 6', 'age: 99'),
    'Found the age 99; expected an age below 99, as the last one is open.  [entry-age-unknown]',
  ],
  [
    'a grade that there is not',
    'demand: people(resident, 6, 14)',
    'demand: pupils(primary, 3)',
    'Found "primary"; expected a school of this scenario.  [argument-unknown]',
  ],
  [
    'indicators in a circle',
    'indicators:\n',
    named('indicator(two)', `\n  two: { title: { en: Two, zh: 二 }, of: 2 * indicator(one), unit: things }`),
    `Found a circle of indicators that name each other: one > two > one; expected indicators of which none comes back to itself.  [indicators-in-circle]`,
  ],
  [
    'an indicator that names itself',
    'indicators:\n',
    named('previous(indicator(one)) + 1'),
    `Found a circle of indicators that name each other: one > one; expected indicators of which none comes back to itself.  [indicators-in-circle]`,
  ],
  [
    'an indicator that there is not',
    'indicators:\n',
    named('indicator(urban_shar)'),
    'Found "urban_shar"; expected an indicator of this scenario.\n  Did you mean urban_share?  [argument-unknown]',
  ],
  [
    'an indicator of a later year',
    'indicators:\n',
    named('"at(2022, indicator(urban_share))"'),
    'Found what 2022 comes to, in a value of every year; expected the year itself or one before it, as years are computed one after another.',
  ],
  [
    'an indicator before it is known',
    'demand: people(resident, 6, 14)',
    'demand: indicator(urban_share)',
    'Found the function "indicator"',
  ],
])('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toContain(answer)
})

it('wants steps of a year, in which pupils move up', () => {
  const women = `title: Women
data: ${resolve('fixtures/published/burkina-faso-1960')}
years: { from: 1960, to: 1965 }
policies: { no_action: { title: None, set: {} } }
schools: { primary: { title: Primary, opening: [10], promotion: 1, entrants: 5 } }
indicators: {}
`
  expect(answerToChange('*', women)).toBe(`tiny.yaml:5:12  schools.primary
  Found a school by grade, and steps of 5 years; expected a data folder of single years (age_width: 1), as pupils move up every year.  [grades-want-years]`)
})

it('is shown grade by grade where two scenarios are compared', () => {
  const [school] = loadPlan('fixtures/cases/schools/grades.yaml').scenario.schools
  expect(partText(school.promotion)).toBe('0.9, 0.85, 0.95')
  expect(partText(school.entrants)).toBe('entry: age 6, by_cutoff 0.6667, enrolled 1')
})

it('takes what another indicator comes to: by city its ratio there, of the region the ratio of the sums', () => {
  const { plan } = loadPlan('fixtures/cases/schools/grades.yaml')
  const outcomes = new Float64Array(plan.outcomes.length)
  createTrajectory(plan, 1).run(0, 0, new Float64Array(0), outcomes)
  const at = (name: string) => outcomes[plan.outcomes.findIndex((outcome) => outcome.name === name)]
  expect(at('change@A@2022')).toBe(at('short@A@2022') - at('short@A@2021'))
  expect(at('all_short@T@2022')).toBe(at('region_short@T@2022'))
})
