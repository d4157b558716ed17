#!/usr/bin/env bash
# Package: ml-regression 6.3.0; `score` of all its models of one variable.
# Guess: r2 of later years is the share of their spread that the model explains, 1 - residual / total: near 1 if the
#   forecast is near, below 0 if it is worse than their mean.
# Found: it is the square of the correlation between forecast and truth. A forecast that is 100 too low in every year
#   has an r2 of 1; so has one that rises by 10 a year where births fell by 5. Only `rmsd` tells, and the sign of `r`.
# Matters: a back-test chooses the trend that goes the wrong way, with the best mark there is.
# Instead: `rmsd`, or the residuals.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline ml-regression@6.3.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { SimpleLinearRegression } from 'ml-regression'

const trend = new SimpleLinearRegression([2011, 2012, 2013, 2014], [110, 120, 130, 140])
const later = [2015, 2016, 2017, 2018]
const judge = (truth) => {
  const { r, r2, rmsd } = trend.score(later, truth)
  const mean = truth.reduce((sum, y) => sum + y, 0) / truth.length
  const squares = (of) => truth.reduce((sum, y, i) => sum + (y - of(i)) ** 2, 0)
  const explained = 1 - squares((i) => trend.predict(later[i])) / squares(() => mean)
  return Object.fromEntries(Object.entries({ r, r2, rmsd, explained }).map(([key, x]) => [key, Number(x.toFixed(2))]))
}
const found = {
  'as forecast': judge([150, 160, 170, 180]),
  '100 more': judge([250, 260, 270, 280]),
  fell: judge([145, 140, 135, 130]),
}
console.table(found)
assert.deepEqual(found['as forecast'], { r: 1, r2: 1, rmsd: 0, explained: 1 })
assert.deepEqual(found['100 more'], { r: 1, r2: 1, rmsd: 100, explained: -79 })
assert.equal(found.fell.r2, 1)
assert.equal(found.fell.r, -1)
assert.ok(found.fell.explained < -20)
JS
node run.mjs
