#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: a row that is longer or shorter than the others is refused, or read with nulls.
# Found: where the last row has one cell more ("Total, 1225, estimate"), the 50 rows above are taken for a preamble
#   and skipped: one row is left. Where the last row has one cell less, the whole file becomes one column of text.
#   Neither warns.
# Matters: a note beside a total is common in yearbook tables; a count or a sum over such a file is of one row.
# Instead: give `header = true, delim = ',', columns = {...}, auto_detect = false`, which names the bad line; or
#   compare the number of rows with what is known.
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

const cities = Array.from({ length: 50 }, (_, index) => `City ${index},${index}`)
writeFileSync('longer.csv', ['city,people', ...cities, 'Total,1225,estimate', ''].join('\n'))
writeFileSync('shorter.csv', ['city,people', ...cities, 'Source: yearbook', ''].join('\n'))
const connection = await (await DuckDBInstance.create()).connect()
const read = async (from) => (await connection.runAndReadAll(`select * from ${from}`)).getRowObjects()
const strict = `header = true, delim = ',', columns = {'city': 'VARCHAR', 'people': 'BIGINT'}, auto_detect = false`
const longer = await read(`'longer.csv'`)
const shorter = await read(`'shorter.csv'`)
const refused = await read(`read_csv('longer.csv', ${strict})`).catch((error) => error.message.split('\n')[0])
console.log('a longer last row: ', longer.length, 'row', longer)
console.log('a shorter last row:', shorter.length, 'rows, the first', shorter[0])
console.log('with columns named:', refused)
assert.deepEqual(longer, [{ column0: 'Total', column1: 1225n, column2: 'estimate' }])
assert.equal(shorter.length, 51)
assert.deepEqual(shorter[0], { 'city,people': 'City 0,0' })
assert.match(refused, /Line: 52/)
JS
node run.mjs
