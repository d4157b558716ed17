#!/usr/bin/env bash
# Packages: @duckdb/node-api 1.5.5-r.5 and mathjs 15.2.0.
# Guess: a formula with ^ means the same in a query and in a formula language: -2^2 is -4 and 2^3^2 is 512.
# Found: so it is in mathjs. In DuckDB the sign binds first and powers go from the left: 4 and 64.
# Matters: a growth formula such as 1.02^2^3, or a squared deviation written -x^2, moved from a scenario into a query
#   to check it, gives another number without an error.
# Instead: brackets around the base and around the exponent, or `pow(a, b)`, which both read alike.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @duckdb/node-api@1.5.5-r.5 mathjs@15.2.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'
import { evaluate } from 'mathjs'

const connection = await (await DuckDBInstance.create()).connect()
const found = {}
for (const formula of ['-2^2', '2^3^2', 'pow(2, pow(3, 2))']) {
  const [[sql]] = (await connection.runAndReadAll(`select ${formula}`)).getRows()
  found[formula] = { duckdb: sql, mathjs: evaluate(formula) }
}
console.table(found)
assert.deepEqual(Object.values(found), [
  { duckdb: 4, mathjs: -4 },
  { duckdb: 64, mathjs: 512 },
  { duckdb: 512, mathjs: 512 },
])
JS
node run.mjs
