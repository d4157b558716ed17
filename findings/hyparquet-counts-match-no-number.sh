#!/usr/bin/env bash
# Packages: hyparquet 1.31.5 and hyparquet-writer 0.17.0.
# Guess: a filter on a whole-number column takes the same kind of number in `$eq` as in `$gt`.
# Found: INT64 values are BigInt. `$gt: 0` and `$lt: 2` both find the row that holds 1; `1`, `$eq: 1` and `$in: [1]` find
#   nothing, and nothing is said.
# Matters: `count(*)` and most codes and years come out of DuckDB as INT64: a filter by year = 2023 is an empty table,
#   years >= 2023 is not.
# Instead: `1n`, or a range `{ $gte: 1, $lte: 1 }`, which takes both kinds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline hyparquet@1.31.5 hyparquet-writer@0.17.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

const file = parquetWriteBuffer({ columnData: [{ name: 'year', data: [2022n, 2023n, 2024n], type: 'INT64' }] })
const count = async (year) => (await parquetReadObjects({ file, filter: { year } })).length
const found = {
  '2023': await count(2023),
  '$eq 2023': await count({ $eq: 2023 }),
  '$in [2023]': await count({ $in: [2023] }),
  '$gt 2022, $lt 2024': await count({ $gt: 2022, $lt: 2024 }),
  '$eq 2023n': await count({ $eq: 2023n }),
}
console.table(found)
assert.deepEqual(Object.values(found), [0, 0, 0, 1, 1])
JS
node run.mjs
