#!/usr/bin/env bash
# Packages: geoblaze 2.8.0, georaster 1.6.0, geotiff 3.0.5 (which writes the grid).
# Guess: the mode of a grid of land use is the class of most cells; of two classes with equally many, one of them or
#   both.
# Found: it is their mean: half of 1 (water) and half of 3 (built up) is 2, a class of which there is no cell, and no
#   number tells it from a true one. `stats` has both in `modes`, and that mean in `mode`.
# Matters: districts come out as fields or forest that are half water and half town; it falls on small districts most,
#   where ties are common.
# Instead: `modes` of `stats`, and decide.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline geoblaze@2.8.0 georaster@1.6.0 geotiff@3.0.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import geoblaze from 'geoblaze'
import parse from 'georaster'
import { writeArrayBuffer } from 'geotiff'

const grid = (rows) =>
  parse(
    writeArrayBuffer(new Uint8Array(rows.flat()), {
      height: rows.length,
      width: rows[0].length,
      ModelPixelScale: [1, 1, 0],
      ModelTiepoint: [0, 0, 0, 100, 30, 0],
      GTModelTypeGeoKey: 2,
      GeographicTypeGeoKey: 4326,
    }),
  )
const [water, builtUp] = [1, 3]
const more = await grid([[water, water, builtUp]])
const tie = await grid([
  [water, water],
  [builtUp, builtUp],
])
const { mode, modes } = geoblaze.stats(tie)[0]
const found = { 'more water': geoblaze.mode(more), 'half and half': geoblaze.mode(tie), stats: { mode, modes } }
console.log(found)
assert.deepEqual(found, { 'more water': [1], 'half and half': [2], stats: { mode: 2, modes: [1, 3] } })
JS
node run.mjs
