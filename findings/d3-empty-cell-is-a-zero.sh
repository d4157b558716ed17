#!/usr/bin/env bash
# Package: d3-array 3.2.5.
# Guess: mean, sum and quantile leave out what is no number: null, undefined, NaN and the empty text of a blank CSV cell.
# Found: they leave out the first three; the empty text is converted and counts as 0. `max` and `extent` do not convert at
#   all: of "9" and "10" the greatest is "9".
# Matters: d3's CSV readers give blank cells as empty text: the mean of a column with gaps is too low, by a plausible
#   amount.
# Instead: map "" to null and the rest to numbers before any statistics.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline d3-array@3.2.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { max, mean, median } from 'd3-array'

const found = {
  'mean of 4, null, NaN, 6': mean([4, null, Number.NaN, 6]),
  'mean of "4", "", "", "6"': mean(['4', '', '', '6']),
  'median of "4", "", "", "6", ""': median(['4', '', '', '6', '']),
  'max of "9", "10"': max(['9', '10']),
}
console.table(found)
assert.deepEqual(Object.values(found), [5, 2.5, 0, '9'])
JS
node run.mjs
