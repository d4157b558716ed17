/** Half of a province's places forecast by a fit to the other half, as `cityward new` does for its backtest.csv. */
import type { Decade } from '../../src/calibration/decade.js'
import { type Forecast, heldOutForecasts, LEAST_CITIES } from '../../src/calibration/held-out.js'
import { fittedRegion, heldOutOptions } from '../../src/studies/new-region/fit-region.js'

/** None where there are too few places; births of the places left out are forecast too. */
export function provinceHeldOut(decade: Decade): readonly Forecast[] {
  if (decade.dims.cities < LEAST_CITIES) return []
  const { fit } = fittedRegion(decade)
  return heldOutForecasts(decade, { ...heldOutOptions(fit), fertility: 'learnt' })
}
