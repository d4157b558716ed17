#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: `approx_count_distinct`, and `approx_unique` of SUMMARIZE, are within a few per cent, and right for a thousand.
# Found: of the whole numbers 0 to 999 it counts 1249; of 10,000 it counts 8571. It is the same every time, so running
#   it again shows nothing.
# Matters: SUMMARIZE is the usual first look at a file of places: 1249 "distinct" codes in a list of 1000 send one
#   hunting for doubles or missing places that are not there.
# Instead: `count(distinct x)`, which is quick at this size.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @duckdb/node-api@1.5.5-r.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'

const connection = await (await DuckDBInstance.create()).connect()
const found = []
for (const size of [100, 1000, 10000]) {
  const [row] = (
    await connection.runAndReadAll(
      `select count(distinct x)::int exact, approx_count_distinct(x)::int approximate from range(${size}) t(x)`,
    )
  ).getRowObjects()
  found.push(row)
}
console.table(found)
assert.deepEqual(found.map((row) => row.approximate), [98, 1249, 8571])
JS
node run.mjs
