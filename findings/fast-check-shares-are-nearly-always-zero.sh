#!/usr/bin/env bash
# Package: fast-check 4.10.2.
# Guess: `fc.double({ min: 0, max: 1 })` tries shares over the whole range, with some weight on the ends.
# Found: it draws evenly from the doubles that exist, and most of those are tiny: of 2000 values nine in ten are below
#   0.001, the median is below 1e-100, and a handful lie between 0.01 and 0.99. `fc.integer` has no such lean.
# Matters: a property of a model of shares or rates passes a thousand runs in which hardly one share was like a real one.
# Instead: `fc.integer({ min: 0, max: 10000 }).map((n) => n / 10000)`, and `fc.double` beside it for the ends.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline fast-check@4.10.2
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import fc from 'fast-check'

const look = (arbitrary) => {
  const values = fc.sample(arbitrary, { seed: 3, numRuns: 2000 }).sort((a, b) => a - b)
  const share = (test) => values.filter(test).length
  return { below_0_001: share((x) => x < 0.001), middle: share((x) => x > 0.01 && x < 0.99), median: values[1000] }
}
const doubles = look(fc.double({ min: 0, max: 1, noNaN: true }))
const integers = look(fc.integer({ min: 0, max: 10000 }).map((n) => n / 10000))
console.table({ doubles, integers })
assert.ok(doubles.below_0_001 > 1700 && doubles.middle < 40 && doubles.median < 1e-100)
assert.ok(integers.middle > 1200)
JS
node run.mjs
