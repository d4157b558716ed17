#!/usr/bin/env bash
# Package: simple-statistics 7.12.1.
# Guess: a NaN among the values makes the answer NaN, or is left out; at any rate the order of the values is no matter.
# Found: `max` of NaN, 1, 3 is NaN and of 1, NaN, 3 it is 3; the median of the same four values is NaN, 1.5 or 2.5 by the
#   order in which they are given.
# Matters: one place without a figure shifts a median by no rule, and another sort of the table gives another one.
# Instead: filter with Number.isFinite first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simple-statistics@7.12.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { max, median } from 'simple-statistics'

const gap = Number.NaN
const found = {
  'max of NaN, 1, 3': max([gap, 1, 3]),
  'max of 1, NaN, 3': max([1, gap, 3]),
  'median of NaN, 3, 1, 2': median([gap, 3, 1, 2]),
  'median of 3, NaN, 1, 2': median([3, gap, 1, 2]),
  'median of 3, 2, 1, NaN': median([3, 2, 1, gap]),
}
console.table(found)
assert.deepEqual(Object.values(found), [Number.NaN, 3, Number.NaN, 2.5, 1.5])
JS
node run.mjs
