#!/usr/bin/env bash
# Package: assemblyscript 0.28.20 (the WebAssembly instructions f64x2.max and f64x2.pmax).
# Guess: `pmax` is the quick `max`: the greater of two, and NaN if either is NaN.
# Found: `pmax(a, b)` is `a < b ? b : a`. So a NaN in the first place stays and one in the second is dropped, and of
#   0 and -0 the first one wins. `max` gives NaN and 0 both ways.
# Matters: a floor at nobody, written pmax(zero, people), turns the NaN of a broken year into 0 people; written
#   pmax(people, zero) it lets it be seen.
# Instead: put the value that may be NaN first, or use `max`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline assemblyscript@0.28.20
cat > kernel.ts <<'TS'
export function max(a: f64, b: f64): f64 { return f64x2.extract_lane(f64x2.max(f64x2.splat(a), f64x2.splat(b)), 0) }
export function pmax(a: f64, b: f64): f64 { return f64x2.extract_lane(f64x2.pmax(f64x2.splat(a), f64x2.splat(b)), 0) }
TS
npx asc kernel.ts -o kernel.wasm -O --runtime stub --enable simd
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const { max, pmax } = (await WebAssembly.instantiate(readFileSync('kernel.wasm'))).instance.exports
const found = [[0, Number.NaN], [Number.NaN, 0], [0, -0], [-0, 0]].map(([a, b]) => ({ a, b, max: max(a, b), pmax: pmax(a, b) }))
console.table(found)
assert.deepEqual(found.map((row) => row.max), [Number.NaN, Number.NaN, 0, 0])
assert.deepEqual(found.map((row) => row.pmax), [0, Number.NaN, 0, -0])
JS
node run.mjs
