/**
 * A user's own table of draws: a row a draw, a column an uncertainty or a lever, in its unit.
 *
 * An uncertainty that the table has takes its values from there, row by row, and its correlations are those of the
 * rows. One that the table lacks stays at its median. A column `draw` may number the rows; any other that is no
 * uncertainty and no lever is a slip, since what it was meant for would stay where it is.
 */
import type { Distribution, RankCorrelation } from '../../sampling/distribution.js'
import { suggestion } from '../../vocabulary/lookup.js'
import type { Problem } from '../../vocabulary/problems.js'
import type { DrawsReader } from './draws-file.js'

export interface DesignTable {
  readonly file: string
  /** Values [row] by uncertainty. */
  readonly columns: ReadonlyMap<string, readonly number[]>
  readonly problems: readonly Omit<Problem, 'where'>[]
}

interface Drawn {
  readonly name: string
  readonly distribution: Distribution
}

/** A column that numbers the rows. */
const NUMBERS = 'draw'
/** Columns that are reported one by one, and the longest part of a name: the file may be quite another one. */
const MOST_REPORTED = 5
const LONGEST_QUOTE = 40

/** The columns of a table that are named as uncertainties are, and what is wrong with it. */
export function tableOf(file: string, uncertainties: readonly Drawn[], readDraws: DrawsReader): DesignTable {
  const names = uncertainties.map(({ name }) => name)
  const outside: Omit<Problem, 'where'>[] = []
  const columns = new Map<string, readonly number[]>()
  const unread = new Set<string>()
  for (const { name, distribution } of uncertainties) {
    const draws = readDraws(file, name)
    if ('values' in draws) {
      columns.set(name, draws.values)
      outside.push(...outsideOf(name, distribution, draws.values))
    } else if (!draws.absent) unread.add(draws.found)
  }
  const expected = 'a table of numbers, CSV or Parquet, with columns named as uncertainties are'
  const problems = [...unread].map((found) => ({ code: 'draws-unreadable' as const, found, expected }))
  const unknown = readDraws.columns(file).filter((name) => name !== NUMBERS && !names.includes(name))
  const reported = unknown.slice(0, MOST_REPORTED).map((name) => unknownColumn(name, names, unknown.length))
  return { file, columns, problems: [...problems, ...outside, ...reported] }
}

/** The first value beyond the ends that the scenario gives an uncertainty. */
function outsideOf(
  name: string,
  distribution: Distribution,
  values: readonly number[],
): Omit<Problem, 'where'>[] {
  if (!('low' in distribution) || !('high' in distribution)) return []
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = distribution
  const bad = values.findIndex((value) => value < low || value > high)
  if (bad < 0) return []
  return [
    {
      code: 'draws-outside-range',
      found: `${values[bad]} in row ${bad + 1} of column "${name}"`,
      expected: `${low} to ${high}, between its ends in the scenario`,
      hint: 'Give the distribution, or the lever, wider ends if this is meant.',
    },
  ]
}

function unknownColumn(name: string, names: readonly string[], all: number): Omit<Problem, 'where'> {
  const one = name === '' ? 'a column without a name' : `the column "${name.slice(0, LONGEST_QUOTE)}"`
  return {
    code: 'column-unknown',
    found: all > MOST_REPORTED ? `${one}, one of ${all} that are no uncertainty or lever` : one,
    expected: `one of the uncertainties and levers: ${names.join(', ')}`,
    hint: suggestion(name, names) ?? `A column that numbers the rows is called ${NUMBERS}.`,
  }
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
