/**
 * Whether targets and indicators are of a plausible size, by the median future: not 0.65 for 65 per cent, nor
 * persons against a threshold in tens of thousands, nor parts that are more than their whole.
 */
import type { Locate, Target } from '../../scenario/scenario.js'
import { isPercent } from '../../vocabulary/labels.js'
import { formatNumber } from '../../vocabulary/numbers.js'
import type { Problem } from '../../vocabulary/problems.js'
import { PURE, sameUnit } from '../../vocabulary/units.js'
import type { IndicatorPlan, Plan } from '../plan.js'

/** How many times larger or smaller than today a threshold may be: in percent, where 0.65 for 65 is the slip; else. */
const FARTHEST_IN_PERCENT = 50
const FARTHEST = 500
/** Percent of a whole that its parts may come to; enrolment and the like pass 100. */
const MOST_OF_A_WHOLE = 150

/** Standard deviation of a census revision, as a share of what is revised. */
const MOST_REVISED = 0.2

/** A plan and its median future: the outcome columns of every policy. */
export interface MedianOutcomes {
  readonly plan: Plan
  readonly targets: readonly Target[]
  readonly locate: Locate
  readonly outcomes: readonly Float64Array[]
}

/** A warning for each target and indicator of an unlikely size, without the indicators named in `warned`. */
export function sizeWarnings(median: MedianOutcomes, warned: ReadonlySet<string>): Problem[] {
  const indicators = median.plan.indicators.filter(({ name }) => !warned.has(name))
  const ofRegion = regionColumns(median.plan)
  return [
    ...indicators.flatMap((indicator) => {
      const columns = ofRegion.get(indicator.name) ?? []
      return [
        ...moreThanAWhole(median, indicator, columns),
        ...largeRevision(median, indicator, columns),
        ...promisedToNobody(median, indicator, ofRegion),
      ]
    }),
    ...median.targets.flatMap((target) => {
      const indicator = indicators.find(({ name }) => name === target.indicator)
      if (isWide(target)) return [wideTolerance(target, median.locate)]
      const [base] = ofRegion.get(target.indicator) ?? []
      return indicator && base !== undefined ? ofAnotherSize(median, target, indicator, base) : []
    }),
  ]
}

/** The columns of the region by indicator, the base year first. */
function regionColumns({ outcomes }: Plan): Map<string, number[]> {
  const columns = new Map<string, number[]>()
  outcomes.forEach(({ indicator, place }, column) => {
    if (place === 0) columns.set(indicator, [...(columns.get(indicator) ?? []), column])
  })
  return columns
}

/** A target with a `because` states its reason, and is not checked. */
function ofAnotherSize(
  { plan, outcomes, locate }: MedianOutcomes,
  { id, threshold, comparator, because }: Target,
  { unit, times }: IndicatorPlan,
  column: number,
): Problem[] {
  const today = outcomes[0][column]
  const ratio = threshold / today
  const percent = isPercent(unit)
  const farthest = percent ? FARTHEST_IN_PERCENT : FARTHEST
  // reducing a shortage to nearly nothing is a usual target
  const least = !percent && comparator === 'at_most' ? 0 : 1 / farthest
  if (because !== undefined || !Number.isFinite(ratio) || ratio <= 0) return []
  if (ratio > least && ratio < farthest) return []
  return [
    {
      code: 'threshold-of-another-size',
      where: locate(['targets', id, 'threshold']),
      found: `${formatNumber(threshold)} against ${Number(today.toPrecision(3))} ${unit} in ${plan.years[0]}`,
      expected: `a number of the same size, in ${unit}`,
      hint:
        percent && times === 1 && today <= 1 && threshold > 1
          ? MORE_TIMES
          : writeHint(threshold, today, unit),
    },
  ]
}

const MORE_TIMES = 'The indicator looks like a share: `times: 100` makes it percent.'

/** The threshold a hundred, a thousand or ten thousand times larger or smaller, where that is near today's value. */
function writeHint(threshold: number, today: number, unit: string): string {
  const likely = [100, 0.01, 1000, 0.001, 1e4, 1e-4]
    .map((times) => threshold * times)
    .find((value) => value / today > 0.2 && value / today < 5)
  if (likely === undefined) return 'Where this is meant, say why in `because:` of the target.'
  const number = formatNumber(likely)
  return isPercent(unit) ? `Write ${number} for ${number} %.` : `In ${unit} that may be ${number}.`
}

/** A count by another of the same unit, in percent, is a part of a whole, or nearly. */
function moreThanAWhole(
  { plan, outcomes, locate }: MedianOutcomes,
  { name, of, per, times, unit }: IndicatorPlan,
  columns: readonly number[],
): Problem[] {
  const [above, below] = [of, per].map((slot) => unitIn(plan, slot))
  if (!isPercent(unit) || !above || !below || sameUnit(above, PURE) || !sameUnit(above, below)) return []
  const values = outcomes.flatMap((row) => columns.map((column, year) => ({ value: row[column], year })))
  const first = values.find(({ value }) => value > MOST_OF_A_WHOLE)
  if (!first) return []
  return [
    {
      code: 'more-than-a-whole',
      where: locate(['indicators', name, 'times']),
      found: `${Number(first.value.toPrecision(4))} percent in ${plan.years[first.year]} with every uncertainty at its median`,
      expected: `at most about 100, as it is a part of a whole`,
      hint:
        times === 100 ? 'Is `per:` the whole that `of:` is a part of?' : 'Write `times: 100` for percent.',
    },
  ]
}

/** Tolerance of an "about", as a share of what is asked for. */
const MOST_TOLERANCE = 0.5

const isWide = ({ comparator, threshold, tolerance, because }: Target) =>
  comparator === 'about' && because === undefined && tolerance > MOST_TOLERANCE * Math.abs(threshold)

/** An aim that nearly every value is about. */
function wideTolerance({ id, threshold, tolerance }: Target, locate: Locate): Problem {
  return {
    code: 'tolerance-of-another-size',
    where: locate(['targets', id, 'tolerance']),
    found: `a tolerance of ${formatNumber(tolerance)} about ${formatNumber(threshold)}`,
    expected: 'at most half of what is asked for',
    hint: 'It is in the unit of the threshold. Where it is meant, say why in `because:` of the target.',
  }
}

/** A census corrects a count by some per cent of it; more is 50 for 0.5, or persons where the unit is 10,000 persons. */
function largeRevision(
  { plan, outcomes, locate }: MedianOutcomes,
  { name, unit, censusRevision, cityRevision = 0 }: IndicatorPlan,
  columns: readonly number[],
): Problem[] {
  const last = outcomes.at(-1)?.[columns.at(-1) ?? -1] ?? Number.NaN
  const size = Math.abs(last)
  const stated = { census_revision: censusRevision, census_revision_of_cities: cityRevision }
  return Object.entries(stated).flatMap(([field, revision]): Problem[] => {
    if (typeof revision !== 'number' || !(size > 0) || revision <= MOST_REVISED * size) return []
    return [
      {
        code: 'revision-of-another-size',
        where: locate(['indicators', name, field]),
        found: `a standard deviation of ${formatNumber(revision)} against ${Number(last.toPrecision(3))} ${unit} in ${plan.years.at(-1)}`,
        expected: `at most a fifth of that, in ${unit}`,
        hint: 'A share of the value is written { share: 0.01 } for one per cent.',
      },
    ]
  })
}

/** The unit of the formula in a slot; undefined where there is none. */
function unitIn({ steps }: Plan, slot: number) {
  return steps.find((step) => step.slot === slot)?.programs[0]?.unit
}

/** A promised rate that is built for nobody is never kept, whatever is built. */
function promisedToNobody(
  { plan, outcomes, locate }: MedianOutcomes,
  { name, promisedFor }: IndicatorPlan,
  ofRegion: ReadonlyMap<string, readonly number[]>,
): Problem[] {
  const column = promisedFor && ofRegion.get(promisedFor.expected)?.at(-1)
  if (column === undefined) return []
  const value = outcomes.at(-1)![column]
  if (!(value <= 0)) return []
  const unit = plan.indicators.find((one) => one.name === promisedFor!.expected)!.unit
  return [
    {
      code: 'promise-not-of-people',
      where: locate(['indicators', name, 'promised_for', 'expected']),
      found: `${formatNumber(value)} ${unit} expected in ${plan.years.at(-1)} with every uncertainty at its median`,
      expected: 'more than nobody, for whom what is promised is built',
    },
  ]
}
