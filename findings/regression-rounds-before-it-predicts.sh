#!/usr/bin/env bash
# Package: regression 2.0.1, least squares with its defaults.
# Guess: a line through points that lie on one is that line, and `predict` follows it; `precision` is of what is printed.
# Found: coefficients are rounded to two decimals before they are used: an urban share that gains 0.014 a year from 0.40 in 2010 is predicted as 0.55 for
#   2023 and not 0.582, from 0.42 in 2010; a parabola through the same points in calendar years gives -7.51, with an r2 of -33,144.
# Matters: shares and rates are forecast by a slope that has one digit left, without a word.
# Instead: ask for `precision: 12`, fit years since the first, and compare the fit with the points.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline regression@2.0.1
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import regression from 'regression'

const points = Array.from({ length: 11 }, (_, t) => [2010 + t, Number((0.4 + 0.014 * t).toFixed(3))])
const asked = (fit, years) => years.map((year) => fit.predict(year)[1])
const [line, exact] = [regression.linear(points), regression.linear(points, { precision: 12 })]
const parabola = regression.polynomial(points, { order: 2 })
console.log({ line: line.string, predicted: asked(line, [2010, 2023]), r2: line.r2 })
console.log({ exact: asked(exact, [2010, 2023]) })
console.log({ parabola: parabola.string, predicted: asked(parabola, [2023]), r2: parabola.r2 })
assert.deepEqual(line.equation, [0.01, -19.68])
assert.deepEqual(asked(line, [2010, 2023]), [0.42, 0.55])
assert.deepEqual(asked(exact, [2010, 2023]), [0.4, 0.582])
assert.ok(asked(parabola, [2023])[0] < -7 && parabola.r2 < -30_000)
JS
node run.mjs
