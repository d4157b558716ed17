#!/usr/bin/env bash
# Packages: csv-parse 7.0.3 with `cast_date: true`, and vega 6.4.0 reading CSV with `parse: 'auto'`.
# Guess: an age band 10-14 or a place "Ward 1" is no date, and a column has one type.
# Found: csv-parse asks Date.parse of every cell: 0-4, 5-9 and 10-14 are days in April 2000 and in May and October 2001,
#   15-19 and 65+ stay text, in one column. Vega takes the column as a whole: with 15-19 it is text, but without it, or
#   with places "Ward 1" to "Ward 12", all are dates.
# Matters: a chart of children by age gets a time axis, and bands no longer match those of another file.
# Instead: name the type of every column.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline csv-parse@7.0.3 vega@6.4.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { read } from 'vega'

const kind = (value) => (typeof value === 'string' ? `text ${value}` : new Date(value).toISOString().slice(0, 7))
const byCell = (...cells) => parse(cells.join('\n'), { cast: true, cast_date: true }).map(([cell]) => kind(cell))
const byColumn = (...cells) => read(`key\n${cells.join('\n')}`, { type: 'csv', parse: 'auto' }).map(({ key }) => kind(key))
const found = {
  'csv-parse, bands': byCell('0-4', '5-9', '10-14', '15-19', '65+'),
  'vega, children': byColumn('0-4', '5-9', '10-14'),
  'vega, bands': byColumn('0-4', '5-9', '10-14', '15-19'),
  'vega, wards': byColumn('Ward 1', 'Ward 12'),
}
console.log(found)
assert.deepEqual(found['csv-parse, bands'], ['2000-04', '2001-05', '2001-10', 'text 15-19', 'text 65+'])
assert.ok(found['vega, children'].every((cell) => !cell.startsWith('text')))
assert.ok(found['vega, bands'].every((cell) => cell.startsWith('text')))
assert.ok(found['vega, wards'].every((cell) => !cell.startsWith('text')))
JS
TZ=UTC node run.mjs
