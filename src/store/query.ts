/** SQL over a finished run, by DuckDB where it is installed. */
import { join } from 'node:path'
import { CitywardError, fail } from '../vocabulary/problems.js'
import type { OpenRun } from './open-run.js'

type Duck = typeof import('@duckdb/node-api')

/** A list, struct or map of SQL, as plain JSON. */
export interface NestedValue {
  readonly nested: unknown
}

export type QueryCell = string | number | boolean | null | NestedValue

export interface QueryResult {
  readonly names: readonly string[]
  /** Rows, some at a time, as the query yields them. */
  readonly rows: AsyncIterable<readonly (readonly QueryCell[])[]>
}

/** Memory limit of DuckDB, beyond which it uses the disk. */
const MEMORY = '1GB'

/**
 * Run a query. Tables: `outcomes` (a row a trajectory, as in the parts), `long` (a row a value), `columns`, `policies`,
 * `uncertainties`, `failures`; see docs/run-folder.md. What gave no number is NULL.
 *
 * Throws CitywardError where DuckDB is not installed or refuses the query.
 */
export async function queryRun(run: OpenRun, sql: string): Promise<QueryResult> {
  const { DuckDBInstance } = await loadDuck()
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    // no download of extensions
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  try {
    for (const statement of tablesOf(run)) await connection.run(statement)
    const result = await connection.stream(sql)
    return { names: result.deduplicatedColumnNames(), rows: cells(result.yieldRowsJs()) }
  } catch (error) {
    return refuse(error)
  }
}

async function loadDuck(): Promise<Duck> {
  try {
    return await import('@duckdb/node-api')
  } catch {
    return fail({
      code: 'duckdb-missing',
      where: { file: 'query' },
      found: 'no DuckDB beside cityward',
      expected: 'the package @duckdb/node-api',
      hint: 'npm install @duckdb/node-api@1.5.5-r.5 adds it. The parts are plain Parquet for any other reader.',
    })
  }
}

async function* cells(
  pages: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncGenerator<readonly (readonly QueryCell[])[]> {
  try {
    for await (const page of pages) yield page.map((row) => row.map(cellOf))
  } catch (error) {
    refuse(error)
  }
}

function cellOf(value: unknown): QueryCell {
  const plain = plainOf(value)
  return typeof plain === 'object' && plain !== null ? { nested: plain } : (plain as QueryCell)
}

/** A value as JSON can hold it: large integers and dates as texts. */
function plainOf(value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
      ? Number(value)
      : String(value)
  }
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plainOf)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]))
}

function refuse(error: unknown): never {
  if (error instanceof CitywardError) throw error
  return fail({
    code: 'query-refused',
    where: { file: 'query' },
    found: `what DuckDB does not take: ${(error as Error).message.trim().split('\n')[0]}`,
    expected: 'one SQL statement',
    hint: 'Names with @ stand in double quotation marks: "urban_share@45@2023".',
  })
}

/** In SQL. */

const text = (value: string) => `'${value.replaceAll("'", "''")}'`

function tablesOf({ folder, manifest, header }: OpenRun): string[] {
  const files = manifest.parts
    .filter(({ part }) => part * manifest.partDraws < manifest.draws)
    .map(({ file }) => text(join(folder, file)))
  const columns = header.outcomes.map(({ name, indicator, place, year }) => {
    const { title, unit } = header.indicators.find((one) => one.name === indicator)!
    const { code, name: placeName } = header.places[place]
    const words = [name, indicator, title.en, title.zh, unit, code, placeName.en, placeName.zh]
    return `(${words.map(text).join(', ')}, ${header.years[year]})`
  })
  const titled = ({ name, title }: { name: string; title: { en: string; zh: string } }) =>
    `(${[name, title.en, title.zh].map(text).join(', ')})`
  const parts = `FROM read_parquet([${files.join(', ')}]) WHERE draw < ${manifest.draws}`
  return [
    // DuckDB takes NaN for larger than any number: a draw without one would count as having reached every target
    `CREATE VIEW outcomes AS SELECT policy, draw, failed, nullif(COLUMNS(* EXCLUDE (policy, draw, failed)), 'NaN'::DOUBLE)
      ${parts}`,
    filled(
      'columns',
      '"column", indicator, title_en, title_zh, unit, place, place_en, place_zh, year',
      columns,
    ),
    filled('policies', 'policy, title_en, title_zh', header.policies.map(titled)),
    filled('uncertainties', 'uncertainty, title_en, title_zh', header.uncertainties.map(titled)),
    `CREATE VIEW failures AS SELECT policy, draw, failed FROM outcomes WHERE failed <> ''`,
    `CREATE VIEW long AS SELECT u.policy, u.draw, c.indicator, c.place, c.year, u.value FROM
      (SELECT * FROM (SELECT * EXCLUDE (failed) FROM outcomes)
       UNPIVOT INCLUDE NULLS (value FOR "column" IN (COLUMNS(* EXCLUDE (policy, draw))))) u JOIN columns c USING ("column")`,
  ]
}

/** A table of texts, whose last column may be a year. */
function filled(name: string, columns: string, rows: readonly string[]): string {
  const values = rows.length > 0 ? `VALUES ${rows.join(', ')}` : undefined
  const nothing = columns.split(',').map(() => "''")
  return `CREATE TABLE ${name} AS SELECT * FROM (${values ?? `SELECT ${nothing.join(', ')} WHERE false`}) AS t(${columns})`
}
