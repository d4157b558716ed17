/** What a killed process leaves in a run folder is taken away by the next one that writes there, and nothing else is. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeLock } from '../../src/store/lock.js'
import { sealed } from '../../src/store/manifest.js'
import { mergeRuns } from '../../src/store/merge.js'
import { openRun } from '../../src/store/open-run.js'
import { queryRun } from '../../src/store/query.js'
import { filesOf, header, make, problemOf, SUMMARY } from './made-run.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))
const at = (name: string) => join(base, name)
const shards = ['a', 'b'].map(at)

beforeAll(async () => {
  await make(at('whole'))
  for (const [k, shard] of shards.entries()) await make(shard, header, { shard: { index: k + 1, count: 2 } })
})

/** No process has this number on Linux, whose largest is 2^22. */
const NOBODY = 2 ** 30
const tagOf = (pid: number) => `${JSON.stringify({ pid, host: hostname(), started: '' })}\n`

it('files under temporary names and name tags of dead processes go, all else stays', () => {
  const folder = mkdtempSync(join(base, 'left-'))
  const left = {
    'summary.json.writing': '{',
    'report.html.writing': '<',
    [`lock.${NOBODY}`]: tagOf(NOBODY),
    [`lock.${NOBODY}.dead`]: tagOf(NOBODY),
  }
  const kept = {
    'summary.json': '{}',
    'plan.md.writing': 'of an export that may be going on',
    [`lock.${process.ppid}`]: tagOf(process.ppid),
    // a process may be about to fill it
    'lock.5': '',
  }
  for (const [name, text] of Object.entries({ ...left, ...kept })) writeFileSync(join(folder, name), text)
  takeLock(folder)()
  expect(readdirSync(folder).sort()).toEqual(Object.keys(kept).sort())
})

it.each<[string, Record<string, string>]>([
  ['before it had written anything', { lock: tagOf(NOBODY), [`lock.${NOBODY}`]: tagOf(NOBODY) }],
  ['while it wrote run.json', { lock: tagOf(NOBODY), 'run.json.writing': '{' }],
])('a merge that was ended %s is done by the same command', async (_, left) => {
  const folder = mkdtempSync(join(base, 'merged-'))
  for (const [name, text] of Object.entries(left)) writeFileSync(join(folder, name), text)
  await mergeRuns(folder, shards, async () => SUMMARY)
  expect(filesOf(folder)).toEqual(filesOf(at('whole')))
})

it('a merge that was ended before it had taken its journal away is done by the same command', async () => {
  const folder = at('journal')
  const { parts } = await mergeRuns(folder, shards, async () => SUMMARY)
  writeFileSync(join(folder, 'parts.jsonl'), parts.map((part) => `${JSON.stringify(part)}\n`).join(''))
  await mergeRuns(folder, shards, async () => SUMMARY)
  expect(filesOf(folder)).toEqual(filesOf(at('whole')))
  expect(readdirSync(folder)).not.toContain('parts.jsonl')
})

it('a manifest that lists fewer parts than it has draws answers no query', async () => {
  const folder = at('fewer')
  cpSync(at('whole'), folder, { recursive: true })
  const { sha256: _, ...manifest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  writeFileSync(join(folder, 'manifest.json'), sealed({ ...manifest, parts: manifest.parts.slice(0, -1) }))
  // 50 draws in parts of 20: the last part of the last policy has ten
  expect(await problemOf(() => queryRun(openRun(folder), 'select count(*) from outcomes'))).toEqual({
    code: 'parts-missing',
    where: { file: join(folder, 'manifest.json') },
    found: 'parts of 40 draws of the policy "build"',
    expected: '50 draws',
    hint: `\`cityward resume ${folder}\` makes what is missing.`,
  })
})
