#!/usr/bin/env bash
# Packages: arquero 7.2.1, @tidyjs/tidy 2.6.1.
# Guess: where a place and year stand twice in a long table, a pivot to years across adds the two up or refuses.
# Found: arquero keeps the first of them, tidy the last; neither says a word.
# Matters: towns that a city got by a merger vanish from its row, other towns by the other library.
# Instead: group by place and year and sum first, or count the rows of each pair before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline arquero@7.2.1 @tidyjs/tidy@2.6.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { table } from 'arquero'
import { pivotWider, tidy } from '@tidyjs/tidy'

const rows = [
  { place: 'A', year: 2010, people: 100 },
  { place: 'A', year: 2020, people: 70 },
  { place: 'A', year: 2020, people: 50 },
]
const columns = Object.fromEntries(Object.keys(rows[0]).map((key) => [key, rows.map((row) => row[key])]))
const [arquero] = table(columns).groupby('place').pivot('year', 'people').objects()
const [other] = tidy(rows, pivotWider({ namesFrom: 'year', valuesFrom: 'people' }))
console.table({ arquero, tidy: other })
assert.deepEqual({ ...arquero }, { place: 'A', 2010: 100, 2020: 70 })
assert.deepEqual(other, { place: 'A', 2010: 100, 2020: 50 })
JS
node run.mjs
