/** Demographic models on plain arrays, and the tables of a plan, for programs: what cannot be meant is refused. */
import type { Dataset } from '../../dataset/dataset.js'
import { deathAges } from '../../math/death-ages.js'
import { fitToStandard, fromStandard } from '../../math/demography/brass.js'
import {
  leslieMatrix,
  type StablePopulation,
  stableOf,
  type VitalRates,
} from '../../math/demography/leslie.js'
import { coaleDemenyA0 } from '../../math/life-table.js'
import { type LifeTableColumns, lifeTableColumns } from '../../math/life-table-columns.js'
import { type RogersCastro, rogersCastro } from '../../math/rogers-castro.js'
import type { Matrix } from '../../math/state-transition.js'
import type { Plan } from '../../plan/plan.js'
import { withEveryCell } from '../../results/every-cell.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { medianMemory } from '../median-check.js'
import type { PopulationTable } from '../population-tables.js'
import { DEMOGRAPHIC_TABLES, type DemographicTable } from './table-names.js'
import { demographicTables } from './tables.js'

export interface LifeTableOptions {
  readonly sex: 'male' | 'female'
  /** First years of the ages, from 0 up; single years if left out. */
  readonly ages?: readonly number[]
  /** Mean years lived in the first year by those who die in it: Andreev and Kingkade's if left out. */
  readonly a0?: 'andreev_kingkade' | 'coale_demeny'
}

/** A life table with all its columns, from death rates by age; the last age is open. */
export function lifeTableFrom(mx: ArrayLike<number>, options: LifeTableOptions): LifeTableColumns {
  const called = 'lifeTableFrom'
  requireNumbers(called, 'mx', mx, 0, Number.POSITIVE_INFINITY)
  const { sex, ages = Array.from(mx, (_, age) => age), a0 = 'andreev_kingkade' } = options
  requireOneOf(called, 'sex', sex, ['male', 'female'])
  requireOneOf(called, 'a0', a0, ['andreev_kingkade', 'coale_demeny'])
  if (ages.length !== mx.length)
    refuseArgument(called, 'ages', `${ages.length} ages`, `${mx.length}, as many as there are death rates`)
  const rises = ages.every((age, at) => Number.isInteger(age) && (at === 0 ? age === 0 : age > ages[at - 1]))
  if (!rises) refuseArgument(called, 'ages', ages.join(', '), 'whole years that rise from 0')
  const male = sex === 'male'
  const first = a0 === 'coale_demeny' ? coaleDemenyA0(mx[0], male) : undefined
  return lifeTableColumns(mx, deathAges(ages, 1, ages.at(-1)! + 1), male, first)
}

/** Parameters of Rogers and Castro's curve that make up one hump or slope; of the first two all are needed. */
const COMPONENTS = [
  ['a1', 'alpha1'],
  ['a2', 'alpha2', 'mu2', 'lambda2'],
  ['a3', 'alpha3', 'mu3', 'lambda3'],
  ['a4', 'lambda4'],
] as const

/** Rogers and Castro's schedule over whole ages, of 7, 9, 11 or 13 parameters, adding up to `level`. */
export function migrationSchedule(shape: RogersCastro, ages: number, level = 1): Float64Array {
  const called = 'migrationSchedule'
  requireWhole(called, 'ages', ages, 1, 200)
  requireNumbers(called, 'level', [level], 0, Number.POSITIVE_INFINITY)
  const known = [...COMPONENTS.flat(), 'c']
  for (const [name, value] of Object.entries(shape)) {
    requireOneOf(called, 'shape', name, known)
    if (!Number.isFinite(value)) refuseArgument(called, `shape.${name}`, String(value), 'an ordinary number')
  }
  for (const [at, component] of COMPONENTS.entries())
    for (const name of component) {
      if (shape[name] !== undefined) continue
      if (at < 2) refuseArgument(called, `shape.${name}`, 'none', 'a number: seven parameters at the least')
      if (component.some((other) => shape[other] !== undefined))
        refuseArgument(called, `shape.${name}`, 'none', `a number, as ${component.join(', ')} go together`)
    }
  const rates = Float64Array.from({ length: ages }, (_, age) => rogersCastro(age, shape))
  const total = rates.reduce((sum, rate) => sum + rate, 0)
  if (!(total > 0) || rates.some((rate) => rate < 0))
    refuseArgument(called, 'shape', `rates that add up to ${total}`, 'rates above 0')
  return rates.map((rate) => (level * rate) / total)
}

/** Women of each age group at the end of a step, by the group that they or their mothers were in at its start: [to][from]. */
export function leslie(rates: VitalRates): number[][] {
  const called = 'leslie'
  requireNumbers(called, 'survival', rates.survival, 0, 1)
  requireNumbers(called, 'fertility', rates.fertility, 0, Number.POSITIVE_INFINITY)
  if (rates.fertility.length !== rates.survival.length)
    refuseArgument(
      called,
      'fertility',
      `${rates.fertility.length} ages`,
      `${rates.survival.length}, as survival has`,
    )
  requireWhole(called, 'step', rates.step, 1, 20)
  if (!(rates.femaleShare > 0 && rates.femaleShare < 1))
    refuseArgument(called, 'femaleShare', String(rates.femaleShare), 'a share between 0 and 1')
  return leslieMatrix(rates)
}

/** What a population tends to that lives by one matrix, such as `leslie` gives; step: its years. */
export function stablePopulation(matrix: Matrix, step = 1): StablePopulation {
  const called = 'stablePopulation'
  requireWhole(called, 'step', step, 1)
  for (const [row, values] of matrix.entries()) {
    if (values.length !== matrix.length)
      refuseArgument(
        called,
        `matrix.${row}`,
        `${values.length} numbers`,
        `${matrix.length}, as there are rows`,
      )
    requireNumbers(called, `matrix.${row}`, values, 0, Number.POSITIVE_INFINITY)
  }
  const found = matrix.length > 0 ? stableOf(matrix, step) : undefined
  if (found) return found
  return refuseArgument(
    called,
    'matrix',
    'one that tends to no structure',
    'one by which women have girls at two ages or more',
  )
}

/** Brass' relational life table: survivors whose logits are alpha + beta times those of a standard. */
export function brassTable(alpha: number, beta: number, standard: ArrayLike<number>): Float64Array {
  requireNumbers('brassTable', 'standard', standard, 0, 1)
  requireNumbers('brassTable', 'alpha', [alpha], Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  if (!(beta > 0)) refuseArgument('brassTable', 'beta', String(beta), 'a number above 0')
  return fromStandard(alpha, beta, standard)
}

/** Alpha and beta of survivors, by least squares on the logits of a standard at the same ages. */
export function fitBrass(survivors: ArrayLike<number>, standard: ArrayLike<number>) {
  requireNumbers('fitBrass', 'survivors', survivors, 0, 1)
  requireNumbers('fitBrass', 'standard', standard, 0, 1)
  if (survivors.length !== standard.length)
    refuseArgument('fitBrass', 'standard', `${standard.length} ages`, `${survivors.length}, as survivors has`)
  const found = fitToStandard(survivors, standard)
  if (found.ages < 2 || !Number.isFinite(found.beta))
    refuseArgument(
      'fitBrass',
      'survivors',
      `${found.ages} ages between 0 and 1`,
      'two or more, at which the standard differs',
    )
  return { alpha: found.alpha, beta: found.beta }
}

/** A demographic table of the future in which every uncertainty of a plan is at its median (docs/population.md). */
export function demographicTable(
  plan: Plan,
  { womenOnly }: Pick<Dataset, 'womenOnly'>,
  name: DemographicTable,
  policy = plan.policies.at(-1)!.name,
): PopulationTable {
  const called = 'demographicTable'
  requireOneOf(called, 'name', name, DEMOGRAPHIC_TABLES)
  const names = plan.policies.map((one) => one.name)
  requireOneOf(called, 'policy', policy, names)
  const whole = withEveryCell(plan)
  const memory = medianMemory(whole, names.indexOf(policy), called)
  const years = plan.years.map((_, year) => year)
  return demographicTables({ plan: whole, memory, years, womenOnly: womenOnly === true })(name)
}

export function requireNumbers(
  called: string,
  argument: string,
  values: ArrayLike<number>,
  least: number,
  most: number,
): void {
  if (values.length === 0) refuseArgument(called, argument, 'none', 'a number or more')
  const wrong = Array.from(values).find((value) => !Number.isFinite(value) || value < least || value > most)
  if (wrong === undefined) return
  const range = Number.isFinite(most)
    ? `numbers from ${least} to ${most}`
    : Number.isFinite(least)
      ? `numbers of ${least} or more`
      : 'numbers'
  refuseArgument(called, argument, String(wrong), range)
}
