#!/usr/bin/env bash
# Package: assemblyscript 0.28.20.
# Guess: the text of a double is that of JavaScript: shortest, and the nearest of the shortest.
# Found: 0.1 + 0.2 prints as 0.30000000000000007, where JavaScript has 0.30000000000000004: another last digit that reads
#   back as the same double. 5 prints as 5.0 and -0 as 0.0.
# Matters: results written out by a kernel and by the JavaScript beside it are equal and do not look so: checksums of
#   files and comparisons of text fail.
# Instead: hand the bits over and print on one side only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline assemblyscript@0.28.20
cat > kernel.ts <<'TS'
export function text(x: f64): string { return x.toString() }
TS
npx asc kernel.ts -o kernel.wasm -O --runtime stub --exportRuntime --bindings esm
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { text } from './kernel.js'

const found = [0.1 + 0.2, 5, -0, 1e21].map((x) => {
  return { javascript: String(x), assemblyscript: text(x), same: Number(text(x)) === x }
})
console.table(found)
assert.deepEqual(found.map((row) => row.assemblyscript), ['0.30000000000000007', '5.0', '0.0', '1e+21'])
assert.ok(found.every((row) => row.same))
JS
node run.mjs
