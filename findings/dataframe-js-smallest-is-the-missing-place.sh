#!/usr/bin/env bash
# Package: dataframe-js 1.4.4.
# Guess: statistics of a column leave out a missing figure, all of them or none.
# Found: mean and standard deviation leave it out, min takes it for 0; dropMissingValues drops null and NaN and keeps ''.
# Matters: beside a right mean the smallest place has nobody, and a range from 0 is drawn.
# Instead: min of what dropMissingValues leaves, with empty texts made null before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline dataframe-js@1.4.4
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import module from 'dataframe-js'

const { DataFrame } = module
const beds = new DataFrame({ beds: [10, null, 30, 20] }, ['beds'])
const { mean, sd, min, max } = beds.stat.stats('beds')
const known = beds.dropMissingValues(['beds']).stat.min('beds')
const kept = new DataFrame({ beds: [0, 1, null, '', Number.NaN] }, ['beds']).dropMissingValues(['beds'])
console.table({ mean, sd, min, max, 'min of the known': known })
console.log(kept.toArray('beds'))
assert.deepEqual({ mean, sd, min, max, known }, { mean: 20, sd: 10, min: 0, max: 30, known: 10 })
assert.deepEqual(kept.toArray('beds'), [0, 1, ''])
JS
node run.mjs
