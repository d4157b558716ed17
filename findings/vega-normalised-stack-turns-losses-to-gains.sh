#!/usr/bin/env bash
# Package: vega 6.4.0, transform stack with offset "normalize" (Vega-Lite's `stack: "normalize"`).
# Guess: of births 5, moves -2 and others 3 the negative part goes below zero, as in an ordinary stack.
# Found: the signs are dropped: the loss of 2 is drawn as a fifth of the whole, upwards between the two gains. A stack
#   without "normalize" does put it below zero.
# Matters: net out-migration looks like a contribution to growth.
# Instead: shares of gains and of losses in two charts, or an ordinary stack.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline vega@6.4.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse, View } from 'vega'

const values = [5, -2, 3].map((people) => ({ people }))
const stack = async (offset) => {
  const transform = [{ type: 'stack', field: 'people', offset }]
  const view = await new View(parse({ data: [{ name: 'd', values, transform }] })).runAsync()
  return view.data('d').map((row) => [row.people, Number(row.y0.toFixed(9)), Number(row.y1.toFixed(9))])
}
const [plain, normalised] = [await stack('zero'), await stack('normalize')]
console.log({ plain, normalised })
assert.deepEqual(plain, [[5, 0, 5], [-2, 0, -2], [3, 5, 8]])
assert.deepEqual(normalised, [[5, 0, 0.5], [-2, 0.5, 0.7], [3, 0.7, 1]])
JS
node run.mjs
