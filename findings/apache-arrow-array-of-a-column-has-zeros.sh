#!/usr/bin/env bash
# Package: apache-arrow 21.2.0, `toArray` of a vector with nulls.
# Guess: the array has NaN or null where the vector has null, or the call refuses.
# Found: a column of numbers gives the typed array beneath, with 0 in the places of null; get() and iteration say null.
# Matters: the mean of a column with a missing district is too low by its share of the rows, and the least value is 0.
# Instead: iterate, or keep NaN in place of null where numbers go on into typed arrays.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline apache-arrow@21.2.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { tableFromIPC, tableFromArrays, tableToIPC, vectorFromArray } from 'apache-arrow'

const made = tableFromArrays({ beds: vectorFromArray([6, null, 9]) })
const beds = tableFromIPC(tableToIPC(made)).getChild('beds')
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const known = [...beds].filter((value) => value !== null)
console.log({ iterated: [...beds], array: beds.toArray(), nullCount: beds.nullCount })
console.log({ meanOfArray: mean(beds.toArray()), meanOfKnown: mean(known) })
assert.deepEqual([...beds], [6, null, 9])
assert.deepEqual([...beds.toArray()], [6, 0, 9])
assert.deepEqual([mean(beds.toArray()), mean(known)], [5, 7.5])
JS
node run.mjs
