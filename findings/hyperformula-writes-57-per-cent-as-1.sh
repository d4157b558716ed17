#!/usr/bin/env bash
# Package: hyperformula 3.5.0, TEXT.
# Guess: TEXT(0.574, "0%") is 57%, as in Excel and LibreOffice Calc; a pattern that is not known is refused.
# Found: it is 1%: the share itself is rounded by the pattern, and the sign is put behind it. "0.0%" gives 0.6%, and
#   every share below a half is 0%.
# Matters: a sentence made of a label and TEXT, as workbooks of planners have them, says that one per cent live in
#   towns.
# Instead: TEXT(100 * x, "0") & "%", or format outside.
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
const found = {
  'TEXT(0.574, "0%")': ask('=TEXT(0.574, "0%")'),
  'TEXT(0.574, "0.0%")': ask('=TEXT(0.574, "0.0%")'),
  'TEXT(0.31, "0%")': ask('=TEXT(0.31, "0%")'),
  'TEXT(100 * 0.574, "0") & "%"': ask('=TEXT(100 * 0.574, "0") & "%"'),
}
console.table(found)
assert.deepEqual(Object.values(found), ['1%', '0.6%', '0%', '57%'])
JS
node run.mjs
