#!/usr/bin/env bash
# Package: alasql 4.19.1, AVG over an array of rows.
# Guess: of figures that are still text ("9", "10", "8", as most CSV and JSON readers give them) AVG is 9, or refused.
# Found: it is 3036: the texts are joined to 9108, and that is divided by 3. One text among numbers does the same. SUM
#   and MAX of the same column are undefined, so only AVG has an answer. CAST mends it, but casts a missing figure to 0,
#   so that 9, none and 8 have a mean of 5.67; without text AVG leaves null out.
# Matters: a mean of districts is wrong by orders of magnitude where figures have several digits, and by a third,
#   quietly, where the cast was put in and one district has no figure.
# Instead: convert before the query, null where nothing is given.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline alasql@4.19.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import alasql from 'alasql'

const ask = (what, ...values) => alasql(`SELECT ${what} AS found FROM ?`, [values.map((x) => ({ x }))])[0].found
const found = {
  'AVG of 9, 10, 8': ask('AVG(x)', 9, 10, 8),
  'AVG of "9", "10", "8"': ask('AVG(x)', '9', '10', '8'),
  'AVG of 9, "10", 8': ask('AVG(x)', 9, '10', 8),
  'AVG of "1000", "2000", "3000"': ask('AVG(x)', '1000', '2000', '3000'),
  'SUM of "9", "10", "8"': ask('SUM(x)', '9', '10', '8'),
  'AVG of 9, null, 8': ask('AVG(x)', 9, null, 8),
  'AVG of CAST of "9", null, "8"': ask('AVG(CAST(x AS NUMBER))', '9', null, '8'),
}
console.table(found)
assert.deepEqual(Object.values(found), [9, 3036, 3036, 33340001000, undefined, 8.5, 17 / 3])
JS
node run.mjs
