/**
 * Targets of one city, or of every city: each is set on an indicator of the region that is made of the one it names.
 *
 *   city: Nanning   what is counted in that city, by what it is measured against there
 *   each: city      the city farthest from the target: the lowest of all of what is to be at least so much, the highest of
 *                   what is to be at most so much. So it is reached in a future in which every city reaches it
 *
 * So they are simulated, explained, searched for and summed up as any other.
 */
import type { Program } from '../formula/program.js'
import type { Name } from '../formula/scope.js'
import type { Path, Target } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { PURE } from '../vocabulary/units.js'
import type { Draft } from './draft.js'
import { titleInCity, titleOfEvery } from './place-words.js'
import type { IndicatorPlan, TargetPlan } from './plan.js'
import { keyText, type SlotKey } from './slot-keys.js'
import { namedCities } from './values.js'

/** A target's indicator, and what it is made of. */
export interface TargetPlace {
  readonly indicator: IndicatorPlan
  readonly of: NonNullable<TargetPlan['of']>
}

/** Names by which the composed formulas call the halves of an indicator. */
const COUNTED = 'counted_by_city'
const MEASURED = 'measured_by_city'
/** Stands for a city with nothing to be measured against, which keeps nobody from anything. */
const FAR = 1e15

/** By the target's id, of those that name a city or all of them; problems go to the draft. */
export function targetPlaces(draft: Draft, indicators: readonly IndicatorPlan[]): Map<string, TargetPlace> {
  const made = new Map<string, TargetPlace>()
  const names = new Set(indicators.map(({ name }) => name))
  const byName = new Map<string, TargetPlace>()
  for (const target of draft.scenario.targets) {
    const { id, city, each } = target
    const source = indicators.find(({ name }) => name === target.indicator)
    if (!source || (city === undefined && each === undefined)) continue
    if (!hasCities(draft, target, source)) continue
    const place = city === undefined ? placeOfAll(target) : placeOfCity(draft, target, city)
    if (!place) continue
    const name = freeName(`${source.name}_${place.ending}`, names)
    const found = byName.get(name) ?? {
      indicator: placedIndicator(draft, source, name, place),
      of: { indicator: source.name, ...place.of },
    }
    byName.set(name, found)
    made.set(id, found)
  }
  return made
}

/** What a place adds to an indicator. */
interface Place {
  /** Of the indicator's name. */
  readonly ending: string
  readonly title: (title: Bilingual) => Bilingual
  readonly of: { readonly city?: string; readonly each?: 'city' }
  /** Code of the city; else the extreme of all. */
  readonly code?: string
  readonly extreme?: 'lowest' | 'highest'
}

function placeOfCity(draft: Draft, { id }: Target, name: string): Place | undefined {
  const [index] = namedCities(draft, [{ name, path: ['targets', id, 'city'] as Path }], 'value').keys()
  if (index === undefined) return undefined
  const { code, name: city } = draft.dataset.cities[index]
  return {
    ending: `in_${code.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`,
    title: (title) => titleInCity(city, title),
    of: { city: code },
    code,
  }
}

function placeOfAll({ comparator }: Target): Place {
  const most = comparator === 'at_most'
  return {
    ending: most ? 'of_highest_city' : 'of_lowest_city',
    title: (title) => titleOfEvery(most ? 'highest' : 'lowest', title),
    of: { each: 'city' },
    extreme: most ? 'highest' : 'lowest',
  }
}

/** Two targets of one place on one indicator share a name; an indicator of the scenario keeps its own. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}_alone`, taken) : name
}

/** Report an indicator that has no values by city. */
function hasCities(draft: Draft, { id, city }: Target, { title, alike, ofShape }: IndicatorPlan): boolean {
  const isOfRegion = draft.scenario.indicators.some((one) => one.places === 'region' && one.title === title)
  if (!alike && !isOfRegion && ofShape === 'cities') return true
  draft.report(['targets', id, city === undefined ? 'each' : 'city'], {
    code: 'indicator-without-cities',
    found: `a target by city on "${title.en}", which has no values by city`,
    expected: alike
      ? 'an indicator that rests on stocks by city, and not on one shared out by people'
      : 'an indicator with values by city, without `places: region`',
  })
  return false
}

/** The indicator of a place, with formulas over the halves of the one that it is made of. */
function placedIndicator(draft: Draft, source: IndicatorPlan, name: string, place: Place): IndicatorPlan {
  const { per, perShape, times } = source
  const half = (half: 'of' | 'per'): SlotKey => ({ kind: 'indicator', indicator: name, half })
  const add = (key: SlotKey, text: string) => {
    const program = overHalves(draft, source, text)
    return program ? draft.addStep(key, [program], 'result') : draft.slots.slot(key)
  }
  const { cityRevision, ...all } = source
  const shared = {
    ...all,
    name,
    title: place.title(source.title),
    // the city that is farthest in a future is not one city
    censusRevision: place.code === undefined ? 0 : (cityRevision ?? 0),
  }
  if (place.code !== undefined) {
    const inCity = (half: string) => `${half} * within(${place.code})`
    return {
      ...shared,
      of: add(half('of'), inCity(COUNTED)),
      per: per < 0 || perShape === 'number' ? per : add(half('per'), inCity(MEASURED)),
    }
  }
  // times below nought turns the order of cities round
  const extreme = (place.extreme === 'lowest') === times >= 0 ? 'lowest' : 'highest'
  const nothing = extreme === 'lowest' ? FAR : -FAR
  const value = per < 0 ? COUNTED : `(${MEASURED} == 0 ? (${nothing}) : ${COUNTED} / ${MEASURED})`
  return {
    ...shared,
    of: add(half('of'), `${extreme}(${value})`),
    per: -1,
    ofShape: 'number',
    perShape: 'cities',
  }
}

/** A program over the slots of an indicator's halves; of none where they are wrong. */
function overHalves(draft: Draft, { name, per, perShape }: IndicatorPlan, text: string): Program | undefined {
  const called = (half: 'of' | 'per', shape: Name['shape']): Name => ({
    shape,
    // units were checked where the indicator was
    unit: PURE,
    key: keyText({ kind: 'indicator', indicator: name, half }),
    description: '',
  })
  const names = new Map([[COUNTED, called('of', 'cities')]])
  if (per >= 0) names.set(MEASURED, called('per', perShape))
  return draft.overNames(text, 'result', names)
}
