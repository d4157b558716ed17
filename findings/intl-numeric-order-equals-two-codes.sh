#!/usr/bin/env bash
# Package: Intl.Collator of Node 20 with `numeric: true`; nothing is installed.
# Guess: the numeric order sorts texts by their numbers: 0.125, 0.25, 0.5, and -10 before -5; different texts stay different.
# Found: it reads runs of digits one after another, as in version numbers: 0.5 comes before 0.25 and 0.125, -5 before -10;
#   and 0123 and 123 compare as equal.
# Matters: scenarios named by their rate appear in the wrong order in a table, and a search or a merge that takes
#   "compares as equal" for "the same place" joins two codes.
# Instead: sort by Number() where the texts are numbers, and test codes with ===.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'

const { compare } = new Intl.Collator('en', { numeric: true })
const found = {
  rates: ['0.125', '0.5', '0.25'].sort(compare),
  negative: ['-10', '3', '-5'].sort(compare),
  bands: ['10-14', '100+', '5-9', '0-4'].sort(compare),
  '0123 and 123': compare('0123', '123'),
}
console.log(found)
assert.deepEqual(found, {
  rates: ['0.5', '0.25', '0.125'],
  negative: ['-5', '-10', '3'],
  bands: ['0-4', '5-9', '10-14', '100+'],
  '0123 and 123': 0,
})
JS
node run.mjs
