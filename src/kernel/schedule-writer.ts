/** Writes schedules where the kernel reads them; they are the same for both draws, and mostly from year to year. */
import { middlesOf } from '../math/death-ages.js'
import type { Schedules } from '../model/rates.js'
import type { PairMemory } from './pair-memory.js'

/** Ages from .. to, exclusive. */
interface AgeRange {
  readonly from: number
  readonly to: number
}

export class ScheduleWriter {
  private readonly written = new Map<string, Float64Array>()
  private readonly fertileAges = new WeakMap<Float64Array, AgeRange>()

  constructor(
    private readonly memory: PairMemory,
    private readonly cities: number,
  ) {}

  write(schedules: Schedules): void {
    this.writeTable('ruralExit', schedules.ruralExit)
    this.writeTable('returnHome', schedules.returnHome)
    this.writeTable('cityToCity', schedules.cityToCity)
    this.writeTable('returnFromOutside', schedules.returnFromOutside)
    this.writeTable('arrivalsMakeup', schedules.arrivals)
    this.writeTable('moreNetMigrantsMakeup', schedules.moreNetMigrants)
    this.writeTable('conversion', schedules.conversion)
    if (this.writeTable('mortality', schedules.mortality)) {
      const middles = middlesOf(schedules.mortality, schedules.mortalityAges, this.cities)
      this.memory.write('mortalityMiddles', middles)
    }
    this.memory.set('mortalityIsSurvival', schedules.mortalityMeasure === 'survival' ? 1 : 0)
    this.writeTable('netMigrationGiven', schedules.netMigration)
    this.memory.set('netMigrationIsRate', schedules.netMigrationMeasure === 'rate' ? 1 : 0)
    if (this.writeTable('fertility', schedules.fertility)) this.setFertileAges(schedules.fertility)
  }

  /** True where it was not there already. */
  private writeTable(name: string, values: Float64Array): boolean {
    if (this.written.get(name) === values) return false
    this.memory.write(name, values)
    this.written.set(name, values)
    return true
  }

  /** Ages from the first to the last at which any woman bears; found once for every table. */
  private setFertileAges(fertility: Float64Array): void {
    const known = this.fertileAges.get(fertility) ?? fertileAges(fertility, this.cities)
    this.fertileAges.set(fertility, known)
    this.memory.set('fertileFrom', known.from)
    this.memory.set('fertileTo', known.to)
  }
}

/** fertility [age, city]; no ages where nobody bears. */
function fertileAges(fertility: Float64Array, cities: number): AgeRange {
  const first = fertility.findIndex((rate) => rate !== 0)
  const last = fertility.findLastIndex((rate) => rate !== 0)
  return { from: first < 0 ? 0 : Math.floor(first / cities), to: Math.floor(last / cities) + 1 }
}
