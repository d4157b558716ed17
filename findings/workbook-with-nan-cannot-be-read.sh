#!/usr/bin/env bash
# Packages: write-excel-file 4.1.1, its output read by its sister read-excel-file 9.3.17.
# Guess: NaN in a number cell is refused when the workbook is written, as a Date without a format is, or left empty.
# Found: it is written. The reader then refuses the whole file for that one cell ("VALUE_INVALID"). Infinity is written
#   too and comes back as Infinity.
# Matters: one ratio with nobody beneath makes a workbook of a whole plan that cannot be opened again; the one who wrote it
#   sees no error.
# Instead: write null, or a text, in place of what is not finite.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline write-excel-file@4.1.1 read-excel-file@9.3.17
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import readXlsx from 'read-excel-file/node'
import writeXlsx from 'write-excel-file/node'

const found = {}
for (const value of [0.5, Number.POSITIVE_INFINITY, Number.NaN]) {
  await writeXlsx([[{ value: 'Nanning' }, { value }]]).toFile('book.xlsx')
  found[value] = await readXlsx('book.xlsx').then(
    ([sheet]) => sheet.data[0],
    (error) => `refused: ${error.message}`,
  )
}
console.log(found)
assert.deepEqual([found[0.5], found.Infinity], [['Nanning', 0.5], ['Nanning', Number.POSITIVE_INFINITY]])
assert.match(found.NaN, /^refused: .*VALUE_INVALID/)
JS
node run.mjs
