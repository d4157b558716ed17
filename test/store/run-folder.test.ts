import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headerOf } from '../../src/run/make-header.js'
import { runPlan } from '../../src/run/run-plan.js'
import { sealed } from '../../src/store/manifest.js'
import { openRun } from '../../src/store/open-run.js'
import { RunFolder } from '../../src/store/run-folder.js'
import { tinyPlan } from '../run/tiny-plan.js'
import { problemOf } from './made-run.js'

const plan = tinyPlan()
const header = headerOf(plan, {})
const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))
const PART = 20

interface Settings {
  readonly draws?: number
  readonly threads?: number
  readonly batchSize?: number
  /** Stop after so many parts. */
  readonly stopAfter?: number
}

/** Run into a folder; returns how many trajectories had to be run. */
async function runInto(folder: string, { draws = 60, threads = 2, batchSize = 7, stopAfter }: Settings = {}) {
  const store = new RunFolder(folder, header, draws, PART)
  const stop = new AbortController()
  let trajectories = 0
  let parts = 0
  const result = await runPlan(plan, {
    draws,
    threads,
    batchSize,
    partDraws: PART,
    has: (policy, part) => store.has(policy, part),
    signal: stop.signal,
    sink: async (part) => {
      await store.accept(part)
      trajectories += part.draws
      if (++parts === stopAfter) stop.abort()
    },
  })
  if (!result.interrupted) store.finish(result.draws)
  await store.close()
  return trajectories
}

const bytesOf = (folder: string) => {
  const files = readdirSync(join(folder, 'outcomes')).map((name) => join('outcomes', name))
  return Object.fromEntries(
    [...files, 'manifest.json'].map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
}

describe('a run folder', () => {
  const whole = join(base, 'whole')

  it('holds the same bytes for 1, 2 and 3 threads and for any batch size', async () => {
    await runInto(whole, { threads: 1, batchSize: 60 })
    await runInto(join(base, 'two'), { threads: 2, batchSize: 1 })
    await runInto(join(base, 'three'), { threads: 3, batchSize: 7 })
    expect(Object.keys(bytesOf(whole))).toHaveLength(7)
    expect(bytesOf(join(base, 'two'))).toEqual(bytesOf(whole))
    expect(bytesOf(join(base, 'three'))).toEqual(bytesOf(whole))
  })

  it('goes on after a stop, keeps what was finished, and ends with the same bytes', async () => {
    const folder = join(base, 'stopped')
    await runInto(folder, { stopAfter: 3 })
    const left = await runInto(folder)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(120)
    expect(bytesOf(folder)).toEqual(bytesOf(whole))
  })

  it('runs nothing where all is there', async () => {
    expect(await runInto(whole)).toBe(0)
  })

  it('makes a part anew that was cut short, or whose line in the journal was', async () => {
    const folder = join(base, 'cut')
    await runInto(folder, { stopAfter: 3 })
    const [part] = readdirSync(join(folder, 'outcomes'))
    truncateSync(join(folder, 'outcomes', part), 100)
    const journal = readFileSync(join(folder, 'parts.jsonl'), 'utf8')
    writeFileSync(join(folder, 'parts.jsonl'), journal.slice(0, -30))
    await runInto(folder)
    expect(bytesOf(folder)).toEqual(bytesOf(whole))
  })

  it('serves a run of fewer draws, and loses none by it', async () => {
    const folder = join(base, 'fewer')
    await runInto(folder)
    expect(await runInto(folder, { draws: 30 })).toBe(0)
    const { reader } = openRun(folder)
    expect(reader.draws).toBe(30)
    expect((await reader.read(0, [header.outcomes[0].name]))[0]).toHaveLength(30)
    expect(await runInto(folder)).toBe(0)
  })

  it('gives back every number as it was', async () => {
    const kept = new Map<number, Float64Array>()
    await runPlan(plan, {
      draws: 20,
      partDraws: 20,
      batchSize: 20,
      threads: 1,
      sink: ({ policy, outcomes }) => void kept.set(policy, outcomes.slice()),
    })
    const { reader } = openRun(whole)
    const names = header.outcomes.map(({ name }) => name)
    const read = await reader.read(1, names)
    const first = read.flatMap((values) => [...values.slice(0, 20)])
    expect(first).toEqual([...kept.get(1)!])
  })

  it('gives back a column as often as it is asked for', async () => {
    const [{ name }, other] = header.outcomes
    const read = await openRun(whole).reader.read(1, [name, other.name, name])
    expect(read[0].some((value) => value !== 0)).toBe(true)
    expect(read[0]).toEqual(read[2])
  })

  it('is not shared with the run of another plan', async () => {
    const other = { ...header, fingerprint: 'f'.repeat(64) }
    expect(await problemOf(() => new RunFolder(whole, other, 60, PART))).toEqual({
      code: 'folder-of-another-run',
      where: { file: whole },
      found: 'another run: the same words, by other code or data',
      expected: 'an empty folder, or an unfinished run of this one',
      hint: 'Choose another --out, or remove the folder.',
    })
  })

  it.each(['manifest.json', 'summary.json'])("leaves a %s that is no run's as it is", async (name) => {
    const folder = mkdtempSync(join(base, 'foreign-'))
    writeFileSync(join(folder, name), '{"name":"mine","parts":[]}')
    expect(await problemOf(() => new RunFolder(folder, header, 60, PART))).toMatchObject({
      code: 'folder-of-another-run',
    })
    expect(readFileSync(join(folder, name), 'utf8')).toContain('mine')
  })

  it.each(['null', '{}', '[{}]', '{"policy":0,"part":0}', '{"policy":0,"part":0,"rows":20,"file":"x"}'])(
    'is not led astray by a journal that calls a part %s',
    async (line) => {
      const folder = mkdtempSync(join(base, 'odd-'))
      cpSync(whole, folder, { recursive: true })
      rmSync(join(folder, 'manifest.json'))
      writeFileSync(join(folder, 'parts.jsonl'), `${line}\n`)
      expect(await runInto(folder)).toBe(0)
      expect(bytesOf(folder)).toEqual(bytesOf(whole))
    },
  )

  it('is refused where a file stands in its way', async () => {
    const file = join(base, 'a-file')
    writeFileSync(file, '')
    expect(await problemOf(() => new RunFolder(file, header, 60, PART))).toMatchObject({
      code: 'disk-refused',
      where: { file },
      expected: 'a file that can be written',
    })
  })

  it('is refused where nothing may be written', async (context) => {
    if (process.getuid?.() === 0) context.skip('root may write anywhere')
    const folder = mkdtempSync(join(base, 'closed-'))
    chmodSync(folder, 0o500)
    expect(await problemOf(() => new RunFolder(join(folder, 'run'), header, 60, PART))).toMatchObject({
      code: 'disk-refused',
      found: 'no permission',
    })
  })
})

describe('opening a run', () => {
  const small = join(base, 'small')
  beforeAll(async () => {
    await runInto(small, { draws: 20 })
  })
  const damaged = async (name: string, damage: (folder: string) => void) => {
    const folder = join(base, name)
    cpSync(small, folder, { recursive: true })
    damage(folder)
    return problemOf(() => openRun(folder).reader.read(0, [header.outcomes[0].name]))
  }
  const part = 'outcomes/part-no_action-00000.parquet'

  it('says that a folder without a manifest is no finished run', async () => {
    expect(await problemOf(() => openRun(base))).toEqual({
      code: 'run-missing',
      where: { file: base },
      found: 'no run.json and no manifest.json',
      expected: 'the folder of a finished run',
    })
  })

  it.each(['{', '{}', '[1]', 'null'])('refuses the manifest %s', async (text) => {
    const folder = join(base, `manifest-${text.length}${text.codePointAt(0)}`)
    expect(
      await damaged(folder.slice(base.length + 1), () => writeFileSync(join(folder, 'manifest.json'), text)),
    ).toEqual({
      code: 'manifest-damaged',
      where: { file: join(folder, 'manifest.json') },
      found: 'a manifest that is not as it was written',
      expected: 'a manifest of layout 3',
      hint: `\`cityward resume ${folder}\` writes it anew from run.json and the parts, which it keeps.`,
    })
  })

  it.each(['policies', 'targets', 'principal'])('refuses a manifest whose header lacks %s', async (part) => {
    const lose = (folder: string) => {
      const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
      delete manifest.header[part]
      delete manifest.sha256
      writeFileSync(join(folder, 'manifest.json'), sealed(manifest))
    }
    expect(await damaged(`without-${part}`, lose)).toMatchObject({ code: 'manifest-damaged' })
  })

  it('finds a changed byte', async () => {
    const change = (folder: string) => {
      const bytes = readFileSync(join(folder, part))
      bytes[1000] ^= 1
      writeFileSync(join(folder, part), bytes)
    }
    expect(await damaged('changed', change)).toEqual({
      code: 'part-damaged',
      where: { file: join(base, 'changed', part) },
      found: 'a part with other bytes than were written',
      expected: '20 draws, as they were written',
      hint: `\`cityward resume ${join(base, 'changed')}\` makes it anew and keeps the parts that are whole; \`cityward verify ${join(base, 'changed')}\` names all that are not.`,
    })
  })

  it('finds a part that is gone', async () => {
    expect(await damaged('gone', (folder) => rmSync(join(folder, part)))).toMatchObject({
      found: 'no such part',
    })
  })

  it('finds a part that the manifest does not name', async () => {
    const forget = (folder: string) => {
      const { sha256: _, ...manifest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
      writeFileSync(join(folder, 'manifest.json'), sealed({ ...manifest, parts: [] }))
    }
    expect(await damaged('forgotten', forget)).toEqual({
      code: 'parts-missing',
      where: { file: join(base, 'forgotten', 'manifest.json') },
      found: 'parts of 0 draws of the policy "no_action"',
      expected: '20 draws',
      hint: `\`cityward resume ${join(base, 'forgotten')}\` makes what is missing.`,
    })
  })
})
