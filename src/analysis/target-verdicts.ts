/** Verdicts on the targets of one policy, from the summaries of its columns. */
import { columnAt } from '../plan/outcome-columns.js'
import type { RunHeader } from '../results/run-header.js'
import { formatUnit, PURE } from '../vocabulary/units.js'
import type { ColumnSummary } from './column-summaries.js'
import { isSilent, MOST_FAILED, NO_ODDS } from './odds.js'
import { oddsWordingFor } from './odds-by-design.js'
import { findColumn } from './read-columns.js'
import type { Odds, PlaceVerdict, TargetVerdict } from './summary.js'
import { UNMOVED } from './summary-words.js'

export type RunTarget = RunHeader['targets'][number]

/** A verdict before the uncertainties' contributions are known, and the people of a promised rate. */
export type Verdict = Omit<TargetVerdict, 'contributions' | 'promisedFor'>

/** The column summaries of one policy. */
export interface PolicyColumns {
  readonly header: RunHeader
  readonly draws: number
  /** Those of them that failed under the policy. */
  readonly failed: number
  readonly policy: number
  readonly summaries: ReadonlyMap<string, ColumnSummary>
}

/** Verdict of a target for the region and, where the indicator is a ratio, for every city. */
export function verdictOn(columns: PolicyColumns, target: RunTarget): Verdict {
  const { header } = columns
  const wording = oddsWordingFor(header)
  const indicator = header.indicators.find(({ name }) => name === target.indicator)
  const region = placeVerdict(columns, target, 0)!
  // a plain count is a target of the whole region; no city has to reach it alone
  const isOfEach = target.of?.each !== undefined
  const cities = isOfEach || (indicator && indicator.per >= 0) ? header.places.slice(1) : []
  // of every city: each by the indicator that has values by city
  const byCity = isOfEach ? { ...target, indicator: target.of!.indicator } : target
  const lenient = oddsAt(columns, target, 0, target.year, 'lenient')!
  return {
    id: target.id,
    title: target.title,
    indicator: target.indicator,
    unit: indicator?.unit ?? '',
    comparator: target.comparator,
    threshold: target.threshold,
    tolerance: target.tolerance,
    year: target.year,
    quality: target.quality,
    ...(target.evidence && { evidence: target.evidence }),
    ...(target.ofPeople && { ofPeople: target.ofPeople }),
    basis: target.basis,
    region,
    ...(target.of && { of: target.of }),
    cities: cities.flatMap((_, index) => placeVerdict(columns, byCity, index + 1) ?? []),
    lenient,
    strict: oddsAt(columns, target, 0, target.year, 'strict')!,
    ...revisedOf(columns, target),
    word: target.unmoved ? 'cannot' : wording.wordFor(lenient),
    sentence: target.unmoved ? UNMOVED : wording.phraseFor(lenient),
    principal: principalAt(columns, target.indicator, 0, target.year),
    ...futuresOf(columns, target),
  }
}

/** The chance curve and single futures of the region in the target's year. */
function futuresOf(
  { header, summaries }: PolicyColumns,
  target: RunTarget,
): Pick<Verdict, 'quantiles' | 'futures'> {
  const column = findColumn(header, target.indicator, 0, target.year)
  const { quantiles = [], futures = [] } = (column && summaries.get(column.name)) ?? {}
  return { quantiles, futures }
}

/** The second band, where the scenario states what a census may revise. */
function revisedOf(columns: PolicyColumns, target: RunTarget): Pick<Verdict, 'revised'> {
  const { header, summaries } = columns
  const column = findColumn(header, target.indicator, 0, target.year)
  const revised = column && summaries.get(column.name)?.revised.get(target.id)
  if (!revised) return {}
  const word = oddsWordingFor(header).wordFor(oddsAt(columns, target, 0, target.year, 'lenient')!)
  return { revised: !isSilent(word) ? revised : { ...revised, lenient: Number.NaN, strict: Number.NaN } }
}

/** Value with every uncertainty at its median; NaN where the run has no such column or it gave no number. */
export function principalAt(
  { header, policy }: PolicyColumns,
  indicator: string,
  place: number,
  year: number,
): number {
  // JSON has no NaN: a manifest has null in its place
  return header.principal[policy]?.[columnAt(header, indicator, place, year)] ?? Number.NaN
}

function placeVerdict(columns: PolicyColumns, target: RunTarget, place: number): PlaceVerdict | undefined {
  const { header } = columns
  const odds = oddsAt(columns, target, place, target.year, 'lenient')
  const spread = spreadAt(columns, target.indicator, place, target.year)
  if (!odds || !spread) return undefined
  const { code, name } = header.places[place]
  const band = place > 0 ? bandAt(columns, target.indicator, place, target.year) : undefined
  const margin =
    target.comparator === 'at_most' ? target.threshold - spread.median : spread.median - target.threshold
  return {
    code,
    name,
    base: principalAt(columns, target.indicator, place, header.years[0]),
    spread,
    ...(band && { revised: band }),
    odds,
    margin,
    ...marginCount(columns, target, place, margin),
    firstYear: firstYearOf(columns, target, place),
  }
}

/**
 * The first year with odds of a half; null too where a year before has no column, as for cities
 * of a long horizon, or no odds, or odds from too few draws.
 */
function firstYearOf(columns: PolicyColumns, target: RunTarget, place: number): number | null {
  const { wordFor } = oddsWordingFor(columns.header)
  for (const year of columns.header.years) {
    const odds = oddsAt(columns, target, place, year, 'lenient')
    if (!odds || isSilent(wordFor(odds))) return null
    if (odds.share >= 0.5) return year
  }
  return null
}

const UNNAMED = formatUnit(PURE)

/** The margin of a ratio as people, places or beds, by what it is measured against at the median of everything. */
function marginCount({ header, policy }: PolicyColumns, target: RunTarget, place: number, margin: number) {
  const indicator = header.indicators.find(({ name }) => name === target.indicator)
  const column = columnAt(header, target.indicator, place, target.year)
  const denominator = header.denominators[policy]?.[column]
  // a count without a noun, such as of counties, has no words of its own
  if (!denominator || !indicator || indicator.counted === UNNAMED) return {}
  return { marginCount: (margin * denominator) / indicator.times, marginUnit: indicator.counted }
}

/** Quantiles of an indicator at a place and year, if the run has that column. */
export function spreadAt(
  { header, summaries }: PolicyColumns,
  indicator: string,
  place: number,
  year: number,
) {
  const column = findColumn(header, indicator, place, year)
  return column && summaries.get(column.name)?.spread
}

/** The second band of an indicator at a place in a year, if there is one. */
export function bandAt({ header, summaries }: PolicyColumns, indicator: string, place: number, year: number) {
  const column = findColumn(header, indicator, place, year)
  return column && summaries.get(column.name)?.band
}

function oddsAt(
  { header, summaries, draws, failed }: PolicyColumns,
  target: RunTarget,
  place: number,
  year: number,
  reading: 'lenient' | 'strict',
): Odds | undefined {
  const column = findColumn(header, target.indicator, place, year)
  const summary = column && summaries.get(column.name)
  const hits = summary?.hits.get(target.id)
  if (target.unmoved || failed > MOST_FAILED * draws) return hits && NO_ODDS
  if (summary && summary.missing > failed) return hits && NO_ODDS
  return hits && oddsWordingFor(header).oddsOf(hits[reading], draws)
}
