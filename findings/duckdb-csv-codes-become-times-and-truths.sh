#!/usr/bin/env bash
# Package: @duckdb/node-api 1.5.5-r.5.
# Guess: only text that is plainly a date, a time or true/false is read as such.
# Found: a sex column that holds only F is BOOLEAN (false); ages written 10:14 are TIME; place codes 04-05-06 are
#   DATE. The same columns with one other value (M, 65+, 04-05-AA) are text. Codes with leading zeros do stay text.
# Matters: a file for women only does not join with the file for both sexes; codes come back as days.
# Instead: `all_varchar = true`, or name the types.
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

const connection = await (await DuckDBInstance.create()).connect()
const type = async (...cells) => {
  writeFileSync('a.csv', `key,people\n${cells.map((cell) => `${cell},1`).join('\n')}\n`)
  const rows = (await connection.runAndReadAll(`select typeof(key), key::varchar from 'a.csv'`)).getRows()
  return `${rows[0][0]} ${rows[0][1]}`
}
const found = {
  'F, F': await type('F', 'F'),
  'F, M': await type('F', 'M'),
  '10:14, 15:19': await type('10:14', '15:19'),
  '10:14, 65+': await type('10:14', '65+'),
  '04-05-06, 07-08-09': await type('04-05-06', '07-08-09'),
  '04-05-06, 04-05-AA': await type('04-05-06', '04-05-AA'),
  '0110, 0220': await type('0110', '0220'),
}
console.table(found)
assert.deepEqual(Object.values(found), [
  'BOOLEAN false', 'VARCHAR F', 'TIME 10:14:00', 'VARCHAR 10:14', 'DATE 2004-05-06', 'VARCHAR 04-05-06', 'VARCHAR 0110',
])
JS
node run.mjs
