#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: beds divided by people gives null or an error where nobody lives, and such a place meets no standard.
# Found: 0 / 0 is NaN and 3 / 0 is Infinity, and NaN >= 4 is true. A place with no people and no beds counts as one
#   that reaches 4 beds for a thousand people.
# Matters: the share of places that reach a standard rises with every empty place; the mean at least turns to NaN,
#   the share looks well.
# Instead: divide by `nullif(people, 0)`: null passes no comparison.
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
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects()
const places = `(values ('A', 4, 1000), ('B', 1, 1000), ('C', 0, 0)) t(place, beds, people)`
const [plain] = await rows(`select avg((beds / people >= 0.004)::int) reached, avg(beds / people) mean from ${places}`)
const [guarded] = await rows(
  `select avg((beds / nullif(people, 0) >= 0.004)::int) reached, avg(beds / nullif(people, 0)) mean from ${places}`,
)
console.log('beds / people               ', plain)
console.log('beds / nullif(people, 0)    ', guarded)
assert.deepEqual(plain, { reached: 2 / 3, mean: Number.NaN })
assert.deepEqual(guarded, { reached: 0.5, mean: 0.0025 })
JS
node run.mjs
