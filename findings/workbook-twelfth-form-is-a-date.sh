#!/usr/bin/env bash
# Packages: xlsx 0.18.5 (SheetJS, its newest on npm) writes, read-excel-file 9.3.17 reads; exceljs 4.4.0 to compare.
# Guess: figures that one writes are figures to the other, and dates are dates, whatever form of number the cells have.
# Found: xlsx numbers forms of its own from 60 on, where the format leaves such numbers to Excel's languages;
#   read-excel-file does not look at a form with a number below 100, and takes 71 to 81 for Thai dates. So a date that
#   was written as yyyy-mm-dd is 40543, and from the twelfth form of a process on (units such as "5,000 beds") 5000 is 8
#   September 1913. The counting goes on from workbook to workbook. exceljs reads all of them as meant.
# Matters: exports of web pages are often made with xlsx. The year 2020 becomes a day of 1905 and people become days, by
#   how many forms were used before.
# Instead: give the forms numbers from 164 on before reading, or save the workbook again with a spreadsheet program.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline xlsx@0.18.5 read-excel-file@9.3.17 exceljs@4.4.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import exceljs from 'exceljs'
import readWorkbook from 'read-excel-file/node'
import XLSX from 'xlsx'

const units = ['people', 'homes', 'schools', 'beds', 'doctors', 'cars', 'ha', 'km', 'jobs', 'farms', 'shops']
const figures = XLSX.utils.aoa_to_sheet([[...units, 'year'], [...units.map(() => 5000), 2020]])
for (const [i, unit] of [...units, 'AD'].entries()) figures[XLSX.utils.encode_cell({ r: 1, c: i })].z = `#,##0 "${unit}"`
const days = XLSX.utils.aoa_to_sheet([['day'], [new Date(Date.UTC(2010, 11, 31))]], { dateNF: 'yyyy-mm-dd' })
const book = (sheet, file) => {
  const made = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(made, sheet, 'S')
  XLSX.writeFile(made, file)
}
book(days, 'days.xlsx')
book(figures, 'figures.xlsx')

const plain = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)
const read = async (file) => (await readWorkbook(file))[0].data[1].map(plain)
const compared = async (file) => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(file)
  return workbook.worksheets[0].getRow(2).values.slice(1).map(plain)
}
const found = {
  day: { 'read-excel-file': await read('days.xlsx'), exceljs: await compared('days.xlsx') },
  figures: { 'read-excel-file': await read('figures.xlsx'), exceljs: await compared('figures.xlsx') },
}
for (const [file, readers] of Object.entries(found)) console.log(file, Object.entries(readers).join('; '))
assert.deepEqual(found.day, { 'read-excel-file': [40543], exceljs: ['2010-12-31'] })
const ten = Array(10).fill(5000)
assert.deepEqual(found.figures, {
  'read-excel-file': [...ten, '1913-09-08', '1905-07-12'],
  exceljs: [...ten, 5000, 2020],
})
JS
TZ=UTC node run.mjs
