/** Two runs by city and service, and the course of their first target. */

import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { PlaceNeeds, Series, ServiceNeeds, Summary } from '../summary.js'

/** What lacks in a place in one run, in the service's unit. */
export interface PlaceGap {
  /** Median over the futures in the year that is compared. */
  readonly lacking: number
  /** What is to be added in the year in which that is most, and that year; null where nothing is in any. */
  readonly toAdd: number | null
  readonly year: number | null
}

export interface PlaceChange {
  readonly code: string
  readonly name: Bilingual
  readonly before: PlaceGap
  readonly after: PlaceGap
  /** After minus before of what lacks: below zero the place gains. */
  readonly change: number
}

/** A service that both runs hold against a need, under the last policy of each. */
export interface ServiceChange {
  readonly service: string
  readonly title: Bilingual
  readonly unit: string
  /** The last year that both have kept. */
  readonly year: number
  /** The region first, unless it is its own only city. */
  readonly places: readonly PlaceChange[]
}

/** The first target's indicator by year in both runs, under the last policy of each. */
export interface CourseChange {
  readonly title: Bilingual
  readonly unit: string
  readonly threshold: number
  readonly before: Series['years']
  readonly after: Series['years']
}

/** Places are matched by their codes. */
export function comparePlaces(before: Summary, after: Summary): ServiceChange[] {
  return before.needs.flatMap((one): ServiceChange[] => {
    const other = after.needs.find(({ service, unit }) => service === one.service && unit === one.unit)
    const year = other && lastYearOf(one, other)
    if (year === undefined) return []
    const places = one.places.flatMap((place) => {
      const match = other?.places.find(({ code }) => code === place.code)
      return match ? [placeChange(place, match, year)] : []
    })
    return places.length > 0 ? [{ service: one.service, title: one.title, unit: one.unit, year, places }] : []
  })
}

function lastYearOf(one: ServiceNeeds, other: ServiceNeeds): number | undefined {
  const years = (needs: ServiceNeeds) => needs.places[0]?.years.map(({ year }) => year) ?? []
  const there = new Set(years(other))
  return years(one)
    .filter((year) => there.has(year))
    .at(-1)
}

function placeChange(one: PlaceNeeds, other: PlaceNeeds, year: number): PlaceChange {
  const [before, after] = [one, other].map((place) => gapIn(place, year))
  const { code, name } = one
  return { code, name, before, after, change: after.lacking - before.lacking }
}

function gapIn({ years, peak }: PlaceNeeds, year: number): PlaceGap {
  const found = years.find((one) => one.year === year)
  const { toAdd = null, year: worst = null } = peak ?? {}
  return { lacking: found?.gap.median ?? Number.NaN, toAdd, year: worst }
}

/** Undefined where the runs are not judged by one indicator first. */
export function compareCourses(before: Summary, after: Summary): CourseChange | undefined {
  const [one, other] = [before, after].map((summary) => {
    const policy = summary.policies.at(-1)
    const target = policy?.targets[0]
    const series = summary.series.find(
      ({ policy: name, indicator }) => name === policy?.name && indicator === target?.indicator,
    )
    return target && series ? { target, series } : undefined
  })
  if (!one || !other || before.noSample || after.noSample) return undefined
  const { target, series } = other
  if (one.target.indicator !== target.indicator || one.series.unit !== series.unit) return undefined
  const { title, unit, years } = series
  return { title, unit, threshold: target.threshold, before: one.series.years, after: years }
}
