#!/usr/bin/env bash
# Package: assemblyscript 0.28.20.
# Guess: 1 / 2 is one thing, 0.5 or 0; and 1,000,000 people times 5000 yuan is 5e9, or refused.
# Found: the type a literal gets comes from where it stands. `return 1 / 2` in a function of f64 is 0.5; `let half = 1 / 2`
#   on the line before is an i32 and 0; beds / people of two i32 is 0 and is widened afterwards, without a warning; the
#   product wraps to 705032704.
# Matters: a formula that a refactoring lifts into a variable changes from a share to nothing.
# Instead: write 1.0, and give every variable its type.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline assemblyscript@0.28.20
cat > kernel.ts <<'TS'
export function returned(): f64 { return 1 / 2 }
export function named(): f64 { let half = 1 / 2; return half }
export function typed(): f64 { let half: f64 = 1 / 2; return half }
export function share(beds: i32, people: i32): f64 { return beds / people }
export function product(): f64 { let people = 1000000; let yuan = people * 5000; return yuan }
TS
npx asc kernel.ts -o kernel.wasm -O --runtime stub
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const { instance } = await WebAssembly.instantiate(readFileSync('kernel.wasm'))
const { returned, named, typed, share, product } = instance.exports
const found = { returned: returned(), named: named(), typed: typed(), 'share(4, 1000)': share(4, 1000), product: product() }
console.table(found)
assert.deepEqual(Object.values(found), [0.5, 0, 0.5, 0, 705032704])
JS
node run.mjs
