/**
 * What drives a population: levels in every step and opening dates of lines. Draws that agree in all of them have the
 * same population, whatever else differs between them.
 */
import { LEVELS } from '../../model/rates.js'
import { type Plan, slotAt } from '../../plan/plan.js'
import type { OpensOf } from './travel.js'

export interface PopulationDrivers {
  /** Doubles that drive one population. */
  readonly size: number
  /** Gather what drives one of the draws simulated side by side. */
  readonly gather: (draw: number, out: Float64Array) => void
  /** The same for the step that ends one year; opening dates are those of all years. */
  readonly gatherYear: (draw: number, year: number, out: Float64Array) => void
  /** levels[level, city] of the step that ends a year, out of what was gathered; written over by the next call. */
  readonly levels: (drivers: Float64Array, year: number) => Float64Array
  /** When lines open, as seen in a year. */
  readonly opensIn: (drivers: Float64Array, year: number) => OpensOf
}

/** Slots of what drives a population. */
export function drivingSlots({ levels, travel }: Plan): number[] {
  return [...levels, ...travel.lines.map(({ opensSlot }) => opensSlot)]
}

/** memory[slot, year, city, draw] for so many draws; levels that never change are not gathered. */
export function createPopulationDrivers(plan: Plan, memory: Float64Array, draws: number): PopulationDrivers {
  const { cities } = plan.dims
  const constant = new Map(plan.constants.map(({ slot, values }) => [slot, values]))
  const steps = plan.years.map((_, year) => year).slice(1)
  const levels = new Float64Array(LEVELS.length * cities)
  const varying: { readonly level: number; readonly slot: number }[] = []
  plan.levels.forEach((slot, level) => {
    const values = constant.get(slot)
    if (values) levels.set(values, level * cities)
    else varying.push({ level, slot })
  })
  const { lines } = plan.travel
  const ofStep = varying.length * cities
  const firstLine = ofStep * steps.length
  const gatherLevels = (draw: number, year: number, out: Float64Array) => {
    let to = (year - 1) * ofStep
    for (const { slot } of varying) {
      const from = slotAt(plan, slot, year) * draws + draw
      for (let city = 0; city < cities; city++) out[to++] = memory[from + city * draws]
    }
  }
  const gatherLines = (draw: number, out: Float64Array) => {
    let to = firstLine
    for (let year = 0; year < plan.years.length; year++) {
      for (const { opensSlot } of lines) out[to++] = memory[slotAt(plan, opensSlot, year) * draws + draw]
    }
  }
  return {
    size: firstLine + lines.length * plan.years.length,
    gather: (draw, out) => {
      for (const year of steps) gatherLevels(draw, year, out)
      gatherLines(draw, out)
    },
    gatherYear: (draw, year, out) => {
      if (year === 0) gatherLines(draw, out)
      else gatherLevels(draw, year, out)
    },
    levels: (drivers, year) => {
      let from = (year - 1) * ofStep
      for (const { level } of varying) {
        for (let city = 0; city < cities; city++) levels[level * cities + city] = drivers[from++]
      }
      return levels
    },
    opensIn: (drivers, year) => (line) => drivers[firstLine + year * lines.length + line],
  }
}
