/** How near a fit meets the later census of a region. */
import { accountOf } from '../../calibration/account.js'
import { CALIBRATION } from '../../calibration/files.js'
import type { Fit } from '../../calibration/fit.js'
import { csvText } from '../../vocabulary/csv.js'

/** The later census as lived from the earlier one at the fitted levels, against what was counted. */
export interface Hindcast {
  /** Code of the place, or of the region first. */
  readonly code: string
  /** Per cent of the people, and points of the urban share. */
  readonly people: number
  readonly urbanShare: number
}

/** Per cent of the people, and points of the urban share, that the region may be off. */
export const MOST_OFF = 0.5

/** Whether the region, first of the hindcast, is met at all. */
export const isMet = ([{ people, urbanShare }]: readonly Hindcast[]): boolean =>
  Math.abs(people) <= MOST_OFF && Math.abs(urbanShare) <= MOST_OFF

/** Of the region and of every place, in their order. */
export function hindcastOf(fit: Fit): Hindcast[] {
  const { cities: places } = accountOf(fit)
  const { region, cities } = fit.decade
  const sum = (of: (place: (typeof places)[number]) => number) =>
    places.reduce((total, place) => total + of(place), 0)
  const people = { lived: sum((one) => one.people.lived), counted: sum((one) => one.people.counted) }
  const urban = (which: 'lived' | 'counted') =>
    sum((one) => one.people[which] * one.urbanShare[which]) / people[which]
  const off = (code: string, { lived, counted }: typeof people, share: typeof people) => ({
    code,
    people: 100 * (lived / counted - 1),
    urbanShare: 100 * (share.lived - share.counted),
  })
  return [
    off(region.code, people, { lived: urban('lived'), counted: urban('counted') }),
    ...places.map(({ city, people: own, urbanShare }) => off(cities[city].code, own, urbanShare)),
  ]
}

const COLUMNS = ['from', 'year', 'code', 'subject', 'error', 'unit', 'source', 'quality', 'note']
const NOTE = 'lived from the earlier census at the levels that were fitted to both, against the later one'

/** hindcast.csv of a data folder. */
export function hindcastCsv(hindcast: readonly Hindcast[], { from, to }: Fit['decade']): string {
  const rows = hindcast.flatMap(({ code, people, urbanShare }) =>
    (
      [
        ['people', people, 'percent'],
        ['urban_share', urbanShare, 'point'],
      ] as const
    ).map(([subject, error, unit]) => [
      ...[from, to, code, subject, Number(error.toFixed(3)), unit],
      ...[CALIBRATION, 'estimate', NOTE],
    ]),
  )
  return csvText([COLUMNS, ...rows])
}
