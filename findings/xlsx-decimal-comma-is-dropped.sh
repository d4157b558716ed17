#!/usr/bin/env bash
# Package: xlsx 0.18.5 (SheetJS, its newest on npm), reading CSV.
# Guess: in a file with semicolons 12,5 is 12.5 or stays text.
# Found: it is 125: a comma between digits is taken for a separator of thousands, wherever it stands. A fertility of
#   1,85 is 185, 0,5 is 5; in one column 12.345 is 12.345 and 1,234 is 1234. `raw: true` keeps the text.
# Matters: much of Europe writes so. A whole column is off by 10 or 100, by the number of its decimals, and where
#   decimals differ from row to row by both.
# Instead: `raw: true` and a conversion of one's own, or a reader that is told the decimal sign.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline xlsx@0.18.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import XLSX from 'xlsx'

const read = (text, options) => {
  const { Sheets, SheetNames } = XLSX.read(text, { type: 'string', ...options })
  return XLSX.utils.sheet_to_json(Sheets[SheetNames[0]]).map((row) => row.rate)
}
const text = 'place;rate\nA;12,5\nB;1,85\nC;0,5\nD;12.345\nE;1,234\n'
const found = { plain: read(text), raw: read(text, { raw: true }), quoted: read('place,rate\nA,"12,5"\nB,"1,85"\n') }
console.log(found)
assert.deepEqual(found.plain, [125, 185, 5, 12.345, 1234])
assert.deepEqual(found.raw, ['12,5', '1,85', '0,5', '12.345', '1,234'])
assert.deepEqual(found.quoted, [125, 185])
JS
node run.mjs
