#!/usr/bin/env bash
# Packages: simple-statistics 7.12.1 and geostats 2.1.0.
# Guess: Jenks' natural breaks are one method: two libraries give the same classes, and the breaks between are the upper
#   ends of the classes.
# Found: for 1 2 4 5 7 9 10 20 in three classes simple-statistics gives 1, 7, 20, 20: the lower end of each class, then
#   the maximum, so 7 and 20 belong to the class above. geostats gives 1, 2, 5, 20, upper ends, and a grouping with nearly
#   seven times the spread within classes. `ckmeans` of simple-statistics gives the groups themselves.
# Matters: a map coloured by `x <= break` puts the places at the breaks into the wrong class, and two tools show two
#   maps of the same counties.
# Instead: `ckmeans`, and colour by membership.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund --save-exact --prefer-offline simple-statistics@7.12.1 geostats@2.1.0
cat > run.mjs <<'JS'
import assert from 'node:assert/strict'
import geostats from 'geostats'
import { ckmeans, jenks, sumNthPowerDeviations } from 'simple-statistics'

const values = [1, 2, 4, 5, 7, 9, 10, 20]
const within = (groups) => groups.reduce((sum, group) => sum + sumNthPowerDeviations(group, 2), 0)
const lower = jenks(values, 3)
const upper = new geostats(values).getClassJenks(3)
const groups = ckmeans(values, 3)
const byUpper = upper.slice(1).map((end, i) => values.filter((x) => x <= end && (i === 0 || x > upper[i])))
console.log({ jenks: lower, geostats: upper, groups, byUpper, within: within(groups), geostatsWithin: within(byUpper) })
assert.deepEqual(lower, [1, 7, 20, 20])
assert.deepEqual(upper, [1, 2, 5, 20])
assert.deepEqual(groups, [[1, 2, 4, 5], [7, 9, 10], [20]])
assert.ok(within(byUpper) > 6.9 * within(groups))
JS
node run.mjs
