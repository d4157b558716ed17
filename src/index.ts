/**
 * The library: everything the command line does, as functions.
 *
 * ```ts
 * import { loadPlan, simulate } from 'cityward'
 * const { plan, dataset } = loadPlan('scenarios/guangxi-2023.yaml')
 * const { summary } = await simulate(plan, dataset, { folder: 'runs/mine', draws: 1000 })
 * ```
 */
export { type Comparison, compareSummaries } from './analysis/compare.js'
export { type Box, insideOf, type Limit, measureBox } from './analysis/discovery/box.js'
export { type CartOptions, cart } from './analysis/discovery/cart.js'
export { chooseBox, quasiP, withNeededLimits } from './analysis/discovery/choose-box.js'
export {
  type DiscoverOptions,
  type Discovery,
  discover,
  type Stability,
} from './analysis/discovery/discover.js'
export { type PrimOptions, paste, peel } from './analysis/discovery/prim.js'
export type { NamedChange, ScenarioDiff } from './analysis/scenario-diff.js'
export { createAnalysis, type Sample, type Sensitivity } from './analysis/sensitivity/analyse.js'
export { type Convergence, convergenceOf } from './analysis/sensitivity/convergence.js'
export { delta } from './analysis/sensitivity/delta.js'
export { elementaryEffects } from './analysis/sensitivity/elementary-effects.js'
export type { Estimate, Index, Input } from './analysis/sensitivity/estimate.js'
export { type FailedDraws, failedDraws } from './analysis/sensitivity/failures.js'
export { fastIndices } from './analysis/sensitivity/fast-indices.js'
export { levelEffects } from './analysis/sensitivity/level-effects.js'
export { METHODS, type Method } from './analysis/sensitivity/methods.js'
export { pawn } from './analysis/sensitivity/pawn.js'
export { rbdFast } from './analysis/sensitivity/rbd-fast.js'
export { type Regional, regional, regionalSensitivity } from './analysis/sensitivity/regional.js'
export { carriedByLines, regression } from './analysis/sensitivity/regression.js'
export { shapleyEffects } from './analysis/sensitivity/shapley.js'
export { shapleyOfLines } from './analysis/sensitivity/shapley-of-lines.js'
export {
  ESTIMATORS,
  type Estimator,
  type SobolIndices,
  sobolIndices,
} from './analysis/sensitivity/sobol-indices.js'
export { fromDraws, type GivenData, type Statistic } from './analysis/sensitivity/statistic.js'
export {
  type Coalition,
  coalitionsOf,
  drawOrders,
  type ShapleyGame,
  type ShapleyValues,
  shapleyValues,
} from './analysis/shapley.js'
export { summarise } from './analysis/summarise.js'
export type { Odds, PlaceVerdict, PolicySummary, Spread, Summary, TargetVerdict } from './analysis/summary.js'
export type { Standing, Step, Waterfall } from './analysis/waterfall.js'
export { type SubjectScore, scoresOf } from './calibration/backtest.js'
export { type Decade, decadeOf } from './calibration/decade.js'
export { type Datum, dataOf } from './calibration/error-model.js'
export { type Fit, type FitOptions, fitDecade, normalOf } from './calibration/fit.js'
export { type Forecast, heldOutForecasts } from './calibration/held-out.js'
export { createLife, type Lived } from './calibration/live.js'
export { type LevelResult, levelResults } from './calibration/results.js'
export { type SimulatedDecade, simulateDecade } from './calibration/simulate.js'
export { type Levels, levelsOf } from './calibration/unknowns.js'
export type { Dataset } from './dataset/dataset.js'
export { loadDataset } from './dataset/load.js'
export { explainSlot } from './explain/explain.js'
export type { Explanation } from './explain/explanation.js'
export { type CompileResult, compilePlan } from './plan/compile.js'
export { type Plan, slotAt } from './plan/plan.js'
export { keyText, type SlotKey, slotOf } from './plan/slot-keys.js'
export type { Failure } from './results/failures.js'
export { growthLine } from './results/growth-difference-line.js'
export type { OutcomeReader } from './results/outcome-reader.js'
export type { PackedPart, PartOutcomes } from './results/parts.js'
export type { RunHeader } from './results/run-header.js'
export { headerOf } from './run/make-header.js'
export { createTrajectory, type Trajectory } from './run/reference/trajectory.js'
export { type RunOptions, type RunResult, runPlan } from './run/run-plan.js'
export type {
  Design,
  DesignKind,
  DesignOptions,
  Factor,
  MorrisDesign,
  SaltelliDesign,
} from './sampling/design.js'
export { createDesign, isSample, wholeDraws } from './sampling/designs.js'
export type { Distribution, RankCorrelation, UncertaintyDraws } from './sampling/distribution.js'
export { factorsOf } from './sampling/factors.js'
export { resolveDesign } from './sampling/resolve-design.js'
export { createSampler, type Sampler } from './sampling/sampler.js'
export type { Change, FieldDifference } from './scenario/compare/changes.js'
export { loadScenario } from './scenario/load.js'
export type { LoadedScenario, Scenario } from './scenario/scenario.js'
export { scenarioJsonSchema } from './scenario/schema/schema.js'
export { mergeRuns } from './store/merge.js'
export { type OpenRun, openRun } from './store/open-run.js'
export { queryRun } from './store/query.js'
export { RunFolder } from './store/run-folder.js'
export { type Verified, verifyRun } from './store/verify.js'
export { type DiffRequest, diffScenarios } from './studies/diff-scenarios.js'
export { type LoadedPlan, loadPlan } from './studies/load-plan.js'
export { choosePolicies, type Simulated, type SimulateOptions, simulate } from './studies/simulate.js'
export {
  CitywardError,
  formatProblem,
  formatWarning,
  NotWholeError,
  type Problem,
} from './vocabulary/problems.js'
export { VERSION } from './vocabulary/version.js'
