#!/usr/bin/env bash
# Packages: @duckdb/node-api 1.5.5-r.5 reading a file of hyparquet-writer 0.17.0.
# Guess: a filter gives the same rows whether DuckDB reads a table in memory or the same values from Parquet.
# Found: DuckDB orders NaN above every number, so in memory NaN passes `x > 3`. A Parquet writer leaves NaN out of
#   the minimum and maximum, so a row group whose largest number is 2 is skipped and its NaN is never seen. The
#   same NaN does pass where its row group also holds a 5; `x = 'nan'` finds none, `isnan(x)` finds all.
# Matters: the number of futures "above the target" hangs on which rows share a row group: it changes with the batch
#   size, not with the futures.
# Instead: say `not isnan(x) and x > 3`, or write null in place of NaN.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @duckdb/node-api@1.5.5-r.5 hyparquet-writer@0.17.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetWriteBuffer } from 'hyparquet-writer'

const write = (file, data) =>
  writeFileSync(file, Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'x', data, type: 'DOUBLE' }] })))
write('low.parquet', [1, 2, Number.NaN])
write('high.parquet', [1, 5, Number.NaN])
const connection = await (await DuckDBInstance.create()).connect()
const count = async (table, filter) =>
  Number((await connection.runAndReadAll(`select count(*) from ${table} where ${filter}`)).getRows()[0][0])
await connection.run(`create table low as select * from 'low.parquet'`)
const found = {}
for (const filter of ['x > 3', `x = 'nan'::double`, 'isnan(x)']) {
  found[filter] = {
    'low, in memory': await count('low', filter),
    'low, Parquet': await count(`'low.parquet'`, filter),
    'high, Parquet': await count(`'high.parquet'`, filter),
  }
}
console.table(found)
assert.deepEqual(Object.values(found).map((row) => Object.values(row)), [[1, 0, 2], [1, 0, 0], [1, 1, 1]])
JS
node run.mjs
