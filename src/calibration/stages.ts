/** A fit in stages, which finds its way where that of all data at once runs levels into their bounds. */
import { cohortAt, type Dimensions, RURAL } from '../vocabulary/dimensions.js'
import { accountOf } from './account.js'
import type { Decade } from './decade.js'
import { type Datum, dataOf, type Kind } from './error-model.js'
import { type Fit, type FitOptions, fitDecade } from './fit.js'

export interface StagedFit {
  readonly fit: Fit
  /** Places, by index, whose townspeople no level could meet. */
  readonly unmet: readonly number[]
}

/** Standard deviations of totals while a fit finds its way. */
const LOOSE: Partial<Record<Kind, number>> = { people: 0.03, townspeople: 0.15 }
/** Villages kept their people where as large a part of them as this is left; a share is too high by as much as this. */
const [KEPT, TOO_HIGH] = [0.95, 0.005]
/** Slopes are computed at every sixth step, and followed between: the same minimum for less work. */
const FOLLOWED = { secants: 5, rounds: 192 }
/**
 * Where every place has a pace of its own at which villages become towns, which goes against leaving them, slopes that are followed lead
 * the search to and fro (Shanghai, 96 steps; 28 with slopes of their own). They are computed at every step.
 */
const COMPUTED = { secants: 0, rounds: 96 }
/** Where schedules are read smoothly: a gain of less than a thousandth moves no level by more than 0.03 of its error. */
const ENOUGH = 1e-3

/** What a fit in stages may be told; how it is made the decade says. */
export type StagedOptions = Pick<FitOptions, 'cities' | 'townspeople' | 'also' | 'onRound'>

/**
 * Totals are loose at first, so that no level runs into its bounds on the way; then as they were counted. Where that leaves
 * townspeople of places that no level can meet, these stay loose, so that one place does not bend the others.
 */
export function fitInStages(decade: Decade, options: StagedOptions = {}): StagedFit {
  const data = dataOf(decade, options)
  const loosened = (loosens: (datum: Datum) => boolean) =>
    data.map((datum) =>
      loosens(datum) ? { ...datum, sd: Math.max(datum.sd, LOOSE[datum.kind] ?? 0) } : datum,
    )
  const { choices } = decade
  const how = {
    ...options,
    ...(choices?.reclassification === 'place' ? COMPUTED : FOLLOWED),
    ...(choices?.schedules === 'smooth' && { enough: ENOUGH }),
  }
  const first = fitDecade(decade, { ...how, data: loosened(() => true) })
  const second = fitDecade(decade, { ...how, data, from: first })
  const unmet = unmetIn(second, options.cities)
  if (unmet.length === 0) return { fit: second, unmet }
  const kept = loosened(({ kind, city }) => kind === 'townspeople' && unmet.includes(city))
  return { fit: fitDecade(decade, { ...how, data: kept, from: first }), unmet }
}

/** The fit that the data folder asks for: in stages where it says how it is made, else of all data at once. */
export const fitAsMade = (decade: Decade, options: StagedOptions = {}): Fit =>
  decade.choices ? fitInStages(decade, options).fit : fitDecade(decade, options)

/** Places whose villages kept their people, and whose urban share comes out too high for it: comers settled in villages. */
function unmetIn(fit: Fit, fitted?: readonly number[]): number[] {
  const { dims, before, after } = fit.decade
  const { cities } = accountOf(fit)
  return cities.flatMap(({ city, urbanShare }) => {
    if (fitted && !fitted.includes(city)) return []
    const kept = villagersIn(dims, after.people, city) > KEPT * villagersIn(dims, before.people, city)
    return kept && urbanShare.lived > urbanShare.counted + TOO_HIGH ? [city] : []
  })
}

function villagersIn(dims: Dimensions, people: Float64Array, city: number): number {
  let sum = 0
  const end = cohortAt(dims, RURAL + 1, 0, 0)
  for (let cell = cohortAt(dims, RURAL, 0, 0) + city; cell < end; cell += dims.cities) sum += people[cell]
  return sum
}
