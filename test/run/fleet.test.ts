import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '../../src/plan/plan.js'
import { recordOf } from '../../src/results/fault-words.js'
import type { Batch } from '../../src/run/ranges.js'
import { WorkerPool, type WorkerPoolOptions } from '../../src/run/workers/worker-pool.js'
import { createSampler } from '../../src/sampling/sampler.js'
import { sourceBeside } from '../setup/built-workers.js'
import { batchOf, livedIn, tinyPlan } from './tiny-plan.js'

const plan = tinyPlan()
const batch = batchOf(plan, 0, 400)
/** Everything in the parts of a batch, as it is now. */
const numbersIn = ({ parts }: Batch) => parts.map(({ inputs, outcomes }) => [[...inputs], [...outcomes]])

describe('a pool of workers', () => {
  it('runs a batch again whose worker was lost', async () => {
    const pool = new WorkerPool(plan, 1, { draws: 400 })
    expect(await pool.run(batch)).toEqual([])
    const undisturbed = numbersIn(batch)
    const again = batchOf(plan, 0, 400)
    const disturbed = pool.run(again)
    const [victim] = pool.workers
    await victim.terminate()
    expect(await disturbed).toEqual([])
    expect(numbersIn(again)).toEqual(undisturbed)
    expect(pool.workers).not.toContain(victim)
    await pool.stop()
  })

  it('starts workers from their source as well, where there is no build', async () => {
    const worker = sourceBeside(pathToFileURL('src/run/workers/worker-pool.ts').href, 'worker')
    expect(worker.source).toMatch(/src\/run\/workers\/worker\.ts$/)
    const batches = [undefined, worker].map(async (from) => {
      const pool = new WorkerPool(plan, 1, { draws: 20, worker: from })
      const small = batchOf(plan, 0, 20)
      expect(await pool.run(small)).toEqual([])
      await pool.stop()
      return numbersIn(small)
    })
    const [built, fromSource] = await Promise.all(batches)
    expect(fromSource).toEqual(built)
  })

  it('gives up where workers are lost before they are ready, three in a row', async () => {
    const worker = { file: new URL('./stillborn-worker.mjs', import.meta.url).pathname }
    const pool = new WorkerPool(plan, 1, { draws: 400, worker })
    const lost = pool.run(batch)
    const problem = {
      code: 'worker-lost',
      where: { file: 'run' },
      found: '3 workers in a row that could not start: its worker was lost without a word',
      expected: 'workers that start',
    }
    await expect(lost).rejects.toMatchObject({ problems: [problem] })
    await expect(pool.run(batch)).rejects.toMatchObject({ problems: [problem] })
    await pool.stop()
  })

  it('rejects what is not done when it is stopped', async () => {
    const pool = new WorkerPool(plan, 1, { draws: 400 })
    const running = [pool.run(batch), pool.run(batch)]
    const ended = Promise.allSettled(running)
    await pool.stop()
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(pool.workers).toEqual([])
  })
})

describe('a trajectory that takes its worker with it', () => {
  const worker = { file: new URL('./hostile-worker.mjs', import.meta.url).pathname }
  const columns = plan.outcomes.length

  afterEach(() => vi.useRealTimers())

  const liveWith = async (does: string, options: Partial<WorkerPoolOptions> = {}) => {
    const hostile = { ...plan, hostile: { draw: 113, policy: 1, does } } as Plan
    const pool = new WorkerPool(hostile, 2, { draws: 400, worker, ...options })
    const stuck = new BroadcastChannel('stuck')
    stuck.onmessage = () => passTime(pool)
    try {
      const batches = [137, 174, 211, 100].map((firstDraw) => batchOf(plan, firstDraw, 37))
      const lived = batches.map(async (one) => livedIn(one, await pool.run(one)))
      const [first, second, third, found] = await Promise.all(lived)
      return [found, first, second, third]
    } finally {
      stuck.close()
      await pool.stop()
    }
  }

  /** Once nobody but one worker has work, lets more than its time pass: how busy the machine is does not matter. */
  const passTime = async (pool: WorkerPool) => {
    while ([...pool['handles'].values()].filter(({ jobs }) => jobs.length > 0).length > 1)
      await new Promise((resolve) => setTimeout(resolve, 1))
    vi.advanceTimersByTime(600)
  }

  const heap = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 }
  it.each<[string, string, RegExp, Partial<WorkerPoolOptions>]>([
    ['endless', 'endless', /^no end within 0\.4 s; its worker was ended$/, { patience: 0.4 }],
    ['memory', 'out-of-memory', /^its worker ran out of memory$/, { resourceLimits: heap }],
    ['exit', 'worker-lost', /^its worker was lost without a word$/, {}],
    ['throw', 'worker-lost', /^its worker was lost \(a fault of the program\)$/, {}],
  ])('by %s has failed alone, with its inputs and the cause', async (does, code, detail, options) => {
    if (does === 'endless') vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    const [found, ...others] = await liveWith(does, options)
    expect(found.map(({ policy, firstDraw, draws }) => [policy, firstDraw, draws])).toEqual([
      [0, 100, 37],
      [1, 100, 37],
    ])
    for (const { policy, firstDraw, draws, outcomes } of [found, ...others].flat()) {
      for (let column = 0; column < columns; column++) {
        for (let at = 0; at < draws; at++) {
          const isLost = policy === 1 && firstDraw + at === 113
          const value = outcomes[column * draws + at]
          expect(value).toBe(isLost ? Number.NaN : firstDraw + at + column / 1000)
        }
      }
    }
    const failures = [found, ...others].flat().flatMap((one) => one.failures)
    expect(failures.map(recordOf)).toEqual([
      { policy: 1, draw: 113, code, detail: expect.stringMatching(detail) },
    ])
    const inputs = new Float64Array(plan.uncertainties.length)
    createSampler({ ...plan, draws: 400 }).fill(113, inputs)
    expect([...inputs].map((_, name) => found[1].inputs[name * 37 + 13])).toEqual([...inputs])
  })

  it('is found among our own workers by what it throws, and costs no worker', async () => {
    // the settings of a policy are gone, which no plan that was compiled can lack
    const broken = {
      ...plan,
      policies: plan.policies.map((one, at) => (at === 1 ? { ...one, settings: undefined } : one)),
    } as unknown as Plan
    const pool = new WorkerPool(broken, 1, { draws: 400 })
    await pool.run(batchOf(broken, 0, 1, [0]))
    const [own] = pool.workers
    const three = batchOf(broken, 0, 3)
    const [whole, lost] = livedIn(three, await pool.run(three))
    expect(pool.workers[0]).toBe(own)
    await pool.stop()
    expect(whole.failures).toEqual([])
    expect(whole.outcomes.every(Number.isFinite)).toBe(true)
    expect(lost.failures.map(({ draw, code }) => [draw, code])).toEqual([
      [0, 'program-fault'],
      [1, 'program-fault'],
      [2, 'program-fault'],
    ])
    expect(lost.outcomes.every(Number.isNaN)).toBe(true)
  })
})
