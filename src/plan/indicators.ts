/** Indicators, the targets set on them, and the columns that a run therefore keeps. */
import type { Value } from '../scenario/scenario.js'
import { type Bilingual, worse } from '../vocabulary/quality.js'
import { formatUnit, PURE, type Unit } from '../vocabulary/units.js'
import type { Draft } from './draft.js'
import { type OutcomeColumn, outcomeName } from './outcomes.js'
import type { IndicatorPlan, TargetPlan } from './plan.js'
import { qualityOfSlots } from './quality.js'
import { addValue } from './values.js'

/** Every indicator with the slots of what it divides; problems go to the draft. */
export function planIndicators(draft: Draft): IndicatorPlan[] {
  return draft.scenario.indicators.map((indicator) => {
    const { name } = indicator
    const of = addValue(draft, `${name}.of`, indicator.of, 'result', undefined)
    const per = indicator.per ? addValue(draft, `${name}.per`, indicator.per, 'result', undefined) : -1
    const ofShape = shapeOf(draft, of, indicator.of)
    const perShape = indicator.per ? shapeOf(draft, per, indicator.per) : 'cities'
    if (indicator.places === 'cities' && ofShape === 'number') {
      draft.report(['indicators', name], {
        code: 'one-number-for-cities',
        found: 'one number for the whole region',
        expected: 'a value by city, since the indicator asks for `places: cities`',
        hint: 'Write `places: region`, or leave out sum(...).',
      })
    }
    return {
      name,
      title: indicator.title,
      unit: indicator.unit,
      quality: worse(indicator.quality ?? 'data', qualityOfSlots(draft, per < 0 ? [of] : [of, per])),
      of,
      per,
      counted: formatUnit(unitOf(draft, of)),
      times: indicator.times,
      ofShape,
      perShape,
    }
  })
}

function unitOf(draft: Draft, slot: number): Unit {
  return draft.steps.find((step) => step.slot === slot)?.programs[0]?.unit ?? PURE
}

function shapeOf(draft: Draft, slot: number, value: Value): 'number' | 'cities' {
  if (value.kind === 'by_city' || value.kind === 'total') return 'cities'
  const shapes = draft.steps.filter((step) => step.slot === slot).flatMap((step) => step.programs)
  return shapes.some((program) => program.shape === 'cities') ? 'cities' : 'number'
}

/** Every target, with the words of its commitment where it has no title of its own. */
export function planTargets(draft: Draft, indicators: readonly IndicatorPlan[]): TargetPlan[] {
  return draft.scenario.targets.map((target) => {
    const commitment = draft.dataset.commitments.get(target.commitment ?? target.id)
    const indicator = indicators.find((candidate) => candidate.name === target.indicator)
    if (target.commitment && !commitment) {
      draft.report(['targets', target.id, 'commitment'], {
        code: 'unknown-commitment',
        found: `the commitment "${target.commitment}"`,
        expected: 'an id of commitments.csv',
      })
    }
    const title: Bilingual = target.title ?? indicator?.title ?? { en: target.id, zh: target.id }
    const because: Bilingual = { en: target.because ?? '', zh: target.because ?? '' }
    return {
      id: target.id,
      title,
      indicator: target.indicator,
      comparator: target.comparator,
      threshold: target.threshold,
      tolerance: target.comparator === 'about' ? target.tolerance : 0,
      year: target.year,
      quality: worse(target.quality ?? 'data', indicator?.quality ?? 'judgement'),
      basis: commitment ? commitment.text : because,
    }
  })
}

/**
 * The columns of a run: the region in every year; the cities in the base year, in the years of the indicator's
 * targets and in the last year, or in every year of a short horizon.
 */
export function planOutcomes(
  draft: Draft,
  indicators: readonly IndicatorPlan[],
  targets: readonly TargetPlan[],
): OutcomeColumn[] {
  const { dataset, scenario, years } = draft
  const places = [dataset.region, ...dataset.cities]
  return indicators.flatMap((indicator) => {
    const byCity = scenario.indicators.find(({ name }) => name === indicator.name)?.places === 'cities'
    const asked = targets.filter((target) => target.indicator === indicator.name).map((target) => target.year)
    const kept = (year: number) =>
      years.length <= 5 || year === years[0] || year === years.at(-1) || asked.includes(year)
    return places.flatMap((place, index) =>
      years.flatMap((year, at) =>
        index === 0 || (byCity && kept(year))
          ? [
              {
                name: outcomeName(indicator.name, place.code, year),
                indicator: indicator.name,
                place: index,
                year: at,
              },
            ]
          : [],
      ),
    )
  })
}
