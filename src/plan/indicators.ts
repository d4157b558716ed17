/** Indicators, the targets set on them, and the columns that a run therefore keeps. */

import { inOrderOfNaming, namedBy } from '../scenario/named-indicators.js'
import type { Indicator, Target, Value } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { worse } from '../vocabulary/quality.js'
import { formatUnit, PURE, type Unit } from '../vocabulary/units.js'
import { unknownCommitment } from './checks/commitments-accounted-for.js'
import { MOST_COLUMNS, tooLarge } from './checks/plan-size.js'
import type { Draft } from './draft.js'
import { evidenceOf, restsOnPeople } from './evidence.js'
import { addNamedValue, reportCircle } from './named/named-values.js'
import { addPromised } from './named/promised-rates.js'
import { isOwnCity, isShortfall, type OutcomeColumn, outcomeName } from './outcome-columns.js'
import type { IndicatorPlan, TargetPlan } from './plan.js'
import { createQuality } from './quality.js'
import { anyBehind } from './rests-on.js'
import type { SlotKey } from './slot-keys.js'
import type { TargetPlace } from './target-places.js'
import { addValue } from './values.js'

/** Every indicator with the slots of what it divides, in the order of the file; problems go to the draft. */
export function planIndicators(draft: Draft): IndicatorPlan[] {
  const { indicators } = draft.scenario
  const { ordered, circles } = inOrderOfNaming(indicators)
  for (const [name, way] of circles) reportCircle(draft, name, way)
  const named = new Set(indicators.flatMap((one) => namedBy(one)))
  const qualityOf = createQuality(draft)
  const plans = new Map<string, IndicatorPlan>()
  for (const indicator of ordered) {
    const plan = planIndicator(draft, indicator, qualityOf)
    plans.set(indicator.name, plan)
    if (named.has(indicator.name)) addNamedValue(draft, indicator, plan)
  }
  return indicators.map(({ name }) => plans.get(name)!)
}

function planIndicator(
  draft: Draft,
  indicator: Indicator,
  qualityOf: ReturnType<typeof createQuality>,
): IndicatorPlan {
  const { name, census_revision_of_cities: ofCities } = indicator
  const half = (half: 'of' | 'per'): SlotKey => ({ kind: 'indicator', indicator: name, half })
  const { promised_for: promised } = indicator
  const { of, per } = promised
    ? addPromised(draft, indicator, promised)
    : {
        of: addValue(draft, half('of'), indicator.of, 'result', undefined),
        per: indicator.per ? addValue(draft, half('per'), indicator.per, 'result', undefined) : -1,
      }
  const ofShape = shapeOf(draft, of, indicator.of)
  const perShape = promised ? 'number' : indicator.per ? shapeOf(draft, per, indicator.per) : 'cities'
  const slots = per < 0 ? [of] : [of, per]
  const alike = indicator.places === 'cities' && restsOnEqualStock(draft, slots)
  if (indicator.per && isZero(draft, per)) {
    const problem = { code: 'divided-by-nought' as const, found: '0', expected: 'something to divide by' }
    draft.report(['indicators', name, 'per'], problem)
  }
  if (indicator.places === 'cities' && ofShape === 'number') {
    draft.report(['indicators', name, 'of'], {
      code: 'one-number-for-cities',
      found: 'one number for the whole region',
      expected: 'a value for every city, unless the indicator has `places: region`',
      hint: 'Write `places: region`, or a value by city: people(urban), not sum(people(urban)).',
    })
  }
  return {
    name,
    title: indicator.title,
    unit: indicator.unit,
    quality: worse(indicator.quality ?? 'data', qualityOf(slots)),
    of,
    per,
    // a part of a promise that is kept counts nobody
    counted: formatUnit(promised ? PURE : unitOfSlot(draft, of)),
    times: indicator.times,
    censusRevision: indicator.census_revision ?? 0,
    ...(ofCities !== undefined && { cityRevision: ofCities }),
    ofShape,
    perShape,
    ...(alike && { alike }),
    ...(promised && { promisedFor: { expected: promised.expected, people: promised.people } }),
  }
}

/** Whether some slots rest on a service of which no stock by city is known: on more of it than its need. */
function restsOnEqualStock(draft: Draft, slots: readonly number[]): boolean {
  const equal = draft.scenario.services.filter(({ equalPerHead }) => equalPerHead).map(({ name }) => name)
  if (equal.length === 0) return false
  const keys = draft.slots.keys()
  return anyBehind(draft, slots, (slot) => {
    const key = keys[slot]
    return key.kind === 'service' && key.column !== 'need' && equal.includes(key.service)
  })
}

/** The unit of the formula in a slot. */
export function unitOfSlot(draft: Draft, slot: number): Unit {
  return draft.stepsOf(slot)[0]?.programs[0]?.unit ?? PURE
}

/** A value that is reported counts as one by city, so that its shape is not reported as well. */
function shapeOf(draft: Draft, slot: number, value: Value): 'number' | 'cities' {
  if (value.kind === 'by_city' || value.kind === 'total') return 'cities'
  const programs = draft.stepsOf(slot).flatMap((step) => step.programs)
  const isNumber = programs.length > 0 && programs.every((program) => program.shape === 'number')
  return isNumber ? 'number' : 'cities'
}

function isZero(draft: Draft, slot: number): boolean {
  const programs = draft.stepsOf(slot).flatMap((step) => step.programs)
  return programs.some(({ constant, code, constants }) => constant && code.length === 0 && constants[0] === 0)
}

/** Every target, with the words of its commitment where it has no title of its own. */
export function planTargets(
  draft: Draft,
  indicators: readonly IndicatorPlan[],
  places: ReadonlyMap<string, TargetPlace>,
): TargetPlan[] {
  return draft.scenario.targets.map((target) => {
    const commitment = draft.dataset.commitments.get(target.commitment ?? target.id)
    const placed = places.get(target.id)
    const indicator = placed?.indicator ?? indicators.find((candidate) => candidate.name === target.indicator)
    if (target.commitment && !commitment) {
      draft.report(['targets', target.id, 'commitment'], unknownCommitment(draft, target.commitment))
    }
    const { from, to } = draft.scenario.years
    if (target.year >= from && target.year <= to) draft.checkYear(target.year, ['targets', target.id, 'year'])
    const title: Bilingual = target.title ?? indicator?.title ?? { en: target.id, zh: target.id }
    const because: Bilingual = { en: target.because ?? '', zh: target.because ?? '' }
    return {
      id: target.id,
      title,
      indicator: indicator?.name ?? target.indicator,
      comparator: target.comparator,
      threshold: target.threshold,
      tolerance: target.comparator === 'about' ? target.tolerance : 0,
      year: target.year,
      quality: worse(target.quality ?? 'data', indicator?.quality ?? 'judgement'),
      ...(indicator && evidenceBehind(draft, indicator, target)),
      basis: commitment ? commitment.text : because,
      ...(placed && { of: placed.of }),
    }
  })
}

/** Of a target on an indicator, which may be made of the scenario's own; and whether people stand behind it. */
function evidenceBehind(draft: Draft, plan: IndicatorPlan, { indicator, reference_class: beside }: Target) {
  const { of, per, promisedFor } = plan
  const restsOn = draft.scenario.indicators.find((one) => one.name === indicator)?.rests_on
  const said = { restsOn, beside, ofRate: promisedFor !== undefined }
  const slots = per < 0 ? [of] : [of, per]
  const ofPeople = restsOnPeople(draft, slots)
  return { evidence: evidenceOf(draft, slots, said), ...(ofPeople && { ofPeople: true as const }) }
}

/**
 * The columns of a run: the region in every year; the cities in every year of what is lacking, since it may be most in
 * any, and of a short horizon, else in the base year, every fifth, the years of the indicator's targets and the last. A
 * region that is its own only city has its columns once.
 */
export function planOutcomes(
  draft: Draft,
  indicators: readonly IndicatorPlan[],
  targets: readonly TargetPlan[],
  ofCosts: ReadonlySet<string>,
): OutcomeColumn[] {
  const { dataset, scenario, years } = draft
  const places = [dataset.region, ...dataset.cities]
  const alone = isOwnCity(places)
  const ofRegion = years.map((_, at) => at)
  // indicators of one place, which targets by city are set on, have no places of their own
  const ofCities = indicators.map(({ name, alike }, index) =>
    (scenario.indicators[index]?.places === 'cities' || ofCosts.has(name)) && !alike && !alone
      ? yearsByCity(draft, name, targets)
      : [],
  )
  const columns = ofCities.reduce((sum, kept) => sum + years.length + kept.length * dataset.cities.length, 0)
  if (columns > MOST_COLUMNS) {
    const what = `${columns} columns of results, one for each indicator, place and year`
    draft.report(['indicators'], tooLarge(what, `at most ${MOST_COLUMNS}`), 'key')
    return []
  }
  return indicators.flatMap(({ name: indicator }, index) =>
    places.flatMap(({ code }, place) =>
      (place === 0 ? ofRegion : ofCities[index]).map((year) => ({
        name: outcomeName(indicator, code, years[year]),
        indicator,
        place,
        year,
      })),
    ),
  )
}

/** Indices of the years that are kept for every city. */
function yearsByCity({ years }: Draft, indicator: string, targets: readonly TargetPlan[]): number[] {
  const asked = targets
    .filter((target) => target.indicator === indicator || target.of?.indicator === indicator)
    .map((target) => target.year)
  const every = isShortfall(indicator) || years.length <= 5
  return years.flatMap((year, at) =>
    every || at === 0 || at === years.length - 1 || year % 5 === 0 || asked.includes(year) ? [at] : [],
  )
}
