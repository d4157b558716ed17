#!/usr/bin/env bash
# Package: hyperformula 3.5.0.
# Guess: INT rounds down, as in OpenDocument's formulas, Excel and LibreOffice Calc: INT(-1.5) is -2.
# Found: it is -1, and INT(-0.5) is 0: INT cuts off what is behind the point, like TRUNC. FLOOR(-1.5, 1) is -2.
# Matters: whole people of a loss, and periods counted back from a base year, are one too high; a workbook and its copy
#   on the web differ in the negative cells only.
# Instead: FLOOR(x, 1).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline hyperformula@3.5.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { HyperFormula } from 'hyperformula'

const ask = (formula) => {
  const sheet = HyperFormula.buildFromArray([[formula]], { licenseKey: 'gpl-v3' })
  return sheet.getCellValue({ sheet: 0, row: 0, col: 0 })
}
const found = Object.fromEntries(
  ['=INT(1.5)', '=INT(-1.5)', '=INT(-0.5)', '=INT(-2.999)', '=TRUNC(-1.5)', '=FLOOR(-1.5, 1)'].map((x) => [x, ask(x)]),
)
console.table(found)
assert.deepEqual(Object.values(found).map((x) => x + 0), [1, -1, 0, -2, -1, -2])
JS
node run.mjs
