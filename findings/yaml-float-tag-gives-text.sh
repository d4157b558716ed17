#!/usr/bin/env bash
# Package: yaml 2.9.1.
# Guess: `!!float 57` is the number 57: the tag is there to say so.
# Found: it is the text "57", with a warning on standard error, since the tag only takes texts with a point or an
#   exponent. `!!float 57.0` is a number. js-yaml 4.1.1 reads both as 57.
# Matters: a value that a program wrote with its type comes back as text; "57" + 1 is "571", and whole years or whole
#   percentages are just the values hit.
# Instead: leave the tag out, and check types after reading.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline yaml@2.9.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parseDocument } from 'yaml'

const read = (text) => {
  const document = parseDocument(text)
  return { value: document.toJS().share, errors: document.errors.length, warnings: document.warnings.length }
}
const whole = read('share: !!float 57')
const fraction = read('share: !!float 57.0')
console.log({ whole, fraction })
assert.deepEqual(whole, { value: '57', errors: 0, warnings: 1 })
assert.deepEqual(fraction, { value: 57, errors: 0, warnings: 0 })
JS
node run.mjs
