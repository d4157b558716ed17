#!/usr/bin/env bash
# Packages: yaml 2.9.1 writing, js-yaml 4.1.1 reading.
# Guess: two YAML packages agree on which texts need quotes, so a file written by one holds the same texts for the other.
# Found: yaml writes 1_000, 0b11 and 2021-01-01 without quotes, since in YAML 1.2 they are texts; js-yaml reads the
#   numbers 1000 and 3 and a Date. The other way round nothing changes, and places such as 0123, 4e5 and 12:30 are safe.
# Matters: plot numbers such as 1_000 and 0b11 change, and a date becomes an object, on the way through a tool that
#   uses the other package.
# Instead: `stringify(value, { defaultStringType: 'QUOTE_DOUBLE' })`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline yaml@2.9.1 js-yaml@4.1.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import * as jsYaml from 'js-yaml'
import { parse, stringify } from 'yaml'

const codes = ['1_000', '0b11', '2021-01-01', '0123', '4e5', '12:30', '0o14', 'yes', '450100']
const changed = (read) => codes.flatMap((code, index) => (read[index] === code ? [] : [[code, read[index]]]))
const toJsYaml = changed(jsYaml.load(stringify(codes)))
const toYaml = changed(parse(jsYaml.dump(codes)))
const quoted = changed(jsYaml.load(stringify(codes, { defaultStringType: 'QUOTE_DOUBLE' })))
console.log({ toJsYaml, toYaml, quoted })
assert.deepEqual(toJsYaml, [['1_000', 1000], ['0b11', 3], ['2021-01-01', new Date('2021-01-01')]])
assert.deepEqual([toYaml, quoted], [[], []])
JS
node run.mjs
