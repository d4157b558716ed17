#!/usr/bin/env bash
# Packages: @tidyjs/tidy 2.6.1 and alasql 4.19.1.
# Guess: where two tables that are joined have a column of one name, both are kept under other names (as in dplyr, after
#   which tidy is made), or the right one replaces the left one in every row.
# Found: in each row the right one's value stands if there is one, and the left one's if there is none. People of 2010
#   joined with those of 2020 is one column with 2020 for the places that were found and 2010 for the others. `leftJoin`
#   and `fullJoin` of tidy and SELECT * of alasql all do so.
# Matters: totals are of two years at once, and nothing is empty that would show which places were not found.
# Instead: rename before the join; in alasql name the columns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @tidyjs/tidy@2.6.1 alasql@4.19.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { fullJoin, leftJoin, tidy } from '@tidyjs/tidy'
import alasql from 'alasql'

const before = () => [
  { place: 'A', year: 2010, people: 100 },
  { place: 'B', year: 2010, people: 500 },
]
const after = () => [{ place: 'A', year: 2020, people: 130 }]
const found = {
  leftJoin: tidy(before(), leftJoin(after(), { by: 'place' })),
  fullJoin: tidy(before(), fullJoin(after(), { by: 'place' })),
  alasql: alasql('SELECT * FROM ? x LEFT JOIN ? y ON x.place = y.place', [before(), after()]),
  'alasql, named': alasql('SELECT x.people p, y.people q FROM ? x LEFT JOIN ? y ON x.place = y.place', [
    before(),
    after(),
  ]),
}
console.dir(found, { depth: null })
const mixed = [
  { place: 'A', year: 2020, people: 130 },
  { place: 'B', year: 2010, people: 500 },
]
for (const name of ['leftJoin', 'fullJoin', 'alasql']) assert.deepEqual(found[name], mixed)
assert.deepEqual(found['alasql, named'], [
  { p: 100, q: 130 },
  { p: 500, q: undefined },
])
JS
node run.mjs
