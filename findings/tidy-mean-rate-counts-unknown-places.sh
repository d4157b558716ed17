#!/usr/bin/env bash
# Package: @tidyjs/tidy 2.6.1.
# Guess: meanRate of a numerator and a denominator leaves out a place whose numerator is missing.
# Found: its denominator is counted: 1 of 2, 3 of 6 and unknown of 4 give 4 / 12, not 4 / 8. `rate` of one row is undefined
#   there, but 0 of 0 is 0 where 1 of 0 is undefined.
# Matters: the share of children in public schools is too low by the size of the places that did not report, and a place
#   without children has 0 %.
# Instead: filter rows where both are known and the denominator is above 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @tidyjs/tidy@2.6.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { filter, meanRate, mutate, rate, summarize, tidy } from '@tidyjs/tidy'

const places = [
  { enrolled: 1, children: 2 },
  { enrolled: 3, children: 6 },
  { enrolled: null, children: 4 },
]
const whole = summarize({ share: meanRate('enrolled', 'children') })
const [all] = tidy(places, whole)
const [known] = tidy(places, filter((one) => one.enrolled !== null), whole)
const rows = tidy(
  [...places, { enrolled: 0, children: 0 }, { enrolled: 1, children: 0 }],
  mutate({ share: rate('enrolled', 'children') }),
)
console.table({ all, known })
console.table(rows)
assert.equal(all.share, 4 / 12)
assert.equal(known.share, 0.5)
assert.deepEqual(rows.map((one) => one.share), [0.5, 0.5, undefined, 0, undefined])
JS
node run.mjs
