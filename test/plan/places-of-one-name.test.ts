/** Cities of one name, and a code that begins with 0: copies of fixtures/tiny in which Alpha and Beta share a name. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadPlan } from '../../src/studies/load-plan.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { temporary } from '../commands/cityward.js'
import { replaced, TINY } from '../scenario/tiny-scenario.js'

const folder = temporary()

/** The plan of tiny.yaml on a data folder whose tables are changed, with values of `rural_exit` by city. */
function planOf(name: string, change: (table: string) => string, byCity: string) {
  const data = join(folder, name)
  cpSync('fixtures/tiny', data, { recursive: true })
  for (const name of readdirSync(data).filter((file) => file.endsWith('.csv'))) {
    const table = join(data, name)
    writeFileSync(table, change(readFileSync(table, 'utf8')))
  }
  const text = replaced(TINY, 'data: ../tiny', `data: ${data}`)
  const file = join(folder, `${name}.yaml`)
  writeFileSync(file, replaced(text, 'rural_exit: 2 * pace', `rural_exit: { by_city: ${byCity} }`))
  return loadPlan(file).plan
}

const problemOf = (name: string, change: (table: string) => string, byCity: string) => {
  try {
    return planOf(name, change, byCity)
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    const { where, ...problem } = error.problems[0]
    return { ...problem, field: where.field }
  }
}

const zeroCode = (table: string) => table.replaceAll(/(?<=^|,)A(?=,)/gm, '0101')
const twoAlphas = (table: string) => table.replace('Beta', 'Alpha')

it('refuses a name that two cities have, with their codes', () => {
  expect(problemOf('by-name', twoAlphas, '{ Alpha: 1, others: 2 }')).toEqual({
    code: 'city-ambiguous',
    field: 'population.levels.rural_exit.by_city.Alpha',
    found: 'the name "Alpha", which A and B have',
    expected: 'a name of one place',
    hint: 'Write the code, such as A.',
  })
})

it('takes the code, and shows it behind the name', () => {
  const { places } = planOf('by-code', twoAlphas, '{ A: 1, B: 2 }')
  expect(places.map(({ name }) => name.en)).toEqual(['Tinyland', 'Alpha (A)', 'Alpha (B)'])
  expect(places.map(({ name }) => name.zh)).toEqual(['小国', '甲', '乙'])
})

it('gives a code to its city though another has it as a name', () => {
  const swapped = (table: string) =>
    table.replace('A,city,Alpha', 'A,city,B').replace('B,city,Beta', 'B,city,A')
  const { steps } = planOf('swapped', swapped, '{ A: 1, B: 2 }')
  const exits = steps.filter(({ key }) => key.kind === 'level' && key.level === 'rural_exit')
  expect(exits.map(({ only }) => only)).toEqual([[0], [1]])
})

it('says that a code with a leading zero wants quotation marks', () => {
  expect(problemOf('zeros', zeroCode, '{ 0101: 1, B: 2 }')).toMatchObject({
    code: 'city-unknown',
    hint: 'Write "0101" with its quotation marks: without them it is a number.',
  })
  expect(planOf('quoted', zeroCode, '{ "0101": 1, B: 2 }').places[1].code).toBe('0101')
})
