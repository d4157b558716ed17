#!/usr/bin/env bash
# Package: arima 0.2.5.
# Guess: with p and q of 0 the forecast is that of a random walk, the last value; `auto` forecasts near it.
# Found: with d of 1 the forecasts are all but 0 for a series that ends at 61, and the "errors" are values from its
#   beginning; `auto` forecasts far below 0 for a series that ends at 474. With p of 1 all is right.
# Matters: the plainest forecast that others are held against is none, and nothing says so.
# Instead: the last value and the spread of the steps by hand; p or q of 1 at least; and never `auto` unseen.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline arima@0.2.5
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import ARIMA from 'arima'

/** A random walk from 1000 whose steps have a standard deviation of about 20. */
function walk() {
  let seed = 7
  const uniform = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed / 2147483648
  }
  const values = [1000]
  for (let k = 0; k < 400; k++) {
    let step = -6
    for (let n = 0; n < 12; n++) step += uniform()
    values.push(values.at(-1) + 20 * step)
  }
  return values
}

const forecast = (settings, values) => new ARIMA({ ...settings, verbose: false }).train(values).predict(3)
const short = [50, 52, 53, 55, 56, 58, 59, 61]
const [walked, errors] = forecast({ p: 0, d: 1, q: 0 }, short)
const values = walk()
const [chosen] = forecast({ auto: true }, values)
const [right] = forecast({ p: 1, d: 1, q: 0 }, values)
console.log({ last: short.at(-1), walked, errors })
console.log({ last: values.at(-1), chosen, right })
assert.ok(walked.every((one) => Math.abs(one) < 1e-100))
assert.deepEqual(errors, [55, 56, 58])
assert.ok(chosen.every((one) => one < -1000))
assert.ok(right.every((one) => Math.abs(one - values.at(-1)) < 2))
JS
node run.mjs
