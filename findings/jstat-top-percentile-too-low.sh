#!/usr/bin/env bash
# Package: jstat 1.9.6.
# Guess: `percentile(values, 0.9)` is Excel's PERCENTILE.INC, as the values at 0.1 and 0.5 suggest, and `quartiles` and
#   `quantiles` of the same library agree with it.
# Found: in the last step of the range it stops at the second largest value: of 1 to 10 the percentiles 90, 95 and 99 are all
#   9 (9.1, 9.55 and 9.91 by the rule), and 100 is 10. `quartiles` takes values without going between and `quantiles`
#   goes by another rule: the lower quartile of 1 2 3 4 is 1.75, 1 or 1.4375.
# Matters: with few places the upper end of an 80 % range is cut, the lower is not: ranges look lopsided.
# Instead: `quantile` of d3-array or simple-statistics.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline jstat@1.9.6
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import jStat from 'jstat'

const ten = Array.from({ length: 10 }, (_, index) => index + 1)
const percentiles = [0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 1].map((p) => jStat.percentile(ten, p))
const four = [1, 2, 3, 4]
const lower = [jStat.percentile(four, 0.25), jStat.quartiles(four)[0], jStat.quantiles(four, [0.25])[0]]
console.log('1 to 10 at 10, 50, 80, 90, 95, 99, 100 %:', percentiles)
console.log('lower quartile of 1 2 3 4 by percentile, quartiles, quantiles:', lower)
assert.deepEqual(percentiles.map((x) => Number(x.toFixed(9))), [1.9, 5.5, 8.2, 9, 9, 9, 10])
assert.deepEqual(lower, [1.75, 1, 1.4375])
JS
node run.mjs
