/**
 * What every service lacks by place and year beyond what a policy delivers, and what would have to be added.
 *
 * What is added closes a gap in the futures whose gap is no larger: the least addition that does in 80 of 100 is the value
 * at that rank among a place's own draws. A draw without a number counts as one that nothing closes. Draws of one future
 * are lived by all cities at once: the cities' additions do not add up to the region's.
 */
import { valueAtRank } from '../../math/order-statistics.js'
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

/** Every place's years as they are read, beside the largest gap of each draw in the place that is read. */
async function placesOf(
  of: Course,
  reader: OutcomeReader,
  policy: number,
  indicator: string,
): Promise<PlaceNeeds[]> {
  const { header, odds } = of
  const columns = header.outcomes
    .filter((one) => one.indicator === indicator)
    .sort((a, b) => a.place - b.place)
  const names = columns.map((column) => column.name)
  const principal = principalOf(of)
  const largest = new Float64Array(reader.draws)
  const places: PlaceNeeds[] = []
  let years: NeedInYear[] = []
  await eachColumn(reader, policy, names, (gaps, at) => {
    const column = columns[at]
    const { code, name } = header.places[column.place]
    years.push(inYear(of, header.years[column.year], principal(code, header.years[column.year]), gaps))
    if (column.year > 0) keepLarger(largest, gaps)
    if (columns[at + 1]?.place === column.place) return
    const later = years.filter(({ year }) => year > header.years[0])
    places.push({ code, name, years, peak: peakOf(later), everyYear: additionFor(largest, odds) })
    years = []
    largest.fill(0)
  })
  return places
}

type CourseRow = ServiceCourse['rows'][number]

/** Rows of the principal projection by place and year. */
function principalOf({ course }: Course): (code: string, year: number) => CourseRow | undefined {
  const rows = new Map(course?.rows.map((row) => [`${row.code}@${row.year}`, row]))
  return (code, year) => rows.get(`${code}@${year}`)
}

function inYear(
  { leads, odds }: Course,
  year: number,
  principal: CourseRow | undefined,
  gaps: Float64Array,
): NeedInYear {
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
