/** Any method on a sample, or on columns and an outcome from elsewhere; and a model sampled and analysed in one call. */
import type { DesignKind } from '../../sampling/design.js'
import { refuseArgument, requireOneOf, requireWhole } from '../../vocabulary/wrong-argument.js'
import { createAnalysis } from '../sensitivity/analyse.js'
import { requireLengths, requireLevel } from '../sensitivity/arguments.js'
import { type Input, USUAL_LEVEL } from '../sensitivity/estimate.js'
import { GIVEN, SENSITIVITY_METHODS, type SensitivityMethod } from '../sensitivity/method-names.js'
import { DESIGN_FOR } from '../sensitivity/methods.js'
import { varies } from '../statistics.js'
import { type Analysis, inTables } from './measures.js'
import { sobolOfRows } from './own-base-points.js'
import { type Bounds, efastOfRows, levelsOfRows, morrisOfRows, type OwnRows } from './own-rows.js'
import type { Inputs, SampledDesign, SampleOptions } from './resolve-sample.js'
import { Samples, sample } from './sample.js'

export interface AnalysisOptions {
  /** Confidence of the intervals; 0.95 if left out. */
  readonly level?: number
  /** Of the dummies that a floor is read from. */
  readonly seed?: number
  /** Of own rows for `sobol`: whether each base point has rows BA. */
  readonly secondOrder?: boolean
  /** Of own rows for `morris`: the range of every input, by which its moves are measured. */
  readonly bounds?: Bounds
  /** Of own rows for `efast`. */
  readonly harmonics?: number
  readonly frequency?: number
}

/** Columns by the name of the input: [row]. */
export type OwnColumns<K extends string> = Readonly<Record<K, ArrayLike<number>>>

/**
 * Apply a method.
 *
 * rows     a sample (`sample`), or own columns: any for methods that take given data; for `sobol`, `morris`, `efast` and `levels`
 *          in the order that these need (own-rows.ts)
 * outcome  [row]; NaN for a row without a value
 *
 * Throws CitywardError `argument-wrong`, which names the argument, for rows that are not laid out as the method needs, lengths
 * that differ, and too few rows.
 */
export function analyse<M extends SensitivityMethod, K extends string>(
  method: M,
  rows: Samples<K> | OwnColumns<K>,
  outcome: ArrayLike<number>,
  options: AnalysisOptions = {},
): Analysis<M, K> {
  requireOneOf('analyse', 'method', method, SENSITIVITY_METHODS)
  const { level = USUAL_LEVEL, seed = 0 } = options
  requireLevel('analyse', level)
  requireWhole('analyse', 'seed', seed, 0)
  const names = (rows instanceof Samples ? rows.names : Object.keys(rows)) as readonly K[]
  if (names.length === 0) refuseArgument('analyse', 'rows', 'no column', 'a column for each input')
  const columns: OwnColumns<K> = rows instanceof Samples ? rows.columns : rows
  const inputs = names.map((name): Input => ({ name, values: Float64Array.from(columns[name]) }))
  const given = { inputs, outcome: Float64Array.from(outcome), level }
  requireLengths('analyse', inputs, given.outcome)
  const isOwn = !(rows instanceof Samples) && !(GIVEN as readonly string[]).includes(method)
  const found = isOwn
    ? ofOwnRows(method, given, options)
    : ofDesign(method, given, rows instanceof Samples ? rows : { design: 'random', seed })
  // which tables there are is told by the method
  return found as Analysis<M, K>
}

/** A method that reads a design, on rows that another program has laid out. */
function ofOwnRows(
  method: SensitivityMethod,
  given: OwnRows,
  { secondOrder = false, bounds, harmonics = 4, frequency }: AnalysisOptions,
): object {
  const { outcome, inputs } = given
  const facts = { method, draws: outcome.length, failed: outcome.filter(Number.isNaN).length, floor: {} }
  const names = inputs.map(({ name }) => name)
  switch (method) {
    case 'sobol': {
      const { indices, pairs } = sobolOfRows(given, secondOrder)
      return inTables(facts, names, indices, pairs)
    }
    case 'morris':
      return inTables(facts, names, morrisOfRows(given, bounds))
    case 'efast':
      return inTables(facts, names, efastOfRows(given, harmonics, frequency))
    default:
      return inTables(facts, names, levelsOfRows(given))
  }
}

/** A method on draws of a design that cityward has laid out. */
function ofDesign(
  method: SensitivityMethod,
  { inputs, outcome, level }: OwnRows,
  { design, seed }: Pick<Samples<string>, 'design' | 'seed'>,
): object {
  const moved = inputs.filter(({ values }) => varies(values))
  const found = createAnalysis({ design, seed, inputs: moved }, method, level)(outcome)
  const { draws, failures, floor, convergence, doubt, indices, pairs } = found
  const more = { ...(convergence && { convergence }), ...(doubt && { doubt }) }
  const names = inputs.map(({ name }) => name)
  return inTables({ method, draws, failed: failures.count, floor, ...more }, names, indices, pairs)
}

/** What a model depends on, in one call: a sample of the design that the method reads, the model at every row, the analysis. */
export function study<M extends SensitivityMethod, K extends string>(
  method: M,
  model: (point: Readonly<Record<K, number>>) => number,
  inputs: Inputs<K>,
  { level, ...options }: SampleOptions & Pick<AnalysisOptions, 'level'>,
): Analysis<M, K> {
  requireOneOf('study', 'method', method, SENSITIVITY_METHODS)
  const kind: DesignKind = DESIGN_FOR[method] ?? 'sobol'
  const rows = sample(kind as SampledDesign, inputs, options)
  return analyse(method, rows, rows.evaluate(model), { level, seed: options.seed })
}

/** Sobol' indices of a model: shares of its variance that go with each input alone (S1), in all (ST), and with pairs (S2). */
export function sobol<K extends string>(
  model: (point: Readonly<Record<K, number>>) => number,
  inputs: Inputs<K>,
  options: SampleOptions & Pick<AnalysisOptions, 'level'>,
): Analysis<'sobol', K> {
  return study('sobol', model, inputs, options)
}
