/** The tables that `cityward query` offers, and what closes them to all but reading, in the SQL of DuckDB. */
import type { OpenRun } from './open-run.js'

const text = (value: string) => `'${value.replaceAll("'", "''")}'`

/** Statements that make those tables of a run, over these files of its parts, that a text may name. */
export function tablesOf({ manifest, header }: OpenRun, files: readonly string[], sql: string): string[] {
  // each view is bound column by column, of which there are thousands
  const asksForAll = /information_schema|pragma|show|describe|summarize|duckdb_|pg_|sqlite_/i.test(sql)
  const isNamed = (...names: readonly string[]) =>
    asksForAll || names.some((name) => new RegExp(`\\b${name}\\b`, 'i').test(sql))
  const hasFailed = manifest.parts.some(({ failed }) => failed > 0)
  const columns = header.outcomes.map(({ name, indicator, place, year }) => {
    const { title, unit } = header.indicators.find((one) => one.name === indicator)!
    const { code, name: placeName } = header.places[place]
    const words = [name, indicator, title.en, title.zh, unit, code, placeName.en, placeName.zh]
    return `(${words.map(text).join(', ')}, ${header.years[year]})`
  })
  const titled = ({ name, title }: { name: string; title: { en: string; zh: string } }) =>
    `(${[name, title.en, title.zh].map(text).join(', ')})`
  const parts = `FROM read_parquet([${files.map(text).join(', ')}]) WHERE draw < ${manifest.draws}`
  return [
    // DuckDB takes NaN for larger than any number: a draw without one would count as having reached every target
    `CREATE VIEW outcomes AS SELECT policy, draw, failed, nullif(COLUMNS(* EXCLUDE (policy, draw, failed)), 'NaN'::DOUBLE)
      ${parts}`,
    ...(isNamed('columns', 'long') ? [filled('columns', COLUMN_WORDS, columns)] : []),
    filled('policies', 'policy, title_en, title_zh', header.policies.map(titled)),
    filled('uncertainties', 'uncertainty, title_en, title_zh', header.uncertainties.map(titled)),
    ...(hasFailed || isNamed('failures') ? [FAILURES] : []),
    ...(isNamed('long') ? [LONG] : []),
  ]
}

const COLUMN_WORDS = '"column", indicator, title_en, title_zh, unit, place, place_en, place_zh, year'
const FAILURES = `CREATE VIEW failures AS SELECT policy, draw, failed FROM outcomes WHERE failed <> ''`
const LONG = `CREATE VIEW long AS SELECT u.policy, u.draw, c.indicator, c.place, c.year, u.value FROM
      (SELECT * FROM (SELECT * EXCLUDE (failed) FROM outcomes)
       UNPIVOT INCLUDE NULLS (value FOR "column" IN (COLUMNS(* EXCLUDE (policy, draw))))) u JOIN columns c USING ("column")`

/** A table of texts, whose last column may be a year. */
function filled(name: string, columns: string, rows: readonly string[]): string {
  const values = rows.length > 0 ? `VALUES ${rows.join(', ')}` : undefined
  const nothing = columns.split(',').map(() => "''")
  return `CREATE TABLE ${name} AS SELECT * FROM (${values ?? `SELECT ${nothing.join(', ')} WHERE false`}) AS t(${columns})`
}
/**
 * Statements after which the database reads and writes these files and no others, takes no extension, and keeps its
 * settings. That nothing is written to a part is for the one statement to see to: it must be a SELECT.
 */
export function closing(files: readonly string[]): string[] {
  return [
    `SET allowed_paths = [${files.map(text).join(', ')}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]
}

/** Copies the rows of a SELECT into a Parquet file; a comment that ends the statement ends with its line. */
export function copyTo(file: string, select: string): string {
  return `COPY (${select.replace(/[;\s]+$/, '')}\n) TO ${text(file)} (FORMAT parquet, USE_TMP_FILE false)`
}
