/**
 * `cityward/demography`: life tables, migration schedules, Leslie and multiregional matrices and stable populations on plain
 * arrays, and the demographic tables of a plan.
 *
 * ```ts
 * import { lifeTableFrom, migrationSchedule } from 'cityward/demography'
 * const { ex } = lifeTableFrom([0.02, 0.004, 0.001, 0.05], { sex: 'female', ages: [0, 1, 5, 60] })
 * ```
 */
export type { VitalRates } from '../math/demography/leslie.js'
export type { MultiregionalLifeTable, MultiregionalRates } from '../math/demography/multiregional.js'
export type { LifeTableColumns } from '../math/life-table-columns.js'
export type { RogersCastro } from '../math/rogers-castro.js'
export { type FlowModel, fitFlows } from '../studies/demography/flows-library.js'
export {
  type EnrolmentOptions,
  type GradeProgression,
  gradeProgression,
} from '../studies/demography/grades-library.js'
export {
  brassTable,
  demographicTable,
  fitBrass,
  type LifeTableOptions,
  leslie,
  lifeTableFrom,
  migrationSchedule,
  stablePopulation,
} from '../studies/demography/library.js'
export { multiregionalGrowth, multiregionalLifeTable } from '../studies/demography/regions-library.js'
export { DEMOGRAPHIC_TABLES, type DemographicTable } from '../studies/demography/table-names.js'
