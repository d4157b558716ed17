/** The decade projected at given levels, by the model's own years. */

import type { YearInputs } from '../model/compile-rates.js'
import type { Schedules } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import { residentsIn, urbanShareOf } from './counts.js'
import type { Decade } from './decade.js'
import { createDecadeRates, paceOf } from './decade-rates.js'
import { createDecadeSteps, type DecadeSteps, SIDE_BY_SIDE } from './decade-steps.js'
import { requireCities } from './error-model.js'
import { openingPeople } from './opening.js'
import type { Levels } from './unknowns.js'

export interface DecadeProjection {
  readonly people: Float64Array
  readonly away: Float64Array
  /** Flows of all steps [flow, city], persons. */
  readonly flows: Float64Array
  /** Urban share of the region at the start and after every step. */
  readonly urbanShare: Float64Array
  /** Residents of the region likewise. */
  readonly residents: Float64Array
  /** Gain in urban share of the first step after the later census, over that of the last step before; see `join`. */
  join: number
}

export interface ProjectionOptions {
  /** Cities whose later census the next step may start from; all where absent. */
  readonly joined?: readonly number[]
  /** Who computes the steps. */
  readonly steps?: DecadeSteps
  /** Steps (0: the start) after which urban share and residents are wanted, NaN after others; all where absent. */
  readonly sharesAfter?: readonly number[]
  /** false: no step is taken from the later census, and the join is NaN. */
  readonly withJoin?: boolean
  /** Whether levels of moves go no higher than can be lived, as in forecasts by draws. */
  readonly isHeld?: boolean
}

/**
 * Projects the decade; undefined where the levels give rates out of their bounds. What it returns is overwritten by the
 * next projection.
 */
export function createDecadeProjection(
  decade: Decade,
  joined?: readonly number[],
  steps?: DecadeSteps,
): (levels: Levels) => DecadeProjection | undefined {
  requireCities('createDecadeProjection', decade, { cities: joined })
  const project = createDecadeProjections(decade, { joined, steps })
  return (levels) => project([levels])[0]
}

/** The same at one or two (SIDE_BY_SIDE) sets of levels, which take less than twice the time of one. */
export function createDecadeProjections(
  decade: Decade,
  options: ProjectionOptions = {},
): (levels: readonly Levels[]) => readonly (DecadeProjection | undefined)[] {
  const outs = Array.from({ length: SIDE_BY_SIDE }, () => emptyProjection(decade))
  const rates = createDecadeRates(decade, options.isHeld)
  const project = createLaneProjection(decade, rates.inputs, options)
  return (all) => {
    const lanes = all.map((levels, at): Lane => {
      const flows = new Float64Array(outs[at].flows.length)
      const pace = paceOf(decade.schedules.length, levels('pace_slope')[0])
      return { levels, pace, schedules: rates.schedules(levels), out: outs[at], flows, failed: false }
    })
    const [one, other] = lanes
    if (!other || one.schedules === other.schedules) project(lanes)
    else for (const lane of lanes) project([lane])
    return lanes.map(({ failed, out }) => (failed ? undefined : out))
  }
}

/** A function that projects side by side what has the same schedules. */
function createLaneProjection(
  decade: Decade,
  inputsOf: (levels: Levels, pace: number) => YearInputs,
  { joined, steps = createDecadeSteps(decade), sharesAfter, withJoin = true }: ProjectionOptions,
): (lanes: readonly Lane[]) => void {
  const { before, after, schedules } = decade
  const next = { people: new Float64Array(after.people.length), away: new Float64Array(after.away.length) }
  const last = schedules.length
  const isWanted = (step: number) => step >= last - 1 || !sharesAfter || sharesAfter.includes(step)
  /** Urban share of those whom the next step may start from. */
  const joinedShare = (people: Float64Array, ofAll?: number) =>
    joined || ofAll === undefined ? urbanShareOf(decade.dims, people, joined) : ofAll
  const counted = joinedShare(after.people)
  const count = (out: DecadeProjection, at: number) => {
    const { all, rural } = residentsIn(decade.dims, out.people)
    out.residents[at] = all
    out.urbanShare[at] = 1 - rural / all
  }
  const open = ({ levels, out }: Lane, lane: number) => {
    out.people.set(openingPeople(decade, levels))
    steps.open(lane, { people: out.people, away: before.away })
    out.flows.fill(0)
    out.urbanShare.fill(Number.NaN)
    out.residents.fill(Number.NaN)
    count(out, 0)
  }
  const read = ({ out, flows }: Lane, lane: number, step: number) => {
    steps.readFlows(lane, flows)
    for (let k = 0; k < flows.length; k++) out.flows[k] += flows[k]
    if (!isWanted(step + 1)) return
    steps.readPeople(lane, out)
    count(out, step + 1)
  }
  return (lanes) => {
    lanes.forEach(open)
    let sharesBefore: readonly number[] = []
    for (let step = 0; step < last; step++) {
      const own = lanes[0].schedules[step]
      if (step === last - 1)
        sharesBefore = lanes.map(({ out }) => joinedShare(out.people, out.urbanShare[step]))
      lanes.forEach((one, lane) => {
        one.failed ||= !steps.writeRates(lane, own, inputsOf(one.levels, one.pace[step]))
      })
      if (lanes.every(({ failed }) => failed)) return
      steps.step(step, own, lanes.length)
      lanes.forEach((one, lane) => {
        read(one, lane, step)
      })
    }
    if (!withJoin) return
    for (const lane of lanes.keys()) steps.open(lane, after)
    steps.step(last - 1, lanes[0].schedules[last - 1], lanes.length)
    lanes.forEach(({ out }, lane) => {
      steps.readPeople(lane, next)
      const lastGain = joinedShare(out.people, out.urbanShare[last]) - sharesBefore[lane]
      out.join = (joinedShare(next.people) - counted) / lastGain
    })
  }
}

/** One set of levels with what it is projected to. */
interface Lane {
  readonly levels: Levels
  /** Of leaving the village in every step. */
  readonly pace: Float64Array
  /** Of every step; the same object for the same shape. */
  readonly schedules: readonly Schedules[]
  readonly out: DecadeProjection
  /** Of a step. */
  readonly flows: Float64Array
  failed: boolean
}

function emptyProjection({ dims, before, schedules }: Decade): DecadeProjection {
  return {
    people: new Float64Array(before.people.length),
    away: new Float64Array(before.away.length),
    flows: new Float64Array(FLOWS.length * dims.cities),
    urbanShare: new Float64Array(schedules.length + 1),
    residents: new Float64Array(schedules.length + 1),
    join: Number.NaN,
  }
}
