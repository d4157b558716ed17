/**
 * The library: load a scenario, run it, sum it up, compare. The rest of what the command line does is in subpaths:
 * `cityward/sensitivity`, `cityward/discovery`, `cityward/pictures`, `cityward/distributions`, `cityward/demography`, `cityward/calibration` and `cityward/store`.
 *
 * ```ts
 * import { loadPlan, simulate } from 'cityward'
 * const { plan, dataset } = loadPlan('scenarios/guangxi-2023.yaml')
 * const { summary } = await simulate(plan, dataset, { folder: 'runs/mine', draws: 1000 })
 * ```
 */
export { type Comparison, compareSummaries } from './analysis/compare.js'
export {
  HUB_COLUMNS,
  type HubRequest,
  type HubRow,
  hubRows,
} from './analysis/forecasts/hub-rows.js'
export { type PeakSide, type PeakYears, peakYears } from './analysis/forecasts/peak-years.js'
export { serviceNeeds } from './analysis/needs/service-needs.js'
export type { ReachFinding } from './analysis/reach.js'
export type { NamedChange, ScenarioDiff } from './analysis/scenario-diff.js'
export { summarise } from './analysis/summarise.js'
export type {
  NeedInYear,
  Odds,
  PlaceNeeds,
  PlaceVerdict,
  PolicySummary,
  ServiceNeeds,
  Spread,
  Summary,
  TargetVerdict,
} from './analysis/summary.js'
export type { Standing, Waterfall, WaterfallStep } from './analysis/waterfall.js'
export type { Dataset } from './dataset/dataset.js'
export { loadDataset } from './dataset/load.js'
export { explainSlot } from './explain/explain.js'
export type { Explanation } from './explain/explanation.js'
export { type CompileResult, compilePlan } from './plan/compile.js'
export { type Plan, slotAt } from './plan/plan.js'
export { keyText, type SlotKey, slotOf } from './plan/slot-keys.js'
export type { Failure, FailureRecord, Fault } from './results/failures.js'
export { faultText } from './results/fault-words.js'
export { growthLine } from './results/growth-difference-line.js'
export type { OutcomeReader } from './results/outcome-reader.js'
export type { PackedPart, PartOutcomes } from './results/parts.js'
export type { RunHeader } from './results/run-header.js'
export { headerOf } from './run/make-header.js'
export { createTrajectory, type Trajectory } from './run/reference/trajectory.js'
export { type RunOptions, type RunResult, runPlan } from './run/run-plan.js'
export type { Change, FieldDifference } from './scenario/compare/changes.js'
export { loadScenario } from './scenario/load.js'
export type { LoadedScenario, Scenario } from './scenario/scenario.js'
export { scenarioJsonSchema } from './scenario/schema/schema.js'
export { type DiffRequest, diffScenarios } from './studies/diff-scenarios.js'
export { type EnoughRequest, findEnough, type Oversight } from './studies/find-enough.js'
export { type ArrowModule, arrowTable } from './studies/futures/arrow-table.js'
export {
  type MemoryRun,
  type MemoryRunOptions,
  type PolicyOutcomes,
  simulateInMemory,
} from './studies/futures/in-memory.js'
export { type PeakRequest, peakOdds } from './studies/futures/peak-odds.js'
export { type LoadedPlan, loadPlan } from './studies/load-plan.js'
export { type BegunRun, reopenRun } from './studies/reopen-run.js'
export {
  choosePolicies,
  type SimulateOptions,
  type SimulationResult,
  simulate,
  summaryOf,
} from './studies/simulate.js'
export type { SplitRequest } from './studies/split/shared-futures.js'
export {
  type QuotaSplit,
  type SplitOutcome,
  splitQuota,
} from './studies/split/split-quota.js'
export {
  CitywardError,
  formatProblem,
  formatWarning,
  NotWholeError,
  type Problem,
} from './vocabulary/problems.js'
export { VERSION } from './vocabulary/version.js'
