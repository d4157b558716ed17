#!/usr/bin/env bash
# Package: simple-statistics 7.8.8 and 7.12.1, one major version.
# Guess: a minor update leaves the meaning of `quantile` alone.
# Found: 7.8.8 takes a value or the mean of two (1.5 for the lower quartile of 1 2 3 4), 7.12.1 goes between by position
#   (1.75, as R's and Excel's default). `interquartileRange` changes with it, from 2 to 1.5; the median does not.
# Matters: 80 % ranges over few observations, in a study that is run again after an update, narrow without any change
#   in the data; a caret range in package.json lets both versions in.
# Instead: pin the exact version, and test one quantile that the two rules tell apart.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline old@npm:simple-statistics@7.8.8 simple-statistics@7.12.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import * as old from 'old'
import * as now from 'simple-statistics'

const found = {}
for (const [name, library] of [['7.8.8', old], ['7.12.1', now]]) {
  found[name] = {
    'lower quartile': library.quantile([1, 2, 3, 4], 0.25),
    median: library.quantile([1, 2, 3, 4], 0.5),
    iqr: library.interquartileRange([1, 2, 3, 4]),
  }
}
console.table(found)
assert.deepEqual(Object.values(found).map((row) => Object.values(row)), [[1.5, 2.5, 2], [1.75, 2.5, 1.5]])
JS
node run.mjs
