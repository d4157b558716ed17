/**
 * One step of the projection for two draws at once: src/model/year.ts in AssemblyScript.
 *
 * Every addition, product and quotient stands in the order of the model, so both give the same bits. What is done
 * otherwise changes no bit: shares of movers are computed once a year, ages without births are skipped, and cohorts and
 * cities are computed beside each other, so that sums stay in registers and none waits for another.
 */
import {
  after, ages, awayBirths, before, births, flows, flowsBytes, placeMoves, row, statuses, timing,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { addHalfBirthsPair, addNewbornsPair, compileFertility } from './births'
import { countTownspeople, countVillagers } from './count'
import { prepareMoves, writeHazards } from './hazards'
import { FIRST, LAST, moveHalfStepPair } from './moves'
import { addNetMigrationPair, countNetMigrantsPair } from './net-migration'
import { leavePlacesPair, reachPlacesPair } from './place-moves'
import { reclassifyPair } from './reclassify'
import { changeStatusPair } from './status'
import { survivePair } from './survive'

export * from './addresses'
export { countHeadsPair, countTotals, lanesOfAtLeast } from './count'
export { compileSurvival } from './survival'

const OFF: i32 = 0
const EVEN: i32 = 1
const EVEN_AFTER_BIRTHS: i32 = 2

/** Project the people by one step from the rates in memory; people, away, flows and totals are overwritten. */
export function projectYearPair(): void {
  const towns = statuses > 1
  const moving = timing !== OFF
  const betweenPlaces = !towns && moving && placeMoves !== 0
  const oldest = ages - 1
  const even = timing === EVEN || timing === EVEN_AFTER_BIRTHS
  const womenMoved = timing === EVEN
  memory.fill(flows, 0, flowsBytes)
  memory.fill(births, 0, statuses * row)
  memory.fill(awayBirths, 0, row)
  memory.copy(before, after, row * 2)
  compileFertility()
  if (towns && moving) prepareMoves()
  else if (betweenPlaces) writeHazards()

  if (moving) countNetMigrantsPair()
  if (towns && moving) moveHalfStepPair(FIRST)
  if (even) addNetMigrationPair(0.5, 0, oldest)
  addHalfBirthsPair()
  if (betweenPlaces) leavePlacesPair()
  survivePair()
  if (towns) changeStatusPair()
  if (betweenPlaces) reachPlacesPair(1, ages)
  if (womenMoved) addNetMigrationPair(0.5, 1, oldest)
  addHalfBirthsPair()
  addNewbornsPair()
  if (betweenPlaces) reachPlacesPair(0, 1)
  if (even) addNetMigrationPair(0.5, 0, womenMoved ? 0 : oldest)
  if (towns && moving) moveHalfStepPair(LAST)
  if (moving && !even) addNetMigrationPair(1, 0, oldest)
  if (towns) reclassifyPair()
  else countVillagers()
  countTownspeople()
}
