#!/usr/bin/env bash
# Package: jsonstat-toolkit 2.2.2.
# Guess: `Dice` gives a smaller dataset and leaves the one it was called on, and the answer it was made from, alone.
# Found: it cuts both: after Dice by one year the dataset and the plain object of the download hold that year only.
# Matters: a table for 2020 drawn before the total over all years makes the total that of 2020.
# Instead: `Dice(filter, { clone: true })`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline jsonstat-toolkit@2.2.2
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import JSONstat from 'jsonstat-toolkit'

const download = () => ({
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
const after = (options) => {
  const source = download()
  const dataset = JSONstat(source)
  dataset.Dice({ year: ['2020'] }, options)
  return { cells: dataset.Data().length, source: source.value }
}
const [plain, cloned] = [after(), after({ clone: true })]
console.log({ plain, cloned })
assert.deepEqual(plain, { cells: 2, source: [3, 4] })
assert.deepEqual(cloned, { cells: 4, source: [1, 2, 3, 4] })
JS
node run.mjs
