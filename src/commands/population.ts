/**
 * `cityward population`: the principal projection, every uncertainty at its median.
 *
 * People by place, status, sex and age in the layout of population.csv, or the components of change, so that a
 * projection can be held against a published one, or go into another program; or demographic tables of every place.
 */
import { join } from 'node:path'
import type { Plan } from '../plan/plan.js'
import { populationScreen } from '../report/terminal/population-screen.js'
import { withEveryCell } from '../results/every-cell.js'
import { makeFolder, writeWhole } from '../store/write-file.js'
import { DEMOGRAPHIC_TABLES, type DemographicTable } from '../studies/demography/table-names.js'
import { demographicTables } from '../studies/demography/tables.js'
import { loadPlan } from '../studies/load-plan.js'
import { medianMemory } from '../studies/median-check.js'
import { componentsOf, type PopulationTable, peopleOf } from '../studies/population-tables.js'
import { choosePolicies } from '../studies/simulate.js'
import { csvText } from '../vocabulary/csv.js'
import { indexIn } from '../vocabulary/lookup.js'
import { visibleJson } from '../vocabulary/visible.js'
import { languageOfScreen, warningText } from './screen.js'
import { print, printAside } from './terminal.js'

export interface PopulationCommandOptions {
  readonly year?: number
  /** The policy that is simulated; the last one of the scenario if left out. */
  readonly policy?: string
  /** Components of change in place of people. */
  readonly components?: boolean
  /** One demographic table in place of people by age, as CSV unless JSON is asked for. */
  readonly table?: DemographicTable
  /** Folder into which every demographic table is written as CSV. */
  readonly tables?: string
  readonly csv?: boolean
  readonly json?: boolean
}

/** Prints totals of the region, every cell, or a demographic table, or writes all of these. Returns the exit code. */
export function population(file: string, options: PopulationCommandOptions, out = print): number {
  const loaded = loadPlan(file)
  for (const warning of loaded.warnings) printAside(`${warningText(warning)}\n\n`)
  const { womenOnly } = loaded.dataset
  const plan = withEveryCell(loaded.plan)
  const { years } = plan
  if (options.year !== undefined) indexIn(file, 'year', String(options.year), years.map(String))
  const memory = medianOf(plan, file, options.policy)
  const asked = years
    .map((_, index) => index)
    .filter((index) => [undefined, years[index]].includes(options.year))
  const { table: named, tables: folder } = options
  if (named !== undefined || folder !== undefined) {
    const tableOf = demographicTables({ plan, memory, years: asked, womenOnly: womenOnly === true })
    if (named !== undefined) printTable(tableOf(named), options.json === true, out)
    const names = DEMOGRAPHIC_TABLES.filter((name) => plan.controls || name !== 'controls')
    if (folder !== undefined) writeTables(folder, names, tableOf, out)
    return 0
  }
  if (!options.csv && !options.json) {
    out(populationScreen(plan, memory, asked, { ...options, womenOnly, language: languageOfScreen() }))
    return 0
  }
  const tableOf = options.components ? componentsOf : peopleOf
  const table = tableOf(plan, memory, asked, womenOnly)
  printTable(table, options.json === true, out)
  return 0
}

function writeTables(
  folder: string,
  names: readonly DemographicTable[],
  tableOf: (name: DemographicTable) => PopulationTable,
  out: typeof print,
) {
  makeFolder(folder)
  for (const name of names) {
    const file = join(folder, `${name}.csv`)
    const { heading, rows } = tableOf(name)
    writeWhole(file, csvText([heading, ...rows]))
    out(`${file}\n`)
  }
}

/** Rows that are printed together: a table of many places and years is longer than any text can be. */
const ROWS = 1000

function printTable({ heading, rows }: PopulationTable, json: boolean, out: typeof print): void {
  if (!json) out(csvText([heading]))
  for (let from = 0; from < rows.length; from += ROWS) {
    const some = rows.slice(from, from + ROWS)
    // brackets and commas as JSON.stringify sets them for the whole
    const records = some.map((row) => recordOf(heading, row))
    const objects = visibleJson(JSON.stringify(records, undefined, 1)).slice(2, -2)
    out(json ? `${from === 0 ? '[' : ','}\n${objects}` : csvText(some))
  }
  if (json) out(rows.length === 0 ? '[]\n' : '\n]\n')
}

/** What the policy computes in the median future. */
function medianOf(plan: Plan, file: string, name: string | undefined): Float64Array {
  if (name !== undefined) choosePolicies(plan, [name], file)
  const policy =
    name === undefined ? plan.policies.length - 1 : plan.policies.findIndex((one) => one.name === name)
  return medianMemory(plan, policy, file)
}

const recordOf = (heading: PopulationTable['heading'], row: PopulationTable['rows'][number]) =>
  Object.fromEntries(heading.map((column, index) => [column, row[index]]))
