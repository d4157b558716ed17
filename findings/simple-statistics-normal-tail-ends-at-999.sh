#!/usr/bin/env bash
# Package: simple-statistics 7.12.1.
# Guess: `cumulativeStdNormalProbability` is right to six or seven digits, and its upper tail goes on to shrink.
# Found: it looks a printed table up, by two decimals of z and with four digits: 1.964 and 1.96 give the same, 1.966
#   jumps. The table ends at 3.09: from there on it is 0.999, so beyond 4 sigma there is 1 in 1000 and not 3 in 100,000.
# Matters: the odds of a rare shortfall come out thirty times too high, and a curve of them has steps.
# Instead: (1 + erf(z / sqrt 2)) / 2 with the package's own `errorFunction`, which is right to seven digits.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simple-statistics@7.12.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { cumulativeStdNormalProbability, errorFunction } from 'simple-statistics'

const better = (z) => (1 + errorFunction(z / Math.SQRT2)) / 2
const found = [1.96, 1.964, 1.966, 3.09, 4, 5].map((z) => ({
  z,
  table: cumulativeStdNormalProbability(z),
  'by erf': Number(better(z).toFixed(7)),
}))
console.table(found)
assert.deepEqual(found.map((row) => row.table), [0.975, 0.975, 0.9756, 0.999, 0.999, 0.999])
assert.ok(Math.abs(better(4) - 0.9999683) < 2e-7)
JS
node run.mjs
