#!/usr/bin/env bash
# Package: vega 6.4.0, aggregates ci0 and ci1 (the error bars of Vega-Lite with extent "ci").
# Guess: the 95 % interval of a mean is computed from the mean and the standard error: the same data, the same bars.
# Found: it is bootstrapped with random numbers: each rendering of six values gives other ends. `setRandom` with a seeded
#   generator makes them repeatable.
# Matters: a report made twice differs, a comparison of pictures fails, and two charts of one table disagree.
# Instead: compute the ends oneself and draw them with y and y2, or seed Vega before each view.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline vega@6.4.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse, randomLCG, setRandom, View } from 'vega'

const interval = async () => {
  const transform = [{ type: 'aggregate', ops: ['ci0', 'ci1'], fields: ['x', 'x'], as: ['low', 'high'] }]
  const values = [1, 2, 3, 4, 5, 6.5].map((x) => ({ x }))
  const view = await new View(parse({ data: [{ name: 'd', values, transform }] })).runAsync()
  const [{ low, high }] = view.data('d')
  return `${low.toFixed(3)} to ${high.toFixed(3)}`
}
const times = async (count, seed) => {
  const all = []
  for (let i = 0; i < count; i++) {
    if (seed !== undefined) setRandom(randomLCG(seed))
    all.push(await interval())
  }
  return all
}
const free = await times(12)
const seeded = await times(3, 7)
console.log({ free, seeded })
assert.ok(new Set(free).size > 1)
assert.equal(new Set(seeded).size, 1)
JS
node run.mjs
