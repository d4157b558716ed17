/** Multiregional models on plain arrays, for programs: what cannot be meant is refused. */
import {
  type MultiregionalLifeTable,
  type MultiregionalRates,
  multiregionalMatrix,
  multiregionalTable,
} from '../../math/demography/multiregional.js'
import type { Matrix } from '../../math/state-transition.js'
import { refuseArgument, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireNumbers } from './library.js'

/** A life table of several regions: who is where, and for how long, of those born in each. */
export function multiregionalLifeTable(rates: MultiregionalRates): MultiregionalLifeTable {
  requireRates('multiregionalLifeTable', rates)
  return multiregionalTable(rates)
}

/**
 * The growth matrix of several regions, [to][from] over ages and, within them, regions; `stablePopulation` says what it
 * tends to. fertility: births of the sex that is projected, per woman-year [age][region].
 */
export function multiregionalGrowth(rates: MultiregionalRates & { readonly fertility: Matrix }): number[][] {
  const called = 'multiregionalGrowth'
  requireRates(called, rates)
  requireTable(called, 'fertility', rates.fertility, rates.deaths.length, rates.deaths[0].length)
  return multiregionalMatrix(rates, rates.fertility)
}

function requireRates(called: string, { step, deaths, moves }: MultiregionalRates): void {
  requireWhole(called, 'step', step, 1, 20)
  if (!Array.isArray(deaths) || deaths.length < 2 || !Array.isArray(deaths[0]))
    refuseArgument(called, 'deaths', 'fewer than two ages', 'rates by age and region, the last age open')
  const regions = deaths[0].length
  requireTable(called, 'deaths', deaths, deaths.length, regions)
  if (!Array.isArray(moves) || moves.length !== deaths.length)
    refuseArgument(called, 'moves', `${moves?.length ?? 'no'} ages`, `${deaths.length}, as deaths has`)
  for (const [age, table] of moves.entries()) requireTable(called, `moves.${age}`, table, regions, regions)
  const oldest: readonly number[] = deaths[deaths.length - 1]
  const nobodyDies = oldest.findIndex((rate) => !(rate > 0))
  if (nobodyDies >= 0)
    refuseArgument(
      called,
      `deaths.${deaths.length - 1}.${nobodyDies}`,
      '0',
      'a number above 0 at the open age',
    )
}

function requireTable(called: string, argument: string, table: Matrix, rows: number, columns: number): void {
  if (!Array.isArray(table) || table.length !== rows)
    refuseArgument(called, argument, `${table?.length ?? 'no'} rows`, `${rows} rows`)
  for (const [row, values] of table.entries()) {
    if (values.length !== columns)
      refuseArgument(called, `${argument}.${row}`, `${values.length} numbers`, `${columns} numbers`)
    requireNumbers(called, `${argument}.${row}`, values, 0, Number.POSITIVE_INFINITY)
  }
}
