#!/usr/bin/env bash
# Package: mathjs 15.2.0, its full build and its number-only build `mathjs/number`.
# Guess: for plain numbers the two builds of one version give the same results.
# Found: `round(0.285 * 100)` is 28 in the number-only build, as in JavaScript, and 29 in the full one, which first asks
#   whether the value is nearly the half. Of the shares 0.001 to 2.000, in per cent, eleven differ by one point.
# Matters: a rounded percentage in a formula changes when a project moves to the smaller build, or checks it in the
#   other one.
# Instead: round in one place, outside the formulas, by a rule of your own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline mathjs@15.2.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { round as full } from 'mathjs'
import { round as numberOnly } from 'mathjs/number'

const differ = []
for (let thousandths = 1; thousandths <= 2000; thousandths++) {
  const percent = (thousandths / 1000) * 100
  if (full(percent) !== numberOnly(percent)) {
    differ.push({ share: thousandths / 1000, numberOnly: numberOnly(percent), full: full(percent), js: Math.round(percent) })
  }
}
console.table(differ)
assert.equal(differ.length, 11)
assert.deepEqual(differ[1], { share: 0.285, numberOnly: 28, full: 29, js: 28 })
assert.ok(differ.every((row) => row.numberOnly === row.js && row.full === row.js + 1))
JS
node run.mjs
