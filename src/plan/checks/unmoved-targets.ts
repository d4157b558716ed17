/**
 * Targets that nothing in a plan can move: no uncertainty, lever or person reaches what they are measured by, and no
 * programme or line of the plan does. Their value says what stands in the data folder and nothing of the plan, so that they
 * are not assessed rather than called impossible, or certain.
 */
import { joinJourneys } from '../../math/joined-journeys.js'
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
  const moves = (slot: number) => movesItself(draft, travel, keys[slot])
  // hours rest on every line near them, also on those that shorten nothing
  const isOfHours = (slot: number) => keys[slot].kind === 'slowest' || keys[slot].kind === 'hours to'
  return (slots) => anyBehind(draft, slots, moves, isOfHours)
}

function movesItself({ scenario, dataset }: Draft, travel: TravelPlan, key: SlotKey): boolean {
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
    case 'programme': {
      const service = scenario.services.find(({ name }) => name === key.service)
      return service?.programmes.some(({ name, starts }) => name === key.programme && areAny(starts)) ?? false
    }
    case 'service':
      return (
        key.column !== 'need' &&
        scenario.services.some(
          ({ name, programmes }) => name === key.service && programmes.some(({ starts }) => areAny(starts)),
        )
      )
    case 'slowest': {
      const members = dataset.groups.get(key.group) ?? []
      return slowestOf(withLines(travel), members) !== slowestOf(travel.base, members)
    }
    case 'hours to': {
      const city = dataset.cities.findIndex(({ code }) => code === key.city)
      const all = withLines(travel)
      return dataset.cities.some((_, from) => {
        const pair = from * dataset.cities.length + city
        return all[pair] !== travel.base[pair]
      })
    }
    default:
      return false
  }
}

const areAny = (starts: readonly { readonly starts: number }[]) => starts.some((one) => one.starts > 0)

/** Hours[city, city] with every line open. */
function withLines({ legs, lines, change }: TravelPlan): Float64Array {
  const hours = legs.map((now, pair) => Math.min(now, ...lines.map((line) => line.hours[pair])))
  if (change !== undefined) joinJourneys(hours, Math.sqrt(hours.length), change)
  return hours
}

function slowestOf(hours: Float64Array, members: readonly number[]): number {
  const cities = Math.sqrt(hours.length)
  return Math.max(...members.flatMap((one) => members.map((other) => hours[one * cities + other])))
}
