#!/usr/bin/env bash
# Package: @formulajs/formulajs 4.6.1.
# Guess: MEDIAN, SMALL and CORREL leave out blank cells, as spreadsheets do, and as its own AVERAGE, MIN and STDEV.S.
# Found: a blank is a number 0 to MEDIAN, SMALL and CORREL. Of 10, blank, 30 AVERAGE is 20 and MEDIAN 10; MIN is 10 and
#   SMALL(..., 1) 0; a blank beside 100 turns a correlation of 1 into -0.64.
# Matters: the median district of a column with gaps is too low, beside a mean that is right.
# Instead: drop the blanks, of pairs both cells, before any of these is called.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @formulajs/formulajs@4.6.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { AVERAGE, CORREL, MEDIAN, MIN, SMALL } from '@formulajs/formulajs'

const beds = [10, null, 30]
const [leaving, gaining] = [[1, 2, null, 4], [2, 4, 100, 8]]
const found = {
  AVERAGE: AVERAGE(beds),
  MEDIAN: MEDIAN(beds),
  MIN: MIN(beds),
  'SMALL 1': SMALL(beds, 1),
  CORREL: CORREL(leaving, gaining),
  'CORREL without the gap': CORREL([1, 2, 4], [2, 4, 8]),
}
console.table(found)
assert.equal(found.AVERAGE, 20)
assert.equal(found.MEDIAN, 10)
assert.equal(found.MIN, 10)
assert.equal(found['SMALL 1'], 0)
assert.ok(Math.abs(found.CORREL + 0.644) < 0.001)
assert.ok(Math.abs(found['CORREL without the gap'] - 1) < 1e-12)
JS
node run.mjs
