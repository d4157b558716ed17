/** What a scenario extends: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange, TINY } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string, beside?: Record<string, string>][] = [
  [
    'itself',
    '*',
    'extends: tiny.yaml',
    `tiny.yaml:1:10  extends
  Found tiny.yaml, which is this file itself; expected a chain of files that ends.  [extends-circle]`,
  ],
  [
    'itself by another name for the folder',
    '*',
    'extends: ../cases/./tiny.yaml',
    `tiny.yaml:1:10  extends
  Found ../cases/./tiny.yaml, which is this file itself; expected a chain of files that ends.  [extends-circle]`,
  ],
  [
    'a file that extends it',
    '*',
    'extends: other.yaml',
    `other.yaml:1:10  extends
  Found tiny.yaml, which extends this file in its turn; expected a chain of files that ends.  [extends-circle]`,
    { 'other.yaml': 'extends: tiny.yaml' },
  ],
  [
    'a file that is not there',
    '*',
    'extends: nowhere.yaml',
    `tiny.yaml:1:10  extends
  Found no file of this name at nowhere.yaml; expected a scenario file to extend.
  The path is taken from the folder of this file.  [base-unreadable]`,
  ],
  [
    'a folder',
    '*',
    'extends: .',
    `tiny.yaml:1:10  extends
  Found a folder at .; expected a scenario file to extend.
  The path is taken from the folder of this file.  [base-unreadable]`,
  ],
  [
    'a list of files',
    '*',
    'extends: [a.yaml, b.yaml]',
    `tiny.yaml:1:10  extends
  Found a list of 2; expected the name of one scenario file.  [type-wrong]`,
  ],
  [
    'a number with a comma, which makes two fields of one',
    '*',
    `extends: base.yaml
services:
  school_places:
    programmes:
      new_schools: { starts: { 2021: 2,000, 2022: 1 } }`,
    `tiny.yaml:5:40  services.school_places.programmes.new_schools.starts.0
  Found the field "0" without a value; expected a value, or the name of a field of the base file, which is then left out.
  Write numbers without commas: 1000, not 1,000.  [nothing-to-remove]`,
    { 'base.yaml': TINY },
  ],
  [
    'what is extended, misspelt: nothing of the base is missing',
    '*',
    'extend: base.yaml',
    `tiny.yaml:1:1  extend
  Found the field "extend"; expected one of title, data, years, run, uncertainties, correlations, levers, policies, population, schools, services, indicators, targets, commitments, extends.
  Did you mean extends?  [field-unknown]`,
    { 'base.yaml': TINY },
  ],
  [
    'a misspelt section, which the base has as well',
    '*',
    'extends: base.yaml\npolices: {}',
    `tiny.yaml:2:1  polices
  Found the field "polices"; expected one of title, data, years, run, uncertainties, correlations, levers, policies, population, schools, services, indicators, targets, commitments, extends.
  Did you mean policies?  [field-unknown]`,
    { 'base.yaml': TINY },
  ],
  [
    'a policy that the base does not have, to be left out',
    '*',
    'extends: base.yaml\npolicies: { biuld: null }',
    `tiny.yaml:2:13  policies.biuld
  Found the field "biuld" without a value; expected a value, or the name of a field of the base file, which is then left out.
  A text with a comma in it goes in quotation marks.  [nothing-to-remove]`,
    { 'base.yaml': TINY },
  ],
  [
    'nothing',
    '*',
    'extends:',
    `tiny.yaml:1:9  extends
  Found nothing; expected the name of one scenario file.  [type-wrong]`,
  ],
  [
    'a text that says nothing',
    '*',
    'extends: ""',
    `tiny.yaml:1:10  extends
  Found ""; expected the name of one scenario file.  [type-wrong]`,
  ],
  [
    'an empty file',
    '*',
    'extends: other.yaml',
    `tiny.yaml:1:10  extends
  Found an empty file at other.yaml; expected a scenario file to extend.
  The path is taken from the folder of this file.  [base-unreadable]`,
    { 'other.yaml': '' },
  ],
  [
    'a file that is no YAML',
    '*',
    'extends: other.yaml',
    `other.yaml:1:8
  Found [ that is not closed; expected ].  [yaml-broken]`,
    { 'other.yaml': 'title: [ }' },
  ],
  [
    'a file of a single value',
    '*',
    'extends: other.yaml',
    `other.yaml:1:1
  Found a single value; expected fields such as title, data, years.  [not-a-map]`,
    { 'other.yaml': '3' },
  ],
  [
    'nine files in a row',
    '*',
    'extends: b0.yaml',
    `b6.yaml:1:10  extends
  Found a chain of more than 8 files; expected at most 8.  [extends-too-deep]`,
    {
      'b0.yaml': 'extends: b1.yaml',
      'b1.yaml': 'extends: b2.yaml',
      'b2.yaml': 'extends: b3.yaml',
      'b3.yaml': 'extends: b4.yaml',
      'b4.yaml': 'extends: b5.yaml',
      'b5.yaml': 'extends: b6.yaml',
      'b6.yaml': 'extends: b7.yaml',
      'b7.yaml': 'extends: b8.yaml',
      'b8.yaml': 'extends: b9.yaml',
    },
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer, beside) => {
  expect(answerToChange(from, to, beside)).toBe(answer)
})
