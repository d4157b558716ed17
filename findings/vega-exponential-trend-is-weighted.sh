#!/usr/bin/env bash
# Package: vega 6.4.0, transform regression with method "exp" (Vega-Lite's too).
# Guess: the growth rate is that of a straight line through the logarithms, as Excel's trend line and GROWTH give.
# Found: points are weighted by their y, so large late values count more: for 1, 3, 2, 10 in four years the rate is 0.717
#   a year and not 0.650; the start is 1.08 and not 1.05.
# Matters: the growth printed beside a chart differs from the one computed in a sheet, the more the faster a place grew,
#   and what it gives when carried on differs much more.
# Instead: fit the logarithm with method "linear" and raise the result.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline vega@6.4.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse, View } from 'vega'

const values = [1, 3, 2, 10].map((y, x) => ({ x, y, logarithm: Math.log(y) }))
const fit = async (method, y) => {
  const transform = [{ type: 'regression', method, x: 'x', y, params: true }]
  const view = await new View(parse({ data: [{ name: 'd', values, transform }] })).runAsync()
  return view.data('d')[0].coef
}
const [start, rate] = await fit('exp', 'y')
const [logarithm, slope] = await fit('linear', 'logarithm')
console.log({ exp: { start, rate }, 'line through logarithms': { start: Math.exp(logarithm), rate: slope } })
assert.ok(Math.abs(rate - 0.717167) < 1e-5 && Math.abs(start - 1.076053) < 1e-5)
assert.ok(Math.abs(slope - 0.650229) < 1e-5 && Math.abs(Math.exp(logarithm) - 1.049425) < 1e-5)
JS
node run.mjs
