/**
 * `cityward/distributions`: the distributions that uncertainties may have, as functions, and intervals of shares.
 *
 * ```ts
 * import { cdf, moments, quantile } from 'cityward/distributions'
 * const pace = { kind: 'weibull', shape: 1.5, scale: 2 } as const
 * const { mean, variance } = moments(pace)
 * const upper = cdf(pace, quantile(pace, 0.999)).upper // 0.001
 * ```
 */
export type { Distribution } from '../sampling/distribution.js'
export { cdf, moments, quantile } from '../sampling/distribution-functions.js'
export { clopperPearsonInterval, wilson } from '../sampling/share-intervals.js'
