#!/usr/bin/env bash
# Package: simple-statistics 7.12.1.
# Guess: `weightedQuantile` with equal weights is `quantile`, and the median of 1 and 10 is 5.5 in both.
# Found: the weighted one takes a value that is there, the unweighted one goes between: the medians are 1 and 5.5, and
#   the lower quartile of 1 2 3 4 is 1 against 1.75.
# Matters: a median over counties and one weighted by people differ by the rule and not only by the weights: with few
#   counties the step is larger than the effect one looks for.
# Instead: compare a weighted quantile with the same function at equal weights.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simple-statistics@7.12.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { quantile, weightedQuantile } from 'simple-statistics'

const found = []
for (const [values, p] of [[[1, 10], 0.5], [[1, 2, 3, 4], 0.25], [[1, 2, 3, 4], 0.9]]) {
  found.push({ p, weighted: weightedQuantile(values, values.map(() => 1), p), plain: quantile(values, p) })
}
console.table(found)
assert.deepEqual(found.map((row) => row.weighted), [1, 1, 4])
assert.deepEqual(found.map((row) => Number(row.plain.toFixed(9))), [5.5, 1.75, 3.7])
JS
node run.mjs
