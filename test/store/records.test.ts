/** Records of a run that are lost, made up, or another run's, and parts that are not where they belong. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealed } from '../../src/store/manifest.js'
import { openRun } from '../../src/store/open-run.js'
import { describedPart, isOf, recordFor } from '../../src/store/part-identity.js'
import { whyUnread } from '../../src/store/read-files.js'
import { verifyRun } from '../../src/store/verify.js'
import { filesOf, header, make, otherHeader, problemOf } from './made-run.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))
const [whole, other] = ['whole', 'other'].map((name) => join(base, name))
let count = 0

beforeAll(async () => {
  await make(whole)
  await make(other, otherHeader)
})

/** A copy of the whole run with some files of the other in the place of its own, and some removed. */
function changed({ taken = [], gone = [] }: { taken?: readonly string[]; gone?: readonly string[] }): string {
  const folder = join(base, `changed-${++count}`)
  cpSync(whole, folder, { recursive: true })
  for (const name of taken) cpSync(join(other, name), join(folder, name))
  for (const name of gone) rmSync(join(folder, name))
  return folder
}

/** The content of a sealed file changed and sealed again, as one who means harm would. */
function forged(folder: string, name: string, change: (content: Record<string, never>) => object): void {
  const { sha256: _, ...content } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  writeFileSync(join(folder, name), sealed(change(content)))
}

const readAll = async (folder: string) => {
  const { reader } = openRun(folder)
  for (const policy of header.policies.keys()) await reader.read(policy, [header.outcomes[0].name])
}
const partsIn = (folder: string) => readdirSync(join(folder, 'outcomes')).map((name) => `outcomes/${name}`)

describe('a lost manifest', () => {
  it('loses nothing: the parts say what they are, and the same bytes come back', async () => {
    const folder = changed({ gone: ['manifest.json'] })
    expect(verifyRun(folder)).toMatchObject({
      finished: false,
      parts: { whole: 6, all: 6 },
      findings: [{ file: 'manifest.json', is: 'missing' }],
    })
    expect(await make(folder)).toEqual([])
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })

  it('beside damaged parts has just these made anew', async () => {
    const folder = changed({ gone: ['manifest.json', 'outcomes/part-build-00001.parquet'] })
    const cut = join(folder, 'outcomes/part-no_action-00002.parquet')
    writeFileSync(cut, readFileSync(cut).subarray(0, 500))
    expect(verifyRun(folder)).toMatchObject({ parts: { whole: 4, all: 6 } })
    expect(await make(folder)).toEqual(['1/1', '0/2'])
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })
})

describe('a run.json of another run', () => {
  it('is damage that is named, by readers and verify, and nobody goes on under its name', async () => {
    const folder = changed({ taken: ['run.json'] })
    const before = filesOf(folder)
    const file = join(folder, 'run.json')
    const problem = {
      code: 'run-mixed',
      where: { file },
      found: 'the record of another run (the same words, by other code or data)',
      expected: 'the run that manifest.json and the parts are of',
      hint: `Take it away: \`rm ${file}\`; then \`cityward resume ${folder}\` writes it anew and keeps every part.`,
    }
    expect(await problemOf(() => openRun(folder))).toEqual(problem)
    for (const of of [header, otherHeader]) expect(await problemOf(() => make(folder, of))).toEqual(problem)
    expect(filesOf(folder)).toEqual(before)
    expect(verifyRun(folder)).toMatchObject({
      parts: { whole: 6, all: 6 },
      findings: [{ file: 'run.json', is: 'foreign' }],
    })
    rmSync(file)
    expect(await make(folder)).toEqual([])
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })

  it('and no manifest: parts of another run are not written over', async () => {
    const folder = changed({ taken: ['run.json'], gone: ['manifest.json'] })
    const before = partsIn(folder).map((name) => readFileSync(join(folder, name)))
    expect(await problemOf(() => make(folder, otherHeader))).toEqual({
      code: 'part-of-another-run',
      where: { file: join(folder, 'outcomes/part-build-00000.parquet') },
      found: 'a part of another run than run.json names',
      expected: 'parts of one run',
      hint: `Put back the run.json of these parts, or take them away: \`rm -r ${join(folder, 'outcomes')}\`.`,
    })
    expect(partsIn(folder).map((name) => readFileSync(join(folder, name)))).toEqual(before)
    cpSync(join(whole, 'run.json'), join(folder, 'run.json'))
    expect(await make(folder)).toEqual([])
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })

  it('is told from a manifest of another run', async () => {
    const folder = changed({ taken: ['manifest.json'] })
    expect(await problemOf(() => openRun(folder))).toMatchObject({
      code: 'run-mixed',
      where: { file: join(folder, 'manifest.json') },
    })
    expect(verifyRun(folder)).toMatchObject({
      finished: false,
      parts: { whole: 6, all: 6 },
      findings: [{ file: 'manifest.json', is: 'foreign' }],
    })
  })
})

describe('a part', () => {
  const name = 'outcomes/part-build-00001.parquet'

  it('of another run is found by name, and made anew', async () => {
    const folder = changed({ taken: [name] })
    expect(await problemOf(() => readAll(folder))).toMatchObject({
      code: 'part-damaged',
      where: { file: join(folder, name) },
      found: 'a part of another run',
    })
    expect(verifyRun(folder).findings).toEqual([{ file: name, is: 'foreign' }])
    expect(await make(folder)).toEqual(['1/1'])
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })

  it('of the same run in the place of another is found by name, and made anew', async () => {
    const folder = changed({})
    cpSync(join(whole, 'outcomes/part-build-00000.parquet'), join(folder, name))
    expect(await problemOf(() => readAll(folder))).toMatchObject({ found: 'another part of the run' })
    expect(verifyRun(folder).findings).toEqual([{ file: name, is: 'foreign' }])
    rmSync(join(folder, 'manifest.json'))
    expect(await make(folder)).toEqual(['1/1'])
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })

  it.each([
    ['a path out of the folder', '../../elsewhere.parquet'],
    ['the name of another part', 'outcomes/part-build-00000.parquet'],
    ['no name', 7],
  ])('that a made-up manifest gives %s is not looked for there', async (_, file) => {
    const folder = changed({})
    forged(folder, 'manifest.json', (manifest) => ({
      ...manifest,
      parts: (manifest['parts'] as object[]).map((part, at) => (at === 3 ? { ...part, file } : part)),
    }))
    expect(await problemOf(() => openRun(folder))).toMatchObject({ code: 'manifest-damaged' })
    expect(await make(folder)).toEqual([])
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })
})

describe('what a part says of itself', () => {
  const part = 'outcomes/part-build-00001.parquet'

  it('is what the manifest says of it', () => {
    const { run, parts } = openRun(whole).manifest
    for (const record of parts) {
      const described = describedPart(join(whole, record.file))!
      expect(recordFor(run, described)).toEqual(record)
    }
  })

  it('has the draws of the run just where more of them would be laid out otherwise', async () => {
    const folder = join(base, 'hypercube')
    await make(folder, { ...header, design: 'latin_hypercube' })
    const { run } = openRun(folder).manifest
    const { identity } = describedPart(join(folder, part))!
    expect([identity.of, describedPart(join(whole, part))!.identity.of]).toEqual([50, undefined])
    expect([isOf(identity, run), isOf(identity, { ...run, draws: 60 })]).toEqual([true, false])
  })

  it('is nothing once a bit of it is another', () => {
    const bytes = readFileSync(join(whole, part))
    const path = join(base, 'flipped.parquet')
    for (let at = 3; at < bytes.length; at += 997) {
      const changed = Buffer.from(bytes)
      changed[at] ^= 1 << (at % 8)
      writeFileSync(path, changed)
      expect(describedPart(path), `byte ${at}`).toBeUndefined()
    }
  })
})

describe('a run of another layout', () => {
  it.each([
    [2, '0.2.0'],
    [4, '9.0.0'],
  ])('%i is named with the version that wrote it', async (layout, version) => {
    const folder = changed({})
    const relabel = (content: Record<string, never>) => ({
      ...content,
      layout,
      run: { ...(content['run'] as object), version },
    })
    for (const name of ['run.json', 'manifest.json']) forged(folder, name, relabel)
    for (const act of [() => openRun(folder), () => verifyRun(folder), () => make(folder)])
      expect(await problemOf(act)).toEqual({
        code: 'run-of-another-layout',
        where: { file: folder },
        found: `a run of layout ${layout}, which cityward ${version} has written`,
        expected: 'layout 3',
        hint: 'Read it with that version, or run its scenario again into another folder.',
      })
  })
})

describe('a folder in the place of a file', () => {
  it.each(['run.json', 'manifest.json', 'summary.json', 'outcomes/part-build-00001.parquet', 'files.json'])(
    '%s is found, and never a trace',
    async (name) => {
      const folder = changed({ gone: name === 'files.json' ? [] : [name] })
      mkdirSync(join(folder, name))
      expect(verifyRun(folder).findings).toContainEqual({ file: name, is: 'unreadable' })
      if (/summary|files/.test(name)) await readAll(folder)
      else {
        const problem = await problemOf(() => readAll(folder))
        if (!name.endsWith('.parquet'))
          expect(problem.hint).toBe(
            `Take it away; \`cityward verify ${folder}\` says what writes the file anew.`,
          )
        expect(problem).toMatchObject({ where: { file: join(folder, name) }, found: 'a folder' })
      }
    },
  )

  it('and a file that may not be read are told from one that is not there', () => {
    const why = (code: string) => whyUnread(Object.assign(new Error(code), { code }))
    expect(why('ENOENT')).toBeUndefined()
    expect(why('ENOTDIR')).toBeUndefined()
    expect(why('EACCES')).toBe('a file that may not be read (no permission)')
    expect(why('EISDIR')).toBe('a folder')
    expect(why('EMFILE')).toBe('a file that cannot be read (the error EMFILE)')
  })
})

it.each<[string, object]>([
  ['a scenario file that is a number', { from: { scenario: 1, data: 'data' } }],
  ['no data folder', { from: { scenario: 'plan.yaml' } }],
  ['a scenario without policies', { scenario: {} }],
  ['a design that is a list', { overrides: { design: [] } }],
])('a run.json with %s is damaged', (_, added) => {
  const folder = changed({ gone: ['manifest.json'] })
  forged(folder, 'run.json', ({ run, ...others }) => ({ ...others, run: { ...(run as object), ...added } }))
  expect(verifyRun(folder).findings).toContainEqual({ file: 'run.json', is: 'damaged' })
})
