/**
 * One step of the projection: the table of contents of the model.
 *
 * The order of events (docs/method.md, M3): half of the moves, deaths with ageing, changes of status, births to the
 * mean women exposed, the other half of the moves, and villages that become towns last. The order of every
 * addition is part of the specification: a faster engine has to add in the same order to give the same bits.
 */
import type { Dimensions } from '../vocabulary/dimensions.js'
import { addHalfBirths, addNewborns } from './births.js'
import { moveHalfStep } from './moves.js'
import { addNetMigration, countNetMigrants } from './net-migration.js'
import { leavePlaces, reachPlaces } from './place-moves.js'
import type { Conventions } from './rates.js'
import { reclassify } from './reclassify.js'
import type { Flows, State } from './state.js'
import { changeStatus } from './status.js'
import { survive } from './survive.js'
import type { Workspace, YearEvent } from './workspace.js'
import type { YearRates } from './year-rates.js'

/**
 * Project the people by one step.
 *
 * state  people[status, sex, age, city] and away[sex, age, city], persons on 31 December; overwritten
 * flows  [flow, city], persons in the step; overwritten
 */
export function projectYear(
  dims: Dimensions,
  conventions: Conventions,
  rates: YearRates,
  state: State,
  flows: Flows,
  work: Workspace,
): void {
  const towns = dims.statuses > 1
  const moving = conventions.migration !== 'off'
  const betweenPlaces = !towns && moving && conventions.placeMoves === true
  const oldest = dims.ages - 1
  const even = conventions.migration === 'even' || conventions.migration === 'even_after_births'
  const womenMoved = conventions.migration === 'even'
  const { netMigrants } = work
  flows.fill(0)
  work.births.fill(0)
  work.awayBirths.fill(0)

  const note = (event: YearEvent) => work.watch?.after(event)

  note('start')
  if (moving) countNetMigrants(dims, rates, state.people, netMigrants)
  if (towns && moving) moveHalfStep(dims, rates, state, flows, work)
  note('moves')
  if (even) addNetMigration(dims, netMigrants, 0.5, [0, oldest], state.people, flows)
  note('net migration')
  addHalfBirths(dims, rates, state, work)
  note('births counted')
  if (betweenPlaces) leavePlaces(dims, rates, state, flows, work)
  if (betweenPlaces) note('moves')
  survive(dims, rates, state, flows)
  note('deaths')
  if (towns) changeStatus(dims, rates, state.people, flows)
  note('status')
  if (betweenPlaces) reachPlaces(dims, rates, state, flows, work, [1, oldest])
  if (betweenPlaces) note('moves')
  if (womenMoved) addNetMigration(dims, netMigrants, 0.5, [1, oldest], state.people, flows)
  note('net migration')
  addHalfBirths(dims, rates, state, work)
  note('births counted')
  addNewborns(dims, rates, state, flows, work)
  note('newborns')
  if (betweenPlaces) reachPlaces(dims, rates, state, flows, work, [0, 0])
  if (betweenPlaces) note('moves')
  if (even) addNetMigration(dims, netMigrants, 0.5, [0, womenMoved ? 0 : oldest], state.people, flows)
  note('net migration')
  if (towns && moving) moveHalfStep(dims, rates, state, flows, work)
  note('moves')
  if (moving && !even) addNetMigration(dims, netMigrants, 1, [0, oldest], state.people, flows)
  note('net migration')
  if (towns) reclassify(dims, rates, state.people, flows)
}
