/** Half of a province's places forecast by a fit to the other half, as `cityward new` does for its backtest.csv. */
import type { Decade } from '../../src/calibration/decade.js'
import {
  type Forecast,
  heldOutForecasts,
  LEAST_CITIES,
  USUAL_HELD_OUT,
} from '../../src/calibration/held-out.js'
import { fittedRegion } from '../../src/studies/new-region/fit-region.js'

/** None where there are too few places. */
export function provinceHeldOut(decade: Decade): readonly Forecast[] {
  if (decade.dims.cities < LEAST_CITIES) return []
  return heldOutForecasts(fittedRegion(decade).fit.decade, USUAL_HELD_OUT)
}
