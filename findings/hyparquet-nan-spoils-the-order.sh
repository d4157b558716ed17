#!/usr/bin/env bash
# Packages: hyparquet 1.31.5 and hyparquet-writer 0.17.0.
# Guess: `orderBy` puts NaN first or last and sorts the rest.
# Found: what stands before the NaN can stay where it was: 5, NaN, 1, 4, 2, 3 comes back as 5, NaN, 1, 2, 3, 4, and the
#   "two lowest" of it are 5 and NaN. A null in the same place does no harm.
# Matters: one place without an answer puts others into a list of the worst ten that do not belong there.
# Instead: write null for what has no value, or filter NaN out and sort in JavaScript.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline hyparquet@1.31.5 hyparquet-writer@0.17.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parquetQuery } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

const lowest = async (gap) => {
  const column = { name: 'x', data: [5, gap, 1, 4, 2, 3], type: 'DOUBLE', nullable: gap === null }
  const file = parquetWriteBuffer({ columnData: [column] })
  return (await parquetQuery({ file, orderBy: 'x' })).map((row) => row.x)
}
const found = { 'with NaN': await lowest(Number.NaN), 'with null': await lowest(null) }
console.log(found)
assert.deepEqual(found, { 'with NaN': [5, Number.NaN, 1, 2, 3, 4], 'with null': [null, 1, 2, 3, 4, 5] })
JS
node run.mjs
