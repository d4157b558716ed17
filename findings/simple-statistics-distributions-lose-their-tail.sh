#!/usr/bin/env bash
# Package: simple-statistics 7.12.1.
# Guess: `binomialDistribution(200, 0.5)` lists all 201 chances and they add up to 1.
# Found: it stops once 0.9999 is reached: 127 entries, a sum below 1, and `undefined` above. `poissonDistribution` does
#   the same, on the upper side only.
# Matters: the chance of 130 or more projects late of 200 is a sum over nothing: 0 or NaN, where the truth is about
#   1 in 77,000. Sums over the list, such as an expected shortfall, are a little too low.
# Instead: take a tail as one less the sum of what is below it only down to 1 in 10,000; below that use logarithms
#   of factorials (`gammaln`).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simple-statistics@7.12.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { binomialDistribution, gammaln, poissonDistribution } from 'simple-statistics'

const listed = binomialDistribution(200, 0.5)
const chance = (k) => Math.exp(gammaln(201) - gammaln(k + 1) - gammaln(201 - k) - 200 * Math.LN2)
const tail = Array.from({ length: 71 }, (_, index) => chance(130 + index)).reduce((a, b) => a + b)
const sum = listed.reduce((a, b) => a + b)
console.log({ entries: listed.length, sum, 'P(130)': listed[130], 'P(130 or more), true': tail })
console.log({ poisson: poissonDistribution(2).length })
assert.equal(listed.length, 127)
assert.ok(sum < 0.99993 && sum > 0.9999)
assert.equal(listed[130], undefined)
assert.ok(tail > 1.2e-5 && tail < 1.4e-5)
assert.equal(poissonDistribution(2).length, 10)
JS
node run.mjs
