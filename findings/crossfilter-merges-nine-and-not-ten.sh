#!/usr/bin/env bash
# Package: crossfilter2 1.5.4.
# Guess: codes that are text in one file and numbers in another are two groups each, or one each.
# Found: with "10", "9", 10 and 9 the nines are one group and the tens two, whose keys are a text and a number; a filter for
#   "10" finds one ten, and one for "9" both nines.
# Matters: people of some districts are added up over two files and those of others are not.
# Instead: String(code) in the accessor.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline crossfilter2@1.5.4
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import crossfilter from 'crossfilter2'

const rows = [
  { code: '10', people: 1 },
  { code: '9', people: 2 },
  { code: 10, people: 4 },
  { code: 9, people: 5 },
]
const groupsBy = (accessor) =>
  crossfilter(rows)
    .dimension(accessor)
    .group()
    .reduceSum((row) => row.people)
    .all()
    .map(({ key, value }) => [key, value])
const mixed = groupsBy((row) => row.code)
const asText = groupsBy((row) => String(row.code))
const filtered = ['10', '9'].map(
  (code) => crossfilter(rows).dimension((row) => row.code).filter(code).top(9).length,
)
console.log({ mixed, asText, filtered })
assert.deepEqual(mixed, [['10', 1], ['9', 7], [10, 4]])
assert.deepEqual(asText, [['10', 5], ['9', 7]])
assert.deepEqual(filtered, [1, 2])
JS
node run.mjs
