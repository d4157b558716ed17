#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: in a table with one column for each year the first line, 2010 and 2020, is the header.
# Found: a first line whose cells fit the types of the rows below is data. With years alone the header is always
#   lost; with a text column in front it is lost too, and 2010 and 2020 are summed as people. The column names are
#   column0, column1, which a `select *` does not show to be wrong.
# Matters: the sum over cities is too high by the year.
# Instead: say `header = true` whenever columns are named by years or by place codes.
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

writeFileSync('wide.csv', 'city,2010,2020\nNanning,100,200\nGuilin,300,400\n')
const connection = await (await DuckDBInstance.create()).connect()
const first = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects()[0]
const sniffed = await first(`select count(*) n, sum(column2)::int people from 'wide.csv'`)
const told = await first(`select count(*) n, sum("2020")::int people from read_csv('wide.csv', header = true)`)
console.log({ sniffed, told })
assert.deepEqual(sniffed, { n: 3n, people: 2620 })
assert.deepEqual(told, { n: 2n, people: 600 })
JS
node run.mjs
