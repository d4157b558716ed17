import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeFolder } from '../../src/store/write-file.js'

const root = mkdtempSync(join(tmpdir(), 'cityward-folders-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a folder that is made', () => {
  it('is there with those above it, once or twice', () => {
    const folder = join(root, 'a', 'b', 'c')
    makeFolder(folder)
    makeFolder(folder)
    expect(statSync(folder).isDirectory()).toBe(true)
  })

  it('is refused where a file stands in its place or above it', () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    for (const folder of [file, join(file, 'below', 'it')]) {
      expect(() => makeFolder(folder)).toThrow(/Found a file .*; expected a file that can be written/)
    }
  })

  it.skipIf(!existsSync('/proc/self'))(
    'is refused, and not tried for ever, by a system that makes none',
    () => {
      expect(() => makeFolder('/proc/cityward/run')).toThrow('Found no such folder')
    },
  )
})
