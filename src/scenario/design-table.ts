/**
 * A user's own table of draws: a row a draw, a column an uncertainty, in the uncertainty's unit.
 *
 * An uncertainty that the table has takes its values from there, row by row, and its correlations are those of the
 * rows. One that the table lacks stays at its median.
 */
import type { Distribution, RankCorrelation } from '../sampling/distribution.js'
import type { DrawsReader } from './draws-file.js'

export interface DesignTable {
  readonly file: string
  /** Values [row] by uncertainty. */
  readonly columns: ReadonlyMap<string, readonly number[]>
  /** What was found in place of a column. */
  readonly problems: readonly string[]
}

/** The columns of a CSV file that are named as uncertainties are. */
export function tableOf(file: string, names: readonly string[], readDraws: DrawsReader): DesignTable {
  const columns = new Map<string, readonly number[]>()
  const problems = new Set<string>()
  for (const name of names) {
    const draws = readDraws(file, name)
    if ('values' in draws) columns.set(name, draws.values)
    else if (!draws.absent) problems.add(draws.found)
  }
  return { file, columns, problems: [...problems] }
}

interface Chance<Uncertainty> {
  readonly uncertainties: readonly Uncertainty[]
  readonly correlations: readonly RankCorrelation[]
}

/** The uncertainties as the table draws them. */
export function withTable<Uncertainty extends { readonly name: string; readonly distribution: Distribution }>(
  { uncertainties }: Chance<Uncertainty>,
  { file, columns }: DesignTable,
): Chance<Uncertainty> {
  return {
    uncertainties: uncertainties.map((uncertainty) => {
      const values = columns.get(uncertainty.name)
      const { distribution } = uncertainty
      if (values) return { ...uncertainty, distribution: { kind: 'empirical', values, joint: file } }
      // its median is that of its own column
      if (distribution.kind !== 'empirical') return uncertainty
      return { ...uncertainty, distribution: { kind: 'empirical', values: distribution.values } }
    }),
    correlations: [],
  }
}
