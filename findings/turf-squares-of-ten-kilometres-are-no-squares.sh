#!/usr/bin/env bash
# Packages: @turf/square-grid 7.4.0 beside @turf/hex-grid, @turf/point-grid and @turf/area of that version.
# Guess: squareGrid(box, 10, { units: 'kilometers' }) makes cells of 10 by 10 km, 100 square kilometres, as the sides of
#   hexGrid's cells and the steps of pointGrid are what was asked for at every latitude.
# Found: it is 10 km of a degree at the equator in both directions: 71 square kilometres at Harbin, 50 at Helsinki. The
#   documentation of the option says that sides are equal in degrees only; the name and the unit say otherwise.
# Matters: people per cell, read as people per 100 square kilometres, are half of what they are at Helsinki, and the
#   north looks emptier than the south wherever cells are compared.
# Instead: hexGrid, or divide by @turf/area of each cell.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline @turf/square-grid@7.4.0 @turf/hex-grid@7.4.0 @turf/point-grid@7.4.0 @turf/area@7.4.0 @turf/distance@7.4.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { area } from '@turf/area'
import { distance } from '@turf/distance'
import { hexGrid } from '@turf/hex-grid'
import { pointGrid } from '@turf/point-grid'
import { squareGrid } from '@turf/square-grid'

const units = { units: 'kilometers' }
const boxes = {
  equator: [30, 0, 31, 1],
  Nanning: [108, 22, 109, 23],
  Harbin: [126, 45, 127, 46],
  Helsinki: [24, 60, 25, 61],
}
const found = {}
for (const [place, box] of Object.entries(boxes)) {
  const points = pointGrid(box, 10, units).features.map((f) => f.geometry.coordinates[0])
  const wests = [...new Set(points)].sort((a, b) => a - b)
  found[place] = {
    'square of 10 km, km2': Math.round(area(squareGrid(box, 10, units).features[0]) / 1e6),
    'hexagon of 5 km, km2': Math.round(area(hexGrid(box, 5, units).features[0]) / 1e6),
    'points, km': Math.round(distance([wests[0], box[1]], [wests[1], box[1]])),
  }
}
console.table(found)
const column = (name) => Object.values(found).map((row) => row[name])
assert.deepEqual(column('square of 10 km, km2'), [100, 93, 71, 50])
assert.ok(column('hexagon of 5 km, km2').every((x) => x === 65 || x === 66))
assert.ok(column('points, km').every((x) => x === 10))
JS
node run.mjs
