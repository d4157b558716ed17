/** What the values of a plan rest on: the slots behind a slot, and the legs and lines behind hours between cities. */
import type { TravelLeg, TravelLine } from '../dataset/dataset.js'
import type { Level } from '../model/rates.js'
import type { Draft } from './draft.js'
import type { ProgrammePart, ServicePart, SlotKey } from './slot-keys.js'

/** Which of the values that are set for a service its columns rest on; beside them all that is set for programmes. */
const SERVICE_RESTS_ON: Record<'capacity' | 'need' | 'unmet', (part: ServicePart | 'programmes') => boolean> =
  {
    need: (part) => part === 'demand' || part === 'standard',
    capacity: (part) => part !== 'demand' && part !== 'standard',
    unmet: () => true,
  }

/** The same of what is set for one programme. */
const PROGRAMME_RESTS_ON: Record<'started' | 'opened', (part: ProgrammePart) => boolean> = {
  started: (part) => part !== 'on_time' && part !== 'each' && part !== 'cost',
  opened: (part) => part !== 'each' && part !== 'cost',
}

export const slotsOf = (keys: readonly SlotKey[], isAsked: (key: SlotKey) => boolean) =>
  keys.flatMap((key, slot) => (isAsked(key) ? [slot] : []))

/** Slots whose values make up the value of a slot; people and flows rest on all levels, and none is given for them. */
export function slotsBehind(draft: Draft, slot: number, keys: readonly SlotKey[]): number[] {
  const key = keys[slot]
  switch (key.kind) {
    case 'slowest':
    case 'hours to':
      return linesBehind(draft, key).map(({ name }) => draft.slots.slot({ kind: 'line', line: name }))
    case 'life expectancy':
      return levelsBehind(keys, ['mortality'])
    case 'total fertility':
      return levelsBehind(keys, ['fertility', `fertility_in_${key.group === 'urban' ? 'towns' : 'villages'}`])
    case 'service': {
      const rests = SERVICE_RESTS_ON[key.column]
      return slotsOf(
        keys,
        (one) =>
          (one.kind === 'service part' && one.service === key.service && rests(one.part)) ||
          (one.kind === 'programme part' &&
            one.part !== 'cost' &&
            one.service === key.service &&
            rests('programmes')),
      )
    }
    case 'programme': {
      const rests = PROGRAMME_RESTS_ON[key.column]
      return slotsOf(
        keys,
        (one) =>
          one.kind === 'programme part' &&
          one.service === key.service &&
          one.programme === key.programme &&
          rests(one.part),
      )
    }
    default:
      return draft.stepsOf(slot).flatMap((step) => step.loads.flat())
  }
}

const levelsBehind = (keys: readonly SlotKey[], levels: readonly Level[]) =>
  slotsOf(keys, (key) => key.kind === 'level' && levels.includes(key.level))

/**
 * Whether something holds of any of some slots or of one behind them.
 *
 * isEnd  slots behind which nothing is looked for
 */
export function anyBehind(
  draft: Draft,
  slots: readonly number[],
  isAsked: (slot: number) => boolean,
  isEnd: (slot: number) => boolean = () => false,
): boolean {
  const keys = draft.slots.keys()
  const seen = new Set<number>()
  const visit = (slot: number): boolean => {
    if (seen.has(slot)) return false
    seen.add(slot)
    return isAsked(slot) || (!isEnd(slot) && slotsBehind(draft, slot, keys).some(visit))
  }
  return slots.some(visit)
}

type HoursKey = Extract<SlotKey, { readonly kind: 'slowest' | 'hours to' }>

/** Legs that a time between cities may be made of: all of them where journeys have changes. */
export function legsBehind({ dataset, scenario }: Draft, key: HoursKey): TravelLeg[] {
  const { legs } = dataset.travel
  if (scenario.population.journeys) return [...legs]
  if (key.kind === 'hours to')
    return legs.filter(({ from, to }) => [from, to].some((city) => dataset.cities[city].code === key.city))
  const members = dataset.groups.get(key.group) ?? []
  return legs.filter(({ from, to }) => members.includes(from) && members.includes(to))
}

/** Lines that have one of these legs. */
function linesBehind(draft: Draft, key: HoursKey): TravelLine[] {
  const legs = legsBehind(draft, key)
  return draft.dataset.travel.lines.filter(({ name }) => legs.some(({ line }) => line === name))
}
