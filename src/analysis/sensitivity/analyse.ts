/** Sensitivity of an outcome of a run: a method applied to its draws, convergence, and failures. */
import { type Design, kindOf, setsLevels } from '../../sampling/design.js'
import { isSample } from '../../sampling/designs.js'
import { efastBlock } from '../../sampling/efast.js'
import { morrisBlock } from '../../sampling/morris.js'
import { saltelliBlock } from '../../sampling/saltelli.js'
import { howMany } from '../../vocabulary/numbers.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { varies } from '../statistics.js'
import { requireLevel } from './arguments.js'
import { type Convergence, convergenceOf } from './convergence.js'
import { type Doubt, doubtOf } from './doubts.js'
import { elementaryEffects } from './elementary-effects.js'
import { type Estimate, type Index, type Input, USUAL_LEVEL, withoutFailures } from './estimate.js'
import { type FailedDraws, failedDraws } from './failed-draws.js'
import { fastIndices } from './fast-indices.js'
import { levelEffects } from './level-effects.js'
import { GIVEN, type GivenMethod, SENSITIVITY_METHODS, type SensitivityMethod } from './method-names.js'
import { LINES_THROUGH, leastDraws, MAIN, methodOf, STATISTICS } from './methods.js'
import { carriedByLines } from './regression.js'
import { type SobolIndices, sobolIndices } from './sobol-indices.js'
import { readyForDraws, valuesFromDraws } from './statistic.js'

export interface Sample {
  readonly design: Design
  readonly seed: number
  /** Of uncertainties that vary; a failed trajectory has its inputs as well. */
  readonly inputs: readonly Input[]
}

export interface Sensitivity {
  readonly method: SensitivityMethod
  /** The measure that inputs are ordered by, largest first. */
  readonly main: string
  /** What an index of 1 stands for: the largest effect, for measures in the outcome's unit. */
  readonly scale: number
  /** Confidence of the intervals. */
  readonly level: number
  readonly indices: readonly Index[]
  readonly pairs: SobolIndices['pairs']
  /** The index of an input without effect on the outcome, by measure. */
  readonly floor: Readonly<Record<string, number>>
  readonly draws: number
  readonly failures: FailedDraws
  /** Absent where the outcome never varies, and for designs of levels. */
  readonly convergence?: Convergence
  /** Share of the variance that a linear regression explains, on values or on ranks (LINES_THROUGH). */
  readonly carried?: number
  /** Why the indices are not to be trusted, however many draws there are. */
  readonly doubt?: Doubt
}

/** Draws that methods for given data are computed from: the first ones. */
const MOST_GIVEN = 10_000

/** Why a method cannot be used on a run of a design; undefined where it can. */
export function refusalOf(
  method: SensitivityMethod,
  design: Design,
): 'needs-design' | 'no-sample' | undefined {
  if (!(GIVEN as readonly string[]).includes(method))
    return methodOf(design) === method ? undefined : 'needs-design'
  return isSample(design) || kindOf(design) === 'table' ? undefined : 'no-sample'
}

/**
 * Prepare a method for the draws of a run; what depends on the inputs alone is computed once for all outcomes.
 *
 * level  confidence of the intervals
 *
 * Throws CitywardError for a method that refusalOf refuses.
 */
export function createAnalysis(
  sample: Sample,
  method: SensitivityMethod,
  level = USUAL_LEVEL,
): (outcome: Float64Array) => Sensitivity {
  const { design, inputs } = sample
  requireOneOf('createAnalysis', 'method', method, SENSITIVITY_METHODS)
  requireWhole('createAnalysis', 'seed', sample.seed, 0)
  requireLevel('createAnalysis', level)
  if (refusalOf(method, design))
    refuseArgument('createAnalysis', 'method', method, `one that reads a run of ${kindOf(design)}`)
  const found = (GIVEN as readonly string[]).includes(method)
    ? givenData(sample, method as GivenMethod, level)
    : byDesign(sample, MAIN[method], level)
  const least = leastDraws(method, { design, inputs: inputs.length })
  return (outcome) => {
    const failures = failedDraws(inputs, outcome)
    const known = outcome.length - failures.count
    if (known < least)
      refuseArgument(
        'createAnalysis',
        'outcome',
        howMany(known, 'draw with a value', 'draws with a value'),
        `at least ${least}`,
      )
    const common = { method, main: MAIN[method], level, draws: outcome.length, failures, scale: 1 }
    const constant = !varies(outcome)
    if (constant) return { ...common, indices: [], pairs: [], floor: {} }
    return { ...common, pairs: [], floor: {}, ...found(outcome) }
  }
}

type MethodResult = Partial<Sensitivity> & Pick<Sensitivity, 'indices'>

/** The method that the run's design was made for. */
function byDesign(
  { design, seed }: Sample,
  main: string,
  level: number,
): (outcome: Float64Array) => MethodResult {
  if (typeof design !== 'object') throw new RangeError(`no method belongs to the design ${design}`)
  if (setsLevels(design)) {
    return (outcome) => {
      const indices = sorted(levelEffects(design, outcome), main)
      return { indices, scale: largest(indices, main) }
    }
  }
  switch (design.kind) {
    case 'saltelli':
      return (outcome) => {
        const [points, whole] = blocksOf(outcome, saltelliBlock(design) * design.scrambles)
        const at = (some: number) => sobolIndices(design, whole, undefined, some, level)
        return {
          ...overSizes(points, (some) => at(some).indices, main, outcome.length / points),
          pairs: at(points).pairs,
        }
      }
    case 'morris':
      return (outcome) => {
        const [trajectories, whole] = blocksOf(outcome, morrisBlock(design))
        const at = (some: number) => elementaryEffects(design, seed, whole, some, level)
        const scale = largest(at(trajectories), main)
        return { scale, ...overSizes(trajectories, at, main, morrisBlock(design), scale) }
      }
    case 'efast':
      return (outcome) => {
        const [rounds, whole] = blocksOf(outcome, efastBlock(design))
        return overSizes(rounds, (some) => fastIndices(design, whole, some, level), main, efastBlock(design))
      }
    default:
      throw new RangeError(`no method belongs to the design ${design.kind}`)
  }
}

/** Blocks of a design that an outcome holds whole, and their draws: a run that stopped early may end within one. */
function blocksOf(outcome: Float64Array, block: number): readonly [number, Float64Array] {
  const blocks = Math.floor(outcome.length / block)
  return [blocks, outcome.subarray(0, blocks * block)]
}

function givenData(
  sample: Sample,
  method: GivenMethod,
  level: number,
): (outcome: Float64Array) => MethodResult {
  const { seed } = sample
  const inputs = firstOf(sample.inputs, MOST_GIVEN)
  const main = MAIN[method]
  const ready = STATISTICS[method].map((statistic) => readyForDraws(statistic, inputs, { seed, level }))
  const [statistic] = STATISTICS[method]
  const lines = LINES_THROUGH[method]
  return (outcomes) => {
    const outcome = outcomes.subarray(0, MOST_GIVEN)
    const found = ready.map((one) => one(outcome))
    const indices = inputs.map(({ name }, input) => {
      const measures = found.map((one) => one.indices[input].measures)
      return { name, measures: Object.assign({}, ...measures) as Record<string, Estimate> }
    })
    const sizes = sizesOf(outcome.length)
    const at = sizes.map((size) =>
      size === outcome.length
        ? indices
        : valuesFromDraws(statistic, firstOf(inputs, size), outcome.subarray(0, size)),
    )
    const whole = withoutFailures(inputs, outcome)
    const columns = whole.inputs.map(({ values }) => values)
    // `middle` is a position, for which there is no noise floor
    const { middle: _, ...floor } = Object.assign({}, ...found.map((one) => one.floor)) as Record<
      string,
      number
    >
    const both = carriedByLines(columns, whole.outcome)
    const carried = lines && both[lines]
    // regression on ranks stands beside that on values
    const doubt = doubtOf(method, indices, lines === 'ranks' ? Math.min(both.values, both.ranks) : carried)
    return {
      indices: sorted(indices, main),
      floor,
      draws: outcome.length,
      convergence: convergenceOf(at, sizes, main),
      ...(lines && { carried }),
      ...(doubt && { doubt }),
    }
  }
}

function firstOf(inputs: readonly Input[], draws: number): Input[] {
  return inputs.map(({ name, values }) => ({ name, values: values.subarray(0, draws) }))
}

/** Indices from all blocks of a design, and their convergence over the first ones. */
function overSizes(
  blocks: number,
  at: (some: number) => readonly Index[],
  main: string,
  drawsEach: number,
  scale = 1,
) {
  const sizes = sizesOf(blocks)
  const all = sizes.map(at)
  const draws = sizes.map((size) => Math.round(size * drawsEach))
  return { indices: sorted(all.at(-1)!, main), convergence: convergenceOf(all, draws, main, scale) }
}

/** A quarter, a half and all, each at least two. */
function sizesOf(all: number): number[] {
  return [...new Set([all >> 2, all >> 1, all])].filter((size) => size >= Math.min(2, all))
}

function sorted(indices: readonly Index[], main: string): Index[] {
  const size = ({ measures }: Index) => Math.abs(measures[main].value)
  return [...indices].sort((a, b) => size(b) - size(a))
}

function largest(indices: readonly Index[], main: string): number {
  return Math.max(...indices.map(({ measures }) => Math.abs(measures[main].value)))
}
