#!/usr/bin/env bash
# Package: simple-statistics 7.12.1.
# Guess: the geometric mean of 111 counties with 400,000 people each is 400,000.
# Found: `geometricMean` multiplies all values before it takes the root: Infinity for the counties, 0 for 111 death
#   rates of 0.0007. `logAverage` computes the same mean from logarithms and is right.
# Matters: the mean growth or rate over many places or years turns to Infinity or, worse, to a plausible 0, once there
#   are enough of them.
# Instead: `logAverage`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simple-statistics@7.12.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { geometricMean, logAverage } from 'simple-statistics'

const found = {}
for (const [name, value] of [['people', 400000], ['death rate', 0.0007]]) {
  const places = Array(111).fill(value)
  found[name] = { geometricMean: geometricMean(places), logAverage: Number(logAverage(places).toPrecision(9)) }
}
console.table(found)
assert.deepEqual(found.people, { geometricMean: Number.POSITIVE_INFINITY, logAverage: 400000 })
assert.deepEqual(found['death rate'], { geometricMean: 0, logAverage: 0.0007 })
JS
node run.mjs
