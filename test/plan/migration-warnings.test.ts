/**
 * What is said of net migration that the model cannot or does not use. By hand: of a region of one city with 1,000 boys and
 * 1,000 girls of 15-19, 1,500 of each are to leave; those that the cell lacks are the flow `shortfall` of the model.
 */
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadPlan } from '../../src/studies/load-plan.js'
import { judgeByMedian } from '../../src/studies/median-check.js'
import { temporary } from '../commands/cityward.js'

const folder = temporary()
const AGES = Array.from({ length: 18 }, (_, k) => `${5 * k}${k === 17 ? '+' : ''}`).join(',')
const leavers = (sex: string, persons: number) =>
  `2020,R,${sex},count,person,S,data,,0,0,0,${-persons}${',0'.repeat(14)}`

/** Warnings of a plan of one status in steps of five years, for a timing of migration and the leavers of 15-19. */
function warned(migration: string, persons?: number) {
  const data = join(folder, 'data')
  rmSync(data, { recursive: true, force: true })
  cpSync('fixtures/cases/leavers', data, { recursive: true })
  if (persons !== undefined) {
    const rows = [leavers('male', persons), leavers('female', persons)]
    const heading = `year,code,sex,measure,unit,source,quality,note,${AGES}`
    writeFileSync(join(data, 'net_migration.csv'), [heading, ...rows, ''].join('\n'))
  }
  const file = join(folder, 'plan.yaml')
  writeFileSync(
    file,
    `title: { en: T, zh: T }
data: data
years: { from: 2020, to: 2025 }
policies: { no_action: { title: { en: N, zh: N }, set: {} } }
population: { migration: ${migration} }
indicators: {}
`,
  )
  return judgeByMedian(loadPlan(file), file).warnings
}

it('says who is to leave and is not there: place, age, year and number', () => {
  const [warning, ...others] = warned('end', 1500)
  expect(others).toEqual([])
  expect(warning).toMatchObject({
    code: 'leavers-missing',
    where: { field: 'population.migration' },
    found: expect.any(String),
    expected: 'no more net migrants out of an age than live there',
    hint: '`cityward population --components --csv` has them as `shortfall`.',
  })
  // of 1,000 of 10-14 each, at 0.01 deaths a year, (1 - 2.5 x 0.01) / (1 + 2.5 x 0.01) live on: 951.2; 2 x (1,500 - 951.2) lack
  expect(warning.found).toMatch(
    /^1,?098 persons who are to leave Region in the step to 2025 and are not there, most of ages 15-19$/,
  )
})

it('says nothing where all are there', () => {
  expect(warned('end', 900)).toEqual([])
})

const UNUSED = {
  code: 'migration-unused',
  found: 'migration: off, and a net_migration.csv',
  expected: 'a use of the table, or a data folder without it',
  hint: 'Write `migration: even` to use it.',
}
const notGiven = (timing: string) => ({
  code: 'migration-not-given',
  found: `migration: ${timing}, and no net_migration.csv in the data folder`,
  expected: 'a table of the net migrants whose time it says',
})

it.each([
  ["'off'", 900, UNUSED],
  ['end', undefined, notGiven('end')],
  ['even_after_births', undefined, notGiven('even_after_births')],
])('warns of migration: %s with leavers of %s', (migration, persons, warning) => {
  expect(warned(migration, persons)).toEqual([expect.objectContaining(warning)])
})

it('says nothing of a closed population that says it is closed', () => {
  expect(warned("'off'")).toEqual([])
})
