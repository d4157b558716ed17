/** Files, columns and data.yaml: every word of every answer. */
import { expect, it } from 'vitest'
import { answerTo, change, withCopy } from './tiny-folder.js'

const SLIPS: [title: string, file: string, from: string, to: string, answer: string][] = [
  [
    'no open age group',
    'population.csv',
    '100+',
    '100',
    `data/population.csv:1
  Found no open age group; expected one last age column such as 100+, in steps of age_width (1).  [open-age-missing]`,
  ],
  [
    'two open age groups',
    'population.csv',
    ',99,',
    ',99+,',
    `data/population.csv:1
  Found the open age groups "99+" and "100+"; expected one last age column such as 100+, in steps of age_width (1).  [open-age-missing]`,
  ],
  [
    'ages of another width',
    'mortality.csv',
    ',99,100+',
    ',99,105+',
    `data/mortality.csv:1
  Found the age columns 105+, and no column for age 100+; expected the ages of population.csv and data.yaml: 0, 1 to 100+.  [age-unknown]`,
  ],
  [
    'a fertile age beyond the last',
    'fertility.csv',
    ',39\n',
    ',139\n',
    `data/fertility.csv:1
  Found the age columns 139; expected the ages of population.csv and data.yaml: 0, 1 to 100+.  [age-unknown]`,
  ],
  [
    'a data folder without its region row',
    'places.csv',
    'T,region',
    'T,city',
    `data/places.csv
  Found no region; expected one row of kind region, with the code "T" as in data.yaml.  [region-missing]`,
  ],
  [
    "a region code that is not the region row's",
    'data.yaml',
    'region: T',
    'region: TT',
    `data/places.csv
  Found the region "T"; expected one row of kind region, with the code "TT" as in data.yaml.  [region-missing]`,
  ],
  [
    'YAML with a bracket left open',
    'data.yaml',
    'zh: 两座小城 }',
    'zh: 两座小城',
    `data/data.yaml:3:1
  Found a text that is not YAML; expected YAML 1.2.
  Flow map in block collection must be sufficiently indented and end with a }.  [yaml-broken]`,
  ],
  [
    'YAML with a tab',
    'data.yaml',
    'region: T',
    '	region: T',
    `data/data.yaml:3:1
  Found a text that is not YAML; expected YAML 1.2.
  Tabs are not allowed as indentation.  [yaml-broken]`,
  ],
  [
    'a field with a misspelt name',
    'data.yaml',
    'base_year',
    'base_yaer',
    `data/data.yaml:4:1  base_yaer
  Found the field "base_yaer"; expected title, region, base_year, age_width, statuses, sexes and 2 more.
  Did you mean "base_year"?  [field-unknown]
data/data.yaml:2:1  base_year
  Found no such field; expected the field "base_year".  [field-missing]`,
  ],
  [
    'a field that is absent',
    'data.yaml',
    'region: T\n',
    '',
    `data/data.yaml:2:1  region
  Found no such field; expected the field "region".  [field-missing]`,
  ],
  [
    'a field of the wrong type',
    'data.yaml',
    'base_year: 2020',
    'base_year: [2020]',
    `data/data.yaml:4:12  base_year
  Found a list; expected a year, such as 2020.  [type-wrong]`,
  ],
  [
    'an age width that is neither 1 nor 5',
    'data.yaml',
    'age_width: 1',
    'age_width: 10',
    `data/data.yaml:5:12  age_width
  Found "10"; expected 1 or 5.  [type-wrong]`,
  ],
  [
    'a way to fit that is not known',
    'data.yaml',
    'age_width: 1',
    'age_width: 1\nfit: { arrivals: place, reclassification: region, schedules: smoth }',
    `data/data.yaml:6:62  fit.schedules
  Found "smoth"; expected straight or smooth.
  Did you mean "smooth"?  [type-wrong]`,
  ],
  [
    'a quality in data.yaml that is not known',
    'data.yaml',
    'judgement',
    'guess',
    `data/data.yaml:7:49  year_end.quality
  Found "guess"; expected one of data, estimate, judgement.  [quality-unknown]`,
  ],
  [
    'a source in data.yaml that is not known',
    'data.yaml',
    'S_TEST',
    'S_TEXT',
    `data/data.yaml:7:32  year_end.source
  Found "S_TEXT"; expected an id of sources.csv.
  Did you mean "S_TEST"?  [source-unknown]`,
  ],
  [
    'data.yaml that is only a list',
    'data.yaml',
    '*',
    '- 1\n- 2\n',
    `data/data.yaml:1:1
  Found a list; expected the fields title, region, base_year, age_width, statuses, sexes and 2 more.  [type-wrong]`,
  ],
  [
    'a missing column',
    'values.csv',
    'code,variable,year,value,unit',
    'code,variable,year,value,units',
    `data/values.csv:1:26
  Found the column "units"; expected only code, variable, year, value, unit, source, quality and note.
  Did you mean "unit"?  [column-unknown]`,
  ],
  [
    'a column twice',
    'values.csv',
    'value,unit,source,quality,note',
    'value,unit,source,quality,quality',
    `data/values.csv:1:46
  Found a second column "quality"; expected every column once.  [column-twice]
data/values.csv:1
  Found no column "note"; expected the columns code, variable, year, value, unit, source, quality and note.  [column-missing]`,
  ],
  [
    'cells separated by semicolons',
    'groups.csv',
    '*',
    'group;code;source;quality;note\nboth;A;S_TEST;data;\n',
    `data/groups.csv:1
  Found column names without commas between them; expected cells separated by commas.
  In Excel choose "CSV UTF-8 (comma delimited)" when saving.  [csv-broken]`,
  ],
  [
    'more columns than any table has',
    'groups.csv',
    'group',
    `group${','.repeat(1000)}`,
    `data/groups.csv:1
  Found 1005 columns; expected at most 1000.  [columns-too-many]`,
  ],
  [
    'a comma in a text without quotation marks',
    'groups.csv',
    'both,A,S_TEST,judgement,made for tests',
    'both,A,S_TEST,judgement,made, for tests',
    `data/groups.csv:2
  Found 6 cells; expected 5, one for every column.
  A text with a comma in it needs quotation marks around it.  [cells-wrong-number]`,
  ],
  [
    'a row with too few cells',
    'groups.csv',
    'both,A,S_TEST,judgement,made for tests',
    'both,A',
    `data/groups.csv:2
  Found 2 cells; expected 5, one for every column.  [cells-wrong-number]`,
  ],
  [
    'a quotation mark never closed',
    'groups.csv',
    'both,A,S_TEST,judgement,made for tests',
    'both,A,S_TEST,judgement,"made for tests',
    `data/groups.csv:2
  Found a quotation mark that is never closed; expected a text with quotation marks around the whole cell, and doubled inside it.  [csv-broken]`,
  ],
  [
    'text behind a quotation mark',
    'groups.csv',
    'both,A,S_TEST,judgement,made for tests',
    'both,A,S_TEST,judgement,"made" for tests',
    `data/groups.csv:2
  Found text behind a closing quotation mark; expected a text with quotation marks around the whole cell, and doubled inside it.  [csv-broken]`,
  ],
  [
    'a quotation mark inside a cell',
    'groups.csv',
    'both,A,S_TEST,judgement,made for tests',
    'both,A,S_TEST,judgement,made "for" tests',
    `data/groups.csv:2
  Found a quotation mark inside a cell that does not begin with one; expected a text with quotation marks around the whole cell, and doubled inside it.  [csv-broken]`,
  ],
  [
    'an empty file',
    'groups.csv',
    '*',
    '  \n',
    `data/groups.csv
  Found an empty file; expected at least one line.  [file-empty]`,
  ],
]

it.each(SLIPS)('answers %s', (_, file, from, to, answer) => {
  withCopy((folder) => {
    change(folder, file, from, to)
    expect(answerTo(folder)).toBe(answer)
  })
})
