/**
 * `cityward/calibration`: levels of moves fitted to two censuses, and how well such fits forecast; tables fitted to their margins.
 *
 * ```ts
 * import { loadDataset } from 'cityward'
 * import { decadeOf, fitDecade, levelResults } from 'cityward/calibration'
 * const { decade } = decadeOf(loadDataset('fixtures/guangxi'))
 * const levels = levelResults(fitDecade(decade!))
 * ```
 */
export { type SubjectScore, scoresOf } from '../calibration/backtest.js'
export { type Decade, decadeOf } from '../calibration/decade.js'
export { createDecadeProjection, type DecadeProjection } from '../calibration/decade-projection.js'
export { type Datum, dataOf } from '../calibration/error-model.js'
export { type Fit, type FitOptions, fitDecade, normalOf } from '../calibration/fit.js'
export { type Forecast, heldOutForecasts } from '../calibration/held-out.js'
export { type LevelResult, levelResults } from '../calibration/results.js'
export { type SimulatedDecade, simulateDecade } from '../calibration/simulate.js'
export { type Levels, levelsOf } from '../calibration/unknowns.js'
export { fitWithin, type Within, type WithinFit } from '../calibration/within.js'
export {
  forecastsWithin,
  type PlaceForecast,
  type PlaceScore,
  placeScores,
} from '../calibration/within-held-out.js'
export {
  fitProportionally,
  type Margin,
  type Misfit,
  type ProportionalFit,
} from '../math/proportional-fitting.js'
