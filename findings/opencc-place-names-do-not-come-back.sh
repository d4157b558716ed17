#!/usr/bin/env bash
# Packages: opencc-js 1.4.2, simplified to traditional characters and back.
# Guess: a place name that was made traditional comes back as it was; a name that is simplified already is left alone.
# Found: with Taiwan's words (`twp`) Bengbu comes back with the word for a computer port in its name, and Kazakh counties with that for
#   Kazakhstan; in any set Xun County and Chengjiang come back otherwise. Read as traditional, the simplified Qian County is changed.
# Matters: tables of two offices that are matched by converted names lose these places, or give a county another name, without an error.
# Instead: match by administrative code; convert what is shown, once, and keep the name as it was printed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline opencc-js@1.4.2
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import { Converter } from 'opencc-js'

const names = ['蚌埠市', '巴里坤哈萨克自治县', '浚县', '澄江市', '南宁市', '台州市', '岳阳市']
const returned = (set) => {
  const [there, back] = [Converter({ from: 'cn', to: set }), Converter({ from: set, to: 'cn' })]
  return names.map((name) => back(there(name)))
}
const found = { twp: returned('twp'), tw: returned('tw'), 'read as traditional': ['乾县', '乾安县'].map(Converter({ from: 't', to: 'cn' })) }
console.log(names, found)
assert.deepEqual(found.twp, ['蚌端口市', '巴里坤哈萨克斯坦自治县', '濬县', '澂江市', '南宁市', '台州市', '岳阳市'])
assert.deepEqual(found.tw, ['蚌埠市', '巴里坤哈萨克自治县', '濬县', '澂江市', '南宁市', '台州市', '岳阳市'])
assert.deepEqual(found['read as traditional'], ['干县', '干安县'])
JS
node run.mjs
