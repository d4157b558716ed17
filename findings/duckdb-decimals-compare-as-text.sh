#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: the value of a DECIMAL column is a number in JavaScript, or something that refuses arithmetic.
# Found: it is an object that turns into text: 4.0 + 1 is "4.01", and 9.5 < 10.5 is false, since "9.5" is sorted after
#   "10.5". Multiplying and subtracting do work, so a sort by a - b is right and Math.max too. A typed 9.5 is DECIMAL,
#   and so is the sum of such.
# Matters: the places above a threshold, picked in JavaScript with >, are the wrong ones; totals added with + are text.
# Instead: cast to double in the query, or read with `getRowObjectsJS()`, which gives numbers.
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
const result = await connection.runAndReadAll('select x from (values (9.5), (10.5), (100.0)) t(x)')
const [a, b, c] = result.getRowObjects().map((row) => row.x)
const plain = { 'a + 1': a + 1, 'a < b': a < b, 'b < c': b < c, 'a * 2': a * 2, sum: [a, b, c].reduce((x, y) => x + y) }
const [first, second] = result.getRowObjectsJS().map((row) => row.x)
console.log(plain, { 'as numbers, a < b': first < second })
assert.deepEqual(plain, { 'a + 1': '9.51', 'a < b': false, 'b < c': true, 'a * 2': 19, sum: '9.510.5100.0' })
assert.ok(first < second)
JS
node run.mjs
