#!/usr/bin/env bash
# Package: apache-arrow 21.2.0, `tableFromJSON`, `vectorFromArray`.
# Guess: a key that a row lacks, and undefined in a list, are null, as in pyarrow and as null itself is.
# Found: they are values, and nullCount is 0: '' in a column of texts, NaN in one of numbers, false in one of truths, 0 in one
#   of whole numbers. Null alone is null. They stay so through an IPC file.
# Matters: a district without a count of schools, or of which nobody said whether its line is open, comes out with 0 and with "no".
# Instead: write null where there is nothing, for every column and row, before the table is made.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline apache-arrow@21.2.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { Int32, tableFromIPC, tableFromJSON, tableToIPC, vectorFromArray } from 'apache-arrow'

const rows = [{ code: '0101', share: 0.5, open: true }, {}]
const table = tableFromIPC(tableToIPC(tableFromJSON(rows)))
const [, second] = table.toArray().map((row) => row.toJSON())
const nulls = table.schema.fields.map(({ name }) => table.getChild(name).nullCount)
const counts = vectorFromArray([1, undefined, null], new Int32())
console.log({ second, nulls, counts: [...counts], nullCount: counts.nullCount })
assert.deepEqual(second, { code: '', share: Number.NaN, open: false })
assert.deepEqual(nulls, [0, 0, 0])
assert.deepEqual([...counts], [1, 0, null])
JS
node run.mjs
