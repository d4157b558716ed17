#!/usr/bin/env bash
# Package: csv-parse 7.0.3.
# Guess: with `columns: true` a second column of one name is refused, or numbered.
# Found: of two columns of one name the last is kept; the first is gone without a word.
# Matters: headings of two rows become one when a yearbook table is saved as CSV: men stand below 2010 and below 2020, and the
#   men of 2010 are not there any more. A sum over the rows is that of the other year.
# Instead: read rows as lists, and look at the header for names that come twice; or `group_columns_by_name: true`, which
#   gives a list for these.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline csv-parse@7.0.3
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'

// 2010 and 2020 stood in the row above, over two columns each
const text = 'city,men,women,men,women\nAlpha,100,110,130,150\n'
const [row] = parse(text, { columns: true })
const [grouped] = parse(text, { columns: true, group_columns_by_name: true })
const [, list] = parse(text)
console.log({ 'columns: true': row, grouped, 'as a list': list })
assert.deepEqual(row, { city: 'Alpha', men: '130', women: '150' })
assert.deepEqual(grouped, { city: 'Alpha', men: ['100', '130'], women: ['110', '150'] })
assert.equal(list.length, 5)
JS
node run.mjs
