#!/usr/bin/env bash
# Packages: d3-delaunay 6.0.4, @turf/voronoi 7.3.0.
# Guess: of two clinics at one address both have the same catchment, or both libraries agree whose it is.
# Found: d3-delaunay gives it to the first and null to the second; @turf/voronoi gives it to the second and puts null for
#   the first among the features, which is no GeoJSON. Neighbours of the clinic without one are none.
# Matters: people of a catchment are counted for one clinic or for the other by the library, and whoever maps over the
#   features meets null.
# Instead: put points of one place together first, and share what their catchment has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline d3-delaunay@6.0.4 @turf/voronoi@7.3.0 @turf/helpers@7.3.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { Delaunay } from 'd3-delaunay'
import { featureCollection, point } from '@turf/helpers'
import { voronoi } from '@turf/voronoi'

const clinics = [[1, 1], [1, 1], [3, 1], [2, 3]]
const cells = Delaunay.from(clinics).voronoi([0, 0, 4, 4])
const { features } = voronoi(featureCollection(clinics.map((at) => point(at))), { bbox: [0, 0, 4, 4] })
const found = clinics.map((at, clinic) => ({
  at: String(at),
  'd3-delaunay': cells.cellPolygon(clinic) !== null,
  neighbours: [...cells.neighbors(clinic)].length,
  turf: features[clinic] !== null && features[clinic] !== undefined,
}))
console.table(found)
assert.deepEqual(found.map((one) => one['d3-delaunay']), [true, false, true, true])
assert.deepEqual(found.map((one) => one.turf), [false, true, true, true])
assert.equal(found[1].neighbours, 0)
JS
node run.mjs
