/** Text that is no YAML, or no map of fields: every word of every answer. */
import { expect, it } from 'vitest'
import { answerToChange } from './tiny-scenario.js'

const SLIPS: [title: string, from: string, to: string, answer: string][] = [
  [
    'an empty file',
    '*',
    '',
    `tiny.yaml
  Found an empty file; expected a scenario.  [file-empty]`,
  ],
  [
    'a file of comments',
    '*',
    `# nothing yet
`,
    `tiny.yaml
  Found an empty file; expected a scenario.  [file-empty]`,
  ],
  [
    'a single value',
    '*',
    '3',
    `tiny.yaml:1:1
  Found a single value; expected fields such as title, data, years.  [not-a-map]`,
  ],
  [
    'a list',
    '*',
    `- 1
- 2
`,
    `tiny.yaml:1:1
  Found a list; expected fields such as title, data, years.  [not-a-map]`,
  ],
  [
    'two documents',
    'run:',
    `---
run:`,
    `tiny.yaml:5
  Found 2 documents, divided by ---; expected one scenario a file.  [documents-several]`,
  ],
  [
    'a field twice',
    'by_year: { 2021: 0, 2023: 0.02 }',
    'by_year: { 2021: 0, 2021: 2 }',
    `tiny.yaml:38:45
  Found the field 2021 a second time; expected each field once.  [field-twice]`,
  ],
  [
    'a bracket left open',
    '*',
    'title: { en: x',
    `tiny.yaml:1:8
  Found { that is not closed; expected }.  [yaml-broken]`,
  ],
  [
    'a bracket and nothing else',
    '*',
    '{',
    `tiny.yaml:1:1
  Found { that is not closed; expected }.  [yaml-broken]`,
  ],
  [
    'a list left open',
    'range: [0, 2]',
    'range: [0, 2',
    `tiny.yaml:26:12
  Found [ that is not closed; expected ].  [yaml-broken]`,
  ],
  [
    'a bracket too many',
    'range: [0, 2]',
    'range: [0, 2]]',
    `tiny.yaml:26:18
  Found ] with no bracket open; expected as many brackets closed as opened.  [yaml-broken]`,
  ],
  [
    'a quotation mark left open',
    'en: Pace',
    'en: "Pace',
    `tiny.yaml:8:18
  Found " that is not closed; expected " at the end of the text.  [yaml-broken]`,
  ],
  [
    'a tab',
    '  pace:',
    '\tpace:',
    `tiny.yaml:7:1
  Found a tab; expected spaces before a field.
  Indent with spaces, not tabs.  [yaml-broken]`,
  ],
  [
    'a colon in a text',
    'because: Made for tests.',
    'because: Made: for tests.',
    `tiny.yaml:11:14
  Found a second colon in one line; expected one field a line.
  Put a text with a colon in quotation marks.  [yaml-broken]`,
  ],
  [
    'a text that begins with a sign',
    'because: Made for tests.',
    'because: "Made" for tests.',
    `tiny.yaml:11:21
  Found text behind a closing quotation mark; expected the end of the line.
  Put the whole text in single quotation marks.  [yaml-broken]`,
  ],
  [
    'a text that begins with a percent sign',
    'because: Made for tests.',
    'because: %5 of all',
    `tiny.yaml:11:14
  Found a text that begins with %; expected a letter or a digit first.
  Put the text in quotation marks.  [yaml-broken]`,
  ],
  [
    'a field too far to the left',
    `    unit: ratio
    distribution`,
    `   unit: ratio
    distribution`,
    `tiny.yaml:9:1
  Found a field that is not below its neighbours; expected fields of one map in one column.  [yaml-broken]`,
  ],
  [
    'a line without a colon',
    'data: ../tiny',
    'data',
    `tiny.yaml:3:1
  Found a line without a field; expected a field: its name, a colon, a space.  [yaml-broken]`,
  ],
  [
    'a wide colon',
    'data: ../tiny',
    'data：../tiny',
    `tiny.yaml:3:1
  Found a line without a field; expected a field: its name, a colon, a space.
  Write ": " for ：; YAML knows half-width marks only.  [yaml-broken]`,
  ],
  [
    'a wide colon in brackets',
    'threshold: 40',
    'threshold：40',
    `tiny.yaml:81:67  targets.urban-share.threshold：40
  Found the field "threshold：40"; expected one of id, commitment, title, indicator, comparator, threshold, tolerance, year, city, each, quality, because, reference_class.
  Write ": " for ：; YAML knows half-width marks only.  [field-unknown]`,
  ],
  [
    'a wide comma and a wide colon',
    '{ en: Two tiny cities, zh: 两座小城 }',
    '{ en: Two tiny cities，zh：两座小城 }',
    `tiny.yaml:2:1  title.zh
  Found no field "zh"; expected one, since it has no default.
  Write ", " for ， and ": " for ：; YAML knows half-width marks only.  [field-missing]`,
  ],
  [
    'a sign in the place of a comparator',
    'comparator: at_most',
    'comparator: >=',
    `tiny.yaml:83:51
  Found a text that begins with >; expected a letter or a digit first.
  Did you mean at_least?  [yaml-broken]`,
  ],
  [
    'a sign in quotation marks',
    'comparator: at_most',
    'comparator: "<="',
    `tiny.yaml:83:51  targets.one-hour.comparator
  Found "<="; expected one of at_least, at_most, about.
  Did you mean at_most?  [not-one-of]`,
  ],
  [
    'an alias of nothing',
    'because: Made for tests.',
    'because: *reason',
    `tiny.yaml:11:14
  Found *reason with no &reason before it; expected an anchor that is set.
  A text that begins with * goes in quotation marks.  [alias-unknown]`,
  ],
  [
    'a tag',
    'because: Made for tests.',
    'because: !important tests',
    `tiny.yaml:11:14
  Found the tag !important; expected no tags.
  A text that begins with ! goes in quotation marks.  [tag-unknown]`,
  ],
  [
    'a list as a name',
    '  pace:',
    '  [pace]:',
    `tiny.yaml:7:3
  Found a list or map as the name of a field; expected the name of a field.  [name-wrong]`,
  ],
  [
    'an empty name',
    '  pace:',
    '  :',
    `tiny.yaml:7:3
  Found a field without a name; expected the name of a field.  [name-wrong]`,
  ],
  [
    'a name that computers keep for themselves',
    '  pace:',
    '  __proto__:',
    `tiny.yaml:7:3
  Found the name "__proto__"; expected the name of a field.  [name-wrong]`,
  ],
  [
    'aliases inside aliases',
    '*',
    `a: &a [1,1,1,1,1,1,1,1,1,1]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]
`,
    `tiny.yaml
  Found aliases (*name) that repeat parts too many times; expected a scenario without aliases inside aliases.  [aliases-too-many]`,
  ],
  [
    'brackets ten thousand deep',
    '*',
    '['.repeat(10000),
    `tiny.yaml:1:101
  Found more than 100 levels inside each other; expected a few levels.  [yaml-broken]`,
  ],
  [
    'lists ten thousand deep',
    '*',
    `a:\n${'- '.repeat(10000)}`,
    `tiny.yaml:2:201
  Found more than 100 levels inside each other; expected a few levels.  [yaml-broken]`,
  ],
  [
    'fields a thousand deep',
    '*',
    Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
    `tiny.yaml:101:101
  Found more than 100 levels inside each other; expected a few levels.  [yaml-broken]`,
  ],
  [
    'a title that refers to itself',
    '*',
    'title: &t { en: *t }',
    `tiny.yaml:1:17
  Found *t inside its own &t; expected an anchor that ends before.  [alias-circle]`,
  ],
]

it.each(SLIPS)('answers %s', (_, from, to, answer) => {
  expect(answerToChange(from, to)).toBe(answer)
})
