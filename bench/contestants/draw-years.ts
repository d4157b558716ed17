/**
 * Years of draws of a plan in the kernel, on one thread: a line with a number of draws comes in, milliseconds of the processor
 * a draw-year go out. With `full` behind the scenario every pair of places has a share of its own, zero or not.
 */
import { createInterface } from 'node:readline'
import { rowOfShares } from '../../src/math/pairs/pair-list.js'
import type { Schedules } from '../../src/model/rates.js'
import type { Plan } from '../../src/plan/plan.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { chooseEngine } from '../../src/run/choose-engine.js'
import { PartMemory } from '../../src/run/workers/part-memory.js'
import { loadPlan } from '../../src/studies/load-plan.js'

/** Draws that are asked for at most. */
const MOST_DRAWS = 16

const loaded = loadPlan(process.argv[2]).plan
const plan = process.argv[3] === 'full' ? inFull(loaded) : loaded
const { kernel } = chooseEngine('kernel')
const memory = new PartMemory(plan, MOST_DRAWS)
const part = memory.take(0, plan.policies[0], 0, MOST_DRAWS)
const runBatch = createBatchRunner(plan, { draws: MOST_DRAWS, kernel, reuse: false })
const years = plan.years.length - 1

createInterface({ input: process.stdin }).on('line', (line) => {
  const draws = Number(line)
  const start = process.cpuUsage()
  const failures = runBatch({ firstDraw: 0, draws, parts: [part] })
  const { user, system } = process.cpuUsage(start)
  if (failures.length > 0) throw new Error(`draw ${failures[0].draw} failed`)
  process.stdout.write(`${(user + system) / 1000 / (draws * years)}\n`)
})

/** The same plan with full tables in place of listed ones. */
function inFull({ schedules, dims, ...rest }: Plan): Plan {
  const known = new Map<Float64Array, Float64Array>()
  const full = (values: Float64Array, pairs: NonNullable<Schedules['pairs']>['homes']) => {
    const before = known.get(values)
    if (before) return before
    const { cities } = dims
    const table = new Float64Array(cities * (cities + 1))
    for (let place = 0; place < cities; place++)
      table.set(rowOfShares({ values, pairs }, cities, place), place * (cities + 1))
    known.set(values, table)
    return table
  }
  return {
    ...rest,
    dims,
    schedules: schedules.map(({ pairs, ...own }) =>
      pairs
        ? {
            ...own,
            destinations: full(own.destinations, pairs.destinations),
            homes: full(own.homes, pairs.homes),
          }
        : own,
    ),
  }
}
