/** What a page shows of an answer: odds of every target, the course of one, its cities, and what is lacking where. */
import { countReached } from '../../analysis/attainment.js'
import { NO_ODDS, oddsOf } from '../../analysis/odds.js'
import { outcomeSpread } from '../../analysis/outcome-quantiles.js'
import { countMissing } from '../../analysis/statistics.js'
import type { Odds, Spread } from '../../analysis/summary.js'
import { quantilesAt } from '../../math/order-statistics.js'
import type { Answer } from '../engine/answer.js'
import type { ExplorerFacts, ExplorerTarget } from '../facts.js'
import { aimOf, type Setting } from './setting.js'

export interface TargetView {
  readonly odds: Odds
  readonly median: number
}

export interface View {
  readonly setting: Setting
  /** Futures, and how many were asked for. */
  readonly draws: number
  readonly asked: number
  readonly failed: number
  /** By target. */
  readonly targets: readonly TargetView[]
  /** Courses of every target's indicator, by its name and year; no spread where the plan has no such column. */
  readonly courses: ReadonlyMap<string, readonly (Spread | undefined)[]>
  /** Of the target in focus, by city; empty where no city has to reach it by itself. */
  readonly cities: readonly TargetView[]
  /** Medians of what is lacking by indicator, [place][year]. */
  readonly gaps: ReadonlyMap<string, readonly (readonly number[])[]>
  /** What programmes cost in the region, as the facts list currencies and price years: every year after the base year. */
  readonly costs: readonly (readonly CostOfYear[])[]
}

export interface CostOfYear {
  readonly year: number
  readonly inYear: Spread
  readonly soFar: Spread
}

/** The columns that a view needs. */
export function columnsFor(facts: ExplorerFacts, focus: ExplorerTarget): number[] {
  const ofTargets = facts.targets.flatMap(({ indicator }) => facts.columns[indicator][0])
  const ofCities = focus.isForCities ? facts.columns[focus.indicator].slice(1).flat() : []
  const ofGaps = facts.shortfalls.flatMap(({ indicator }) => facts.columns[indicator].flat())
  const ofCosts = facts.costs.flatMap(({ inYear, soFar }) =>
    [inYear, soFar].flatMap((one) => facts.columns[one][0]),
  )
  return [...new Set([...ofTargets, ...ofCities, ...ofGaps, ...ofCosts])].filter((column) => column >= 0)
}

/** draws: of the first so many, as many as some stages have; of all that are whole where it is left out. */
export function viewOf(
  facts: ExplorerFacts,
  answer: Answer,
  setting: Setting,
  focus: ExplorerTarget,
  draws = answer.draws,
): View {
  const failed = answer.failedIn(draws)
  const valuesOf = (indicator: string, place: number, year: number) => {
    const column = facts.columns[indicator]?.[place]?.[facts.years.indexOf(year)] ?? -1
    return column < 0 ? undefined : answer.column(column, draws)
  }
  const aims = facts.targets.map((target) => aimOf(target, setting))
  const aim = aimOf(focus, setting)
  const cities = focus.isForCities ? facts.places.slice(1) : []
  const indicators = [...new Set(facts.targets.map(({ indicator }) => indicator))]
  return {
    setting,
    draws,
    asked: answer.question.upTo,
    failed,
    targets: aims.map((one) => targetView(one, valuesOf(one.indicator, 0, one.year), failed)),
    courses: new Map(
      indicators.map((indicator) => [
        indicator,
        facts.years.map((year) => spreadOf(valuesOf(indicator, 0, year))),
      ]),
    ),
    cities: cities.map((_, city) => targetView(aim, valuesOf(aim.indicator, city + 1, aim.year), failed)),
    gaps: new Map(
      facts.shortfalls.map(({ indicator }) => [
        indicator,
        facts.places.map((_, place) => facts.years.map((year) => medianOf(valuesOf(indicator, place, year)))),
      ]),
    ),
    costs: facts.costs.map(({ inYear, soFar }) =>
      facts.years.slice(1).flatMap((year): CostOfYear[] => {
        const [own, all] = [inYear, soFar].map((indicator) => spreadOf(valuesOf(indicator, 0, year)))
        return own && all ? [{ year, inYear: own, soFar: all }] : []
      }),
    ),
  }
}

const spreadOf = (values: Float64Array | undefined) => values && outcomeSpread(values)
const medianOf = (values: Float64Array | undefined) => (values ? quantilesAt(values, [0.5])[0] : Number.NaN)

/** As in a run's summary, odds are unknown where nothing moves a target, or a ratio lacks its denominator in some futures. */
function targetView(aim: ExplorerTarget, values: Float64Array | undefined, failed: number): TargetView {
  if (!values) return { odds: NO_ODDS, median: Number.NaN }
  const isUnknown = aim.unmoved || countMissing(values) > failed
  return {
    odds: isUnknown ? NO_ODDS : oddsOf(countReached(aim, values), values.length),
    median: medianOf(values),
  }
}
