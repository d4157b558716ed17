/**
 * One step of the population's life for two draws at once: src/model/year.ts in AssemblyScript.
 *
 * Every addition, product and quotient stands in the order of the model, so both give the same bits. What is done
 * otherwise changes no bit: shares of movers are worked out once a year, ages without births are passed over, and cohorts
 * and cities are worked at beside each other, so that sums stay in registers and none waits for another.
 */
import {
  after, ages, awayBirths, before, births, flows, flowsBytes, row, statuses, timing,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { addInfants, compileBirths, countMothers } from './births.js'
import { countTownspeople, countVillagers } from './count.js'
import { prepareMoves } from './hazards.js'
import { FIRST, LAST, moveHalf } from './moves.js'
import { addNetMigration, countNetMigrants } from './net-migration.js'
import { reclassify } from './reclassify.js'
import { changeStatus } from './status.js'
import { survive } from './survive.js'

export * from './addresses.js'
export { countHeads, countTotals, lanesOfAtLeast } from './count.js'
export { compileSurvival } from './survival.js'

const OFF: i32 = 0
const EVEN: i32 = 1
const EVEN_AFTER_BIRTHS: i32 = 2

/** Live one step from the rates in memory; people, away, flows and totals are overwritten. */
export function liveYear(): void {
  const towns = statuses > 1
  const moving = timing !== OFF
  const oldest = ages - 1
  const even = timing === EVEN || timing === EVEN_AFTER_BIRTHS
  const mothersMoved = timing === EVEN
  memory.fill(flows, 0, flowsBytes)
  memory.fill(births, 0, statuses * row)
  memory.fill(awayBirths, 0, row)
  memory.copy(before, after, row * 2)
  compileBirths()
  if (towns && moving) prepareMoves()

  if (moving) countNetMigrants()
  if (towns && moving) moveHalf(FIRST)
  if (even) addNetMigration(0.5, 0, oldest)
  countMothers()
  survive()
  if (towns) changeStatus()
  if (mothersMoved) addNetMigration(0.5, 1, oldest)
  countMothers()
  addInfants()
  if (even) addNetMigration(0.5, 0, mothersMoved ? 0 : oldest)
  if (towns && moving) moveHalf(LAST)
  if (moving && !even) addNetMigration(1, 0, oldest)
  if (towns) reclassify()
  else countVillagers()
  countTownspeople()
}
