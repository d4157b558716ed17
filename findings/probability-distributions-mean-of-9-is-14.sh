#!/usr/bin/env bash
# Package: probability-distributions 0.9.1, which follows R's names and arguments.
# Guess: rnbinom(n, 6, undefined, 9) draws counts with a mean of 9, from 0 on: R's second way to give the negative
#   binomial, by its mean.
# Found: their mean is 14 and none is below 5: it counts all trials but one, failures and successes, where R counts
#   failures. For a size of 1 both are the same, so a first try with the default shows nothing; the surplus is size - 1.
# Matters: births, moves or cases that spread more than Poisson's are too many in every draw, by a number that grows
#   with the size that was fitted. The variance is as asked for, so that a check of the spread passes.
# Instead: subtract size - 1, or draw a gamma and from it a Poisson count.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline probability-distributions@0.9.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import distributions from 'probability-distributions'

const draws = 20000
const told = (size, mean) => {
  const drawn = Array.from(distributions.rnbinom(draws, size, undefined, mean))
  const found = drawn.reduce((sum, x) => sum + x, 0) / draws
  const variance = drawn.reduce((sum, x) => sum + (x - found) ** 2, 0) / (draws - 1)
  // ten standard errors of the mean: the draws have no seed
  const error = 10 * Math.sqrt((mean + mean ** 2 / size) / draws)
  const least = Math.min(...drawn)
  return { size, asked: mean, found, error, least, variance, 'variance asked': mean + mean ** 2 / size }
}
const [one, six, twenty] = [told(1, 9), told(6, 9), told(20, 9)]
console.table([one, six, twenty])
for (const { size, asked, found, error, least } of [one, six, twenty]) {
  assert.ok(Math.abs(found - (asked + size - 1)) < error)
  assert.ok(least >= size - 1)
}
assert.ok(six.found - 9 > 4 && Math.abs(six.variance - six['variance asked']) < 5)
JS
node run.mjs
