/**
 * `cityward/discovery`: under which uncertainties a target is reached, or missed, as boxes of a few limits.
 *
 * ```ts
 * import { discover } from 'cityward/discovery'
 * const { boxes } = discover(inputs, group)      // group: 1 for the draws of interest, else 0
 * ```
 */
export { type Box, insideOf, type Limit, measureBox } from '../analysis/discovery/box.js'
export { type CartOptions, cart, classificationTree, type TreeNode } from '../analysis/discovery/cart.js'
export { chooseBox, quasiP, withNeededLimits } from '../analysis/discovery/choose-box.js'
export {
  type DiscoverOptions,
  type Discovery,
  discover,
  type Stability,
} from '../analysis/discovery/discover.js'
export {
  discoverMean,
  type MeanBox,
  type MeanBoxOptions,
  type MeanDiscovery,
} from '../analysis/discovery/mean-box.js'
export { DISCOVERY_METHODS, type DiscoveryMethod } from '../analysis/discovery/method-names.js'
export { type PrimOptions, paste, peel } from '../analysis/discovery/prim.js'
export type { Input } from '../analysis/sensitivity/estimate.js'
