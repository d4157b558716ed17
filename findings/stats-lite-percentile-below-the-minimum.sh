#!/usr/bin/env bash
# Package: stats-lite 2.2.0.
# Guess: a percentile lies between the smallest and the greatest value.
# Found: at the lower end it goes on along the line of the first two values and leaves the data: the 10th percentile of
#   0 100 200 300 is -10. The upper end is held at the greatest value.
# Matters: few places, one of them near nothing, give a range that begins below zero people; and the range is lopsided.
# Instead: `quantile` of d3-array or simple-statistics.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline stats-lite@2.2.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import stats from 'stats-lite'

const people = [0, 100, 200, 300]
const found = Object.fromEntries([0.05, 0.1, 0.5, 0.9].map((p) => [p, Number(stats.percentile(people, p).toFixed(9))]))
console.log(found)
assert.deepEqual(found, { 0.05: -30, 0.1: -10, 0.5: 150, 0.9: 300 })
JS
node run.mjs
