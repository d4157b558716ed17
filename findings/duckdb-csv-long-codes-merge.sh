#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: codes of 20 digits are too long for a BIGINT and so are read as text or as HUGEINT.
# Found: they are read as DOUBLE, and codes that differ in the last three digits become one number: three parcels
#   are one group.
# Matters: parcels and households counted or joined by such a code are too few, and their people are added up under
#   one code.
# Instead: read codes as text: `types = {'code': 'VARCHAR'}`.
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

writeFileSync('parcels.csv', 'code,people\n45010200100100000001,3\n45010200100100000002,4\n45010200100100000003,5\n')
const connection = await (await DuckDBInstance.create()).connect()
const groups = async (from) =>
  (await connection.runAndReadAll(`select any_value(typeof(code)) t, sum(people)::int n from ${from} group by code`)).getRows()
const sniffed = await groups(`'parcels.csv'`)
const text = await groups(`read_csv('parcels.csv', types = {'code': 'VARCHAR'})`)
console.log({ sniffed, text })
assert.deepEqual(sniffed, [['DOUBLE', 12]])
assert.deepEqual(text.map(([type]) => type), ['VARCHAR', 'VARCHAR', 'VARCHAR'])
JS
node run.mjs
