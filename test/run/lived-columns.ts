/** Outcomes of a plan's first draws by the kernel, which gives the bits of the model itself in a small part of its time. */
import { expect } from 'vitest'
import { loadKernel } from '../../src/kernel/module.js'
import type { Plan } from '../../src/plan/plan.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { type Asked, batchOf } from './random-batches.js'

const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module

/** For each part, what gives a column of outcomes by its name: a number for each draw. */
export function livedColumns(
  plan: Plan,
  draws: number,
  parts: Asked['parts'],
): ((name: string) => number[])[] {
  const batch = batchOf(plan, { firstDraw: 0, draws, before: 0, after: 0, parts })
  expect(createBatchRunner(plan, { draws, kernel })(batch)).toEqual([])
  return batch.parts.map(({ outcomes }) => (name) => {
    const at = plan.outcomes.findIndex((column) => column.name === name)
    expect(at, name).toBeGreaterThanOrEqual(0)
    return [...outcomes.subarray(at * draws, (at + 1) * draws)]
  })
}

/** The parts of every policy as it is. */
export function everyPolicy({ policies }: Plan): Asked['parts'] {
  return policies.map(({ settings }, policy) => ({ policy, settings }))
}
