/** What a service needs, has, gains and lacks in every city, future by future, under one policy. */
import type { IndicatorPlan, Plan } from '../../plan/plan.js'
import { createBatchRunner } from '../../run/batch.js'
import { chooseEngine } from '../../run/choose-engine.js'

export interface SplitRequest {
  readonly service: string
  /** Index of the policy. */
  readonly policy: number
  /** Index of the year at whose end things are to lack least. */
  readonly year: number
  readonly draws: number
}

/** [future, city] of the futures that gave a number, in the service's unit. */
export interface SharedFutures {
  readonly need: Float64Array
  readonly capacity: Float64Array
  /** What programmes have opened. */
  readonly given: Float64Array
  readonly lacking: Float64Array
  /** Futures that gave no number. */
  readonly failed: number
}

/** Futures that are simulated at once: their outcomes are kept until they are read. */
const AT_ONCE = 48

/** The futures of a plan, by the kernel where it is there; equal to the last bit without it. */
export function sharedFutures(plan: Plan, request: SplitRequest): SharedFutures {
  const { policy, draws } = request
  const { cities } = plan.dims
  const { whole, columns } = withReadings(plan, request)
  const run = createBatchRunner(whole, { draws, kernel: chooseEngine().kernel })
  const { settings } = plan.policies[policy]
  const [need, capacity, given, lacking] = [0, 1, 2, 3].map(() => new Float64Array(draws * cities))
  let simulated = 0
  for (let firstDraw = 0; firstDraw < draws; firstDraw += AT_ONCE) {
    const count = Math.min(AT_ONCE, draws - firstDraw)
    const inputs = new Float64Array(plan.uncertainties.length * count)
    const outcomes = new Float64Array(whole.outcomes.length * count)
    const part = { policy, settings, firstDraw, draws: count, inputs, outcomes }
    const failed = new Set(run({ firstDraw, draws: count, parts: [part] }).map(({ draw }) => draw))
    for (let at = 0; at < count; at++) {
      if (failed.has(firstDraw + at)) continue
      const row = (first: number) => (city: number) => outcomes[(first + city) * count + at]
      const [needed, held, short] = [columns.need, columns.capacity, columns.lacking].map(row)
      const gains = columns.programmes.map(({ opened, each }) => [row(opened), row(each)])
      for (let city = 0; city < cities; city++) {
        const to = simulated * cities + city
        need[to] = needed(city)
        capacity[to] = held(city)
        lacking[to] = short(city)
        for (const [opened, each] of gains) given[to] += opened(city) * each(city)
      }
      simulated++
    }
  }
  const known = (values: Float64Array) => values.subarray(0, simulated * cities)
  return {
    ...{ need: known(need), capacity: known(capacity), given: known(given), lacking: known(lacking) },
    failed: draws - simulated,
  }
}

/** Of each reading the outcome column of the first city; those of the others follow. */
interface ReadingColumns {
  readonly need: number
  readonly capacity: number
  readonly lacking: number
  readonly programmes: readonly { readonly opened: number; readonly each: number }[]
}

/** The plan with outcomes of its own for what the service holds in each city, behind all that it has. */
function withReadings(
  plan: Plan,
  { service, year }: SplitRequest,
): { readonly whole: Plan; readonly columns: ReadingColumns } {
  const { needSlot, capacitySlot, unmetSlot, programmes } = plan.services.find(
    ({ name }) => name === service,
  )!
  const indicators = [...plan.indicators]
  const outcomes = [...plan.outcomes]
  const reading = (slot: number): number => {
    const name = `reading ${indicators.length}`
    const first = outcomes.length
    indicators.push(countOf(name, slot))
    for (let place = 1; place <= plan.dims.cities; place++)
      outcomes.push({ name: `${name} of ${place}`, indicator: name, place, year })
    return first
  }
  const columns: ReadingColumns = {
    need: reading(needSlot),
    capacity: reading(capacitySlot),
    lacking: reading(unmetSlot),
    programmes: programmes.map(({ openedSlot, each }) => ({
      opened: reading(openedSlot),
      each: reading(each),
    })),
  }
  return { whole: { ...plan, indicators, outcomes }, columns }
}

/** What a slot holds, city by city. */
function countOf(name: string, slot: number): IndicatorPlan {
  return {
    name,
    title: { en: name, zh: name },
    ...{ unit: '', counted: '', quality: 'estimate', times: 1 },
    ...{ of: slot, ofShape: 'cities', per: -1, perShape: 'number' },
    censusRevision: 0,
  }
}
