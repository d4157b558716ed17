#!/usr/bin/env bash
# Packages: javascript-lp-solver 1.0.3 (`opType`) and yalps 0.6.4 (`direction`), a rewrite of it with the same models.
# Guess: "max" and "maximize" mean the same, or the word that is not known is refused.
# Found: javascript-lp-solver knows "max", and makes the least of everything else: "maximize" is minimised. yalps knows
#   "minimize", and makes the most of everything else: "min", the word of the other one, is maximised. Both report
#   success.
# Matters: a model carried from one to the other gives the dearest plan, or the fewest pupils reached; where the
#   constraints leave little room the figure looks like an answer.
# Instead: type checking, which knows the words; else the exact words of the one in use, and a look at a case worked by
#   hand.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline javascript-lp-solver@1.0.3 yalps@0.6.4
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import solver from 'javascript-lp-solver'
import { solve } from 'yalps'

// at least 4 schools are needed and at most 9 can be built, at a cost of 3 each
const model = () => ({ constraints: { places: { min: 4, max: 9 } }, variables: { school: { cost: 3, places: 1 } } })
const found = {}
for (const word of ['max', 'min', 'maximize', 'minimize']) {
  const first = solver.Solve({ ...model(), optimize: 'cost', opType: word })
  const second = solve({ ...model(), objective: 'cost', direction: word })
  assert.ok(first.feasible && first.bounded && second.status === 'optimal')
  found[word] = { 'javascript-lp-solver': first.result, yalps: second.result }
}
console.table(found)
assert.deepEqual(found, {
  max: { 'javascript-lp-solver': 27, yalps: 27 },
  min: { 'javascript-lp-solver': 12, yalps: 27 },
  maximize: { 'javascript-lp-solver': 12, yalps: 27 },
  minimize: { 'javascript-lp-solver': 12, yalps: 12 },
})
JS
node run.mjs
