#!/usr/bin/env bash
# Package: csv-parse 7.0.3 with `cast: true`.
# Guess: only what reads as a number in full becomes one; a code such as 0B1 stays text, or 0x10 is 16.
# Found: texts that JavaScript's Number() takes but parseFloat() stops in become what parseFloat saw: 0B1, 0B10, 0x10
#   and 0o7 are all 0. 0A1 and 12abc stay text, 0123 is 123.
# Matters: building or zone codes with a zero and a B, X or O in front fall together into one place, named 0.
# Instead: leave `cast` off and convert the columns that hold numbers by name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline csv-parse@7.0.3
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'

const codes = ['0B1', '0B10', '0x10', '0o7', '0A1', '12abc', '0123', '1e3']
const [read] = parse(codes.join(','), { cast: true })
console.table(codes.map((code, index) => ({ code, read: read[index] })))
assert.deepEqual(read, [0, 0, 0, 0, '0A1', '12abc', 123, 1000])
JS
node run.mjs
