#!/usr/bin/env bash
# Package: mathjs 15.2.0.
# Guess: since `200 + 10%` is 220, `100 + 10% + 10%` is 121 (or 120), and `5% + 3` is 3.05.
# Found: a % that is followed by anything that can start a value is the remainder operator, and + and - can:
#   `100 + 10% + 10%` is read as 100 + (10 mod 10 %) and gives 100, `5% + 3` is 5 mod 3, so 2. With brackets, or with the
#   percentage last, it is what one means.
# Matters: growth of 10 % and again 10 % in a formula comes out as no growth at all, without an error.
# Instead: write 1.1 * 1.1, or brackets around every percentage; or take % out of the language.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline mathjs@15.2.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { evaluate } from 'mathjs'

const found = {}
for (const formula of ['200 + 10%', '100 + 10% + 10%', '(100 + 10%) + 10%', '5% + 3', '3 + 5%', '5% - 2', '100 * 5% + 3']) {
  found[formula] = Number(evaluate(formula).toPrecision(12))
}
console.table(found)
assert.deepEqual(Object.values(found), [220, 100, 121, 2, 3.15, -1, 2])
JS
node run.mjs
