#!/usr/bin/env bash
# Packages: graphology 0.26.0, graphology-shortest-path 2.1.0, Dijkstra's algorithm.
# Guess: weights that are text ("120", as a CSV reader gives them) are converted or refused, and an edge without a
#   weight is refused or cannot be passed.
# Found: each of them weighs 1. With minutes as text every road takes one minute, so the path with the fewest edges
#   wins; a single road whose minutes are missing is the fastest of all. The documentation names the attribute, not
#   this.
# Matters: hours to the nearest hospital are numbers of roads; a gap in the survey draws all traffic to itself.
# Instead: convert on reading, or give a function in place of the attribute's name that throws on what is no number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline graphology@0.26.0 graphology-shortest-path@2.1.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import Graph from 'graphology'
import shortest from 'graphology-shortest-path'

// straight over the mountain, or round by the valley
const path = (mountain, valley, minutes = 'weight') => {
  const roads = new Graph()
  for (const place of ['village', 'valley', 'hospital']) roads.addNode(place)
  roads.addEdge('village', 'hospital', mountain)
  roads.addEdge('village', 'valley', valley)
  roads.addEdge('valley', 'hospital', valley)
  return shortest.dijkstra.bidirectional(roads, 'village', 'hospital', minutes).join(' ')
}
const found = {
  'numbers': path({ weight: 120 }, { weight: 10 }),
  'text': path({ weight: '120' }, { weight: '10' }),
  'no minutes': path({}, { weight: 10 }),
  'NaN': path({ weight: Number.NaN }, { weight: 10 }),
}
console.log(found)
assert.equal(found.numbers, 'village valley hospital')
for (const kind of ['text', 'no minutes', 'NaN']) assert.equal(found[kind], 'village hospital')
const checked = (_road, { weight }) => {
  if (!Number.isFinite(weight)) throw new RangeError(`no minutes: ${weight}`)
  return weight
}
assert.throws(() => path({ weight: '120' }, { weight: '10' }, checked), RangeError)
JS
node run.mjs
