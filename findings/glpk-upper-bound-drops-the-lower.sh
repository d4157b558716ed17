#!/usr/bin/env bash
# Package: glpk.js 5.0.0 (GLPK in WebAssembly), a variable with { type: GLP_UP, lb: 0, ub: 10 }.
# Guess: it lies between 0 and 10; without any bounds a variable is at least 0, and an upper bound takes nothing from
#   that.
# Found: it may be below zero: GLP_UP is an upper bound alone, and the lb beside it is ignored. To have 2 schools in
#   reach the cheapest plan builds 10 near ones and minus 8 far ones, and is reported as optimal. GLPK's manual says so
#   of the call.
# Matters: a limit on what may be built in a place lets the plan tear down there and be paid for it.
# Instead: GLP_DB, an interval with both ends, for every variable that has an upper bound.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline glpk.js@5.0.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import load from 'glpk.js/node'

const glpk = await load()
const schools = (near, far) => [
  { name: 'near', coef: near },
  { name: 'far', coef: far },
]
const solve = async (type) => {
  const { result } = await glpk.solve(
    {
      name: 'schools',
      objective: { direction: glpk.GLP_MIN, name: 'cost', vars: schools(1, 3) },
      subjectTo: [{ name: 'needed', vars: schools(1, 1), bnds: { type: glpk.GLP_LO, lb: 2, ub: 0 } }],
      bounds: type && ['near', 'far'].map((name) => ({ name, type, lb: 0, ub: 10 })),
    },
    { msglev: 0 },
  )
  assert.equal(result.status, glpk.GLP_OPT)
  return { ...result.vars, cost: result.z }
}
const found = { GLP_UP: await solve(glpk.GLP_UP), GLP_DB: await solve(glpk.GLP_DB), 'no bounds': await solve() }
console.table(found)
assert.deepEqual(found.GLP_UP, { near: 10, far: -8, cost: -14 })
assert.deepEqual(found.GLP_DB, { near: 2, far: 0, cost: 2 })
assert.deepEqual(found['no bounds'], { near: 2, far: 0, cost: 2 })
JS
node run.mjs
