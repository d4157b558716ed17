#!/usr/bin/env bash
# Package: Intl.NumberFormat of Node 20; nothing is installed.
# Guess: compact Chinese numbers keep a useful number of digits: 105,000 people is 10.5万.
# Found: two digits are kept below a hundred of the unit, so 10,499 is 1万, 105,000 is 11万 and 94,999 is 9.5万; from a hundred
#   units on it is whole units (1,054,999 is 105万). English compact form differs again: 105K.
# Matters: in the range of a small city or a county town the label is off by up to five per cent: growth from 9.6万 to
#   10.4万 shows as 9.6万 to 10万.
# Instead: `maximumSignificantDigits: 4`, or divide by 10,000 and format that.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'

const compact = new Intl.NumberFormat('zh-CN', { notation: 'compact' })
const four = new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumSignificantDigits: 4 })
const english = new Intl.NumberFormat('en', { notation: 'compact' })
const found = [10499, 94999, 104000, 105000, 1054999].map((people) => ({
  people,
  zh: compact.format(people),
  'zh, 4 digits': four.format(people),
  en: english.format(people),
}))
console.log(`Node ${process.versions.node}, ICU ${process.versions.icu}`)
console.table(found)
assert.deepEqual(found.map((row) => row.zh), ['1万', '9.5万', '10万', '11万', '105万'])
assert.equal(found[3]['zh, 4 digits'], '10.5万')
JS
node run.mjs
