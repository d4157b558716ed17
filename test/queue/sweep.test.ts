/** Runs whose parts are made by workers at a Redis: the bytes of one machine, what is left behind, who is let in. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { alone, cityward, NUMBERS_ONLY, TINY, temporary, until } from '../commands/cityward.js'
import { describeWithRedis, endOf, partsIn, RedisYard, runBytes } from './yard.js'

describeWithRedis('a sweep by a queue', async () => {
  const folder = temporary()
  const at = (name: string) => join(folder, name)
  const yard = await RedisYard.at(at('redis'))
  const { address } = yard
  const SWEEP = ['sweep', TINY, '--draws', '6500']
  const one = at('one')

  beforeAll(async () => {
    expect(cityward(...SWEEP, '--out', one, '--quiet').code).toBe(0)
    await yard.startRedis()
    yard.worker('--store', at('shared'))
    yard.worker()
  })

  it('has the bytes of one machine, by Redis and by a shared folder, and leaves nothing but the queue itself', () => {
    const byRedis = alone(...SWEEP, '--out', at('redis-run'), '--queue', address)
    expect(byRedis).toMatchObject({ code: 0 })
    expect(byRedis.out).toMatch(/^13,000 trajectories in \d+\.\d s\. Run folder: /)
    expect(runBytes(at('redis-run'))).toEqual(runBytes(one))

    mkdirSync(at('shared'))
    expect(alone(...SWEEP, '--out', at('shared-run'), '--queue', address, '--store', at('shared')).code).toBe(
      0,
    )
    expect(runBytes(at('shared-run'))).toEqual(runBytes(one))
    expect(readdirSync(at('shared'))).toEqual([])
    const keys = yard.ask('keys', '*').split('\n')
    expect(keys.filter((key) => !/^cityward:(parts-|workers?\b)/.test(key))).toEqual([])
  })

  it('makes shards, which are put together as others are', () => {
    for (const shard of ['1/2', '2/2'])
      expect(
        alone(...SWEEP, '--shard', shard, '--out', at(`shard-${shard[0]}`), '--queue', address).code,
      ).toBe(0)
    expect(alone('merge', at('merged'), at('shard-1'), at('shard-2')).code).toBe(0)
    expect(runBytes(at('merged'))).toEqual(runBytes(one))
  })

  it('gives a run its verdicts, and resume its parts', () => {
    const args = [TINY, '--draws', '2500', ...NUMBERS_ONLY, '--json']
    const here = alone('run', ...args, '--out', at('run-here'))
    const there = alone('run', ...args, '--out', at('run-there'), '--queue', address)
    expect(there.code).toBe(0)
    expect(there.out).toBe(here.out)
    // what is lost is made anew by the queue
    const [part] = readdirSync(join(at('redis-run'), 'outcomes')).sort()
    writeFileSync(join(at('redis-run'), 'outcomes', part), 'lost')
    const resumed = alone('resume', at('redis-run'), '--queue', address, '--json')
    expect(JSON.parse(resumed.out)).toMatchObject({ ran: 1000, damaged: [`outcomes/${part}`] })
    expect(runBytes(at('redis-run'))).toEqual(runBytes(one))
  })

  it('is listed with its workers, and ends where it is cancelled, with what is finished', async () => {
    const run = at('cancelled')
    const child = yard.start('sweep', TINY, '--draws', '400000', '--out', run, '--queue', address)
    const ended = endOf(child)
    await until(() => partsIn(run) > 3, child)
    const listed = JSON.parse(alone('queue', 'ls', address, '--json').out)
    expect(listed.workers).toHaveLength(2)
    expect(listed.workers[0]).toMatchObject({ threads: 1, version: expect.any(String) })
    expect(listed.sweeps).toMatchObject([{ alive: true, folder: run, all: 800_000 }])
    expect(alone('queue', 'ls', address).out).toContain(listed.sweeps[0].id)
    const { id } = listed.sweeps[0]
    expect(alone('queue', 'cancel', address, id).out).toBe(
      `The sweep ${id} is cancelled; what was finished is kept in its folder.\n`,
    )
    const { code, err } = await ended
    expect(code).toBe(2)
    expect(err).toContain(
      'Found a sweep that was cancelled by `cityward queue cancel`; expected a sweep that is wanted.\n  What was finished is kept; the same command goes on from there.  [sweep-cancelled]',
    )
    expect(partsIn(run)).toBeGreaterThan(3)
    expect(alone('queue', 'cancel', address, id).err).toContain(
      `Found the sweep "${id}"; expected one of the queue, which has none.  [sweep-unknown]`,
    )
  })

  it('ends by SIGTERM with what is finished, and goes on by the same command', async () => {
    const run = at('stopped')
    const args = ['sweep', TINY, '--draws', '30000', '--out', run, '--queue', address]
    const child = yard.start(...args)
    const ended = endOf(child)
    await until(() => partsIn(run) > 3, child)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({
      code: 143,
      err: expect.stringContaining('Stopped. What was finished is kept'),
    })
    const { out } = alone(...args, '--json')
    expect(JSON.parse(out)).toMatchObject({ trajectories: 60_000, lost: 0 })
    expect(JSON.parse(out).ran).toBeLessThan(60_000)
    expect(alone('verify', run).code).toBe(0)
  })

  it('is one at a time in a folder, and two in two', async () => {
    const args = ['sweep', TINY, '--draws', '20000', '--queue', address]
    const [first, other] = ['twin-1', 'twin-2'].map((name) => yard.start(...args, '--out', at(name)))
    const ends = [endOf(first), endOf(other)]
    await until(() => existsSync(join(at('twin-1'), 'lock')), first)
    expect(alone(...args, '--out', at('twin-1')).err).toContain('[run-in-use]')
    expect((await Promise.all(ends)).map(({ code }) => code)).toEqual([0, 0])
    expect(runBytes(at('twin-1'))).toEqual(runBytes(at('twin-2')))
  })

  it('is refused by options that are said to workers', () => {
    const answer = cityward(...SWEEP, '--queue', address, '--threads', '2')
    expect(answer.code).toBe(2)
    expect(answer.err).toContain(
      'Found --queue and --threads; expected one of --queue and --threads.\n  How parts are made is said to each worker: `cityward work` has these options.  [options-conflict]',
    )
  })
})

describe('without a Redis', () => {
  it('a command says so after ten seconds', () => {
    expect(alone('queue', 'ls', 'redis://127.0.0.1:1')).toMatchObject({
      code: 2,
      err: 'redis://127.0.0.1:1\n  Found no answer (ECONNREFUSED); expected a Redis or Valkey that can be reached.  [queue-unreachable]\n',
    })
  })
})

describeWithRedis('a Redis with TLS', async () => {
  const folder = temporary()
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name))
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...[
      '-keyout',
      key,
      '-out',
      certificate,
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ],
  ])
  const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate]
  const yard = await RedisYard.at(join(folder, 'redis'), ...files, '--tls-auth-clients', 'no')

  it('is spoken with where its certificate is trusted, and no other way', async () => {
    expect(made.status).toBe(0)
    await yard.startRedis({ tls: true })
    const ask = (address: string, trusted: boolean) => {
      const env = { ...process.env, LC_ALL: 'C', ...(trusted && { NODE_EXTRA_CA_CERTS: certificate }) }
      const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'queue', 'ls', address], {
        encoding: 'utf8',
        env,
      })
      return { status, stderr }
    }
    const address = `rediss://localhost:${yard.port}`
    expect(ask(address, true)).toEqual({ status: 0, stderr: '' })
    expect(ask(address, false)).toEqual({
      status: 2,
      stderr: `${address}\n  Found no answer (DEPTH_ZERO_SELF_SIGNED_CERT); expected a Redis or Valkey that can be reached.\n  Its certificate is not trusted here: NODE_EXTRA_CA_CERTS names a file of certificates that are.  [queue-unreachable]\n`,
    })
    // a certificate of localhost is none of 127.0.0.1
    expect(ask(`rediss://127.0.0.1:${yard.port}`, true).stderr).toContain('(ERR_TLS_CERT_ALTNAME_INVALID)')
  })
})

describeWithRedis('a Redis with a password', async () => {
  const folder = temporary()
  const yard = await RedisYard.at(join(folder, 'redis'), '--requirepass', 's@cret')
  beforeAll(() => yard.startRedis())

  it('lets in who has it, and its password is never said', () => {
    const host = `127.0.0.1:${yard.port}`
    expect(alone('queue', 'ls', `redis://:s%40cret@${host}`)).toMatchObject({ code: 0, err: '' })
    for (const address of [`redis://${host}`, `redis://:wrong@${host}`]) {
      const { code, err } = alone('queue', 'ls', address)
      expect(code).toBe(2)
      expect(err).toBe(
        `redis://${host}\n  Found a Redis that does not let us in; expected the right user and password.\n  They stand in the address: redis://user:password@host.  [queue-refused]\n`,
      )
    }
  })
})
