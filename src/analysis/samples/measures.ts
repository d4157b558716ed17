/** What each method gives, under the names that the literature has for it: S1, ST, S2, mu, mu_star, sigma. */
import type { Convergence } from '../sensitivity/convergence.js'
import type { Doubt } from '../sensitivity/doubts.js'
import { certain, type Estimate, type Index } from '../sensitivity/estimate.js'
import type { SensitivityMethod } from '../sensitivity/method-names.js'

/** By method, the one that inputs are ordered by first. */
export const TABLES = {
  sobol: ['ST', 'S1'],
  efast: ['ST', 'S1'],
  morris: ['mu_star', 'mu', 'sigma'],
  levels: ['swing', 'low', 'high'],
  overview: ['share', 'steps', 'delta', 'pawn', 'prcc'],
  shares: ['share'],
  shapley: ['shapley'],
  rbd_fast: ['S1'],
  delta: ['delta'],
  pawn: ['median', 'most'],
  regression: ['srrc', 'src', 'pcc', 'prcc'],
  regional: ['distance', 'middle'],
} as const satisfies Readonly<Record<SensitivityMethod, readonly string[]>>

export type MeasureOf<M extends SensitivityMethod> = (typeof TABLES)[M][number]

/** Tables of an analysis under the names that measures have in this program: [measure, estimates by input]. */
export function ownMeasures<M extends SensitivityMethod, K extends string>(
  analysis: Analysis<M, K>,
): [measure: string, table: Readonly<Record<string, Estimate>>][] {
  const own = new Map(Object.entries(LITERATURE).map(([name, literature]) => [literature, name]))
  const tables = analysis as unknown as Readonly<Record<string, Readonly<Record<string, Estimate>>>>
  return TABLES[analysis.method].map((name) => [own.get(name) ?? name, tables[name]])
}

/** Names that indices have in this program, and in the literature. */
const LITERATURE: Readonly<Record<string, string>> = { first: 'S1', total: 'ST' }

/** What two inputs share of the variance beyond their own parts. */
export interface Interaction<K extends string> extends Estimate {
  readonly names: readonly [K, K]
}

export interface AnalysisFacts<M extends SensitivityMethod, K extends string> {
  readonly method: M
  /** Inputs by the first measure of the method, largest first. */
  readonly names: readonly K[]
  readonly draws: number
  /** Draws whose outcome is NaN. */
  readonly failed: number
  /** Of Sobol' indices with second order; empty elsewhere. */
  readonly S2: readonly Interaction<K>[]
  /** The index of an input without effect, by measure, where the method has one. */
  readonly floor: Readonly<Record<string, number>>
  readonly convergence?: Convergence
  /** Why the indices are not to be trusted, however many draws there are. */
  readonly doubt?: Doubt
}

/** Every measure is a table by input: `analysis.ST.x1.value`. NaN for an input, and throughout for an outcome, that never varies. */
export type Analysis<M extends SensitivityMethod, K extends string> = AnalysisFacts<M, K> &
  Readonly<Record<MeasureOf<M>, Readonly<Record<K, Estimate>>>>

/** Facts with the tables of indices; which ones a method has is told by its type alone. */
export function inTables(
  facts: Omit<AnalysisFacts<SensitivityMethod, string>, 'names' | 'S2'>,
  names: readonly string[],
  indices: readonly Index[],
  pairs: readonly { readonly names: readonly [string, string]; readonly second: Estimate }[] = [],
): object {
  const measures: readonly string[] = TABLES[facts.method]
  const known = new Map(indices.map(({ name, measures: own }) => [name, renamed(own)]))
  const estimateOf = (name: string, measure: string) => known.get(name)?.[measure] ?? certain(Number.NaN)
  const tables = measures.map((measure) => [
    measure,
    Object.fromEntries(names.map((name) => [name, estimateOf(name, measure)])),
  ])
  const sizeOf = (name: string) => Math.abs(estimateOf(name, measures[0]).value) || 0
  const ordered = [...names].sort((one, other) => sizeOf(other) - sizeOf(one))
  const S2 = pairs.map(({ names: both, second }) => ({ names: both, ...second }))
  return {
    ...facts,
    floor: renamed(facts.floor),
    names: ordered,
    ...Object.fromEntries(tables),
    S2,
  }
}

/** By the names of the literature. */
function renamed<T>(measures: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(measures).map(([name, value]) => [LITERATURE[name] ?? name, value]),
  )
}
