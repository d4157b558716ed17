/** Draws lived side by side against one after another: every input, outcome and failure, to the last bit. */
import { describe, expect, it } from 'vitest'
import { loadPlan } from '../../src/commands/load-plan.js'
import { loadKernel } from '../../src/kernel/module.js'
import type { BatchOutcomes } from '../../src/plan/outcomes.js'
import type { Plan } from '../../src/plan/plan.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { tinyPlan } from './tiny-plan.js'

const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module

const bytes = (values: Float64Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)

/** A batch in both engines; its size is no multiple of a group, and its start is not the first draw. */
function expectSame(plan: Plan, draws: number, firstDraw = 3, reuse = true): readonly BatchOutcomes[] {
  const batch = { firstDraw, draws, policies: plan.policies.map((_, policy) => policy) }
  const fast = createBatchRunner(plan, { draws: 1000, kernel, reuse })
  fast({ ...batch, firstDraw: 500, draws: 5 })
  const side = fast(batch)
  const one = createBatchRunner(plan, { draws: 1000 })(batch)
  one.forEach((expected, policy) => {
    expect(side[policy].failures).toEqual(expected.failures)
    expect(bytes(side[policy].inputs).equals(bytes(expected.inputs)), `inputs of ${policy}`).toBe(true)
    expect(bytes(side[policy].outcomes).equals(bytes(expected.outcomes)), `outcomes of ${policy}`).toBe(true)
  })
  return one
}

describe('draws lived side by side', () => {
  it('are those of the Guangxi plan, one by one', () => {
    expectSame(loadPlan('scenarios/guangxi-2023.yaml').plan, 37)
  })

  it('are those of the Guangxi plan where no population is kept', () => {
    expectSame(loadPlan('scenarios/guangxi-2023.yaml').plan, 5, 0, false)
  })

  it('are those of the tiny plan', () => {
    expectSame(tinyPlan(), 61)
  })
})
