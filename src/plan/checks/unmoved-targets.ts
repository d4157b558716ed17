/**
 * Targets that nothing in a plan can move: no uncertainty, lever or person reaches what they are measured by, and no
 * programme or line of the plan does. Their value says what stands in the data folder and nothing of the plan, so that they
 * are not assessed rather than called impossible, or certain.
 */
import { createMachine, doublesFor } from '../../formula/execute.js'
import { joinJourneys } from '../../math/joined-journeys.js'
import type { Programme } from '../../scenario/scenario.js'
import { dataByCity } from '../bind.js'
import type { Draft } from '../draft.js'
import type { IndicatorPlan, TargetPlan, TravelPlan } from '../plan.js'
import { anyBehind } from '../rests-on.js'
import type { SlotKey } from '../slot-keys.js'

/** The targets, with a mark on those that nothing moves. */
export function withUnmoved(
  draft: Draft,
  indicators: readonly IndicatorPlan[],
  travel: TravelPlan,
  targets: readonly TargetPlan[],
): TargetPlan[] {
  const doesMove = moverIn(draft, travel)
  return targets.map((target) => {
    const indicator = indicators.find(({ name }) => name === target.indicator)
    if (!indicator) return target
    const { of, per } = indicator
    return doesMove(per < 0 ? [of] : [of, per]) ? target : { ...target, unmoved: true }
  })
}

/** A function that says whether anything behind some slots varies from future to future, or is built by the plan. */
function moverIn(draft: Draft, travel: TravelPlan): (slots: readonly number[]) => boolean {
  const keys = draft.slots.keys()
  const moves = (slot: number) => movesItself(draft, keys[slot])
  const isOfHours = (slot: number) => HOURS.has(keys[slot].kind)
  return (slots) => {
    // hours rest on every line near them, also on those that shorten nothing
    if (anyBehind(draft, slots, moves, isOfHours)) return true
    if (!anyBehind(draft, slots, isOfHours)) return false
    const [without, withAll] = [travel.base, withLines(travel)].map((hours) => valuesAt(draft, slots, hours))
    return !without || !withAll || without.some((value, at) => !Object.is(value, withAll[at]))
  }
}

const HOURS: ReadonlySet<SlotKey['kind']> = new Set(['slowest', 'hours to'] as const)

function movesItself({ scenario }: Draft, key: SlotKey): boolean {
  switch (key.kind) {
    case 'lever':
    case 'people':
    case 'flow':
    case 'line':
      return true
    case 'uncertainty':
      return scenario.uncertainties.some(
        ({ name, distribution }) => name === key.name && distribution.kind !== 'fixed',
      )
    case 'programme':
      return scenario.services.some(
        (service) =>
          service.name === key.service &&
          service.programmes.some((programme) => programme.name === key.programme && isWork(programme)),
      )
    case 'service':
      return (
        key.column !== 'need' &&
        scenario.services.some(({ name, programmes }) => name === key.service && programmes.some(isWork))
      )
    default:
      return false
  }
}

/** Whether anything starts, or is under way. */
const isWork = ({ starts, under_way = [] }: Programme) =>
  [...starts, ...under_way].some(
    (one) =>
      (one.starts ?? 0) > 0 || (one.others ?? 0) > 0 || one.cities?.some(({ projects }) => projects > 0),
  )

/** Hours[city, city] with every line open. */
function withLines({ legs, lines, change }: TravelPlan): Float64Array {
  const hours = legs.map((now, pair) => Math.min(now, ...lines.map((line) => line.hours[pair])))
  if (change !== undefined && hours.length > 0) joinJourneys(hours, Math.sqrt(hours.length), change)
  return hours
}

/**
 * What formulas over hours and the data folder come to with some hours[city, city]; undefined where they name anything else,
 * or another year.
 */
function valuesAt(draft: Draft, slots: readonly number[], hours: Float64Array): number[] | undefined {
  const { cities } = draft.dataset.dims
  const values: number[] = []
  for (const program of slots.flatMap((slot) =>
    draft.stepsOf(slot).flatMap(({ programs }) => programs.slice(-1)),
  )) {
    const columns = program.loads.map(({ key, time }) =>
      time === 'now' ? columnOf(draft, draft.slots.keyOf(key), hours) : undefined,
    )
    const own = (columns.length + 1) * cities
    const memory = new Float64Array(own + doublesFor([program], cities))
    for (const [at, column] of columns.entries()) {
      if (!column) return undefined
      memory.set(column, (at + 1) * cities)
    }
    const loads = Int32Array.from(columns, (_, at) => (at + 1) * cities)
    createMachine([program], { memory, own, cities, draws: 1 })(program, loads, 0)
    values.push(...memory.subarray(0, cities))
  }
  return values
}

/** The numbers by city that a formula loads; undefined where they are neither hours nor of the data folder. */
function columnOf(draft: Draft, key: SlotKey, hours: Float64Array): Float64Array | undefined {
  const { dataset } = draft
  const { cities } = dataset.dims
  if (key.kind === 'data') return dataByCity(dataset, key.name)
  if (key.kind === 'slowest') {
    const members = dataset.groups.get(key.group) ?? []
    const pairs = members.flatMap((one) => members.map((other) => hours[one * cities + other] ?? 0))
    return new Float64Array(cities).fill(Math.max(...pairs))
  }
  if (key.kind !== 'hours to') return undefined
  const to = dataset.cities.findIndex(({ code }) => code === key.city)
  return Float64Array.from(dataset.cities, (_, from) => hours[from * cities + to] ?? 0)
}
