/** Simulates ranges in the thread that asks: for a thread that has a whole run to itself (task-crew.ts). */
import { setImmediate } from 'node:timers/promises'
import type { Plan } from '../../plan/plan.js'
import type { Failure } from '../../results/failures.js'
import { createBatchRunner } from '../batch.js'
import { chooseEngine } from '../choose-engine.js'
import { batchesOf, outcomesOf } from '../ranges.js'
import { PartMemory } from './part-memory.js'
import type { RangeRunner, RangeRunnerOptions } from './range-runner.js'

/** A fault of the program rejects the range: there is no worker to lose, and no batch is taken apart. */
export function createInlineRunner(
  plan: Plan,
  partDraws: number,
  { draws, engine, reuse }: RangeRunnerOptions,
): RangeRunner {
  const runBatch = createBatchRunner(plan, { draws, reuse, kernel: chooseEngine(engine).kernel })
  const memory = new PartMemory(plan, partDraws)
  let stopped = false
  return {
    run: async (policies, range, batchDraws, onDone) => {
      const parts = range.policies.map((policy) =>
        memory.take(policy, policies[policy], range.first, range.draws),
      )
      const failures: Failure[] = []
      for (const batch of batchesOf(range, batchDraws, parts)) {
        // messages, such as the word to stop, are heard between two batches
        await setImmediate()
        if (stopped) throw new Error('stopped')
        failures.push(...runBatch(batch))
        onDone(batch.draws * parts.length)
      }
      return parts.map((part) => ({ part: outcomesOf(part, failures) }))
    },
    giveBack: ({ part }) => memory.giveBack(part),
    stop: async () => {
      stopped = true
    },
  }
}
