/**
 * The host of the kernel: writes what two draws need into its memory, lets it live a step, reads back what is asked.
 *
 * Rates are compiled by the model itself (compile-rates.ts), draw by draw; the kernel does what is + - * / over
 * ages and cities.
 */

import { levelRow } from '../model/compile-rates.js'
import type { Conventions, MIGRATION_TIMINGS, Nests, Schedules } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import type { YearRates } from '../model/year-rates.js'
import type { Dimensions } from '../vocabulary/dimensions.js'
import { BAND, type KernelLayout, LANES, layOut } from './layout.js'

/** People of some statuses, sexes and ages (first to last), added up by city; no status means people away. */
export interface CountAsked {
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
  readonly nests?: Nests
  readonly counts: readonly CountAsked[]
  /** Steps of a run. */
  readonly steps: number
}

interface KernelExports {
  readonly memory: WebAssembly.Memory
  readonly liveYear: () => void
  readonly countHeads: () => void
  readonly compileSurvival: () => void
  readonly countTotals: () => void
  readonly lanesOfAtLeast: (least: number) => number
  readonly [name: string]: unknown
}

/** Rows that are written from the compiled rates of a draw: the kernel's name and the model's. */
const FROM_RATES: readonly (readonly [name: string, rate: keyof YearRates])[] = [
  ['girls', 'girls'],
  ['exitLevel', 'exit'],
  ['local', 'local'],
  ['outside', 'outside'],
  ['roamLevel', 'roam'],
  ['homeLevel', 'home'],
  ['homeHere', 'homeHere'],
  ['homeOutside', 'homeOutside'],
  ['backLevel', 'back'],
  ['backTo', 'backTo'],
  ['arrivals', 'arrivals'],
  ['convertMigrant', 'convertMigrant'],
  ['convertReclassified', 'convertReclassified'],
  ['convertRural', 'convertRural'],
  ['reclassified', 'reclassified'],
  ['babiesHere', 'babiesHere'],
  ['netMigration', 'netMigration'],
  ['towards', 'towards'],
  ['within', 'within'],
  ['spread', 'spread'],
]

export class Kernel {
  private readonly exports: KernelExports
  private readonly layout: KernelLayout
  private readonly doubles: Float64Array
  private readonly cities: number
  /** What the survival in each slot was worked out from. */
  private readonly survivalOf: readonly { table: Float64Array | undefined; readonly levels: Float64Array }[]
  /** The slot that was read last. */
  private survivalRead = 0
  private readonly homesOf: (Float64Array | undefined)[] = [undefined, undefined]
  private readonly written = new Map<string, Float64Array>()
  private readonly fertileAges = new WeakMap<Float64Array, AgeRange>()

  constructor(module: WebAssembly.Module, request: KernelRequest) {
    const { dims, conventions, opening, hasNetMigration, nests, counts, steps } = request
    this.cities = dims.cities
    const nestCount = nests?.seats.length ?? 0
    this.layout = layOut({ dims, hasNetMigration, headCounts: counts.length, nests: nestCount, steps })
    const instance = new WebAssembly.Instance(module, {})
    this.exports = instance.exports as unknown as KernelExports
    const { memory } = this.exports
    memory.grow(Math.max(0, Math.ceil((this.layout.end - memory.buffer.byteLength) / 65_536)))
    this.doubles = new Float64Array(memory.buffer)
    for (const [name, address] of Object.entries(this.layout.at)) this.setIfKnown(name, address)
    this.set('cities', dims.cities)
    this.set('ages', dims.ages)
    this.set('statuses', dims.statuses)
    this.set('row', dims.cities * LANES * 8)
    this.set('band', BAND)
    this.set('step', conventions.step)
    this.set('timing', TIMINGS[conventions.migration])
    this.set('hasAway', opening.away.length > 0 ? 1 : 0)
    this.set('hasNetMigration', hasNetMigration ? 1 : 0)
    this.set('flowsBytes', FLOWS.length * dims.cities * LANES * 8)
    this.set('countsAsked', counts.length)
    this.set('nests', nestCount)
    if (nests) new Uint32Array(memory.buffer, this.layout.at.nestOf, dims.cities).set(nests.of)
    this.writeCounts(counts)
    for (let lane = 0; lane < LANES; lane++) {
      this.writeLane('openingPeople', lane, opening.people)
      this.writeLane('openingAway', lane, opening.away)
    }
    this.survivalOf = this.layout.survivalSlots.map(() => ({
      table: undefined,
      levels: new Float64Array(dims.cities * LANES),
    }))
  }

  /** Both draws stand at the opening of the plan. */
  open(): void {
    const { at } = this.layout
    const copy = (from: number, end: number, to: number) => this.doubles.copyWithin(to / 8, from / 8, end / 8)
    copy(at.openingPeople, at.openingAway, at.people)
    copy(at.openingAway, at.ruralExit, at.away)
    this.exports.countTotals()
  }

  /**
   * Write the rates of a step for one of the two draws.
   *
   * levels  [level, city]; of these the kernel itself compiles fertility and mortality
   * rates   those without age, as compileByCity leaves them
   */
  writeRates(lane: number, levels: Float64Array, rates: YearRates): void {
    for (const [name, rate] of FROM_RATES) this.writeLane(name, lane, rates[rate] as Float64Array)
    this.writeLane('fertilityLevel', lane, levelRow(this.cities, levels, 'fertility'))
    this.writeLane('inVillages', lane, levelRow(this.cities, levels, 'fertility_in_villages'))
    this.writeLane('inTowns', lane, levelRow(this.cities, levels, 'fertility_in_towns'))
    this.writeLane('mortalityLevel', lane, levelRow(this.cities, levels, 'mortality'))
    const { homes } = rates.schedules!
    if (this.homesOf[lane] !== homes) {
      this.writeLane('homeTowards', lane, rates.homeTowards)
      this.writeLane('homesWithin', lane, rates.homesWithin)
      this.writeLane('homesSpread', lane, rates.homesSpread)
    }
    this.homesOf[lane] = homes
  }

  /** Live a step, counted from 0, by the rates that were written. */
  liveYear(step: number, schedules: Schedules): void {
    this.writeSchedules(schedules)
    this.compileSurvival(step % this.layout.survivalSlots.length, schedules)
    this.exports.liveYear()
  }

  /** Count the heads asked for; read them with `head`. */
  countHeads(): void {
    this.exports.countHeads()
  }

  /** One head count of a draw, by city. */
  head(count: number, lane: number, out: Float64Array): void {
    this.readLane(this.layout.at.heads + count * this.cities * LANES * 8, lane, out)
  }

  /** Flows of a draw, [flow, city]. */
  flows(lane: number, out: Float64Array): void {
    this.readLane(this.layout.at.flows, lane, out)
  }

  /** Residents and urban residents of a draw by city, before and after the step. */
  totals(when: 'before' | 'after', lane: number, out: Float64Array): void {
    this.readLane(this.layout.at[when], lane, out)
  }

  /** People of a draw, [status, sex, age, city], and those away, [sex, age, city]. */
  people(lane: number, people: Float64Array, away: Float64Array): void {
    this.readLane(this.layout.at.people, lane, people)
    this.readLane(this.layout.at.away, lane, away)
  }

  /** The draws, as bits, in which every cell holds at least so many people. */
  lanesOfAtLeast(least: number): number {
    return this.exports.lanesOfAtLeast(least)
  }

  /**
   * Survival is worked out where neither the slot of the step nor the one read last holds that of this table and these
   * levels: mostly they differ from draw to draw and not from year to year.
   */
  private compileSurvival(own: number, { mortality }: Schedules): void {
    const from = this.layout.at.mortalityLevel / 8
    const levels = this.doubles.subarray(from, from + this.cities * LANES)
    const holds = (slot: number) => {
      const known = this.survivalOf[slot]
      return known.table === mortality && same(known.levels, levels)
    }
    const kept = [own, this.survivalRead].find(holds)
    this.survivalRead = kept ?? own
    const { survival, infants } = this.layout.survivalSlots[this.survivalRead]
    this.set('survival', survival)
    this.set('infants', infants)
    if (kept !== undefined) return
    this.exports.compileSurvival()
    this.survivalOf[own].table = mortality
    this.survivalOf[own].levels.set(levels)
  }

  /** Schedules are the same for both draws, and mostly from year to year. */
  private writeSchedules(schedules: Schedules): void {
    this.writeSchedule('ruralExit', schedules.ruralExit)
    this.writeSchedule('returnHome', schedules.returnHome)
    this.writeSchedule('cityToCity', schedules.cityToCity)
    this.writeSchedule('returnFromOutside', schedules.returnFromOutside)
    this.writeSchedule('arrivalsMakeup', schedules.arrivals)
    this.writeSchedule('conversion', schedules.conversion)
    this.writeSchedule('mortality', schedules.mortality)
    this.set('mortalityIsSurvival', schedules.mortalityMeasure === 'survival' ? 1 : 0)
    this.writeSchedule('netMigrationGiven', schedules.netMigration)
    this.set('netMigrationIsRate', schedules.netMigrationMeasure === 'rate' ? 1 : 0)
    if (this.writeSchedule('fertility', schedules.fertility)) this.setFertileAges(schedules.fertility)
  }

  /** True where it was not there already. */
  private writeSchedule(name: string, values: Float64Array): boolean {
    if (this.written.get(name) === values) return false
    this.doubles.set(values, this.layout.at[name] / 8)
    this.written.set(name, values)
    return true
  }

  /** Ages from the first to the last at which any woman bears; found once for every table. */
  private setFertileAges(fertility: Float64Array): void {
    const known = this.fertileAges.get(fertility) ?? fertileAges(fertility, this.cities)
    this.fertileAges.set(fertility, known)
    this.set('fertileFrom', known.from)
    this.set('fertileTo', known.to)
  }

  private writeCounts(counts: readonly CountAsked[]): void {
    const words = new Uint32Array(this.exports.memory.buffer, this.layout.at.counts, counts.length * 4)
    const bits = (indices: readonly number[]) => indices.reduce((all, index) => all | (1 << index), 0)
    counts.forEach(({ statuses, sexes, from, to }, index) => {
      words.set([bits(statuses), bits(sexes), from, to], index * 4)
    })
  }

  private writeLane(name: string, lane: number, values: Float64Array): void {
    this.write(this.layout.at[name], lane, values)
  }

  private write(address: number, lane: number, values: Float64Array): void {
    const { doubles } = this
    const first = address / 8 + lane
    for (let k = 0; k < values.length; k++) doubles[first + k * LANES] = values[k]
  }

  private readLane(address: number, lane: number, out: Float64Array): void {
    const { doubles } = this
    const first = address / 8 + lane
    for (let k = 0; k < out.length; k++) out[k] = doubles[first + k * LANES]
  }

  private set(name: string, value: number): void {
    const global = this.exports[name]
    ;(global as WebAssembly.Global).value = value
  }

  /** Some places are the host's alone. */
  private setIfKnown(name: string, value: number): void {
    if (this.exports[name]) this.set(name, value)
  }
}

/** How the kernel names the timings of net migration. */
const TIMINGS = { off: 0, even: 1, even_after_births: 2, end: 3 } as const satisfies Record<
  (typeof MIGRATION_TIMINGS)[number],
  number
>

/** Ages from .. to, exclusive. */
interface AgeRange {
  readonly from: number
  readonly to: number
}

/** fertility [age, city]; no ages where nobody bears. */
function fertileAges(fertility: Float64Array, cities: number): AgeRange {
  const first = fertility.findIndex((rate) => rate !== 0)
  const last = fertility.findLastIndex((rate) => rate !== 0)
  return { from: first < 0 ? 0 : Math.floor(first / cities), to: Math.floor(last / cities) + 1 }
}

function same(one: Float64Array, other: Float64Array): boolean {
  for (let k = 0; k < one.length; k++) if (one[k] !== other[k]) return false
  return true
}
