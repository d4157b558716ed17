#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: casting 2.5 to INTEGER gives one answer.
# Found: 2.5 typed in a query is a DECIMAL and becomes 3; 2.5 in a DOUBLE column becomes 2 (halves go to the even
#   number); `round` of the same DOUBLE gives 3.
# Matters: people or places rounded to whole numbers in a column and checked against a typed constant disagree by
#   one, and the sum over many places that sit on a half drifts.
# Instead: write `round(x)::int`, never the bare cast.
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
const [row] = (
  await connection.runAndReadAll(`
    select 2.5::int as decimal_cast, x::int as double_cast, round(x)::int as rounded
    from (select 2.5::double as x)`)
).getRowObjects()
console.log(row)
assert.deepEqual(row, { decimal_cast: 3, double_cast: 2, rounded: 3 })
JS
node run.mjs
