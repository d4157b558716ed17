#!/usr/bin/env bash
# Packages: exceljs 4.4.0; read-excel-file 9.3.17 and xlsx 0.18.5 to compare.
# Guess: a figure with a form such as #,##0 "m" or #,##0 \m stays a figure: letters that are quoted or escaped, or stand
#   behind _ to leave their width free, are no parts of a date.
# Found: exceljs leaves out what is quoted and what is in brackets, and takes any other of the letters y m d h M s b for
#   a date, escaped or not. 5000 metres in #,##0 \m are 8 September 1913; so are 5000 in a Spanish form of the years of
#   the peseta, in which the letters of Pts leave room behind figures with thousands. The other two read 5000.
# Matters: sheets that offices have carried on since then hold such forms in some columns; people and areas come out as
#   days, and as dates they are no text that would be refused.
# Instead: another reader, or Date turned back where the cell's `numFmt` has a # or a 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline exceljs@4.4.0 read-excel-file@9.3.17 xlsx@0.18.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import exceljs from 'exceljs'
import readWorkbook from 'read-excel-file/node'
import XLSX from 'xlsx'

const pesetas = '_-* #,##0\\ _P_t_s_-;\\-* #,##0\\ _P_t_s_-;_-* "-"??\\ _P_t_s_-;_-@_-'
const forms = ['#,##0', '#,##0 "m"', '#,##0\\ \\m', pesetas]
const written = new exceljs.Workbook()
const row = written.addWorksheet('S').getRow(1)
for (const [i, form] of forms.entries()) {
  row.getCell(i + 1).value = 5000
  row.getCell(i + 1).numFmt = form
}
await written.xlsx.writeFile('a.xlsx')
const plain = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)
const read = new exceljs.Workbook()
await read.xlsx.readFile('a.xlsx')
const { Sheets } = XLSX.readFile('a.xlsx', { cellDates: true })
const found = {
  exceljs: read.worksheets[0].getRow(1).values.slice(1).map(plain),
  'read-excel-file': (await readWorkbook('a.xlsx'))[0].data[0].map(plain),
  xlsx: XLSX.utils.sheet_to_json(Sheets.S, { header: 1, raw: true })[0].map(plain),
}
for (const [reader, values] of Object.entries(found)) console.log(reader, ...values)
assert.deepEqual(found.exceljs, [5000, 5000, '1913-09-08', '1913-09-08'])
assert.deepEqual(found['read-excel-file'], [5000, 5000, 5000, 5000])
assert.deepEqual(found.xlsx, [5000, 5000, 5000, 5000])
JS
TZ=UTC node run.mjs
