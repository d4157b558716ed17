#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: `sem(x)` is `stddev(x) / sqrt(count(x))`, and null for one value, as `stddev` is.
# Found: `sem` divides by n and not by n - 1, though `stddev` in the same query is the sample one. Of one value it is 0;
#   of two it is 29 % too small.
# Matters: a county with one survey looks exactly known, and gets the greatest weight wherever weights are one over
#   the square of the error.
# Instead: write `stddev(x) / sqrt(count(x))`.
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
for (const values of ['(7)', '(7), (9)', '(7), (9), (11)']) {
  const [row] = (
    await connection.runAndReadAll(
      `select count(x)::int n, sem(x) as sem, stddev(x) / sqrt(count(x)) as by_hand from (values ${values}) t(x)`,
    )
  ).getRowObjects()
  found.push(row)
}
console.table(found)
assert.equal(found[0].sem, 0)
assert.equal(found[0].by_hand, null)
assert.ok(Math.abs(found[1].sem / found[1].by_hand - Math.SQRT1_2) < 1e-12)
JS
node run.mjs
