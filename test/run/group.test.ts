/** Draws lived side by side against one after another: every input, outcome and failure, to the last bit. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadKernel } from '../../src/kernel/module.js'
import type { Plan } from '../../src/plan/plan.js'
import type { PartOutcomes } from '../../src/results/parts.js'
import { createBatchRunner } from '../../src/run/batch.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import type { Distribution } from '../../src/sampling/distribution.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { shippedPlan } from '../plan/shipped.js'
import { batchOf, livedIn, tinyPlan } from './tiny-plan.js'

const loaded = loadKernel()
if (!('module' in loaded)) throw new Error(loaded.missing)
const kernel = loaded.module

const bytes = (values: Float64Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)

/** A batch in both engines; its size is no multiple of a group, and its start is not the first draw. */
function expectSame(plan: Plan, draws: number, firstDraw = 3, reuse = true): readonly PartOutcomes[] {
  const policies = plan.policies.map((_, policy) => policy)
  const [fastBatch, slowBatch] = [0, 1].map(() => batchOf(plan, firstDraw, draws, policies))
  const fast = createBatchRunner(plan, { draws: 1000, kernel, reuse })
  fast(batchOf(plan, 500, 5, policies))
  const side = livedIn(fastBatch, fast(fastBatch))
  const one = livedIn(slowBatch, createBatchRunner(plan, { draws: 1000 })(slowBatch))
  one.forEach((expected, policy) => {
    expect(side[policy].failures).toEqual(expected.failures)
    expect(bytes(side[policy].inputs).equals(bytes(expected.inputs)), `inputs of ${policy}`).toBe(true)
    expect(bytes(side[policy].outcomes).equals(bytes(expected.outcomes)), `outcomes of ${policy}`).toBe(true)
  })
  return one
}

/** The plan with a lever in place of an uncertainty, in every formula. */
function withLeverFor(plan: Plan, name: string): Plan {
  const { slot: drawn } = plan.uncertainties.find((one) => one.name === name)!
  const [{ slot: chosen }] = plan.levers
  const steps = plan.steps.map((step) => ({
    ...step,
    loads: step.loads.map((loads) => loads.map((slot) => (slot === drawn ? chosen : slot))),
  }))
  return { ...plan, steps }
}

/** The plan with another range of an uncertainty, independent of the others. */
function withUniform(plan: Plan, name: string, low: number, high: number): Plan {
  const distribution: Distribution =
    low === high ? { kind: 'fixed', value: low } : { kind: 'uniform', low, high }
  const uncertainties = plan.uncertainties.map((one) => (one.name === name ? { ...one, distribution } : one))
  return { ...plan, uncertainties, correlations: [] }
}

describe('draws lived side by side', () => {
  it('are those of the Guangxi plan, one by one', () => {
    expectSame(shippedPlan('scenarios/guangxi-2023.yaml').plan, 37)
  })

  it('are those of the Guangxi plan where no population is kept', () => {
    expectSame(shippedPlan('scenarios/guangxi-2023.yaml').plan, 5, 0, false)
  })

  it('are those of plans in which other things are certain, batch after batch', () => {
    const { plan } = shippedPlan('scenarios/guangxi-2023.yaml')
    for (const [every, sizes] of [
      [2, [1, 16, 3]],
      [3, [17, 2]],
      [5, [5, 31]],
    ] as const) {
      const medians = new Float64Array(plan.uncertainties.length)
      createTrajectory(plan, 1000).medians(medians)
      const uncertainties = plan.uncertainties.map((one, at) =>
        at % every === 0 ? one : { ...one, distribution: { kind: 'fixed', value: medians[at] } as const },
      )
      const certain = { ...plan, uncertainties, correlations: [] }
      const fast = createBatchRunner(certain, { draws: 1000, kernel })
      const slow = createBatchRunner(certain, { draws: 1000 })
      sizes.forEach((draws, index) => {
        const [side, one] = [fast, slow].map((live) => {
          const batch = batchOf(certain, 100 * index, draws, [0, 1])
          return livedIn(batch, live(batch))
        })
        side.forEach((part, policy) => {
          expect(bytes(part.outcomes).equals(bytes(one[policy].outcomes)), `${every} ${draws}`).toBe(true)
        })
      })
    }
  })

  it('are those of the tiny plan', () => {
    expectSame(tinyPlan(), 61)
  })

  it('fail where one by one they fail, for the same reasons, and leave their neighbours alone', () => {
    for (const [name, low, high, code] of [
      ['pace', -0.5, 1.5, 'rate-impossible'],
      ['pace', 0.5, 60, 'rate-impossible'],
      ['on_time', 0.6, 1.4, 'service-impossible'],
    ] as const) {
      const outcomes = expectSame(withUniform(tinyPlan(), name, low, high), 40)
      const failures = outcomes.flatMap((one) => one.failures)
      expect(failures.map((failure) => failure.code)).toContain(code)
      expect(failures.length).toBeLessThan(80)
    }
  })

  it('share what does not drive the population, and nothing else', () => {
    const constant = withUniform(tinyPlan(), 'pace', 0.9, 0.9)
    expectSame(constant, 20)
    expectSame(constant, 20, 0, false)
  })

  it('have the population of their policy, though fewer draws were lived under it before', () => {
    const plan = withLeverFor(tinyPlan(), 'pace')
    const fast = createBatchRunner(plan, { draws: 1000, kernel })
    const slow = createBatchRunner(plan, { draws: 1000 })
    // three draws of the first batch are in a group that is not full; its last policy begins the second batch
    for (const [firstDraw, draws, policies] of [
      [0, 19, [0, 1]],
      [100, 16, [0, 1]],
      [200, 2, [1]],
      [300, 16, [1, 0]],
    ] as const) {
      const [side, one] = [fast, slow].map((live) => {
        const batch = batchOf(plan, firstDraw, draws, [...policies])
        live(batch)
        return batch.parts.map(({ outcomes }) => [...outcomes])
      })
      expect(side).toEqual(one)
    }
  })

  it('tell a setting of nought from one below nought, whose inverse is on the other side', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cityward-noughts-'))
    const file = join(folder, 'noughts.yaml')
    const tiny = readFileSync('fixtures/cases/tiny.yaml', 'utf8')
    const side =
      '  side: { title: { en: Side, zh: 侧 }, of: "1 / schools > 0 ? 1 : 2", unit: side, places: region }'
    writeFileSync(
      file,
      tiny
        .replace('../tiny', resolve('fixtures/tiny'))
        .replace('set: {}', 'set: { schools: -0.0 }')
        .replace(/^indicators:$/m, `indicators:\n${side}`),
    )
    const { plan } = loadPlan(file)
    rmSync(folder, { recursive: true })
    const column = plan.outcomes.findIndex(({ indicator }) => indicator === 'side')
    const sides = expectSame(plan, 20).map(({ outcomes }) => outcomes[column * 20])
    expect(sides).toEqual([1, 2])
  })
})
