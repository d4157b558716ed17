#!/usr/bin/env bash
# Package: px 0.1.2, a reader of PC-Axis files.
# Guess: the figures after DATA= are separated by any white space, a line end too.
# Found: line ends are taken out before the split at blanks. Rows "1 2" and "3 4" give 1, 23, 4: the last figure of a row and
#   the first of the next are one number. With a blank before each line end the four are right, and a fifth, empty one
#   follows. The keyword just before DATA keeps its quote and semicolon in its last value.
# Matters: where every row is one region, each first year is shifted and glued to the region before; the figures stay
#   plausible in size when they have few digits.
# Instead: put a blank before each line end, and compare the number of figures with the product of the dimensions.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline px@0.1.2
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import Px from 'px'

const file = (blank) =>
  [
    'AXIS-VERSION="2000";',
    'TITLE="Population";',
    'STUB="region";',
    'HEADING="year";',
    'VALUES("region")="A","B";',
    'VALUES("year")="2010","2020";',
    'DATA=',
    `1 2${blank}`,
    `3 4${blank}`,
    ';',
    '',
  ].join('\n')
const [tight, spaced] = [new Px(file('')), new Px(file(' '))]
console.log({ tight: tight.data, spaced: spaced.data, years: tight.values('year') })
assert.deepEqual(tight.data, ['1', '23', '4'])
assert.deepEqual(spaced.data, ['1', '2', '3', '4', ''])
assert.deepEqual(tight.values('year'), ['2010', '2020";'])
JS
node run.mjs
