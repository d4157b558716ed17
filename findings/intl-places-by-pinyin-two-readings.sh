#!/usr/bin/env bash
# Package: Intl.Collator of Node 20 for zh-CN; nothing is installed.
# Guess: place names sort by the pinyin of the place: Changsha, Chengdu, Chongqing, Xiamen.
# Found: Chongqing (重庆) has its own entry and stands under ch, while Changsha (长沙) is sorted as zhang, after Xiamen (厦门),
#   which again is right. One cannot tell beforehand which name of two readings is known.
# Matters: readers look a city up where its sound puts it, and a list checked by eye against a printed one seems to lack
#   it.
# Instead: keep the order of the official codes, or a column with the pinyin.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'

const names = ['厦门', '长沙', '重庆', '成都', '重要']
const sorted = [...names].sort(new Intl.Collator('zh-CN').compare)
console.log(`Node ${process.versions.node}, ICU ${process.versions.icu}`, sorted)
assert.deepEqual(sorted, ['成都', '重庆', '厦门', '长沙', '重要'])
JS
node run.mjs
