#!/usr/bin/env bash
# Package: jsonstat-toolkit 2.2.2.
# Guess: asking for a year that is not in the dataset gives null or an error, and 2020 is found as number or as text.
# Found: a category that is not known, also the number 2020, is taken as "not asked about": the answer is a list with the
#   value of every year.
# Matters: code that takes the first of the list, or lets it turn into text or a sum, goes on with the figure of the
#   first year there is.
# Instead: pass categories as text, check them against `Dimension(id).id`, and refuse an answer that is a list.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline jsonstat-toolkit@2.2.2
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import JSONstat from 'jsonstat-toolkit'

const dataset = JSONstat({
  version: '2.0',
  class: 'dataset',
  id: ['year', 'city'],
  size: [2, 2],
  dimension: {
    year: { category: { index: ['2010', '2020'] } },
    city: { category: { index: ['A', 'B'] } },
  },
  value: [1, 2, 3, 4],
})
const value = (year) => {
  const cell = dataset.Data({ year, city: 'A' })
  return Array.isArray(cell) ? cell.map((one) => one.value) : cell.value
}
const found = { "'2020'": value('2020'), "'1999'": value('1999'), 2020: value(2020) }
console.log(found)
assert.deepEqual(found, { "'2020'": 3, "'1999'": [1, 3], 2020: [1, 3] })
JS
node run.mjs
