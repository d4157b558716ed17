/**
 * Kills of workers, of the coordinator and of Redis at random moments of one sweep: the bytes of one machine, no part lost,
 * none twice. CITYWARD_KILLS=30 in the environment has 30 of them over 200 parts.
 */
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { alone, cityward, kill, TINY, temporary, until } from '../commands/cityward.js'
import { chanceOf } from '../torture/chance.js'
import { describeWithRedis, endOf, partsIn, RedisYard, runBytes } from './yard.js'

const KILLS = Number(process.env.CITYWARD_KILLS ?? 8)
const PARTS = KILLS > 10 ? 200 : 60

describeWithRedis('a sweep by a queue', async () => {
  const folder = temporary()
  const at = (name: string) => join(folder, name)
  const yard = await RedisYard.at(at('redis'))
  const { address } = yard
  beforeAll(() => yard.startRedis())

  it(`has the bytes of one machine after ${KILLS} kills of workers, coordinator and Redis`, async () => {
    const args = ['sweep', TINY, '--draws', `${PARTS}000`]
    expect(cityward(...args, '--out', at('one'), '--quiet').code).toBe(0)
    const chance = chanceOf(20, 'queue')
    const workers = [yard.worker(), yard.worker(), yard.worker()]
    onTestFinished(async () => {
      for (const worker of workers) await kill(worker)
    })
    const startSweep = () => {
      const child = yard.start(...args, '--out', at('killed'), '--queue', address, '--quiet')
      return { child, ended: endOf(child) }
    }
    let sweep = startSweep()
    const kills = { workers: 0, coordinators: 0, servers: 0 }
    for (let done = 0; done < KILLS && sweep.child.exitCode === null; done++) {
      // short enough that all of them come while there is work, also where that is soon done
      await setTimeout(100 + chance.below(700))
      const which = done % 4
      if (which === 3) {
        await yard.killRedis()
        await setTimeout(chance.below(1500))
        await yard.startRedis()
        kills.servers++
      } else if (which === 1) {
        await kill(sweep.child)
        sweep = startSweep()
        kills.coordinators++
      } else {
        const worker = chance.below(3)
        await kill(workers[worker])
        workers[worker] = yard.worker()
        kills.workers++
      }
    }
    expect(await sweep.ended).toMatchObject({ code: 0, out: '' })
    expect(kills.workers + kills.coordinators + kills.servers).toBe(KILLS)
    expect(partsIn(at('killed'))).toBe(2 * PARTS)
    expect(runBytes(at('killed'))).toEqual(runBytes(at('one')))
  })

  it('goes on without a worker that stands still, which leaves nothing behind when it wakes', async () => {
    const still = yard.worker()
    const args = ['sweep', TINY, '--draws', '20000']
    const child = yard.start(...args, '--out', at('still'), '--queue', address, '--quiet')
    const ended = endOf(child)
    await until(() => partsIn(at('still')) > 2, child)
    still.kill('SIGSTOP')
    const other = yard.worker()
    expect((await ended).code).toBe(0)
    expect(alone('verify', at('still')).code).toBe(0)
    still.kill('SIGCONT')
    await setTimeout(1000)
    expect(yard.ask('keys', 'cityward:bytes:*')).toBe('')
    for (const worker of [still, other]) await kill(worker)
  })

  it('records a part that takes every process with it, with its cause, after two of its own', async () => {
    const run = at('poison')
    let [worker, ends] = [poisoned(), 0]
    const again = (child: ChildProcess) => {
      child.on('exit', (_, signal) => {
        if (signal !== 'SIGKILL' || isOver) return
        ends++
        worker = poisoned()
        again(worker)
      })
    }
    let isOver = false
    again(worker)
    const args = ['sweep', TINY, '--draws', '6000']
    const { code, err } = await endOf(yard.start(...args, '--out', run, '--queue', address))
    isOver = true
    await kill(worker)
    expect(code).toBe(3)
    // twice with its worker, and from then on in processes of its own
    expect(ends).toBe(2)
    expect(err).toContain(
      '2,000 trajectories gave no numbers; the first: draw 3000, its worker was lost (its process ended by itself twice (SIGKILL)) [worker-lost].',
    )
    // with the cause gone, its files are made anew
    for (const policy of ['no_action', 'build']) rmSync(join(run, 'outcomes', `part-${policy}-00003.parquet`))
    expect(alone('resume', run).code).toBe(0)
    expect(cityward(...args, '--out', at('sound'), '--quiet').code).toBe(0)
    expect(runBytes(run)).toEqual(runBytes(at('sound')))
  })

  function poisoned(): ChildProcess {
    process.env.NODE_OPTIONS = `--import ${join(import.meta.dirname, 'poison.mjs')}`
    try {
      return yard.worker()
    } finally {
      delete process.env.NODE_OPTIONS
    }
  }
})
