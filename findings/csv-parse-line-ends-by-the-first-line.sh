#!/usr/bin/env bash
# Package: csv-parse 7.0.3.
# Guess: line ends are recognised line by line, so that a file put together from two systems reads well.
# Found: the first line decides. If it ends in LF, the CR of later lines becomes part of the last cell: "Guilin\r" is
#   another place than "Guilin", and prints alike. The other way round the file is refused.
# Matters: rows that were added in another program drop out of a join by the last column without an error; numbers in
#   it still convert.
# Instead: `record_delimiter: ['\r\n', '\n']`, or trim.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline csv-parse@7.0.3
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'

const file = 'people,city\n100,Nanning\n200,Guilin\r\n'
const plain = parse(file)
const told = parse(file, { record_delimiter: ['\r\n', '\n'] })
const refused = await Promise.resolve()
  .then(() => parse('people,city\r\n100,Nanning\n200,Guilin\r\n'))
  .catch((error) => error.code)
console.log({ plain, told, refused })
assert.deepEqual(plain[2], ['200', 'Guilin\r'])
assert.deepEqual(told[2], ['200', 'Guilin'])
assert.equal(refused, 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
JS
node run.mjs
