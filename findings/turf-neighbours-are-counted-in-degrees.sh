#!/usr/bin/env bash
# Package: @turf/distance-weight 7.4.0, which @turf/moran-index uses too.
# Guess: a threshold of 60 is 60 kilometres, as distances of turf are if no unit is given, and weights fall with
#   kilometres.
# Found: distances are those of longitude and latitude as plane figures. Nanning and Harbin, 3,039 km apart, are
#   neighbours at a threshold of 60; no two places on earth are further apart than 403, so the default of 10,000 leaves
#   nobody out. In Finland two towns 55 km apart east to west get half the weight of two 56 km apart north to south.
# Matters: a test of clustering counts the whole country as everybody's neighbour and finds none; further north its
#   weights favour one direction.
# Instead: weights of one's own from @turf/distance, or coordinates projected to metres before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @turf/distance-weight@7.4.0 @turf/distance@7.4.0 @turf/helpers@7.4.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { distance } from '@turf/distance'
import { distanceWeight } from '@turf/distance-weight'
import { featureCollection, point } from '@turf/helpers'

const pair = (a, b, options) => {
  const weight = distanceWeight(featureCollection([point(a), point(b)]), { standardization: false, ...options })[0][1]
  return { kilometres: Math.round(distance(a, b)), weight: Number(weight.toFixed(2)) }
}
const found = {
  'Nanning and Harbin, at most 60': pair([108.3, 22.8], [126.5, 45.8], { binary: true, threshold: 60 }),
  'east to west in Finland': pair([25, 60.5], [26, 60.5]),
  'north to south in Finland': pair([25, 60.5], [25, 61]),
}
console.table(found)
assert.deepEqual(Object.values(found), [
  { kilometres: 3039, weight: 1 },
  { kilometres: 55, weight: 1 },
  { kilometres: 56, weight: 2 },
])
JS
node run.mjs
