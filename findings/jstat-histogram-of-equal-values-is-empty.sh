#!/usr/bin/env bash
# Package: jstat 1.9.6.
# Guess: a histogram of three equal values has all three in one bin.
# Found: every bin holds 0: the width is 0, and the values are counted under the key NaN of the array.
# Matters: an outcome that no uncertainty moves (a fixed programme) looks as if it had no futures at all; a sum over the
#   bins no longer gives the number of draws.
# Instead: test for equal minimum and maximum first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline jstat@1.9.6
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import jStat from 'jstat'

const equal = jStat.histogram([7, 7, 7], 4)
const unequal = jStat.histogram([7, 7, 8], 4)
console.log({ equal, unequal })
assert.deepEqual([...equal], [0, 0, 0, 0])
assert.deepEqual([...unequal], [2, 0, 0, 1])
JS
node run.mjs
