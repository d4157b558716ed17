/**
 * The host of the kernel: writes what two draws need into its memory, has it compute a step, reads the results.
 *
 * Rates are compiled by the model itself (compile-rates.ts), draw by draw; the kernel does the arithmetic over ages
 * and cities.
 */

import type { DeathAges } from '../math/death-ages.js'
import { levelRow } from '../model/compile-rates.js'
import { type ControlStep, scaleToTotals } from '../model/control.js'
import type { Conventions, MIGRATION_TIMINGS, MovePairs, Nests, Schedules } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import type { YearRates } from '../model/year-rates.js'
import type { Dimensions } from '../vocabulary/dimensions.js'
import {
  HAZARDS,
  type KernelLayout,
  LANES,
  layOut,
  MOST_KEPT_CITIES,
  SHAPE_DOUBLES,
  type Stand,
} from './layout.js'
import { ListedPairs } from './listed-pairs.js'
import { type KernelExports, PairMemory } from './pair-memory.js'
import { ScheduleWriter } from './schedule-writer.js'

/** People of some statuses, sexes and ages (first to last), added up by city; no status means people away. */
export interface KernelHeadCount {
  readonly statuses: readonly number[]
  readonly sexes: readonly number[]
  readonly from: number
  readonly to: number
}

export interface KernelRequest {
  readonly dims: Dimensions
  readonly conventions: Conventions
  readonly opening: { readonly people: Float64Array; readonly away: Float64Array }
  readonly hasNetMigration: boolean
  readonly mortalityAges: DeathAges
  readonly nests?: Nests
  /** Whether places have age schedules of moves of their own. */
  readonly byPlace?: boolean
  readonly pairs?: MovePairs
  readonly counts: readonly KernelHeadCount[]
  /** How many survivals are kept, of steps or of pairs of draws. */
  readonly survivals: number
  /** How many pairs of draws stand in the kernel at a time; one where it is left out. */
  readonly stands?: number
}

/** Where shares of destinations and of homes stand. */
const SHARES = { destinations: 'destinationShares', homes: 'originShares' } as const

/** Rates that are written as they are compiled; the kernel reads them by the names that they have in the model. */
const FROM_RATES = [
  'femaleBirthShare', 'ruralOutMigration', 'ownCityShare', 'otherProvinceShare', 'townOutMigration', 'returnMigration',
  'originOwnCity', 'originOtherProvince', 'awayReturn', 'awayReturnShares', 'arrivals', 'migrantConversion',
  'reclassifiedConversion', 'ruralConversion', 'reclassification', 'newbornRegistration', 'netMigration', 'moreNetMigrants',
  'destinationInNest', 'destinationOthersFactor',
] as const satisfies readonly (keyof YearRates)[] // biome-ignore format: a list reads best as a paragraph

/** Bytes of a pair, and of the hazards of a cohort. */
const PAIR_BYTES = LANES * 8
const HAZARD_BYTES = HAZARDS * PAIR_BYTES

export class Kernel {
  private readonly memory: PairMemory
  private readonly exports: KernelExports
  private readonly layout: KernelLayout
  private readonly schedules: ScheduleWriter
  private readonly dims: Dimensions
  private readonly cities: number
  /** Where each draw opens. */
  private readonly openings: KernelRequest['opening'][]
  private readonly pairs: ListedPairs | undefined
  /** What the survival in each slot was compiled from. */
  private readonly survivalOf: readonly { table: Float64Array | undefined; readonly levels: Float64Array }[]
  /** The slot that was read last. */
  private survivalRead = 0
  /** Where the two draws at work stand. */
  private stand: Stand
  /** The table of origins that stands in the memory of each draw. */
  private readonly originsOf: (Float64Array | undefined)[] = [undefined, undefined]

  constructor(module: WebAssembly.Module, request: KernelRequest) {
    const { dims, conventions, opening, hasNetMigration, mortalityAges, nests, pairs, counts, survivals } =
      request
    const rateAges = mortalityAges.widths.length
    this.dims = dims
    this.cities = dims.cities
    const nestCount = nests?.seats.length ?? 0
    const headCounts = counts.length
    const { byPlace = false } = request
    const placeMoves = conventions.placeMoves === true
    const listed = nests ? undefined : pairs
    const sizes = {
      headCounts,
      rateAges,
      nests: nestCount,
      pairs: listed && { destinations: listed.destinations.to.length, homes: listed.homes.to.length },
      survivals,
      stands: request.stands ?? 1,
    }
    this.layout = layOut({ dims, hasNetMigration, byPlace, placeMoves, ...sizes })
    this.memory = new PairMemory(module, this.layout)
    this.stand = this.layout.stands[0]
    this.standAt(0)
    this.exports = this.memory.exports
    this.schedules = new ScheduleWriter(this.memory, dims.cities)
    const settings = {
      cities: dims.cities,
      ages: dims.ages,
      statuses: dims.statuses,
      row: dims.cities * LANES * 8,
      step: conventions.step,
      timing: TIMINGS[conventions.migration],
      hasAway: opening.away.length > 0 ? 1 : 0,
      hasNetMigration: hasNetMigration ? 1 : 0,
      flowsBytes: FLOWS.length * dims.cities * LANES * 8,
      headCounts,
      rateAges,
      nests: nestCount,
      placeMoves: placeMoves ? 1 : 0,
      byPlace: byPlace ? 1 : 0,
      scheduleWidth: byPlace ? dims.cities : 1,
      hazardNext: HAZARD_BYTES * (byPlace ? dims.cities : 1),
      hazardCity: byPlace ? HAZARD_BYTES / PAIR_BYTES : 0,
      hasPairs: listed ? 1 : 0,
    }
    for (const [name, value] of Object.entries(settings)) this.memory.set(name, value)
    this.pairs = listed && new ListedPairs(this.memory, listed)
    if (nests) this.memory.words('nestOf', dims.cities).set(nests.of)
    this.memory.write('mortalityShapes', shapesOf(mortalityAges))
    this.writeCounts(counts)
    this.openings = [opening, opening]
    for (let lane = 0; lane < LANES; lane++) this.keepOpening(lane)
    this.survivalOf = this.layout.survivalSlots.map(() => ({
      table: undefined,
      levels: new Float64Array(dims.cities * LANES),
    }))
  }

  /** From now on one draw opens at people of its own, which are not copied; both stand at their opening. */
  openAt(lane: number, opening: KernelRequest['opening']): void {
    this.openings[lane] = opening
    this.keepOpening(lane)
    this.open()
  }

  /** Both draws stand at their opening. */
  open(): void {
    const [one, other] = this.openings
    const { people, away } = this.stand
    if (this.cities > MOST_KEPT_CITIES) {
      this.memory.writeBoth(people, one.people, other.people)
      this.memory.writeBoth(away, one.away, other.away)
    } else {
      const { openingPeople, ruralExit } = this.layout.at
      this.memory.doubles.copyWithin(people / 8, openingPeople / 8, ruralExit / 8)
    }
    this.exports.countTotals()
  }

  private keepOpening(lane: number): void {
    if (this.cities > MOST_KEPT_CITIES) return
    const { people, away } = this.openings[lane]
    this.memory.writeLane('openingPeople', lane, people)
    this.memory.writeLane('openingAway', lane, away)
  }

  /** From now on two other draws are at work, which stand where they were left: each pair has a place of its own. */
  standAt(stand: number): void {
    this.stand = this.layout.stands[stand]
    const { people, away, after } = this.stand
    this.memory.set('people', people)
    this.memory.set('away', away)
    this.memory.set('after', after)
  }

  /** The draws at work stand where those of another place do. */
  standAs(stand: number): void {
    const { people, after } = this.layout.stands[stand]
    const end = after + 2 * this.cities * LANES * 8
    this.memory.doubles.copyWithin(this.stand.people / 8, people / 8, end / 8)
  }

  /**
   * Write the rates of a step for one of the two draws.
   *
   * levels  [level, city]; of these the kernel itself compiles fertility and mortality
   * rates   those without age, as compileByCity leaves them
   */
  writeRates(lane: number, levels: Float64Array, rates: YearRates): void {
    for (const name of FROM_RATES) this.memory.writeLane(name, lane, rates[name])
    this.writeShares('destinations', lane, rates.destinationShares)
    this.memory.writeLane('fertilityLevel', lane, levelRow(this.cities, levels, 'fertility'))
    this.memory.writeLane('fertilityInVillages', lane, levelRow(this.cities, levels, 'fertility_in_villages'))
    this.memory.writeLane('fertilityInTowns', lane, levelRow(this.cities, levels, 'fertility_in_towns'))
    this.memory.writeLane('mortalityLevel', lane, levelRow(this.cities, levels, 'mortality'))
    const { homes } = rates.schedules!
    if (this.originsOf[lane] !== homes) {
      this.writeShares('homes', lane, rates.originShares)
      this.memory.writeLane('originInNest', lane, rates.originInNest)
      this.memory.writeLane('originOthersFactor', lane, rates.originOthersFactor)
    }
    this.originsOf[lane] = homes
  }

  private writeShares(which: keyof MovePairs, lane: number, shares: Float64Array): void {
    if (this.pairs) this.pairs.write(which, lane, shares)
    else this.memory.writeLane(SHARES[which], lane, shares)
  }

  /** Compute a step by the rates that were written; `slot` is where its survival is kept, if no other has the same. */
  projectYear(slot: number, schedules: Schedules): void {
    this.schedules.write(schedules)
    this.compileSurvival(slot % this.layout.survivalSlots.length, schedules)
    this.exports.projectYearPair()
  }

  /** Scale the people of a draw to published totals, by the model itself; false, nobody scaled, where they cannot be met. */
  scaleToTotals(lane: number, step: ControlStep): boolean {
    const { people } = this.stand
    const { flows } = this.layout.at
    const own = (address: number) => ({ doubles: this.memory.doubles, at: address / 8 + lane, stride: LANES })
    return scaleToTotals(this.dims, step, own(people), own(flows)) === undefined
  }

  /** Count residents again after people were scaled. */
  countTotals(): void {
    this.exports.countTotals()
  }

  /** Compute the head counts of the request; read them with `head`. */
  countHeads(): void {
    this.exports.countHeadsPair()
  }

  /** One head count of a draw, by city. */
  head(count: number, lane: number, out: Float64Array): void {
    this.memory.readLane(this.layout.at.heads + count * this.cities * LANES * 8, lane, out)
  }

  /** Flows of a draw, [flow, city]. */
  flows(lane: number, out: Float64Array): void {
    this.memory.readLane(this.layout.at.flows, lane, out)
  }

  /** Residents and urban residents of a draw by city, before and after the step. */
  totals(when: 'before' | 'after', lane: number, out: Float64Array): void {
    this.memory.readLane(when === 'after' ? this.stand.after : this.layout.at.before, lane, out)
  }

  /** People of a draw, [status, sex, age, city], and those away, [sex, age, city]. */
  people(lane: number, people: Float64Array, away: Float64Array): void {
    this.memory.readLane(this.stand.people, lane, people)
    this.memory.readLane(this.stand.away, lane, away)
  }

  /** The draws, as bits, in which every cell holds at least so many people. */
  lanesOfAtLeast(least: number): number {
    return this.exports.lanesOfAtLeast(least)
  }

  /**
   * Survival is compiled where neither the slot of the step nor the one read last holds that of this table and these
   * levels: mostly they differ from draw to draw and not from year to year.
   */
  private compileSurvival(own: number, { mortality }: Schedules): void {
    const from = this.layout.at.mortalityLevel / 8
    const levels = this.memory.doubles.subarray(from, from + this.cities * LANES)
    const holds = (slot: number) => {
      const known = this.survivalOf[slot]
      return known.table === mortality && same(known.levels, levels)
    }
    const held = [own, this.survivalRead].find(holds)
    this.survivalRead = held ?? own
    const { survival, newbornSurvival } = this.layout.survivalSlots[this.survivalRead]
    this.memory.set('survival', survival)
    this.memory.set('newbornSurvival', newbornSurvival)
    if (held !== undefined) return
    this.exports.compileSurvival()
    this.survivalOf[own].table = mortality
    this.survivalOf[own].levels.set(levels)
  }

  private writeCounts(counts: readonly KernelHeadCount[]): void {
    const words = this.memory.words('counts', counts.length * 4)
    const bits = (indices: readonly number[]) => indices.reduce((all, index) => all | (1 << index), 0)
    counts.forEach(({ statuses, sexes, from, to }, index) => {
      words.set([bits(statuses), bits(sexes), from, to], index * 4)
    })
  }
}

/** Of each age of the death rates its width, its bend and whether it ends a group, side by side. */
function shapesOf({ widths, bends, ends }: DeathAges): Float64Array {
  return Float64Array.from({ length: widths.length * SHAPE_DOUBLES }, (_, at) => {
    const of = [widths, bends, ends][at % SHAPE_DOUBLES]
    return of[Math.floor(at / SHAPE_DOUBLES)]
  })
}

/** How the kernel names the timings of net migration. */
const TIMINGS = { off: 0, even: 1, even_after_births: 2, end: 3 } as const satisfies Record<
  (typeof MIGRATION_TIMINGS)[number],
  number
>

function same(one: Float64Array, other: Float64Array): boolean {
  for (let k = 0; k < one.length; k++) if (one[k] !== other[k]) return false
  return true
}
