import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '../../src/plan/plan.js'
import type { Batch } from '../../src/run/ranges.js'
import { Fleet, type FleetOptions } from '../../src/run/workers/worker-pool.js'
import { createSampler } from '../../src/sampling/sampler.js'
import { batchOf, livedIn, tinyPlan } from './tiny-plan.js'

const plan = tinyPlan()
const batch = batchOf(plan, 0, 400)
/** Everything in the parts of a batch, as it is now. */
const numbersIn = ({ parts }: Batch) => parts.map(({ inputs, outcomes }) => [[...inputs], [...outcomes]])

describe('a fleet', () => {
  it('runs a batch again whose worker was lost', async () => {
    const fleet = new Fleet(plan, 1, { draws: 400 })
    expect(await fleet.run(batch)).toEqual([])
    const undisturbed = numbersIn(batch)
    const again = batchOf(plan, 0, 400)
    const disturbed = fleet.run(again)
    const [victim] = fleet.workers
    await victim.terminate()
    expect(await disturbed).toEqual([])
    expect(numbersIn(again)).toEqual(undisturbed)
    expect(fleet.workers).not.toContain(victim)
    await fleet.stop()
  })

  it('gives up where workers are lost before they are ready, three in a row', async () => {
    const worker = { file: new URL('./stillborn-worker.mjs', import.meta.url).pathname }
    const fleet = new Fleet(plan, 1, { draws: 400, worker })
    const lost = fleet.run(batch)
    const problem = {
      code: 'worker-lost',
      where: { file: 'run' },
      found: '3 workers in a row that could not start: its worker was lost without a word',
      expected: 'workers that start',
    }
    await expect(lost).rejects.toMatchObject({ problems: [problem] })
    await expect(fleet.run(batch)).rejects.toMatchObject({ problems: [problem] })
    await fleet.stop()
  })

  it('rejects what is not done when it is stopped', async () => {
    const fleet = new Fleet(plan, 1, { draws: 400 })
    const running = [fleet.run(batch), fleet.run(batch)]
    const ended = Promise.allSettled(running)
    await fleet.stop()
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(fleet.workers).toEqual([])
  })
})

describe('a trajectory that takes its worker with it', () => {
  const worker = { file: new URL('./hostile-worker.mjs', import.meta.url).pathname }
  const columns = plan.outcomes.length

  afterEach(() => vi.useRealTimers())

  const liveWith = async (does: string, options: Partial<FleetOptions> = {}) => {
    const hostile = { ...plan, hostile: { draw: 113, policy: 1, does } } as Plan
    const fleet = new Fleet(hostile, 2, { draws: 400, worker, ...options })
    const stuck = new BroadcastChannel('stuck')
    stuck.onmessage = () => passTime(fleet)
    try {
      const batches = [137, 174, 211, 100].map((firstDraw) => batchOf(plan, firstDraw, 37))
      const lived = batches.map(async (one) => livedIn(one, await fleet.run(one)))
      const [first, second, third, found] = await Promise.all(lived)
      return [found, first, second, third]
    } finally {
      stuck.close()
      await fleet.stop()
    }
  }

  /** Once nobody but one worker has work, lets more than its time pass: how busy the machine is does not matter. */
  const passTime = async (fleet: Fleet) => {
    while ([...fleet['hands'].values()].filter(({ jobs }) => jobs.length > 0).length > 1)
      await new Promise((resolve) => setTimeout(resolve, 1))
    vi.advanceTimersByTime(600)
  }

  const heap = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 }
  it.each<[string, string, RegExp, Partial<FleetOptions>]>([
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
    expect(failures).toEqual([{ policy: 1, draw: 113, code, detail: expect.stringMatching(detail) }])
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
    const fleet = new Fleet(broken, 1, { draws: 400 })
    await fleet.run(batchOf(broken, 0, 1, [0]))
    const [own] = fleet.workers
    const three = batchOf(broken, 0, 3)
    const [whole, lost] = livedIn(three, await fleet.run(three))
    expect(fleet.workers[0]).toBe(own)
    await fleet.stop()
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
