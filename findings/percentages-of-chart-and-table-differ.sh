#!/usr/bin/env bash
# Packages: d3-format 3.1.3 (which draws the labels of Vega and D3 charts) beside Intl.NumberFormat of Node 20.
# Guess: two formatters that round halves up print the same percentage.
# Found: 0.285 is 28% by d3-format and 29% by Intl. The one rounds the binary product 28.499999999999996, the other the
#   decimal 0.285. Of the shares 0.001 to 1.000 without decimals, and 0.0001 to 1.0000 with one, some differ each.
# Matters: the label on a bar and the cell of the table beneath it differ by a whole point; at 0.565 and a target of
#   57 % one says reached and one does not.
# Instead: format in one place, and hand charts the finished text; or show one digit more than the data has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline d3-format@3.1.3
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { format } from 'd3-format'

const differ = (digits) => {
  const intl = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits })
  const d3 = format(`.${digits}%`)
  const steps = 10 ** (digits + 3)
  const all = []
  for (let step = 1; step <= steps; step++) {
    const share = step / steps
    if (d3(share) !== intl.format(share)) all.push({ share, d3: d3(share), intl: intl.format(share) })
  }
  return all
}
const [whole, tenths] = [differ(0), differ(1)]
console.table(whole)
console.log('with one decimal', tenths.length, 'of 10000 differ, such as', tenths[0])
assert.ok(whole.some((row) => row.share === 0.285 && row.d3 === '28%' && row.intl === '29%'))
assert.ok(whole.some((row) => row.share === 0.565 && row.d3 === '56%' && row.intl === '57%'))
assert.ok(tenths.length > 0)
JS
node run.mjs
