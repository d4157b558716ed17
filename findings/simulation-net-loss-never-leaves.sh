#!/usr/bin/env bash
# Package: simulation 9.0.0 (Insight Maker's engine).
# Guess: a flow into a stock with a rate of -50 takes 50 out of it, as in other programs for stocks and flows that have
#   two-way flows, or is refused.
# Found: it is nothing: a flow is `nonNegative` unless told otherwise, its series is 0, and the stock stays as it is. A
#   rate that passes through zero counts in its good years only. A stock may fall below zero unless told otherwise, so
#   the two defaults are contrary to each other.
# Matters: net migration lets towns gain and never lose; a shrinking region keeps its people.
# Instead: `nonNegative: false` of every flow that is a balance, or one flow in and one out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simulation@9.0.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { Model } from 'simulation'

const run = (options) => {
  const model = new Model({ timeStart: 2020, timeLength: 4, timeStep: 1, timeUnits: 'Years' })
  const people = model.Stock({ name: 'People', initial: 1000 })
  const migration = model.Flow(null, people, { name: 'Net migration', ...options })
  const results = model.simulate()
  return { people: results.series(people), migration: results.series(migration) }
}
const falling = '100 - 50 * (Years() - 2020)'
const found = {
  loss: run({ rate: -50 }),
  'gain, then loss': run({ rate: falling }),
  'loss, nonNegative false': run({ rate: -50, nonNegative: false }),
  'gain, then loss, nonNegative false': run({ rate: falling, nonNegative: false }),
}
console.dir(found, { depth: null })
assert.deepEqual(found.loss, { people: [1000, 1000, 1000, 1000, 1000], migration: [0, 0, 0, 0, 0] })
assert.deepEqual(found['gain, then loss'].people, [1000, 1100, 1150, 1150, 1150])
assert.deepEqual(found['loss, nonNegative false'].people, [1000, 950, 900, 850, 800])
assert.deepEqual(found['gain, then loss, nonNegative false'].people, [1000, 1100, 1150, 1150, 1100])
JS
node run.mjs
