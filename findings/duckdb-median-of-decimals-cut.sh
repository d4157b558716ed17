#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: the median of 1.1 and 1.2 is 1.15, as `median`, `quantile_cont` and `avg` give it for DOUBLE.
# Found: for DECIMAL(4,1), which is what a typed 1.1 is, `median` and `quantile_cont` stay in one decimal and cut: the
#   median is 1.1. `avg` of the same column gives 1.15.
# Matters: shares kept with one decimal, as a yearbook prints them, give medians that are too low by up to a tenth of
#   a point; a target of 57.15 is then missed for no reason.
# Instead: `median(x::double)`.
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
    select median(x)::varchar as median, quantile_cont(x, 0.75)::varchar as upper_quartile, avg(x) as mean,
      median(x::double) as median_of_double
    from (values (1.1::decimal(4,1)), (1.2)) t(x)`)
).getRowObjects()
console.log(row)
assert.equal(row.median, '1.1')
assert.equal(row.upper_quartile, '1.1')
for (const value of [row.mean, row.median_of_double]) assert.ok(Math.abs(value - 1.15) < 1e-12)
JS
node run.mjs
