/** Which table of a data folder is made of a file, and why that one. */
import { fail, type Problem } from '../../vocabulary/problems.js'
import type { Answers, ImportTable } from '../answers.js'
import { censusTable } from './census.js'
import { distinct, type Made, type Placed, type TargetInput } from './made.js'
import { withOpenEnd } from './open-end.js'
import { populationTable } from './population.js'
import { birthRatesTable, deathRatesTable } from './rates.js'
import { totalsTable } from './totals.js'
import { valuesTable, variablesOf } from './values.js'

const TABLES: Readonly<Record<ImportTable, (input: TargetInput) => Made>> = {
  totals: totalsTable,
  census: censusTable,
  population: populationTable,
  mortality: deathRatesTable,
  fertility: birthRatesTable,
  values: valuesTable,
}

export const TARGET_REASONS = [
  'as asked for',
  'people of both sexes by single ages or groups of five',
  'death rates by sex and age',
  'births per woman by age',
  'numbers of other things than people',
  'people of several places in one year',
  'people of places, into the data folder of a plan',
  'people over several years',
] as const
export type TargetReason = (typeof TARGET_REASONS)[number]

export interface Chosen {
  readonly target: ImportTable
  readonly because: TargetReason
}

/** Groups of ages of each sex from which on a table is one of ages. */
const MANY_AGES = 10

/** The table that a file is for. `inFolder`: whether it goes into a data folder. */
export function chosenTarget(observations: readonly Placed[], answers: Answers, inFolder: boolean): Chosen {
  if (answers.as !== undefined) return { target: answers.as, because: 'as asked for' }
  const ofAges = (name: string) => observations.some(({ measure, age }) => measure === name && age !== 'all')
  if (ofAges('mx')) return { target: 'mortality', because: 'death rates by sex and age' }
  if (ofAges('asfr')) return { target: 'fertility', because: 'births per woman by age' }
  const people = observations.filter(({ measure }) => measure === 'people' || measure === 'urban_share')
  const aged = distinct(
    people.filter(({ sex, age }) => sex !== 'all' && age !== 'all').map(({ age }) => JSON.stringify(age)),
  )
  if (aged.length >= MANY_AGES)
    return { target: 'population', because: 'people of both sexes by single ages or groups of five' }
  const years = distinct(people.map(({ year }) => year))
  if (people.length === 0) return { target: 'values', because: 'numbers of other things than people' }
  if (!inFolder && years.length > 1 && answers.year === undefined)
    return { target: 'values', because: 'people over several years' }
  const others = variablesOf(
    observations.filter(
      ({ measure }) => measure !== undefined && measure !== 'people' && measure !== 'urban_share',
    ),
  )
  if (others.length > 0 && people.length < observations.length / 2)
    return { target: 'values', because: 'numbers of other things than people' }
  if (inFolder) return { target: 'census', because: 'people of places, into the data folder of a plan' }
  return { target: 'totals', because: 'people of several places in one year' }
}

export function madeAs(target: ImportTable, input: TargetInput): Made {
  const made = TABLES[target]({ ...input, observations: withOpenEnd(input.observations) })
  if (made.table.rows.length === 0 && made.problems.length === 0) fail(nothingFor(made.table.file, input))
  return made
}

function nothingFor(table: string, { observations, answers }: TargetInput): Problem {
  const nothing = { code: 'nothing-to-import', where: { file: observations[0].at.file } } as const
  const years = distinct(observations.flatMap(({ year }) => year ?? []))
  if (answers.year === undefined || years.length === 0 || years.includes(answers.year))
    return { ...nothing, found: `no figure for ${table}`, expected: 'another table, by --as' }
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return {
    ...nothing,
    found: `no figure of ${answers.year} for ${table}`,
    expected: first === last ? `the year ${first}` : `a year from ${first} to ${last}`,
  }
}
