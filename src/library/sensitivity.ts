/**
 * `cityward/sensitivity`: what outcomes depend on. Designs and draws, and indices on plain arrays.
 *
 * ```ts
 * import { sobol } from 'cityward/sensitivity'
 * const unit = { kind: 'uniform', low: 0, high: 1 } as const
 * const { S1, ST, S2 } = sobol(({ x, y }) => x + x * y, { x: unit, y: unit }, { N: 4096, secondOrder: true })
 * ```
 */
export {
  type AnalysisOptions,
  analyse,
  type OwnColumns,
  sobol,
  study,
} from '../analysis/samples/analyse.js'
export { type Dgsm, type DgsmOptions, dgsm } from '../analysis/samples/dgsm.js'
export { centredDiscrepancy } from '../analysis/samples/discrepancy.js'
export type { Analysis, AnalysisFacts, Interaction, MeasureOf } from '../analysis/samples/measures.js'
export { type RareOdds, type RareOptions, rareOdds } from '../analysis/samples/rare-odds.js'
export type { Inputs, SampledDesign, SampleOptions } from '../analysis/samples/resolve-sample.js'
export { countDraws, type Samples, sample } from '../analysis/samples/sample.js'
export { createAnalysis, type Sample, type Sensitivity } from '../analysis/sensitivity/analyse.js'
export { type Convergence, convergenceOf } from '../analysis/sensitivity/convergence.js'
export {
  type Decomposition,
  type DecompositionOptions,
  decompose,
  type FutureKind,
  type InputState,
} from '../analysis/sensitivity/decomposition.js'
export { delta } from '../analysis/sensitivity/delta.js'
export { elementaryEffects } from '../analysis/sensitivity/elementary-effects.js'
export type { Estimate, Index, Input } from '../analysis/sensitivity/estimate.js'
export { type FailedDraws, failedDraws } from '../analysis/sensitivity/failed-draws.js'
export { fastIndices } from '../analysis/sensitivity/fast-indices.js'
export { type InteractionEffect, interactionEffects } from '../analysis/sensitivity/interaction-effects.js'
export { levelEffects } from '../analysis/sensitivity/level-effects.js'
export { SENSITIVITY_METHODS, type SensitivityMethod } from '../analysis/sensitivity/method-names.js'
export { type PawnOptions, pawn, pawnWith } from '../analysis/sensitivity/pawn.js'
export { rbdFast } from '../analysis/sensitivity/rbd-fast.js'
export { type RegionalSensitivity, regional, regionalSensitivity } from '../analysis/sensitivity/regional.js'
export { carriedByLines, regression } from '../analysis/sensitivity/regression.js'
export { shapleyEffects } from '../analysis/sensitivity/shapley-effects.js'
export { shapleyOfLines } from '../analysis/sensitivity/shapley-of-lines.js'
export {
  ESTIMATORS,
  type Estimator,
  type SobolIndices,
  sobolIndices,
} from '../analysis/sensitivity/sobol-indices.js'
export { fromDraws, type GivenData, type Statistic } from '../analysis/sensitivity/statistic.js'
export { type TwoSampleIndex, twoSampleStatistics } from '../analysis/sensitivity/two-sample.js'
export {
  type Coalition,
  coalitionsOf,
  drawOrders,
  type ShapleyGame,
  type ShapleyValues,
  shapleyValues,
} from '../analysis/shapley.js'
export type {
  Design,
  DesignKind,
  DesignOptions,
  Factor,
  MorrisDesign,
  SaltelliDesign,
} from '../sampling/design.js'
export { createDesign, isSample, wholeDraws } from '../sampling/designs.js'
export type { Distribution, RankCorrelation, UncertaintyDraws } from '../sampling/distribution.js'
export { factorsOf } from '../sampling/factors.js'
export { resolveDesign } from '../sampling/resolve-design.js'
export { createSampler, type Sampler } from '../sampling/sampler.js'
