/**
 * Fits that one could defend as well: other widths of the priors, other pooling, another count, a kind of data left
 * aside. What a verdict depends on shows when the scenario is run on each of them.
 */
import type { Reading } from '../dataset/dataset.js'
import type { Datum } from './error-model.js'
import type { FitOptions } from './fit.js'
import { UNKNOWNS, type Unknown, widenPriors } from './unknowns.js'

export type AlternativeName =
  | 'as_fitted'
  | 'priors_halved'
  | 'priors_doubled'
  | 'cities_alike'
  | 'cities_apart'
  | 'other_count'
  | 'reading'
  | 'without_late_gain'
  | 'without_join'
  | 'without_away'
  | 'without_urban_ages'
  | 'without_young'

export interface Alternative {
  readonly name: AlternativeName
  /** Which reading of the last years, where that is the alternative. */
  readonly reading?: Pick<Reading, 'name' | 'title'>
  readonly options: FitOptions
}

/** Groups of five years from 15 to 29, which students and movers make uncertain. */
const YOUNG = [3, 4, 5]

/**
 * other     townspeople of cities by another count, persons; no alternative where there is none
 * readings  of the last years; the first is in use
 * priors    of the fit that is made otherwise
 */
export function alternativesOf(
  other: ReadonlyMap<number, number>,
  readings: readonly Reading[] = [],
  priors: readonly Unknown[] = UNKNOWNS,
): Alternative[] {
  const wider = (region: number, city: number): FitOptions => ({ priors: widenPriors(region, city, priors) })
  const without = (name: AlternativeName, left: (datum: Datum) => boolean): Alternative => ({
    name,
    options: { without: left },
  })
  return [
    { name: 'as_fitted', options: {} },
    { name: 'priors_halved', options: wider(0.5, 0.5) },
    { name: 'priors_doubled', options: wider(2, 2) },
    { name: 'cities_alike', options: wider(1, 1 / 3) },
    { name: 'cities_apart', options: wider(1, 3) },
    ...(other.size > 0 ? [{ name: 'other_count', options: { townspeople: other } } as const] : []),
    ...readings.slice(1).map(({ name, title, value, error }) => ({
      name: 'reading' as const,
      reading: { name, title },
      options: { lateGain: { value, error } },
    })),
    without('without_late_gain', ({ kind }) => kind === 'late_gain'),
    without('without_join', ({ kind }) => kind === 'join'),
    without('without_away', ({ kind }) => kind === 'away'),
    without('without_urban_ages', ({ kind }) => kind === 'urban_ages'),
    without('without_young', ({ kind, group }) => kind === 'ages' && YOUNG.includes(group)),
  ]
}
