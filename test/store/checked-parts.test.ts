/** What is remembered of parts that were held to their hashes, and that it never hides a change that the system shows. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPartCheck } from '../../src/store/checked-parts.js'
import { sealed } from '../../src/store/manifest.js'
import { openRun } from '../../src/store/open-run.js'
import { make } from './made-run.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))
const whole = join(base, 'whole')
beforeAll(() => make(whole))

let count = 0
function copy() {
  const folder = join(base, `copy-${++count}`)
  cpSync(whole, folder, { recursive: true })
  return { folder, parts: openRun(folder).manifest.parts }
}

/** A clock by which every change lies so many seconds back. */
const later = (folder: string, file: string, seconds: bigint) => () =>
  statSync(join(folder, file), { bigint: true }).ctimeNs + seconds * 1_000_000_000n
const rememberedIn = (folder: string) =>
  Object.keys(JSON.parse(readFileSync(join(folder, 'checked.json'), 'utf8')).parts)
const stateOf = (path: string) => {
  const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
  return [size, mtimeNs, ctimeNs, ino].join()
}
function damage(path: string) {
  const bytes = readFileSync(path)
  bytes[1000] ^= 1
  writeFileSync(path, bytes)
}

it('parts that have settled are remembered, those of this moment are not', () => {
  const { folder, parts } = copy()
  createPartCheck(folder, later(folder, parts.at(-1)!.file, 0n))(parts)
  expect(existsSync(join(folder, 'checked.json'))).toBe(false)
  createPartCheck(folder, later(folder, parts.at(-1)!.file, 10n))(parts)
  expect(rememberedIn(folder)).toEqual(parts.map(({ file }) => file))
})

it('a remembered part that was changed since is hashed again', () => {
  const { folder, parts } = copy()
  createPartCheck(folder, later(folder, parts.at(-1)!.file, 10n))(parts)
  damage(join(folder, parts[2].file))
  expect(() => createPartCheck(folder)(parts)).toThrow(parts[2].file)
})

it('what is remembered saves the hashing, which is all that a made-up list could gain', () => {
  const { folder, parts } = copy()
  const path = join(folder, parts[0].file)
  damage(path)
  const list = (state: string, sha256 = parts[0].sha256) =>
    sealed({ layout: 3, parts: { [parts[0].file]: [state, sha256] } })
  writeFileSync(join(folder, 'checked.json'), list(stateOf(path)))
  expect(() => createPartCheck(folder)([parts[0]])).not.toThrow()
  // of another size, time or inode, of another hash, or not as it was sealed: no help
  const odd = [
    list(`1${stateOf(path)}`),
    list(`${stateOf(path)}1`),
    list(stateOf(path), parts[1].sha256),
    list(stateOf(path)).replace('"layout": 3', '"layout":3'),
    sealed({ layout: 3, parts: null }),
    sealed({ layout: 3, parts: { [parts[0].file]: 7 } }),
    '',
  ]
  for (const text of odd) {
    writeFileSync(join(folder, 'checked.json'), text)
    expect(() => createPartCheck(folder)([parts[0]]), text).toThrow(parts[0].file)
  }
})

it('a folder that was copied is hashed again', () => {
  const { folder, parts } = copy()
  createPartCheck(folder, later(folder, parts.at(-1)!.file, 10n))(parts)
  const moved = join(base, 'moved')
  cpSync(folder, moved, { recursive: true, preserveTimestamps: true })
  const { size, mtimeMs } = statSync(join(moved, parts[0].file))
  damage(join(moved, parts[0].file))
  expect(statSync(join(moved, parts[0].file)).size).toBe(size)
  expect(mtimeMs).toBeCloseTo(statSync(join(folder, parts[0].file)).mtimeMs, 0)
  expect(() => createPartCheck(moved)(parts)).toThrow(parts[0].file)
})
