#!/usr/bin/env bash
# Package: simulation 9.0.0 (Insight Maker's engine).
# Guess: where a stock may not fall below zero, the series of a flow out of it is what flowed.
# Found: the stock is kept at zero, and only what was there arrives, but the flow's series goes on with what was asked
#   for: of 100 people 70 a year leave in 2020, 30 in 2021 and none later, and the series says 70 in each of six years.
#   Of two flows the one made first takes all, and both series say 70.
# Matters: moves, deaths and places used, added up from the flows, are several times what the stocks lost.
# Instead: differences of the stock that receives, or a flow of at most the stock, here Min([Village], 70), with a link
#   to it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simulation@9.0.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { Model } from 'simulation'

const model = new Model({ timeStart: 2020, timeLength: 5, timeStep: 1, timeUnits: 'Years' })
const village = model.Stock({ name: 'Village', initial: 100, nonNegative: true })
const [town, city] = ['Town', 'City'].map((name) => model.Stock({ name, initial: 0 }))
const flows = [town, city].map((to, i) => model.Flow(village, to, { name: `Moves ${i + 1}`, rate: 70 }))
const run = model.simulate()
const series = (part) => run.series(part)

const bounded = new Model({ timeStart: 2020, timeLength: 5, timeStep: 1, timeUnits: 'Years' })
const hamlet = bounded.Stock({ name: 'Village', initial: 100 })
const moves = bounded.Flow(hamlet, null, { name: 'Moves', rate: 'Min([Village], 70)' })
bounded.Link(hamlet, moves)
assert.deepEqual(bounded.simulate().series(moves), [70, 30, 0, 0, 0, 0])
console.log({ village: series(village), town: series(town), city: series(city), flows: flows.map(series) })
assert.deepEqual(series(village), [100, 0, 0, 0, 0, 0])
assert.deepEqual(series(town), [0, 70, 70, 70, 70, 70])
assert.deepEqual(series(city), [0, 30, 30, 30, 30, 30])
for (const flow of flows) assert.deepEqual(series(flow), [70, 70, 70, 70, 70, 70])
JS
node run.mjs
