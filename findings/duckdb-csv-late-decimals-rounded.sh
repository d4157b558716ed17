#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: the first fraction in a column that looked whole so far makes the column DOUBLE, or the file is refused.
# Found: the type is settled from the first rows (20,480 unless told otherwise). A fraction further down is rounded
#   to a whole number without a word, while a dash in the same place is refused with its line and column.
# Matters: a table of shares whose first provinces are written in whole per cent loses the decimals of the later
#   ones.
# Instead: name the types (`columns` or `types`), or read with `sample_size = -1`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @duckdb/node-api@1.5.5-r.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const lines = Array.from({ length: 30000 }, (_, index) => `${index},50`)
const table = (last) => ['place,share', ...lines, `30000,${last}`, ''].join('\n')
writeFileSync('fraction.csv', table('57.4'))
writeFileSync('dash.csv', table('-'))
const connection = await (await DuckDBInstance.create()).connect()
const last = async (from) =>
  (await connection.runAndReadAll(`select share, typeof(share) as type from ${from} where place = 30000`)).getRowObjects()[0]
const read = await last(`'fraction.csv'`)
const whole = await last(`read_csv('fraction.csv', sample_size = -1)`)
const refused = await last(`'dash.csv'`).catch((error) => error.message.split('\n')[2])
console.log({ read, whole, refused })
assert.deepEqual(read, { share: 57n, type: 'BIGINT' })
assert.deepEqual(whole, { share: 57.4, type: 'DOUBLE' })
assert.match(refused, /converting column "share"/)
JS
node run.mjs
