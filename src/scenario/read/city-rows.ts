/** Uncertainties that every city, or every year, has its own of and that come from the rows of a file, with a column for each. */
import type { Distribution } from '../../sampling/distribution.js'
import type { Path } from '../scenario.js'
import { type DistributionInFile, distributionProblems, resolveDistribution } from './distributions.js'
import type { DrawsReader } from './draws-file.js'
import type { FieldProblem } from './field-problem.js'

interface ChanceInFile {
  readonly distribution: DistributionInFile
  readonly each?: 'city' | 'year' | 'city_and_year'
}

/** Distributions that were read, by what reads their files, then file and column: a scenario is checked, then resolved. */
const known = new WeakMap<DrawsReader, Map<string, Distribution>>()

/** An uncertainty's distribution; of one that every city or year has its own of, from a file, with the columns of all. */
export function resolveChance(chance: ChanceInFile, readDraws: DrawsReader): Distribution {
  if (!isByColumns(chance)) return resolveDistribution(chance.distribution, readDraws)
  const { file, column } = chance.distribution
  const own = known.get(readDraws) ?? new Map<string, Distribution>()
  known.set(readDraws, own)
  const key = JSON.stringify([file, column])
  const distribution = own.get(key) ?? ofColumns(file, column, readDraws)
  own.set(key, distribution)
  return distribution
}

function ofColumns(file: string, column: string, readDraws: DrawsReader): Distribution {
  const columns: Record<string, readonly number[]> = {}
  for (const [key, name] of ownColumns(column, readDraws.columns(file))) {
    const read = readDraws(file, name)
    if ('values' in read) columns[key] = read.values
  }
  return { kind: 'empirical', values: inShort(Object.values(columns).flat()), ofCities: { file, columns } }
}

/** What is wrong with it; that it has every city of the data folder, or every year, is known later. */
export function chanceFileProblems(chance: ChanceInFile, path: Path, readDraws: DrawsReader): FieldProblem[] {
  if (!isByColumns(chance)) return distributionProblems(chance.distribution, path, readDraws)
  const { values, file, column } = chance.distribution
  const columns = ownColumns(column, readDraws.columns(file))
  // the file itself, and what it must not stand beside, as of any other
  const one = columns[0]?.[1] ?? column
  const problems = distributionProblems({ kind: 'empirical', values, file, column: one }, path, readDraws)
  if (columns.length > 0 || readDraws.columns(file).length === 0) return problems
  const found = `no column of ${file} that begins with "${column}_"`
  const expected =
    chance.each === 'city'
      ? `a column for every city, such as ${column}_ and its code`
      : `a column for every year, such as ${column}_2021`
  return [{ code: 'draws-unreadable', path: [...path, 'column'], found, expected }]
}

type ByColumns = ChanceInFile & {
  readonly distribution: Extract<DistributionInFile, { kind: 'empirical' }> & {
    readonly file: string
    readonly column: string
  }
}

function isByColumns(chance: ChanceInFile): chance is ByColumns {
  const { distribution, each } = chance
  if (each === undefined || distribution.kind !== 'empirical') return false
  return distribution.file !== undefined && distribution.column !== undefined
}

/** Codes of cities or years, with the columns that have them after the name and a low line: `own_4501` of `own`. */
function ownColumns(column: string, names: readonly string[]): [key: string, name: string][] {
  const start = `${column.trim()}_`
  return names.flatMap((name): [string, string][] =>
    name.startsWith(start) ? [[name.slice(start.length), name]] : [],
  )
}

/** Values that sum up many: so many of them, at equal distances in rising order. */
const IN_SHORT = 199
function inShort(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length <= IN_SHORT) return [...sorted]
  return Array.from(
    { length: IN_SHORT },
    (_, k) => sorted[Math.floor(((k + 0.5) / IN_SHORT) * sorted.length)],
  )
}
