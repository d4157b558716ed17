#!/usr/bin/env bash
# Package: jstat 1.9.6.
# Guess: the Poisson chance of 150 events where 150 are expected is 0.033.
# Found: it is Infinity, and from 171 on NaN, since a power and a factorial are computed apart and overflow. `cdf` is
#   wrong with it. At 140 both are still right.
# Matters: births, deaths or moves of even a small town in a year are beyond 150: a likelihood of such counts is NaN.
# Instead: exp(k * ln(mean) - mean - gammaln(k + 1)), all in logarithms.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline jstat@1.9.6
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import jStat from 'jstat'

const found = [100, 140, 150, 171].map((mean) => ({
  mean,
  pdf: jStat.poisson.pdf(mean, mean),
  cdf: jStat.poisson.cdf(mean, mean),
  'in logarithms': Math.exp(mean * Math.log(mean) - mean - jStat.gammaln(mean + 1)),
}))
console.table(found)
assert.ok(Math.abs(found[1].pdf - 0.0336967) < 1e-6)
assert.deepEqual(found.slice(2).map((row) => [row.pdf, row.cdf]), [
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.NaN, Number.NaN],
])
assert.ok(Math.abs(found[2]['in logarithms'] - 0.03255) < 1e-4)
JS
node run.mjs
