#!/usr/bin/env bash
# Package: zod 4.6.7.
# Guess: `z.record(z.number(), ...)` either takes the keys of an object as they are or refuses "0123" as a number key.
# Found: it takes them and renames them: 0123 becomes 123. Where both are there, one of the two is lost and the parse
#   still succeeds. A key 1e3 is refused.
# Matters: a table of figures by place code loses the leading zero, and with it either the place or the figure.
# Instead: `z.record(z.string().regex(/^\d+$/), ...)`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline zod@4.6.7
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import * as z from 'zod'

const byNumber = z.record(z.number(), z.number())
const byText = z.record(z.string().regex(/^\d+$/), z.number())
const one = byNumber.parse({ '0123': 5 })
const both = byNumber.parse({ '0123': 5, 123: 7 })
const text = byText.parse({ '0123': 5, 123: 7 })
console.log({ one, both, text, '1e3': byNumber.safeParse({ '1e3': 5 }).success })
assert.deepEqual(one, { 123: 5 })
assert.equal(Object.keys(both).length, 1)
assert.deepEqual(text, { '0123': 5, 123: 7 })
assert.equal(byNumber.safeParse({ '1e3': 5 }).success, false)
JS
node run.mjs
