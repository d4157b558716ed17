import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RunFolder } from '../../src/store/run-folder.js'
import { verifyRun } from '../../src/store/verify.js'
import { DRAWS, header, make, makeParts, PART, SUMMARY } from './made-run.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))
const whole = join(base, 'whole')

beforeAll(async () => {
  expect(await make(whole)).toHaveLength(6)
})

describe('a finished run', () => {
  it('is whole', () => {
    expect(verifyRun(whole)).toMatchObject({ finished: true, findings: [], parts: { whole: 6, all: 6 } })
  })

  const names = ['run.json', 'manifest.json', 'summary.json', 'outcomes/part-build-00001.parquet']

  it.each(names)(
    'whose %s is cut at any byte or changed in one is found damaged, and mended',
    async (name) => {
      const bytes = readFileSync(join(whole, name))
      const folder = join(base, `damaged-${names.indexOf(name)}`)
      cpSync(whole, folder, { recursive: true })
      const expectDamage = () =>
        expect(verifyRun(folder).findings).toEqual(
          name === 'manifest.json'
            ? expect.arrayContaining([{ file: name, is: 'damaged' }])
            : [{ file: name, is: 'damaged' }],
        )
      fc.assert(
        fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (at) => {
          writeFileSync(join(folder, name), bytes.subarray(0, at))
          expectDamage()
          const other = Buffer.from(bytes)
          other[at] ^= 1
          writeFileSync(join(folder, name), other)
          expectDamage()
        }),
        { numRuns: 25, examples: [[0], [1], [bytes.length - 2], [bytes.length - 1]] },
      )
      truncateSync(join(folder, name), bytes.length - 1)
      const made = await make(folder)
      // without a manifest the parts say themselves what they are
      expect(made).toHaveLength(name.endsWith('.parquet') ? 1 : 0)
      for (const file of names)
        expect(readFileSync(join(folder, file))).toEqual(readFileSync(join(whole, file)))
    },
  )

  it('that lacks files says which', () => {
    const folder = join(base, 'lacking')
    cpSync(whole, folder, { recursive: true })
    for (const name of ['summary.json', 'outcomes/part-no_action-00002.parquet']) rmSync(join(folder, name))
    expect(verifyRun(folder)).toMatchObject({
      finished: true,
      parts: { whole: 5, all: 6 },
      findings: [
        { file: 'summary.json', is: 'missing' },
        { file: 'outcomes/part-no_action-00002.parquet', is: 'missing' },
      ],
    })
  })
})

describe('a run under way', () => {
  it('says who writes it, and lets nobody else', async () => {
    const folder = join(base, 'held')
    const store = new RunFolder(folder, header, DRAWS, PART)
    expect(verifyRun(folder)).toMatchObject({
      finished: false,
      parts: { whole: 0, all: 6 },
      holder: { pid: process.pid },
    })
    expect(() => new RunFolder(folder, header, DRAWS, PART)).toThrow(/run-in-use/)
    await store.close()
    expect(verifyRun(folder).holder).toBeUndefined()
    expect(await make(folder)).toHaveLength(6)
  })

  it('that ends while it is looked at is looked at again, and is whole', async () => {
    const folder = join(base, 'ending')
    const store = new RunFolder(folder, header, DRAWS, PART)
    await makeParts(store)
    let looks = 0
    const verified = verifyRun(folder, () => {
      if (looks++ === 0) store.finish(DRAWS, SUMMARY)
    })
    await store.close()
    expect(looks).toBe(2)
    expect(verified).toMatchObject({ finished: true, findings: [], parts: { whole: 6, all: 6 } })
  })

  it('whose lock is given back meanwhile is looked at again, and has no holder', async () => {
    const folder = join(base, 'given-back')
    const store = new RunFolder(folder, header, DRAWS, PART)
    let looks = 0
    const verified = verifyRun(folder, () => {
      if (looks++ === 0) rmSync(join(folder, 'lock'))
    })
    await store.close()
    expect([looks, verified.holder, verified.finished]).toEqual([2, undefined, false])
  })

  it('that changes at every look is looked at three times', async () => {
    const folder = join(base, 'restless')
    const store = new RunFolder(folder, header, DRAWS, PART)
    let looks = 0
    verifyRun(folder, () => writeFileSync(join(folder, 'manifest.json'), `{"look":${++looks}}`))
    await store.close()
    expect(looks).toBe(3)
  })
})
