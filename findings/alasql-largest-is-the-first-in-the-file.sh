#!/usr/bin/env bash
# Package: alasql 4.19.1.
# Guess: ROW_NUMBER() OVER (PARTITION BY province ORDER BY people DESC) numbers the cities of each province from the
#   largest, as in every SQL that has it.
# Found: ORDER BY is not looked at: numbers follow the rows as they came, and begin anew where the province of a row is
#   not that of the row before, so rows A, B, A have three firsts. Where the province is not selected all rows are one
#   partition. RANK and LAG are refused, this is not. SUM(people) OVER (PARTITION BY province) is right in every order,
#   and 0 where people are not selected as well.
# Matters: "the largest city of each province" is the one that the file names first, once for every stretch of it.
# Instead: sort by province and people in a query of its own before, and select both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline alasql@4.19.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import alasql from 'alasql'

const cities = [
  { province: 'A', city: 'small', people: 1 },
  { province: 'A', city: 'large', people: 9 },
  { province: 'B', city: 'middle', people: 4 },
  { province: 'B', city: 'great', people: 7 },
]
const place = 'ROW_NUMBER() OVER (PARTITION BY province ORDER BY people DESC) AS place'
const ask = (columns, rows) => alasql(`SELECT ${columns} FROM ?`, [rows])
const first = (columns, rows) => ask(`${columns}, ${place}`, rows).filter((row) => row.place === 1).map((row) => row.city)
const sorted = (order) => alasql(`SELECT * FROM ? ORDER BY ${order}`, [cities])
const found = {
  'as in the file': first('province, city, people', cities),
  'province not selected': first('city, people', cities),
  'sorted by people': first('province, city, people', sorted('people DESC')),
  'sorted by province and people': first('province, city, people', sorted('province, people DESC')),
}
console.log(found)
assert.deepEqual(Object.values(found), [
  ['small', 'middle'],
  ['small'],
  ['large', 'great', 'small'],
  ['large', 'great'],
])
const sums = ask('province, people, SUM(people) OVER (PARTITION BY province) AS whole', sorted('people DESC'))
assert.deepEqual(sums.map((row) => row.whole), [10, 11, 11, 10])
const bare = ask('province, SUM(people) OVER (PARTITION BY province) AS whole', cities)
assert.deepEqual(bare.map((row) => row.whole), [0, 0, 0, 0])
assert.throws(() => ask('RANK() OVER (ORDER BY people DESC) AS place', cities))
JS
node run.mjs
