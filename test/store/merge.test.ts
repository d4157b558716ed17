/** Shards that are not what they say: nothing is written outside the folder that they are merged into. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealed } from '../../src/store/manifest.js'
import { mergeRuns } from '../../src/store/merge.js'
import { filesOf, header, make, otherHeader, problemOf, SUMMARY } from './made-run.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))
const at = (name: string) => join(base, name)

beforeAll(async () => {
  await make(at('whole'))
  await make(at('a'), header, { shard: { index: 1, count: 2 } })
  await make(at('b'), header, { shard: { index: 2, count: 2 } })
  await make(at('foreign'), otherHeader, { shard: { index: 2, count: 2 } })
})

let count = 0
/** The second shard with its manifest changed and sealed again. */
function forged(change: (manifest: Record<string, never>) => object): string {
  const folder = at(`forged-${++count}`)
  cpSync(at('b'), folder, { recursive: true })
  const { sha256: _, ...manifest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  writeFileSync(join(folder, 'manifest.json'), sealed(change(manifest)))
  return folder
}
const merge = (into: string, shard: string) => mergeRuns(into, [at('a'), shard], async () => SUMMARY)
const withPart = (changed: object) => (manifest: Record<string, never>) => ({
  ...manifest,
  parts: (manifest['parts'] as object[]).map((part, index) => (index === 0 ? { ...part, ...changed } : part)),
})

it('two shards are the run of one machine, byte for byte', async () => {
  await merge(at('merged'), at('b'))
  expect(filesOf(at('merged'))).toEqual(filesOf(at('whole')))
})

describe('a shard whose manifest', () => {
  it.each<[string, object]>([
    ['names a file above the folder', { file: '../../victim.txt' }],
    ['names a file by its whole path', { file: at('victim.txt') }],
    ['names another file of the folder', { file: 'manifest.json' }],
    ['names the part of another policy', { policy: 1 }],
    ['names a policy that is none', { policy: 9 }],
    ['has a part of the other shard', { part: 0, file: 'outcomes/part-no_action-00000.parquet' }],
    ['has more rows than a part', { rows: 21 }],
    ['has no hash', { sha256: 'x' }],
  ])('%s is refused, and nothing is written', async (_, changed) => {
    writeFileSync(at('victim.txt'), 'as it was')
    const shard = forged(withPart(changed))
    const into = at(`into-${count}`)
    expect(await problemOf(() => merge(into, shard))).toEqual({
      code: 'manifest-damaged',
      where: { file: join(shard, 'manifest.json') },
      found: 'a manifest that is not as it was written',
      expected: 'a manifest of layout 3',
      hint: `\`cityward resume ${shard}\` writes it anew from run.json and the parts, which it keeps.`,
    })
    expect(existsSync(into)).toBe(false)
    expect(readFileSync(at('victim.txt'), 'utf8')).toBe('as it was')
  })

  it.each([
    ['names policies with a path in them', { policies: ['../../x', 'build'] }],
    ['is one of a billion', { shard: { index: 2, count: 1e9 } }],
    ['is of draws without end', { draws: Number.MAX_SAFE_INTEGER }],
  ])('%s is refused', async (_, changed) => {
    const shard = forged((manifest) => ({ ...manifest, run: { ...(manifest['run'] as object), ...changed } }))
    expect(await problemOf(() => merge(at('never'), shard))).toMatchObject({ code: 'manifest-damaged' })
    expect(existsSync(at('never'))).toBe(false)
  })
})

describe('a shard with a part', () => {
  const name = 'outcomes/part-build-00001.parquet'

  it('of another run is refused, though its manifest has the hash of that part', async () => {
    const foreign = JSON.parse(readFileSync(join(at('foreign'), 'manifest.json'), 'utf8'))
    const { sha256 } = foreign.parts.find(({ file }: { file: string }) => file === name)
    const shard = forged((manifest) => ({
      ...manifest,
      parts: (manifest['parts'] as { file: string }[]).map((part) =>
        part.file === name ? { ...part, sha256 } : part,
      ),
    }))
    cpSync(join(at('foreign'), name), join(shard, name))
    expect(await problemOf(() => merge(at('mixed'), shard))).toEqual({
      code: 'part-damaged',
      where: { file: join(shard, name) },
      found: 'a part that is gone or changed',
      expected: '20 draws, as they were written',
      hint: `\`cityward resume ${shard}\` makes it anew and keeps the parts that are whole.`,
    })
    expect(readdirSync(at('mixed'))).not.toContain('manifest.json')
  })
})
