/** What the model says of a promise: its odds, and the distribution of outcome over target. */
import { exp, log } from '../../math/exponential.js'
import { lomaxBeyond } from '../../math/lomax.js'
import { logistic, predictorOf } from '../../math/mixed-model.js'
import { normalQuantile } from '../../math/normal-quantile.js'
import { type DeliveryModel, knownEffects, newBlocks, type Pledge, type Regression } from './model.js'

export interface DeliveryForecast {
  /** Odds that outcome / target is 1 or more. */
  readonly odds: number
  /** P(ratio <= x). */
  readonly cumulative: (ratio: number) => number
}

/** Equally likely values of a standard normal, over which what is not known of the effects is averaged. */
const NODES = Float64Array.from({ length: 25 }, (_, k) => normalQuantile((k + 0.5) / 25))

export function forecastOf(model: DeliveryModel, promise: Pledge): DeliveryForecast {
  const odds = mean(etas(model.met, promise).map(logistic))
  const beyond = beyondOf(model.excess, promise)
  const short = beyondOf(model.shortfall, promise)
  return {
    odds,
    cumulative: (ratio) => {
      if (ratio <= 0) return 0
      return ratio < 1 ? (1 - odds) * short(-log(ratio)) : 1 - odds * beyond(ratio - 1)
    },
  }
}

/** P(size > x) for x of 0 or more, of an excess or of a shortfall in logs. */
function beyondOf(regression: Regression, promise: Pledge): (x: number) => number {
  const sizes = etas(regression, promise).map((eta) => exp(eta))
  return (x) => mean(sizes.map((size) => lomaxBeyond(regression.shape, x / size)))
}

/** Equally likely linear predictors of a promise. */
function etas(regression: Regression, promise: Pledge): Float64Array {
  const effects = knownEffects(regression, promise)
  return equallyLikely(predictorOf(regression.fit, effects, newBlocks(regression, promise)))
}

/** Equally likely values of a normal distribution. */
export function equallyLikely({ mean: centre, variance }: { mean: number; variance: number }): Float64Array {
  const deviation = Math.sqrt(variance)
  return NODES.map((node) => centre + deviation * node)
}

/** The ratio that a forecast stays below or at with this share of the odds; above 0. */
export function ratioAt({ cumulative }: Pick<DeliveryForecast, 'cumulative'>, share: number): number {
  return exp(crossingAt((x) => cumulative(exp(x)), share, [-12, 12]))
}

/** The value below or at which a share of the odds lies, within bounds, by halving. */
export function crossingAt(
  cumulative: (x: number) => number,
  share: number,
  bounds: readonly [number, number],
): number {
  let [low, high] = bounds
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2
    if (cumulative(middle) < share) low = middle
    else high = middle
  }
  return high
}

export const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
