import { describe, expect, it } from 'vitest'
import { queueAddress } from '../../src/queue/address.js'
import { jobOf } from '../../src/queue/names.js'
import { PART_JOB, readAs, WORKER } from '../../src/queue/shapes.js'

describe('the address of a queue', () => {
  it.each([
    ['redis://host', { host: 'host', port: 6379, db: 0, tls: false, shown: 'redis://host' }],
    [
      'rediss://me:a%40b@host:6380/2',
      {
        host: 'host',
        port: 6380,
        username: 'me',
        password: 'a@b',
        db: 2,
        tls: true,
        shown: 'rediss://host:6380/2',
      },
    ],
    ['valkey://[::1]:7000', { host: '::1', port: 7000, db: 0, tls: false, shown: 'valkey://[::1]:7000' }],
    [
      'redis://:p@10.0.0.1/',
      { host: '10.0.0.1', port: 6379, password: 'p', db: 0, tls: false, shown: 'redis://10.0.0.1' },
    ],
  ])('is read from %s', (text, expected) => expect(queueAddress(text)).toEqual(expected))

  it.each([
    ['host', 'no address'],
    ['http://host', 'an address of another form'],
    ['redis://', 'an address of another form'],
    ['redis://host/name', 'an address of another form'],
    ['redis://host?x=1', 'an address of another form'],
    ['redis://me:%zz@host', 'a name or password with a % that stands for no character'],
  ])('is refused: %s', (text, found) =>
    expect(() => queueAddress(text)).toThrow(
      `queue\n  Found ${found}; expected the address of a Redis such as redis://host, or rediss://user:password@host:6380/0 with TLS.\n  Signs such as @ or / in a password are written %40 and %2F.  [queue-address-wrong]`,
    ),
  )
})

describe('what stands in a queue', () => {
  // BullMQ 6: a whole number and a colon are refused (its Job.validateOptions)
  it('has ids that BullMQ takes', () => {
    const id = jobOf('1234567890123456', 7)
    expect(id).toBe('part-1234567890123456-7')
    expect(`${Number.parseInt(id, 10)}`).not.toBe(id)
    expect(id).not.toContain(':')
  })

  it('is a part only in its own form', () => {
    const job = { plan: 'a'.repeat(64), sweep: '0'.repeat(16), part: 0, policies: [0], stored: false }
    expect(PART_JOB.safeParse(job).success).toBe(true)
    for (const wrong of [
      { ...job, sweep: '../../etc/passwd' },
      { ...job, part: -1 },
      { ...job, part: 1.5 },
      { ...job, policies: [] },
      { ...job, policies: ['0'] },
      { ...job, plan: 'A'.repeat(64) },
      { ...job, command: 'rm' },
    ])
      expect(PART_JOB.safeParse(wrong).success).toBe(false)
  })

  it('is no record where it is cut, long, or of another form', () => {
    const worker = { version: '1', host: 'h', pid: 1, threads: 2, made: 0, at: { a: 1 } }
    expect(readAs(WORKER, JSON.stringify(worker))).toEqual(worker)
    for (const text of [
      null,
      '',
      '{"version":',
      '[]',
      JSON.stringify({ ...worker, pid: -1 }),
      ' '.repeat(30_000),
    ])
      expect(readAs(WORKER, text)).toBeUndefined()
  })
})
