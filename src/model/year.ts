/**
 * One step of the population's life: the table of contents of the model.
 *
 * The order of events is METHOD's (docs/method.md): half of the moves, deaths with ageing, changes of status,
 * births to mean women, the other half of the moves, and villages that become towns last. The order of every
 * addition is part of the specification: a faster engine has to add in the same order to give the same bits.
 */
import type { Dimensions } from '../vocabulary/dimensions.js'
import { addInfants, countMothers } from './births.js'
import { moveHalf } from './moves.js'
import { addNetMigration, countNetMigrants } from './net-migration.js'
import type { Conventions } from './rates.js'
import { reclassify } from './reclassify.js'
import type { Flows, State } from './state.js'
import { changeStatus } from './status.js'
import { survive } from './survive.js'
import type { Workspace } from './workspace.js'
import type { YearRates } from './year-rates.js'

/**
 * Live one step.
 *
 * state  people[status, sex, age, city] and away[sex, age, city], persons on 31 December; overwritten
 * flows  [flow, city], persons in the step; overwritten
 */
export function liveYear(
  dims: Dimensions,
  conventions: Conventions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
): void {
  const towns = dims.statuses > 1
  const moving = conventions.migration !== 'off'
  const oldest = dims.ages - 1
  const even = conventions.migration === 'even' || conventions.migration === 'even_after_births'
  const mothersMoved = conventions.migration === 'even'
  const { netMigrants } = work
  flows.fill(0)
  work.births.fill(0)
  work.awayBirths.fill(0)

  if (moving) countNetMigrants(dims, rates, state.people, netMigrants)
  if (towns && moving) moveHalf(dims, rates, state, flows, work)
  if (even) addNetMigration(dims, netMigrants, 0.5, [0, oldest], state.people, flows)
  countMothers(dims, rates, state, work)
  survive(dims, rates, state, flows)
  if (towns) changeStatus(dims, rates, state.people, flows)
  if (mothersMoved) addNetMigration(dims, netMigrants, 0.5, [1, oldest], state.people, flows)
  countMothers(dims, rates, state, work)
  addInfants(dims, rates, state, flows, work)
  if (even) addNetMigration(dims, netMigrants, 0.5, [0, mothersMoved ? 0 : oldest], state.people, flows)
  if (towns && moving) moveHalf(dims, rates, state, flows, work)
  if (moving && !even) addNetMigration(dims, netMigrants, 1, [0, oldest], state.people, flows)
  if (towns) reclassify(dims, rates, state.people, flows)
}
