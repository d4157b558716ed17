#!/usr/bin/env bash
# Package: js-yaml 4.1.1.
# Guess: a date as a key (`2021-01-01: 57.4`) stays the text that was written.
# Found: the key becomes a Date and then its local text, "Fri Jan 01 2021 00:00:00 GMT+0000 (...)" in one time zone and
#   "Thu Dec 31 2020 ..." in another. A quoted key, or one without the day (2021-01), stays as it is.
# Matters: a series keyed by dates is found on one machine and not on the next, and a year cut out of the key is 2020
#   or 2021 by where it was read.
# Instead: quote the keys, or load with CORE_SCHEMA, which knows no dates.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline js-yaml@4.1.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { CORE_SCHEMA, load } from 'js-yaml'

const found = {}
for (const zone of ['UTC', 'America/New_York', 'Asia/Shanghai']) {
  process.env.TZ = zone
  found[zone] = Object.keys(load('2021-01-01: 57.4'))[0]
}
const [core] = Object.keys(load('2021-01-01: 57.4', { schema: CORE_SCHEMA }))
console.log(found, { core })
assert.match(found.UTC, /^Fri Jan 01 2021 00:00:00/)
assert.match(found['America/New_York'], /^Thu Dec 31 2020 19:00:00/)
assert.match(found['Asia/Shanghai'], /^Fri Jan 01 2021 08:00:00/)
assert.equal(core, '2021-01-01')
JS
node run.mjs
