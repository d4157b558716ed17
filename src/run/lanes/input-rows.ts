/** Writes what trajectories are given, uncertainties by draw and settings of levers, into memory of draws side by side. */
import type { Plan } from '../../plan/plan.js'
import { type CitySampler, createCitySampler } from '../../sampling/city-sampler.js'
import { createPathSampler } from '../../sampling/paths/path-sampler.js'
import { createSampler } from '../../sampling/sampler.js'
import { leverCause, POLICY } from '../year/dependencies.js'
import { type RowLayout, writeDraws, writeRow } from '../year/memory.js'
import type { UnfinishedPart } from './unfinished-part.js'

export interface InputRows {
  /** Sample `count` draws from `firstDraw` on and write those uncertainties that depend on what has changed. */
  readonly sample: (firstDraw: number, count: number, changed: number) => void
  /** Copy the uncertainties of the draws that were sampled last to a part, from its draw `first` on. */
  readonly copyTo: (part: UnfinishedPart, first: number, count: number) => void
  /** Write settings of the levers; the causes of those that were not written last (dependencies.ts). */
  readonly set: (settings: readonly number[]) => number
}

/**
 * causes  of every slot (dependencies.ts)
 * draws   of the whole run; a Latin hypercube needs to know how many cells to cut
 */
export function createInputRows(
  plan: Plan,
  memory: Float64Array,
  layout: RowLayout,
  causes: Int32Array,
  draws: number,
): InputRows {
  const { uncertainties, correlations, seed, design, levers } = plan
  const { draws: size } = layout
  const sampler = createSampler({ uncertainties, correlations, seed, design, draws })
  const inputs = new Float64Array(uncertainties.length)
  const rows = new Float64Array(uncertainties.length * size)
  const same = new Float64Array(size)
  const codes = plan.places.slice(1).map(({ code }) => code)
  const common = { codes, years: plan.years, seed, design, draws, shared: sampler }
  const ofCities = createCitySampler({ uncertainties: plan.uncertaintiesByCity, ...common })
  const ofYears = createPathSampler({ uncertainties: plan.uncertaintiesByYear ?? [], ...common })
  const sampleCities = createOwnRows(plan.uncertaintiesByCity, layout, causes, {
    sampler: ofCities,
    size: codes.length,
    write: (slot, own) => writeRow(layout, memory, slot, own),
  })
  const sampleYears = createOwnRows(plan.uncertaintiesByYear ?? [], layout, causes, {
    sampler: ofYears,
    size: plan.years.length * codes.length,
    write: (slot, own) => memory.set(own, layout.at(slot, 0)),
  })
  let current: readonly number[] | undefined
  return {
    sample: (firstDraw, count, changed) => {
      fillLanes(sampler, inputs, rows, firstDraw, count)
      uncertainties.forEach(({ slot }, name) => {
        if (!(causes[slot] & changed)) return
        writeDraws(layout, memory, slot, rows.subarray(name * size, (name + 1) * size))
      })
      sampleCities(firstDraw, count, changed)
      sampleYears(firstDraw, count, changed)
    },
    copyTo: (part, first, count) => {
      for (let name = 0; name < uncertainties.length; name++) {
        const row = name * size
        part.inputs.set(rows.subarray(row, row + count), name * part.draws + first)
      }
    },
    set: (settings) => {
      // 0 and -0 are different settings: what is divided by them has the opposite sign
      const moved = levers.map((_, lever) => !current || !Object.is(settings[lever], current[lever]))
      const first = current === undefined
      current = settings
      levers.forEach(({ slot }, lever) => {
        if (moved[lever]) writeDraws(layout, memory, slot, same.fill(settings[lever]))
      })
      if (first) return POLICY
      return moved.reduce((all, one, lever) => (one ? all | leverCause(lever) : all), 0)
    },
  }
}

interface OwnRows {
  readonly sampler: Sampled
  /** Values of one uncertainty: a city's, or a city's in a year. */
  readonly size: number
  /** own  [value, draw] of an uncertainty */
  readonly write: (slot: number, own: Float64Array) => void
}

type Sampled = Pick<CitySampler, 'fill'>

/** Samples uncertainties of which every city or year has its own, and writes those that depend on what has changed. */
function createOwnRows(
  uncertainties: readonly { readonly slot: number }[],
  { draws }: RowLayout,
  causes: Int32Array,
  { sampler, size, write }: OwnRows,
) {
  const values = new Float64Array(uncertainties.length * size)
  const rows = new Float64Array(values.length * draws)
  const own = size * draws
  return (firstDraw: number, count: number, changed: number): void => {
    if (!uncertainties.some(({ slot }) => causes[slot] & changed)) return
    fillLanes(sampler, values, rows, firstDraw, count)
    uncertainties.forEach(({ slot }, index) => {
      if (causes[slot] & changed) write(slot, rows.subarray(index * own, (index + 1) * own))
    })
  }
}

/**
 * Sample draws side by side into rows [value, draw]. Places without a draw of their own repeat the last, so that what never
 * changes again is right in all of them.
 */
function fillLanes(
  sampler: Sampled,
  values: Float64Array,
  rows: Float64Array,
  firstDraw: number,
  count: number,
): void {
  const draws = values.length > 0 ? rows.length / values.length : 0
  for (let lane = 0; lane < draws; lane++) {
    if (lane < count) sampler.fill(firstDraw + lane, values)
    for (let at = 0; at < values.length; at++) rows[at * draws + lane] = values[at]
  }
}
