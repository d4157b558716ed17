/**
 * Demographic tables of a future by place and year, tidy: one observation a row, so that `read.csv` of R and
 * `pandas.read_csv` take them as they are. Their columns are in docs/population.md.
 */
import type { PopulationTable } from '../population-tables.js'
import { stepAccounts } from './account.js'
import { birthRows, deathRows, lifeTableRows, netMigrationRows } from './age-rows.js'
import { controlRows } from './control-rows.js'
import { flowRows, growthRows } from './move-rows.js'
import type { DemographySource } from './source.js'
import { summaryRows } from './summary-rows.js'
import type { DemographicTable } from './table-names.js'

const TABLES: Readonly<Record<DemographicTable, (source: DemographySource) => PopulationTable>> = {
  summary: summaryRows,
  births: birthRows,
  deaths: deathRows,
  'life-tables': lifeTableRows,
  'net-migration': netMigrationRows,
  flows: flowRows,
  growth: growthRows,
  controls: controlRows,
}

/** A function that gives each table of a future. */
export function demographicTables(
  source: Omit<DemographySource, 'accounts'>,
): (name: DemographicTable) => PopulationTable {
  const accounts = stepAccounts(source.plan, source.memory).filter(({ year }) => source.years.includes(year))
  return (name) => TABLES[name]({ ...source, accounts })
}
