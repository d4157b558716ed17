#!/usr/bin/env bash
# Packages: exceljs 4.4.0 and read-excel-file 9.3.17.
# Guess: a cell merged over two rows and two columns has its value once, at the top left.
# Found: exceljs gives the value in all four cells, as read; read-excel-file once, then null.
# Matters: yearbook tables merge cells over a region's rows: a sum over exceljs rows counts the figure for each row and
#   each column it covers.
# Instead: take a cell only where `cell.master === cell`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline exceljs@4.4.0 read-excel-file@9.3.17
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import readXlsx from 'read-excel-file/node'

const book = new ExcelJS.Workbook()
const sheet = book.addWorksheet('a')
sheet.getCell('A1').value = 100
sheet.mergeCells('A1:B2')
await book.xlsx.writeFile('merged.xlsx')

const again = new ExcelJS.Workbook()
await again.xlsx.readFile('merged.xlsx')
let [all, masters] = [0, 0]
again.worksheets[0].eachRow((row) => {
  row.eachCell((cell) => {
    all += cell.value
    if (cell.master === cell) masters += cell.value
  })
})
const [{ data }] = await readXlsx('merged.xlsx')
const other = data.flat().reduce((sum, value) => sum + (value ?? 0), 0)
console.log({ exceljs: all, 'exceljs, masters only': masters, 'read-excel-file': other })
assert.deepEqual([all, masters, other], [400, 100, 100])
JS
node run.mjs
