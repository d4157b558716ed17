/**
 * What every service lacks by place and year beyond what a policy delivers, and what would have to be added.
 *
 * What is added closes a gap in the futures whose gap is no larger: the least addition that does in 80 of 100 is the value
 * at that rank among a place's own draws. A draw without a number counts as one that nothing closes. Draws of one future
 * are lived by all cities at once: the cities' additions do not add up to the region's.
 */
import { valueAtRank } from '../../math/order-statistics.js'
import type { OutcomeColumn } from '../../plan/outcome-columns.js'
import type { OutcomeReader } from '../../results/outcome-reader.js'
import type { Projection, ServiceCourse } from '../../results/projection.js'
import type { RunHeader } from '../../results/run-header.js'
import { outcomeSpread } from '../outcome-quantiles.js'
import { eachColumn } from '../read-columns.js'
import type { NeedInYear, PlaceNeeds, ServiceNeeds } from '../summary.js'

/** Share of the futures in which nothing is to lack, where no other is asked for. */
export const CLOSING_ODDS = 0.8

/** Less than this of a unit is rounding of binary fractions and is not to be added. */
const ROUNDING = 1e-6

/** The least addition that closes the gap in at least a share of all draws; null where too few of them have a number. */
export function additionFor(gaps: Float64Array, odds: number): number | null {
  // 0.8 x 15 is a little more than 12 in binary fractions
  const closed = Math.max(1, Math.ceil(odds * gaps.length - 1e-9))
  const addition = valueAtRank(gaps, closed - 1)
  return Number.isNaN(addition) ? null : addition
}

/** Every service that is held against a need, in the order of the scenario; none where no policy has a projection. */
export async function serviceNeeds(
  header: RunHeader,
  reader: OutcomeReader,
  policy: number,
  odds: number = CLOSING_ODDS,
): Promise<ServiceNeeds[]> {
  const { name } = header.policies[policy]
  const own = header.projections.find((one) => one.policy === name)
  const described: Projection | undefined = own ?? header.projections[0]
  const found: ServiceNeeds[] = []
  for (const course of described?.services ?? []) {
    const { service, title, unit, alike, indicator } = course
    const programmes = described.programmes
      .filter((one) => one.service === service)
      .map((one) => ({ name: one.programme, title: one.title, lead: one.lead * yearsOfStep(header) }))
    const leads = programmes.map(({ lead }) => lead)
    const of: Course = { header, leads, odds, ...(own && { course }) }
    found.push({
      policy: name,
      service,
      title,
      unit,
      odds,
      ...(alike && { alike }),
      ...(indicator !== undefined && { indicator }),
      programmes,
      places: indicator === undefined ? [] : await placesOf(of, reader, policy, indicator),
    })
  }
  return found
}

function yearsOfStep({ years }: RunHeader): number {
  return years.length < 2 ? 1 : years[1] - years[0]
}

/** What the years of a service's places are put together from. */
interface Course {
  readonly header: RunHeader
  /** Years from start to opening of each programme. */
  readonly leads: readonly number[]
  readonly odds: number
  /** Of the policy's own principal projection, where it has one. */
  readonly course?: ServiceCourse
}

/** One place after the other, so that no more than one of their columns is held beside the largest gap of each draw. */
async function placesOf(
  of: Course,
  reader: OutcomeReader,
  policy: number,
  indicator: string,
): Promise<PlaceNeeds[]> {
  const { header, odds } = of
  const places: PlaceNeeds[] = []
  for (const [place, { code, name }] of header.places.entries()) {
    const columns = header.outcomes.filter((one) => one.indicator === indicator && one.place === place)
    if (columns.length === 0) continue
    const years: NeedInYear[] = []
    const largest = new Float64Array(reader.draws)
    const names = columns.map((column) => column.name)
    await eachColumn(reader, policy, names, (gaps, at) => {
      years.push(inYear(of, columns[at], code, gaps))
      if (columns[at].year > 0) keepLarger(largest, gaps)
    })
    const later = years.filter(({ year }) => year > header.years[0])
    places.push({ code, name, years, peak: peakOf(later), everyYear: additionFor(largest, odds) })
  }
  return places
}

function inYear(
  { header, leads, odds, course }: Course,
  column: OutcomeColumn,
  code: string,
  gaps: Float64Array,
) {
  const year = header.years[column.year]
  const principal = course?.rows.find((row) => row.code === code && row.year === year)
  return {
    year,
    need: principal?.need ?? null,
    capacity: principal?.capacity ?? null,
    gap: outcomeSpread(gaps),
    toAdd: additionFor(gaps, odds),
    startBy: leads.map((lead) => year - lead),
  }
}

/** What has no number in a year has none over all of them. */
function keepLarger(largest: Float64Array, gaps: Float64Array): void {
  for (let draw = 0; draw < gaps.length; draw++)
    if (!(gaps[draw] <= largest[draw])) largest[draw] = Number.isNaN(largest[draw]) ? Number.NaN : gaps[draw]
}

function peakOf(years: readonly NeedInYear[]): NeedInYear | null {
  const most = Math.max(0, ...years.map(({ toAdd }) => toAdd ?? 0))
  return most > ROUNDING ? (years.find(({ toAdd }) => toAdd === most) ?? null) : null
}
