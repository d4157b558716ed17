#!/usr/bin/env bash
# Package: data-forge 1.10.5.
# Guess: orderBy puts known figures in order, and missing ones at one end.
# Found: order is kept only between gaps: 10, missing, 9, missing, 100 comes out as 9, 100, 10, and the missing ones are
#   gone from toArray though count has all five. Without gaps the order is right.
# Matters: the "five largest" places of a table with a gap are not the five largest.
# Instead: filter the known ones first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline data-forge@1.10.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import forge from 'data-forge'

const people = new forge.Series([10, undefined, 9, null, 100])
const found = {
  'with gaps': people.orderBy((value) => value).toArray(),
  count: people.count(),
  'known first': people.filter((value) => value != null).orderBy((value) => value).toArray(),
}
console.log(found)
assert.deepEqual(found['with gaps'], [9, 100, 10])
assert.equal(found.count, 5)
assert.deepEqual(found['known first'], [9, 10, 100])
JS
node run.mjs
