/**
 * SQL over a finished run, by DuckDB where it is installed: one SELECT over its parts, which are held to their hashes first.
 * Nothing else is read, written, loaded or set (query-tables.ts); memory and time are limited.
 */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api'
import { CitywardError, fail } from '../vocabulary/problems.js'
import { createPartCheck } from './checked-parts.js'
import { checkParts, type OpenRun, refuseLacking } from './open-run.js'
import { closing, copyTo, tablesOf } from './query-tables.js'
import { renameWhole, UNFINISHED } from './write-file.js'

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
  /** Trajectories that gave no numbers, and are NULL in the tables that the statement names; 0 where it names others. */
  readonly failed: number
}

export interface QueryLimits {
  /** Memory, beyond which the disk is used, in the words of DuckDB; MEMORY if left out. */
  readonly memory?: string
  /** Time, seconds; SECONDS if left out. */
  readonly seconds?: number
}

const MEMORY = '1GB'
const SECONDS = 600

/**
 * Run a query. Tables: `outcomes` (a row a trajectory, as in the parts), `long` (a row a value), `columns`, `policies`,
 * `uncertainties`, `failures`; see docs/run-folder.md. What gave no number is NULL.
 *
 * Throws CitywardError where DuckDB is not installed, for anything but one SELECT, where DuckDB refuses it and where it
 * takes too long; NotWholeError where a part is not as it was written.
 */
export async function queryRun(run: OpenRun, sql: string, limits: QueryLimits = {}): Promise<QueryResult> {
  const database = await openDatabase(run, sql, limits)
  return database.closedOnError(async () => {
    const failed = await failedIn(run, sql, database)
    const prepared = await selectOf(sql, database)
    const result = await prepared.stream()
    return { names: result.deduplicatedColumnNames(), rows: cells(result.yieldRowsJs(), database), failed }
  })
}

/** Run a query and write its rows to a Parquet file, which appears whole. Returns the trajectories that gave no numbers. */
export async function writeQuery(
  run: OpenRun,
  sql: string,
  file: string,
  limits: QueryLimits = {},
): Promise<Pick<QueryResult, 'failed'>> {
  const unfinished = `${resolve(file)}${UNFINISHED}`
  const database = await openDatabase(run, sql, limits, unfinished)
  try {
    return await database.closedOnError(async () => {
      const failed = await failedIn(run, sql, database)
      await selectOf(sql, database)
      await database.connection.run(copyTo(unfinished, sql))
      database.close()
      renameWhole(unfinished, file)
      return { failed }
    })
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** A run in DuckDB. */
interface Database {
  readonly duck: Duck
  readonly connection: DuckDBConnection
  readonly close: () => void
  /** Give what a task gives; where it throws, close the database and say why in words. */
  readonly closedOnError: <Result>(task: () => Promise<Result>) => Promise<Result>
}

async function openDatabase(
  run: OpenRun,
  sql: string,
  { memory = MEMORY, seconds = SECONDS }: QueryLimits,
  output?: string,
): Promise<Database> {
  const { folder, manifest } = run
  const parts = manifest.parts.filter(({ part }) => part * manifest.partDraws < manifest.draws)
  refuseLacking(folder, manifest)
  checkParts(folder, manifest, parts, createPartCheck(folder))
  const duck = await loadDuck()
  const instance = await duck.DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    // made where memory does not suffice, and removed with the database
    temp_directory: join(tmpdir(), `cityward-query-${randomUUID()}`),
    // no download of extensions
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  }).catch(refuse)
  const connection = await instance.connect()
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    connection.interrupt()
  }, seconds * 1000)
  // one that nobody reads to its end keeps no process alive
  timer.unref()
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    clearTimeout(timer)
    connection.closeSync()
    instance.closeSync()
  }
  const database: Database = {
    duck,
    connection,
    close,
    closedOnError: async (task) => {
      try {
        return await task()
      } catch (error) {
        close()
        return timedOut ? tooLong(seconds) : refuse(error)
      }
    },
  }
  const files = parts.map(({ file }) => resolve(folder, file))
  return database.closedOnError(async () => {
    for (const statement of tablesOf(run, files, sql)) await connection.run(statement)
    for (const statement of closing(output === undefined ? files : [...files, output]))
      await connection.run(statement)
    return database
  })
}

/** The one statement, if it is a SELECT: others could write to a part. */
async function selectOf(sql: string, { duck, connection }: Database): Promise<DuckDBPreparedStatement> {
  if (!/[^\s;]/.test(sql)) return refuseStatement('no statement')
  const statements = await connection.extractStatements(sql)
  if (statements.count !== 1) return refuseStatement(`${statements.count} statements`)
  const prepared = await statements.prepare(0)
  const { statementType } = prepared
  if (statementType === duck.StatementType.SELECT) return prepared
  return refuseStatement(`a statement of the kind ${duck.StatementType[statementType]}`)
}

/** Tables with a row for trajectories that gave no numbers. */
const WITH_NULLS = /\b(?:outcomes|long)\b/i

async function failedIn({ manifest }: OpenRun, sql: string, { connection }: Database): Promise<number> {
  if (!WITH_NULLS.test(sql) || manifest.parts.every(({ failed }) => failed === 0)) return 0
  const counted = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM failures')
  return Number(counted.getRows()[0][0])
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
  pages: AsyncIterableIterator<readonly (readonly unknown[])[]>,
  database: Database,
): AsyncGenerator<readonly (readonly QueryCell[])[]> {
  try {
    for (;;) {
      const { done, value } = await database.closedOnError(() => pages.next())
      if (done) return
      yield value.map((row) => row.map(cellOf))
    }
  } finally {
    database.close()
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

const KIND = 'one SELECT over outcomes, long, columns, policies, uncertainties or failures'

function refuse(error: unknown): never {
  if (error instanceof CitywardError) throw error
  const said = (error as Error).message.trim().split('\n')[0]
  const isClosed = /disabled by configuration|configuration has been locked/.test(said)
  return fail({
    code: 'query-refused',
    where: { file: 'query' },
    found: `what DuckDB does not take: ${said}`,
    expected: isClosed ? `${KIND}, and no other file` : 'one SQL statement',
    hint: isClosed
      ? 'A query reads this run alone: write its answer with --out, and join it elsewhere.'
      : 'Names with @ stand in double quotation marks: "urban_share@45@2023".',
  })
}

function refuseStatement(found: string): never {
  const hint = 'A query changes nothing. Its rows are written by --csv, --json or --parquet with --out.'
  return fail({ code: 'query-refused', where: { file: 'query' }, found, expected: KIND, hint })
}

function tooLong(seconds: number): never {
  return fail({
    code: 'query-too-long',
    where: { file: 'query' },
    found: `no answer after ${seconds} s`,
    expected: 'an answer within --time',
    hint: `Ask for less, or give it longer: --time ${10 * seconds}.`,
  })
}
