/** controls.csv: published totals, and what is said of those that are wrong or contradict each other. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { answerTo, withCopy } from './tiny-folder.js'

const HEADER = 'name,code,year,sex,age_from,age_to,people,rounded_to,unit,source,quality,note'
/** Rows of a name, one a line: code, year, sex, ages and people, and perhaps what they are rounded to. */
const text = (rows: readonly string[]) =>
  [
    HEADER,
    ...rows.map((row) => `made,${row}${row.split(',').length < 7 ? ',' : ''},person,S_TEST,data,`),
    '',
  ].join('\n')
const withTotals = <T>(rows: readonly string[], use: (folder: string) => T) =>
  withCopy((folder) => {
    writeFileSync(join(folder, 'controls.csv'), text(rows))
    return use(folder)
  })

describe('published totals', () => {
  it('are read by name: of the region or a city, both sexes where none is given, all ages where none are', () => {
    const totals = withTotals(['T,2022,,,,39000,1000', 'A,2022,female,65,,900'], loadDataset).controls
    expect(totals.get('made')).toMatchObject([
      { year: 2022, sex: -1, ages: [0, 100], people: 39000, within: 500 },
      { year: 2022, city: 0, sex: 1, ages: [65, 100], people: 900, within: 0.5 },
    ])
  })

  it('have to be of places, years, sexes and ages that there are', () => {
    const rows = [
      'X,2022,,,,39000',
      'A,2022,women,65,,900',
      'A,2022,,65.5,,900',
      'A,2022,,0,100,900',
      'A,2022,,,,900,0',
    ]
    expect(withTotals(rows, answerTo)).toMatchInlineSnapshot(`
      "data/controls.csv:2:6  column code
        Found the place "X"; expected the region T or a city code: A and B.  [place-unknown]
      data/controls.csv:3:13  column sex
        Found "women"; expected one of both, male, female.  [sex-unknown]
      data/controls.csv:4:14  column age_from
        Found 65.5; expected ages that begin and end as those of population.csv; no age_to for 100+.  [age-unknown]
      data/controls.csv:5:16  column age_to
        Found 100; expected ages that begin and end as those of population.csv; no age_to for 100+.  [age-unknown]
      data/controls.csv:6:20  column rounded_to
        Found 0; expected persons that the total is rounded to, 1 or more, such as 10000.  [people-negative]"
    `)
  })

  it('are one for the same people', () => {
    expect(withTotals(['T,2022,,,,39000', 'T,2022,both,0,,39000'], answerTo)).toMatchInlineSnapshot(`
      "data/controls.csv:3:1  column name
        Found a second row for made, T, 2022, both, 0, 100; the first is on line 2; expected one row for each name, code, year, sex, age_from and age_to.  [row-twice]"
    `)
  })

  it('hold together: cities and ages add up, leave somebody for the rest, and do not overlap', () => {
    const sum = ['T,2022,,,,39000,1000', 'A,2022,,,,24000,1000', 'B,2022,,,,17000,1000']
    expect(withTotals(sum, answerTo)).toMatchInlineSnapshot(`
      "data/controls.csv:2:16  column people
        Found 39000 people in 2022; expected 41000, the sum of the totals that cover it, such as line 3.
        Leave the row out, or say in rounded_to what the totals are rounded to.  [controls-contradict]"
    `)
    const rest = ['T,2022,,,,39000', 'A,2022,,,,39500']
    expect(withTotals(rest, answerTo)).toMatchInlineSnapshot(`
      "data/controls.csv:2:16  column people
        Found 39000 people in 2022; expected more than 39500, the sum of its parts such as line 3, as there are others beside them.  [controls-contradict]"
    `)
    const overlap = ['T,2022,,0,14,5000', 'T,2022,,10,19,4000', 'T,2022,,,,39000']
    expect(withTotals(overlap, answerTo)).toMatchInlineSnapshot(`
      "data/controls.csv:2:14  column age_from
        Found ages that overlap those of line 3; expected ages that are apart or one within the other, in one place and year.  [controls-contradict]"
    `)
    const left = [
      'T,2022,,,,39000',
      'A,2022,,,,24000',
      'B,2022,,,,15000',
      'T,2022,,0,14,5000',
      'A,2022,,0,14,5500',
    ]
    expect(withTotals(left, answerTo)).toMatchInlineSnapshot(`
      "data/controls.csv:5:19  column people
        Found 5000 people in 2022; expected more than 5500, the sum of its parts such as line 6, as there are others beside them.  [controls-contradict]"
    `)
  })
})
