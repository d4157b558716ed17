#!/usr/bin/env bash
# Package: jsonstat-toolkit 2.2.2.
# Guess: a table with a column for each region (`toTable({ type: 'arrobj', by: 'region' })`) has as many as the dataset has regions.
# Found: a region whose label another one has too is left out, whatever its code: of two named Chaoyang the first is gone.
#   The table says nothing of it. With `content: 'id'` both are there.
# Matters: names of counties and districts come several times in most countries; sums over the table lack those people.
# Instead: `content: 'id'`, or a row a figure (without `by`) and codes kept beside labels.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline jsonstat-toolkit@2.2.2
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import JSONstat from 'jsonstat-toolkit'

const label = { 110105: 'Chaoyang', 220104: 'Chaoyang', 110106: 'Fengtai' }
const dataset = {
  version: '2.0', class: 'dataset', id: ['region', 'year'], size: [3, 2],
  dimension: {
    region: { label: 'Region', category: { index: ['110105', '220104', '110106'], label } },
    year: { label: 'Year', category: { index: ['2010', '2020'] } },
  },
  value: [1, 2, 3, 4, 5, 6],
}
const table = (more) => JSONstat(dataset).toTable({ type: 'arrobj', by: 'region', ...more })
const sum = (rows) => rows.reduce((all, { year, ...row }) => all + Object.values(row).reduce((one, value) => one + value, 0), 0)
console.log({ 'by label': table({}), 'by id': table({ content: 'id' }), sums: [sum(table({})), sum(table({ content: 'id' }))] })
assert.deepEqual(Object.keys(table({})[0]).sort(), ['110106', '220104', 'year'])
assert.deepEqual([sum(table({})), sum(table({ content: 'id' }))], [18, 21])
JS
node run.mjs
