/** People scaled to published totals, in scenarios made of chance: met, never below nought, the same in whatever order. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { ControlTotal } from '../../src/dataset/dataset.js'
import { loadDataset } from '../../src/dataset/load.js'
import { loadKernel } from '../../src/kernel/module.js'
import { compilePlan } from '../../src/plan/compile.js'
import type { Plan } from '../../src/plan/plan.js'
import { withEveryCell } from '../../src/results/every-cell.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { controlledTotals } from '../../src/run/reference/controlled-totals.js'
import { createMedianFuture } from '../../src/run/reference/median-future.js'
import { sharePlan } from '../../src/run/workers/shared-plan.js'
import { loadScenario } from '../../src/scenario/load.js'
import { createChance } from './chance.js'
import { batchOf, DRAWS, randomBatches } from './random-batches.js'
import { JOINT_DRAWS } from './random-chances.js'
import { randomControls } from './random-controls.js'
import { randomRegion } from './random-region.js'
import { randomScenario } from './random-scenario.js'

const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module
const folder = resolve('fixtures/tiny')
const tiny = loadDataset(folder)
const scratch = mkdtempSync(join(tmpdir(), 'cityward-controls-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const SCENARIOS = 5

/** The plan of a number with totals; `order` may put these in another. */
function planOf(seed: number, order = (totals: ControlTotal[]) => totals): Plan {
  const chance = createChance(seed)
  const region = randomRegion(chance, tiny)
  const file = join(scratch, 'scenario.yaml')
  writeFileSync(file, randomScenario(chance, region, folder))
  const { scenario, locate } = loadScenario(file, JOINT_DRAWS)
  const made = order(randomControls(createChance(seed + 3e6), region))
  const control = { totals: 'made', warn_beyond: 1 }
  const population = { ...scenario!.population, control }
  const dataset = { ...region, controls: new Map([['made', made]]) }
  const { plan, problems } = compilePlan({ ...scenario!, population }, dataset, locate, 'test')
  expect(problems, `scenario ${seed}`).toEqual([])
  return plan!
}

const seeds = fc.integer({ min: 0, max: 1e6 })

describe('people scaled to published totals', () => {
  it('are the same to the last bit side by side as one after another', () => {
    const seen = { scaled: 0, failed: 0 }
    for (let seed = 0; seed < SCENARIOS; seed++) {
      const plan = planOf(seed)
      const asked = randomBatches(createChance(seed + 1e6), plan)
      const [one, other] = [{ draws: DRAWS }, { draws: DRAWS, kernel }].map((options) => {
        // as workers get it
        const live = createBatchRunner(sharePlan(plan), options)
        return asked.slice(0, 1).map((ask) => {
          const batch = batchOf(plan, ask)
          const failures = live(batch)
          seen.failed += failures.length
          seen.scaled += ask.draws * ask.parts.length
          return { failures, outcomes: batch.parts.map(({ outcomes }) => Buffer.from(outcomes.buffer)) }
        })
      })
      expect(other, `scenario ${seed}`).toEqual(one)
    }
    // else nobody would have been scaled
    expect(seen.scaled - seen.failed).toBeGreaterThan(50)
  })

  it('meet every total, and none is fewer than nobody', () => {
    let met = 0
    const meets = fc.property(seeds, (seed) => {
      const plan = withEveryCell(planOf(seed))
      const { memory, fault } = createMedianFuture(plan)(0)
      if (fault) return
      for (const { total, scaled } of controlledTotals(plan, memory)) {
        expect(Math.abs(scaled - total.people) / total.people).toBeLessThan(1e-9)
        met++
      }
      for (const { slot } of plan.headCounts) {
        const from = slot * plan.years.length * plan.dims.cities
        const cells = memory.subarray(from, from + plan.years.length * plan.dims.cities)
        expect(cells.every((persons) => persons >= 0)).toBe(true)
      }
    })
    fc.assert(meets, { numRuns: 10 })
    expect(met).toBeGreaterThan(20)
  })

  it('come to the same plan in whatever order the totals stand', () => {
    const same = fc.property(seeds, (seed) => {
      const [first, ...others] = [planOf(seed), planOf(seed, (totals) => totals.toReversed())]
      for (const other of others) expect(other.fingerprint).toBe(first.fingerprint)
    })
    fc.assert(same, { numRuns: 3 })
  })
})
