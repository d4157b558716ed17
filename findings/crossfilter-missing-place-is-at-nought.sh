#!/usr/bin/env bash
# Package: crossfilter2 1.5.4.
# Guess: a filter for figures from 0 to 20, or for 0 itself, leaves out places whose figure is missing.
# Found: null is found by both. With NaN in its place the order that filters search in is broken: for 0 the filter finds a
#   place of NaN and one of 10.
# Matters: "areas that lack nothing" lists those of which nothing is known, or some that lack most.
# Instead: give missing figures a number of their own in the accessor, such as -1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline crossfilter2@1.5.4
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import crossfilter from 'crossfilter2'

const rows = [
  { place: 'A', lacking: 10 },
  { place: 'B', lacking: null },
  { place: 'C', lacking: 30 },
  { place: 'D' },
  { place: 'E', lacking: Number.NaN },
]
const by = (accessor) => crossfilter(rows).dimension(accessor)
const places = (dimension) => dimension.top(Number.POSITIVE_INFINITY).map(({ place }) => place)
const found = {
  'from 0 to 20': places(by((row) => row.lacking).filterRange([0, 20])),
  'just 0': places(by((row) => row.lacking).filterExact(0)),
  'just 0, missing as NaN': places(by((row) => row.lacking ?? Number.NaN).filterExact(0)),
  'just 0, missing as -1': places(by((row) => row.lacking || -1).filterExact(0)),
}
console.log(found)
assert.deepEqual(Object.values(found), [['A', 'B'], ['B'], ['B', 'A'], []])
JS
node run.mjs
