#!/usr/bin/env bash
# Package: nzh 1.0.14, `cn.decodeS`, which turns Chinese numerals into numbers.
# Guess: liang wan, the usual way to say 20,000, is 20000; what is no numeral is refused or NaN.
# Found: a character that it does not know counts as nothing, silently: liang wan is 0, one wan and liang qian is 10000
#   and not 12000, twenty-five with the short sign for 20 is 5, 1.5 wan is 0, five per cent is 105. Figures read out one
#   by one are added up: the year 2035 is 235, 2020 is 22. chinese-parseint 1.2.1 has 20000, 12000 and 2035.
# Matters: texts of plans and gazetteers write liang; their places and beds come out as nothing or too few, beside right
#   ones.
# Instead: chinese-parseint for whole numbers; in any case refuse a text with other characters than those that are
#   known.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline nzh@1.0.14 chinese-parseint@1.2.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import parse from 'chinese-parseint'
import nzh from 'nzh'

const meant = { 两万: 20000, 一万两千: 12000, 廿五: 25, '1.5万': 15000, 百分之五: 0.05, 二〇三五: 2035, 二〇二〇: 2020, 二万: 20000 }
const found = Object.entries(meant).map(([text, number]) => ({ text, meant: number, nzh: Number(nzh.cn.decodeS(text)) }))
console.table(found)
assert.deepEqual(found.map((row) => row.nzh), [0, 10000, 5, 0, 105, 235, 22, 20000])
assert.deepEqual(['两万', '一万两千', '二〇三五'].map((text) => parse(text)), [20000, 12000, 2035])
JS
node run.mjs
