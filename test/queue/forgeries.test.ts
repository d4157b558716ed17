/** Whatever stands in Redis is a text of others: nothing of it is kept unless it is what it has to be, nor written elsewhere. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { VERSION } from '../../src/vocabulary/version.js'
import { alone, cityward, TINY, temporary, until } from '../commands/cityward.js'
import { describeWithRedis, endOf, partsIn, RedisYard } from './yard.js'

describeWithRedis('what comes from Redis', async () => {
  const folder = temporary()
  const at = (name: string) => join(folder, name)
  const yard = await RedisYard.at(at('redis'))
  const connection = { host: '127.0.0.1', port: yard.port, maxRetriesPerRequest: null }
  const names = { connection, prefix: 'cityward' }
  const QUEUE = `parts-${VERSION}`
  const closing: (() => unknown)[] = []
  const client = () => {
    const redis = new Redis(connection)
    closing.push(() => redis.disconnect())
    return redis
  }
  beforeAll(async () => {
    expect(
      cityward('sweep', TINY, '--draws', '1000', '--out', at('other'), '--seed', '5', '--quiet').code,
    ).toBe(0)
    await yard.startRedis()
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  /** A worker that answers every part by what `answer` makes of its id and policy. */
  function forger(answer: (redis: Redis, job: string, policy: number) => Promise<object>): void {
    const redis = client()
    const worker = new Worker(
      QUEUE,
      async ({ id, data }) => ({
        by: 'forger',
        files: await Promise.all(data.policies.map((policy: number) => answer(redis, id!, policy))),
      }),
      names,
    )
    closing.push(() => worker.close(true))
  }

  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const partOf = (run: string, policy: number) =>
    readFileSync(join(at(run), 'outcomes', `part-${['no_action', 'build'][policy]}-00000.parquet`))
  /** Sends bytes with their right size and hash. */
  const sending =
    (bytesOf: (policy: number) => Buffer) => async (redis: Redis, job: string, policy: number) => {
      const bytes = bytesOf(policy)
      await redis.set(`cityward:bytes:${job}-${policy}`, bytes)
      return { policy, size: bytes.length, sha256: sha256(bytes), stored: false }
    }

  it.each([
    ['a part of another run', sending((policy) => partOf('other', policy))],
    ['a part that is cut', sending((policy) => partOf('other', policy).subarray(0, 900))],
    ['bytes without end', sending(() => Buffer.alloc(20_000_000))],
    [
      'a file that is not there',
      async (_: Redis, __: string, policy: number) => ({
        policy,
        size: 9,
        sha256: 'a'.repeat(64),
        stored: true,
      }),
    ],
    [
      'a path in the place of a policy',
      async () => ({ policy: '../../x', size: 9, sha256: 'a'.repeat(64), stored: true }),
    ],
  ] as const)('is not kept: %s', async (name, answer) => {
    forger(answer)
    const run = at(name.replaceAll(' ', '-'))
    const { code, err } = await endOf(
      yard.start('sweep', TINY, '--draws', '1000', '--out', run, '--queue', yard.address, '--quiet'),
    )
    expect(code).toBe(2)
    const by = name.startsWith('a path')
      ? /by \S+: an answer of another form/
      : /by forger: bytes that are not those of the part/
    expect(err).toMatch(by)
    expect(err).toContain('Found part 0 failed 3 times, at last ')
    expect(err).toMatch(
      /; expected parts that workers can make\.\n {2}What was finished is kept; .*\[queue-part-failed\]/s,
    )
    expect(partsIn(run)).toBe(0)
  })

  it('makes no worker write or read outside: a job of another form, of a plan that is none, or of a folder', async () => {
    mkdirSync(at('shared'))
    const worker = yard.worker('--store', at('shared'))
    const queue = new Queue(QUEUE, names)
    const redis = client()
    closing.push(() => queue.close())
    const pack = (content: object) => {
      const bytes = brotliCompressSync(Buffer.from(JSON.stringify(content)))
      const id = sha256(bytes)
      return redis.set(`cityward:plan:${id}`, bytes).then(() => id)
    }
    const form = {
      version: VERSION,
      fingerprint: 'b'.repeat(64),
      seed: 1,
      draws: 10,
      policies: ['a'],
      partDraws: 10,
    }
    const outside = await pack({
      ...form,
      scenario: 'a.yaml',
      files: { 'a.yaml': 'x', '../../../tmp/b': 'y' },
    })
    const reading = await pack({ ...form, scenario: 'a.yaml', files: { 'a.yaml': 'extends: /etc/hostname' } })
    const older = await pack({ ...form, version: '0.0.1', scenario: 'a.yaml', files: { 'a.yaml': 'x' } })
    await redis.set(`cityward:plan:${'c'.repeat(64)}`, 'no plan')
    const job = { plan: outside, sweep: 'd'.repeat(16), part: 0, policies: [0], stored: true }
    const jobs: [string, object, string][] = [
      ['path', { ...job, sweep: '../../../../x' }, 'a part of another form'],
      ['code', { ...job, run: 'process.exit()' }, 'a part of another form'],
      ['gone', { ...job, plan: 'e'.repeat(64) }, 'no plan of this name [queue-plan-refused]'],
      [
        'bytes',
        { ...job, plan: 'c'.repeat(64) },
        'a plan with other bytes than were sent [queue-plan-refused]',
      ],
      ['leaves', job, 'the file name "../../../tmp/b", which leaves its folder [provenance-damaged]'],
      ['older', { ...job, plan: older }, 'a plan of cityward 0.0.1 [queue-plan-refused]'],
      ['reads', { ...job, plan: reading }, 'outside-pack'],
    ]
    for (const [name, data] of jobs) await queue.add('part', data, { jobId: `part-${name}` })
    for (const [name, , cause] of jobs) {
      let found = await queue.getJob(`part-${name}`)
      while (!found?.failedReason) {
        await new Promise((done) => setTimeout(done, 20))
        found = await queue.getJob(`part-${name}`)
      }
      expect(found.failedReason, name).toContain(cause)
    }
    expect(worker.exitCode).toBeNull()
    expect(existsSync(at('x'))).toBe(false)
    await queue.obliterate({ force: true })
    worker.kill('SIGTERM')
    await endOf(worker)
  })

  it('is of one version: others are named, by the coordinator and by the worker', async () => {
    const redis = client()
    const old = { version: '0.1.0', host: 'old-machine', pid: 7, threads: 3, made: 0, at: {} }
    await redis.sadd('cityward:workers', 'old-machine-7')
    await redis.set('cityward:worker:old-machine-7', JSON.stringify(old))
    const run = at('versions')
    const child = yard.start('sweep', TINY, '--draws', '1000', '--out', run, '--queue', yard.address)
    const ended = endOf(child)
    await until(() => yard.ask('scard', 'cityward:sweeps') === '1', child)
    // what the older worker sees: a sweep of a later version
    const [id] = await redis.smembers('cityward:sweeps')
    const worker = yard.start('work', yard.address, '--threads', '1', '--idle', '2')
    expect((await endOf(worker)).code).toBe(0)
    const { code, err } = await ended
    expect(code).toBe(0)
    expect(err).toContain(
      `The worker old-machine-7 is cityward 0.1.0; it takes no part of a sweep of ${VERSION}.`,
    )
    const sweep = {
      version: '9.9.9',
      fingerprint: 'a'.repeat(64),
      host: 'h',
      pid: 1,
      folder: '/x',
      done: 0,
      all: 5,
    }
    await redis.sadd('cityward:sweeps', id)
    await redis.set(`cityward:sweep:${id}`, JSON.stringify(sweep))
    const refused = alone('work', yard.address)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(
      `Found cityward ${VERSION}, and a sweep of cityward 9.9.9; expected the same version on all machines.\n  Bytes of a run are the same within one version only.  [worker-of-another-version]`,
    )
    await redis.flushall()
  })

  it('may be anything: records and jobs that are no JSON are passed over', async () => {
    const redis = client()
    await redis.sadd('cityward:workers', 'x', 'y')
    await redis.set('cityward:worker:x', '{"version":')
    await redis.set('cityward:worker:y', JSON.stringify({ version: '\u001b[31m', threads: -1 }))
    await redis.sadd('cityward:sweeps', '../etc', 'f'.repeat(16))
    await redis.set(`cityward:sweep:${'f'.repeat(16)}`, '[]')
    const { code, out } = alone('queue', 'ls', yard.address, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ sweeps: [], workers: [] })
    // a job that is no JSON any more is put there anew
    const run = at('no-json')
    const child = yard.start(
      'sweep',
      TINY,
      '--draws',
      '1000',
      '--out',
      run,
      '--queue',
      yard.address,
      '--quiet',
    )
    const ended = endOf(child)
    await until(() => yard.ask('keys', 'cityward:parts-*:part-*') !== '', child)
    const [job] = await redis.keys('cityward:parts-*:part-*')
    await redis.hset(job, 'data', '{"plan":')
    const worker = yard.worker()
    expect((await ended).code).toBe(0)
    expect(partsIn(run)).toBe(2)
    worker.kill('SIGTERM')
    await endOf(worker)
    await redis.flushall()
  })

  it('is packed as texts alone, and what it is packed from comes out', async () => {
    const redis = client()
    const run = at('texts')
    const child = yard.start(
      'sweep',
      TINY,
      '--draws',
      '1000',
      '--out',
      run,
      '--queue',
      yard.address,
      '--quiet',
    )
    const ended = endOf(child)
    await until(() => yard.ask('keys', 'cityward:plan:*') !== '', child)
    const [key] = await redis.keys('cityward:plan:*')
    const pack = JSON.parse(brotliDecompressSync((await redis.getBuffer(key))!).toString())
    expect(Object.keys(pack.files)).toContain('tiny/places.csv')
    expect(pack.files['cases/tiny.yaml']).toBe(readFileSync(TINY, 'utf8'))
    child.kill('SIGTERM')
    expect((await ended).code).toBe(143)
    expect(await redis.keys('cityward:plan:*')).toEqual([])
  })
})
