import { describe, expect, it } from 'vitest'
import type { PartOutcomes } from '../../src/results/parts.js'
import { runPlan, standBy } from '../../src/run/run-plan.js'
import { collect, tinyPlan } from './tiny-plan.js'

const plan = tinyPlan()

describe('a run of a plan', () => {
  it('does so little itself, but for a worker where a heartbeat is asked for, and says by how many it was done', async () => {
    const threadsOf = async (options: { readonly patience?: number; readonly threads?: number }) => {
      const told: number[] = []
      await runPlan(plan, {
        draws: 60,
        ...options,
        sink: () => undefined,
        onThreads: (count) => told.push(count),
      })
      return told
    }
    expect(await threadsOf({})).toEqual([0])
    expect(await threadsOf({ patience: 60 })).toEqual([1])
    expect(await threadsOf({ threads: 2 })).toEqual([2])
  })

  it('gives the same numbers for 1, 2 and 3 threads and for any batch size', async () => {
    const one = await collect(plan, { threads: 1, batchSize: 60 })
    expect(one.size).toBe(120)
    expect([...one.values()].flat().every(Number.isFinite)).toBe(true)
    expect(await collect(plan, { threads: 2, batchSize: 1 })).toEqual(one)
    expect(await collect(plan, { threads: 3, batchSize: 7 })).toEqual(one)
  })

  it('hands parts on by range of draws, then policy', async () => {
    const seen: string[] = []
    await runPlan(plan, {
      draws: 50,
      partDraws: 20,
      threads: 3,
      batchSize: 15,
      sink: ({ policy, firstDraw, draws }) => void seen.push(`${policy}:${firstDraw}+${draws}`),
    })
    expect(seen).toEqual(['0:0+20', '1:0+20', '0:20+20', '1:20+20', '0:40+10', '1:40+10'])
  })

  it('does what it is asked meanwhile once, before the first part is handed on', async () => {
    const order: string[] = []
    await runPlan(plan, {
      draws: 40,
      partDraws: 20,
      threads: 0,
      meanwhile: () => void order.push('meanwhile'),
      sink: ({ firstDraw }) => void order.push(`${firstDraw}`),
    })
    expect(order).toEqual(['meanwhile', '0', '0', '20', '20'])
  })

  it('does not listen meanwhile, and leaves that undone where a signal came before', async () => {
    const order: string[] = []
    const told = (signal: AbortSignal) =>
      runPlan(plan, {
        draws: 20,
        threads: 0,
        signal,
        meanwhile: () => void order.push('meanwhile'),
        onListening: (listens) => void order.push(listens ? 'listens' : 'deaf'),
        sink: () => undefined,
      })
    expect(await told(new AbortController().signal)).toEqual({ draws: 20, interrupted: false })
    expect(order.splice(0)).toEqual(['listens', 'deaf', 'meanwhile', 'listens', 'deaf'])
    expect(await told(AbortSignal.abort())).toEqual({ draws: 0, interrupted: true })
    expect(order).toEqual(['listens', 'deaf'])
  })

  it('ends where it is told that it has enough, at the end of a range', async () => {
    const asked: number[] = []
    const seen = new Set<number>()
    const result = await runPlan(plan, {
      draws: 100,
      partDraws: 20,
      threads: 2,
      batchSize: 5,
      sink: ({ firstDraw }) => void seen.add(firstDraw),
      enough: (draws) => asked.push(draws) === 3,
    })
    expect(result).toEqual({ draws: 60, interrupted: false })
    expect(asked).toEqual([20, 40, 60])
    expect(Math.max(...seen)).toBe(40)
  })

  it('leaves out what is there already', async () => {
    const rows = await collect(plan, { has: (policy, part) => policy === 1 || part === 0 })
    expect([...rows.keys()][0]).toBe('0/20')
    expect(rows.size).toBe(40)
  })

  it('ends early on a signal and says which draws are whole', async () => {
    const stop = new AbortController()
    const result = await runPlan(plan, {
      draws: 4000,
      partDraws: 20,
      threads: 2,
      signal: stop.signal,
      sink: ({ firstDraw, policy }) => {
        if (firstDraw === 40 && policy === 1) stop.abort()
      },
    })
    expect(result.interrupted).toBe(true)
    expect(result.draws).toBeGreaterThanOrEqual(40)
    expect(result.draws).toBeLessThan(4000)
  })

  it('counts how far it has come over what is left to do', async () => {
    const steps: [number, number][] = []
    await collect(plan, {
      has: (_, part) => part === 0,
      onProgress: (done, all) => void steps.push([done, all]),
    })
    expect(steps.at(-1)).toEqual([80, 80])
  })
})

describe('workers that stay', () => {
  it('give under one list of policies after another what runs of their own give', async () => {
    const [first, second] = plan.policies
    const between = {
      ...second,
      settings: second.settings.map((value, lever) => (value + first.settings[lever]) / 2),
    }
    const lists = [[first, second], [between], [second, between, first], [second]]
    const sums = async (run: (sink: (part: PartOutcomes) => void) => Promise<unknown>) => {
      const seen: string[] = []
      await run(
        ({ policy, firstDraw, outcomes }) => void seen.push(`${policy}/${firstDraw} ${outcomes.join()}`),
      )
      return seen
    }
    const expected: string[][] = []
    for (const policies of lists) {
      expected.push(await sums((sink) => runPlan({ ...plan, policies }, { draws: 100, threads: 1, sink })))
    }
    for (const engine of ['kernel', 'reference'] as const) {
      const workers = standBy(plan, { draws: 100, threads: 1, engine })
      for (const [index, policies] of lists.entries()) {
        expect(await sums((sink) => workers.run(policies, { sink }))).toEqual(expected[index])
      }
      await workers.end()
    }
  })

  it('are ended by a signal that ends their run', async () => {
    const stop = new AbortController()
    const workers = standBy(plan, { draws: 4000, threads: 2 })
    const result = await workers.run(plan.policies, { signal: stop.signal, sink: () => stop.abort() })
    expect(result.interrupted).toBe(true)
    await expect(workers.run(plan.policies, { sink: () => undefined })).rejects.toThrow('stopped')
    await workers.end()
  })
})
