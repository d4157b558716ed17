/** What is taken from a folder that others can write to: files alone, and none that somebody else may still hold. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { takeShared } from '../../src/store/elsewhere/shared-folder.js'

describe('a part in a shared folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'shared-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const [shared, own] = [join(root, 'shared'), join(root, 'own')]
  const which = { sweep: 'a'.repeat(16), part: 3, policy: 1 }
  const there = join(shared, which.sweep, 'part-3-1.parquet')
  const [elsewhere, to] = [join(root, 'elsewhere'), join(own, 'part.writing')]
  const take = (most = 100) => takeShared(shared, which, to, most)
  beforeEach(() => {
    for (const folder of [shared, own]) rmSync(folder, { recursive: true, force: true })
    for (const folder of [join(shared, which.sweep), own]) mkdirSync(folder, { recursive: true })
    writeFileSync(elsewhere, 'elsewhere')
  })

  it('is moved where it has no other name', () => {
    writeFileSync(there, 'part')
    const { ino } = statSync(there)
    expect(take()).toBe(true)
    expect(existsSync(there)).toBe(false)
    expect([statSync(to).ino, readFileSync(to, 'utf8')]).toEqual([ino, 'part'])
  })

  it('is copied where somebody holds it by another name', () => {
    linkSync(elsewhere, there)
    expect(take()).toBe(true)
    writeFileSync(elsewhere, 'changed afterwards')
    expect(readFileSync(to, 'utf8')).toBe('elsewhere')
  })

  it('is left where it is a link, a folder, too long or not there', () => {
    symlinkSync(elsewhere, there)
    expect([take(), existsSync(to)]).toEqual([false, false])
    rmSync(there)
    expect(take()).toBe(false)
    writeFileSync(there, 'part')
    expect([take(3), existsSync(to)]).toEqual([false, false])
    rmSync(there)
    mkdirSync(there)
    expect([take(), existsSync(to)]).toEqual([false, false])
  })
})
